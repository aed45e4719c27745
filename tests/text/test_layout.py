"""Blocks of text: lines, baselines, formulas, what reaches the scene."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from llmfig.errors import FigureError, GlyphError
from llmfig.geometry import Path, Rect
from llmfig.scene.model import GlyphRun, Item, Paint, Shape
from llmfig.text import chars
from llmfig.text.breaking import NO_END, NO_START
from llmfig.text.layout import Align, TextLayout, lay_out
from llmfig.text.markup import literal, parse
from llmfig.text.shaping import ASCENT, DESCENT, TextStyle, shape

SIZE = 20.0
ZH = "强化学习（RLHF）通过奖励模型的反馈，优化大语言模型的策略，使其输出“更符合人类偏好”的 Response-1。"


@dataclass(frozen=True)
class FakeFormula:
    width: float
    ascent: float
    descent: float

    def paint(
        self, x: float, baseline: float, color_of_role: Callable[[str], str], default_color: str
    ) -> tuple[Item, ...]:
        frame = Rect(x, baseline - self.ascent, self.width, self.ascent + self.descent)
        path = Path((("M", frame.x, frame.y), ("L", frame.right, frame.bottom)))
        return (Shape(path, Paint(stroke=default_color)),)


def small(latex: str, size: float, role: str | None) -> FakeFormula:
    return FakeFormula(30.0, 0.8 * size, 0.2 * size)


def tall(latex: str, size: float, role: str | None) -> FakeFormula:
    return FakeFormula(30.0, 2.0 * size, 1.0 * size)


def texts(block: TextLayout) -> list[str]:
    return ["".join(piece.text for piece in line.pieces) for line in block.lines]


def ink(role: str) -> str:
    return {"loss": "#aa0000"}.get(role, "#00aa00")


def test_one_line_is_what_shaping_measures() -> None:
    block = lay_out(parse("RLHF训练"), size=SIZE)
    assert block.width == pytest.approx(shape("RLHF训练", TextStyle(SIZE)).width)
    assert block.height == pytest.approx((ASCENT + DESCENT) * SIZE)
    assert block.baseline == pytest.approx(ASCENT * SIZE)


def test_siblings_share_a_baseline() -> None:
    blocks = [
        lay_out(parse(t), size=SIZE, formula=small) for t in ("age", "Abc", "中文", "**粗**", "`code`", "$x_t$", "→ ①")
    ]
    assert len({(round(b.height, 6), round(b.baseline, 6)) for b in blocks}) == 1


def test_lines_break_where_told_and_stand_apart_evenly() -> None:
    block = lay_out(parse("one\ntwo\n三"), size=SIZE, line_height=1.5)
    assert texts(block) == ["one", "two", "三"]
    baselines = [line.baseline for line in block.lines]
    assert [b - a for a, b in pairwise(baselines)] == pytest.approx([30.0, 30.0])
    assert block.height == pytest.approx((ASCENT + DESCENT) * SIZE + 60)


@pytest.mark.parametrize(("align", "share"), [("left", 0.0), ("center", 0.5), ("right", 1.0)])
def test_lines_are_aligned_in_the_block(align: Align, share: float) -> None:
    block = lay_out(parse("a long line\nshort"), size=SIZE, align=align)
    for line in block.lines:
        assert line.x == pytest.approx((block.width - line.width) * share)
        assert line.pieces[0].x == pytest.approx(line.x)


@pytest.mark.parametrize("wrap", [110, 160, 240, 400, 800])
def test_wrapped_lines_fit(wrap: float) -> None:
    block = lay_out(parse(ZH), size=SIZE, wrap=wrap)
    assert block.overflow == 0 or wrap < shape("Response-1。", TextStyle(SIZE)).width
    assert "".join(texts(block)).replace(" ", "") == ZH.replace(" ", "")
    assert all(line.width <= max(wrap, block.width) + 1e-6 for line in block.lines)


TOKENS = "奖励 模型 的 RLHF Response-1 3.14 policy （ ） ， 。 “ ” … — ( ) 、 和 ① → 《 》"
mixed = st.lists(st.sampled_from([*TOKENS.split(), " ", " "]), min_size=1, max_size=30).map("".join)


@given(mixed, st.floats(60, 400))
@settings(max_examples=200)
def test_fuzzed_labels_lose_nothing_and_obey_kinsoku(text: str, wrap: float) -> None:
    block = lay_out(parse(literal(text)), size=SIZE, wrap=wrap)
    lines = texts(block)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for said in lines[1:]:
        assert said == "" or said[0] not in NO_START
    for said in lines[:-1]:
        assert said.rstrip() == "" or said.rstrip()[-1] not in NO_END
    for line in block.lines:
        if line.width > wrap + 1e-3:  # one word, and the marks that may not leave it
            whole = "".join(piece.text for piece in line.pieces)
            assert " " not in whole.strip() or any(mark in whole for mark in NO_START | NO_END), whole
    assert block.overflow == pytest.approx(max(0.0, max(line.width for line in block.lines) - wrap), abs=1e-3)
    pieces = [piece for line in block.lines for piece in line.pieces]
    assert all(-SIZE <= piece.x <= block.width + 1e-6 for piece in pieces)


def test_a_word_too_wide_is_reported_not_cut() -> None:
    block = lay_out(parse("Response-123456"), size=SIZE, wrap=50)
    assert texts(block) == ["Response-123456"]
    assert block.overflow == pytest.approx(block.width - 50)


def test_a_hyphenated_word_breaks_only_in_need() -> None:
    assert texts(lay_out(parse("Group-Relative-Policy"), size=SIZE, wrap=160)) == ["Group-", "Relative-Policy"]
    assert texts(lay_out(parse("the Group-Relative"), size=SIZE, wrap=145)) == ["the", "Group-Relative"]


def test_chinese_words_and_clauses_guide_the_breaks() -> None:
    assert texts(lay_out(parse("优化大语言模型的策略"), size=SIZE, wrap=110)) == ["优化大语言", "模型的策略"]
    assert texts(lay_out(parse("奖励模型反馈"), size=SIZE, wrap=85)) == ["奖励", "模型反馈"]
    assert texts(lay_out(parse("先训练模型，再评估"), size=SIZE, wrap=130)) == ["先训练模型，", "再评估"]


def test_no_orphan() -> None:
    assert texts(lay_out(parse("The reward model is a net"), size=SIZE, wrap=215))[-1] != "net"
    assert len(texts(lay_out(parse("奖励模型的训练流程"), size=SIZE, wrap=165))[-1]) > 1


def test_blank_halves_at_line_ends_are_trimmed() -> None:
    block = lay_out(parse("（策略）"), size=SIZE)
    assert block.width == pytest.approx(3 * SIZE)
    assert block.lines[0].pieces[0].x == pytest.approx(-SIZE / 2)


def test_spans_take_part_in_one_line() -> None:
    block = lay_out(parse("用**PPO**训练"), size=SIZE)
    bold = TextStyle(SIZE, bold=True)
    expected = 3 * SIZE + shape("PPO", bold).width + 2 * chars.AUTOSPACE * SIZE
    assert block.width == pytest.approx(expected)
    assert [p.font for p in block.lines[0].pieces if hasattr(p, "font")] == ["sc", "sans-bold", "sc"]


def test_quotes_see_across_spans() -> None:
    block = lay_out(parse("他说“**PPO**”"), size=SIZE)
    fonts = {p.text: p.font for p in block.lines[0].pieces if hasattr(p, "font")}
    assert fonts == {"他说“": "sc", "PPO": "sans-bold", "”": "sc"}


def test_defaults_apply_to_all_spans() -> None:
    block = lay_out(parse("a *b*"), size=SIZE, bold=True)
    assert [p.font for p in block.lines[0].pieces if hasattr(p, "font")] == ["sans-bold", "sans-bold-italic"]


def test_formulas_stand_in_the_line_and_space_like_latin() -> None:
    block = lay_out(parse("损失 $L$，以$x$计"), size=SIZE, formula=small)
    fifth = chars.AUTOSPACE * SIZE
    width = shape("损失 ", TextStyle(SIZE)).width + 30 + 2 * SIZE + fifth + 30 + fifth + SIZE
    assert block.width == pytest.approx(width)


def test_tall_formulas_push_lines_apart_only_as_far_as_needed() -> None:
    flat = lay_out(parse("a\n$x$\nb"), size=SIZE, formula=small)
    high = lay_out(parse("a\n$x$\nb\nc"), size=SIZE, formula=tall)
    gaps = [b.baseline - a.baseline for a, b in pairwise(high.lines)]
    assert flat.lines[1].baseline - flat.lines[0].baseline == pytest.approx(1.35 * SIZE)
    assert gaps[0] > 2.0 * SIZE
    assert gaps[1] > 1.35 * SIZE
    assert gaps[2] == pytest.approx(1.35 * SIZE)


def test_a_formula_needs_a_source() -> None:
    with pytest.raises(FigureError, match="only text"):
        lay_out(parse("$x$"), size=SIZE)


def test_items_are_absolute_and_coloured() -> None:
    block = lay_out(parse("the [reward]{loss} $r$"), size=SIZE, formula=small)
    runs = block.items(100, 50, "#111111", ink)
    assert [item.color for item in runs if isinstance(item, GlyphRun)] == ["#111111", "#aa0000", "#111111"]
    first = runs[0]
    assert isinstance(first, GlyphRun)
    assert first.glyphs[0].x == pytest.approx(100)
    assert first.glyphs[0].y == pytest.approx(50 + block.baseline)
    assert first.rect.x == pytest.approx(100)
    assert first.rect.y == pytest.approx(50)
    assert isinstance(runs[-1], Shape)


def test_the_box_of_all_runs_is_the_block() -> None:
    block = lay_out(parse("奖励 model\n训练"), size=SIZE)
    rects = [item.rect for item in block.items(7, 9, "#000000", ink) if isinstance(item, GlyphRun)]
    assert min(r.x for r in rects) == pytest.approx(7)
    assert max(r.right for r in rects) == pytest.approx(7 + block.width)
    assert max(r.bottom for r in rects) == pytest.approx(9 + block.height)


def test_plain_joins_lines_as_each_script_does() -> None:
    assert lay_out(parse("Reward\nmodel"), size=SIZE).plain == "Reward model"
    assert lay_out(parse("奖励\n模型"), size=SIZE).plain == "奖励模型"
    assert lay_out(parse("**奖励** $r$"), size=SIZE, formula=small).plain == "奖励 r"


def test_missing_glyphs_are_errors() -> None:
    with pytest.raises(GlyphError):
        lay_out(parse("ก"), size=SIZE)


def test_nothing_to_say() -> None:
    block = lay_out((), size=SIZE, wrap=50)
    assert (block.width, block.items(0, 0, "#000000", ink)) == (0, ())
    assert block.height == pytest.approx((ASCENT + DESCENT) * SIZE)


def test_labels_are_remembered_whatever_formula_source_comes_along() -> None:
    spans = parse("no formula here")
    assert lay_out(spans, size=SIZE, formula=small) is lay_out(spans, size=SIZE, formula=tall)
