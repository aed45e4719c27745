"""Vertical text."""

from itertools import pairwise

import pytest

from llmfig.scene.model import GlyphRun, Group
from llmfig.text import fonts
from llmfig.text.markup import parse
from llmfig.text.shaping import TextStyle, shape
from llmfig.text.vertical import TURN_GAP, Turned, Upright, VerticalLayout, lay_out_vertical

SIZE = 20.0


def said(block: VerticalLayout) -> list[str]:
    out = []
    for column in block.columns:
        for piece in column.pieces:
            if isinstance(piece, Turned):
                out.append("/" + "".join(p.text for p in piece.line.pieces))
            else:
                out.append(piece.text)
    return out


def test_hanzi_stack() -> None:
    block = lay_out_vertical("奖励模型", size=SIZE)
    assert block.width == pytest.approx(SIZE)
    assert block.height == pytest.approx(4 * SIZE)
    (run,) = block.items(100, 50, "#000000", str)
    assert isinstance(run, GlyphRun)
    assert {g.x for g in run.glyphs} == {100.0}
    steps = [b.y - a.y for a, b in pairwise(run.glyphs)]
    assert steps == pytest.approx([SIZE] * 3)


def test_words_are_turned_as_a_whole() -> None:
    block = lay_out_vertical("用RLHF训练", size=SIZE)
    assert said(block) == ["用", "/RLHF", "训练"]
    _, group, last = block.items(100, 50, "#000000", str)
    assert isinstance(group, Group)
    assert (group.kind, group.rotate, group.text) == ("run", 90.0, "RLHF")
    word = shape("RLHF", TextStyle(SIZE)).width
    assert group.rect.cx == pytest.approx(110)
    assert group.rect.w == pytest.approx(word)
    assert isinstance(last, GlyphRun)
    assert block.height == pytest.approx(3 * SIZE + word + 2 * TURN_GAP * SIZE)
    # Turned about its middle, the word stands between the hanzi.
    assert group.rect.cy - word / 2 == pytest.approx(50 + (1 + TURN_GAP) * SIZE)


def test_spaces_round_a_turned_word_are_room_between() -> None:
    tight, spaced = (lay_out_vertical(text, size=SIZE) for text in ("用RLHF训练", "用 RLHF 训练"))
    (_, turned, last), (_, turned_spaced, last_spaced) = (b.columns[0].pieces for b in (tight, spaced))
    assert turned.y == turned_spaced.y == pytest.approx((1 + TURN_GAP) * SIZE)
    assert last.y == pytest.approx(last_spaced.y)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("共12步", ["共", "12", "步"]),
        ("第3", ["第", "3"]),
        ("共100步", ["共", "/100", "步"]),
        ("GPT-4好", ["/GPT-4", "好"]),
        ("❶①好", ["❶", "①", "好"]),
        ("状态→动作", ["状态", "/→", "动作"]),
    ],
)
def test_what_stands_and_what_is_turned(text: str, expected: list[str]) -> None:
    assert said(lay_out_vertical(text, size=SIZE)) == expected


def test_marks_take_their_vertical_form() -> None:
    (piece,) = lay_out_vertical("（说", size=SIZE).columns[0].pieces
    assert isinstance(piece, Upright)
    assert piece.glyphs[0].gid != fonts.glyph_id("sc", "（")
    ink = fonts.glyph_path("sc", piece.glyphs[0].gid).bounds()
    assert ink.w > ink.h  # a bracket that lies


def test_marks_are_squeezed_and_trimmed_as_in_a_line() -> None:
    assert lay_out_vertical("（说）", size=SIZE).height == pytest.approx(2 * SIZE)
    assert lay_out_vertical("好），说", size=SIZE).height == pytest.approx(3.5 * SIZE)


def test_marks_that_fill_their_cell_are_not_squeezed() -> None:
    for text in ("好！？", "说：（", "好；"):
        block = lay_out_vertical(text, size=SIZE)
        assert block.height == pytest.approx(len(text) * SIZE)
        for run in block.items(0, 0, "#000000", str):
            assert isinstance(run, GlyphRun)
            for glyph in run.glyphs:
                ink = fonts.glyph_path(run.font, glyph.gid).mapped(SIZE, SIZE, glyph.x, glyph.y).bounds()
                assert -0.01 <= ink.y <= ink.bottom <= block.height + 0.01


def test_columns_run_from_right_to_left() -> None:
    block = lay_out_vertical("第一\n第二列", size=SIZE, line_height=1.5)
    assert block.width == pytest.approx(2.5 * SIZE)
    assert [c.x for c in block.columns] == pytest.approx([2 * SIZE, 0.5 * SIZE])
    assert block.height == pytest.approx(3 * SIZE)
    assert block.plain == "第一第二列"


def test_markup_roles_and_weight() -> None:
    block = lay_out_vertical("[奖励]{loss}**模**", size=SIZE)
    runs = block.items(0, 0, "#111111", lambda role: "#aa0000")
    assert [(r.color, r.font) for r in runs if isinstance(r, GlyphRun)] == [("#aa0000", "sc"), ("#111111", "sc-bold")]
    (bold,) = lay_out_vertical(parse("奖"), size=SIZE, bold=True).items(0, 0, "#111111", str)
    assert isinstance(bold, GlyphRun)
    assert bold.font == "sc-bold"
