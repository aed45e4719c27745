"""Shaping: which font, how wide, what spaces."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig.errors import GlyphError
from llmfig.text import chars, fonts
from llmfig.text.shaping import TextStyle, shape

PLAIN = TextStyle(20)
EM = 20.0


def keys(text: str, style: TextStyle = PLAIN) -> list[tuple[str, str]]:
    return [(run.font, run.text) for run in shape(text, style).runs]


def advance(key: str, text: str) -> float:
    font = fonts.font(key)
    return float(sum(font.get_glyph_h_advance(fonts.glyph_id(key, char)) for char in text)) / 1000 * EM


def test_each_script_comes_from_its_font() -> None:
    assert keys("RLHF训练") == [("sans", "RLHF"), ("sc", "训练")]
    assert keys("a → b") == [("sans", "a "), ("symbols", "→"), ("sans", " b")]
    assert keys("x训", TextStyle(20, mono=True)) == [("mono", "x"), ("sc", "训")]
    assert keys("A训→", TextStyle(20, bold=True, italic=True)) == [
        ("sans-bold-italic", "A"),
        ("sc-bold", "训"),
        ("symbols-bold", "→"),
    ]


def test_quarter_em_between_hanzi_and_latin() -> None:
    both = shape("用PPO训练", PLAIN).width
    assert both == pytest.approx(
        shape("用", PLAIN).width + shape("PPO", PLAIN).width + 2 * EM + 2 * chars.AUTOSPACE * EM
    )
    assert 0.2 <= chars.AUTOSPACE <= 0.25


@pytest.mark.parametrize("text", ["用 PPO", "用，PPO", "用（PPO）", "PPO。", "用→PPO", "用(PPO)"])
def test_no_quarter_em_beside_a_space_or_mark(text: str) -> None:
    shaped = shape(text, PLAIN)
    ends = [(start, start + width) for start, width in shaped.extents]
    assert all(a[1] == pytest.approx(b[0]) for a, b in pairwise(ends))


@pytest.mark.parametrize("text", ["3个", "个3", "50%的", "π是", "第²的"])
def test_digits_greek_and_signs_count_as_latin(text: str) -> None:
    parts = sum(run_width for _, run_width in shape(text, PLAIN).extents)
    assert shape(text, PLAIN).width > parts


@pytest.mark.parametrize(
    ("pair", "em"), [("），", 1.5), ("》（", 1.5), ("（《", 1.5), ("。”", 1.5), ("（）", 2.0), ("，中", 2.0)]
)
def test_full_width_marks_in_a_row_are_squeezed(pair: str, em: float) -> None:
    assert shape(pair if pair != "。”" else "中。”", PLAIN).width == pytest.approx((em + (pair == "。”")) * EM)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("“好”", "OHC"),
        ("“a”", "XLX"),
        ("是“PPO”", "HOLLLC"),
        ("“PPO”是", "OLLLCH"),
        ("don’t", "LLLXL"),
        ("他说‘a’", "HHOLC"),
        ("…", "X"),
        ("等…", "HW"),
        ("a…", "LX"),
        ("——", "WW"),
        ("a — b", "LSXSL"),
        ("是—否", "HWH"),
        ("“a” 与 “b”", "OLCSHSOLC"),
        ("“‘引’”", "OOHCC"),
        ("i’m “ok”", "LXLSXLLX"),
    ],
)
def test_shared_marks_follow_their_neighbours(text: str, kinds: str) -> None:
    assert chars.kinds(text) == kinds
    for char, kind in zip(text, kinds, strict=True):
        if char in "“”‘’…—" and kind in "OCW":
            assert any(char in run and key == "sc" for key, run in keys(text))


@given(st.text(st.sampled_from("abcWAVTo 0123.,-中文训练奖励，。（）“”‘’…—《》π→①"), max_size=24))
def test_width_is_the_sum_of_runs_and_gaps(text: str) -> None:
    shaped = shape(text, PLAIN)
    assert "".join(run.text for run in shaped.runs) == text
    assert len(chars.kinds(text)) == len(text)
    x = 0.0
    i = 0
    kinds = chars.kinds(text)
    for run, (start, width) in zip(shaped.runs, shaped.extents, strict=True):
        x += chars.gap(kinds[i - 1], kinds[i]) * EM if i else 0
        assert start == pytest.approx(x)
        assert all(g.x >= start - 0.5 * EM for g in run.glyphs)
        x += width
        i += len(run.text)
    assert shaped.width == pytest.approx(x)


def test_hanzi_are_one_em_and_latin_is_kerned() -> None:
    assert shape("中文", PLAIN).width == pytest.approx(2 * EM)
    assert shape("AV", PLAIN).width < advance("sans", "AV")
    assert shape("To", PLAIN).width < advance("sans", "To")


def test_line_metrics_depend_on_the_style_only() -> None:
    boxes = {(s.ascent, s.descent) for s in (shape(t, PLAIN) for t in ("age", "Abc", "中文", "→", ""))}
    assert len(boxes) == 1


def test_hanzi_fit_the_line_box_and_its_middle_is_theirs_and_the_capitals() -> None:
    shaped = shape("国", PLAIN)
    ink = fonts.glyph_path("sc", shaped.runs[0].glyphs[0].gid).mapped(EM, EM, 0, 0).bounds()
    assert -shaped.ascent <= ink.y
    assert ink.bottom <= shaped.descent
    middle = (shaped.descent - shaped.ascent) / 2
    caps = -fonts.metrics("sans").cap_height * EM / 2
    assert abs(middle - ink.cy) < 0.02 * EM
    assert abs(middle - caps) < 0.02 * EM


def test_size_scales_everything() -> None:
    small, large = shape("RLHF训练", TextStyle(10)), shape("RLHF训练", TextStyle(30))
    assert large.width == pytest.approx(3 * small.width)
    assert large.runs[1].glyphs[1].x == pytest.approx(3 * small.runs[1].glyphs[1].x)


def test_bold_and_italic_differ() -> None:
    assert shape("model", TextStyle(20, bold=True)).width > shape("model", PLAIN).width
    assert keys("model", TextStyle(20, italic=True)) == [("sans-italic", "model")]
    assert keys("模型", TextStyle(20, italic=True)) == [("sc", "模型")]


def test_code_has_no_ligatures_and_no_autospace() -> None:
    mono = TextStyle(20, mono=True)
    assert shape("fi", mono).width == pytest.approx(2 * shape("f", mono).width)
    assert shape("x中", mono).width == pytest.approx(shape("x", mono).width + EM)


def test_a_missing_character_is_named() -> None:
    with pytest.raises(GlyphError, match=r"U\+0E01 THAI CHARACTER KO KAI.*'abกd'"):
        shape("abกd", PLAIN)
    with pytest.raises(GlyphError, match=r"U\+000A"):
        shape("a\nb", PLAIN)


def test_accents_stay_with_their_letter() -> None:
    assert keys("x\u0302y") == [("sans", "x\u0302y")]
    assert shape("x\u0302", PLAIN).width == pytest.approx(shape("x", PLAIN).width, abs=0.6)
