"""Words and their places, read from the SVG files."""

from __future__ import annotations

from pathlib import Path

import pytest

from llmfig.build import build_scene
from llmfig.gallery.svg import one_line, read_svg
from llmfig.geometry import Point, Rect, union
from llmfig.project import find
from llmfig.registry import discover, load
from llmfig.render.write import write
from llmfig.runner.render import theme
from llmfig.scene.model import GlyphRun, Group, Scene
from tests.gallery.conftest import FLOW, WORDS
from tests.gallery.conftest import write as write_file

ROOT = Path(__file__).resolve().parents[2]


def scene_of(name: str, lang: str) -> Scene:
    project = find(ROOT)
    ref = next(ref for ref in discover(project) if ref.name == name)
    return build_scene(load(ref.file), "zh" if lang == "zh" else "en", theme(project, "book"))


def placed(group: Group, turned: bool = False) -> list[tuple[Group, bool]]:
    """All groups, and whether they, something round them or something in them is turned."""
    around = turned or bool(group.rotate)
    below = [pair for child in group.children if isinstance(child, Group) for pair in placed(child, around)]
    return [(group, around or any(is_turned for _, is_turned in below)), *below]


def runs(group: Group) -> list[GlyphRun]:
    """What is written in a group and in the groups in it."""
    found = []
    for child in group.children:
        found += runs(child) if isinstance(child, Group) else [child] if isinstance(child, GlyphRun) else []
    return found


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("name", ["rlhf/rlhf_ppo_training", "llm_basics/llm_overview", "llm_extended/rope"])
def test_words_stand_where_the_scene_writes_them(name: str, lang: str, tmp_path: Path) -> None:
    scene = scene_of(name, lang)
    width, height, words = read_svg(write(scene, tmp_path / "a.svg"))
    assert (width, height) == (round(scene.width), round(scene.height))
    said = [
        (one_line(g.text), g, turned) for g, turned in placed(scene.root) if g.kind in ("text", "formula") and g.text
    ]
    found = [word for word in words if word.text in {text for text, _, _ in said}]
    assert [word.text for word in found] == [text for text, _, _ in said]
    for word, (text, group, turned) in zip(found, said, strict=True):
        box = Rect(*word.box)
        assert Rect(0, 0, width, height).grown(2).contains(box), text
        assert word.latex == " ".join(group.latex.split())
        if turned:
            continue  # their own tests are below
        ink = union(r.rect for r in runs(group) if r.glyphs)
        for mine, its in ((box.x, ink.x), (box.right, ink.right), (box.y, ink.y), (box.bottom, ink.bottom)):
            assert abs(mine - its) < 14, (text, box, ink)


def test_turned_words(tmp_path: Path) -> None:
    """A word that is turned by 90° about (100, 100) stands upright beside it."""
    svg = tmp_path / "a.svg"
    svg.write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><g id="a" data-kind="figure">'
        '<g id="b" data-kind="text" data-text="turned" transform="rotate(90 100 100)">'
        '<text font-size="20"><tspan x="150" y="100" textLength="60">turned</tspan></text></g></g></svg>'
    )
    (word,) = read_svg(svg)[2]
    box = Rect(*word.box)
    # (150, 100) goes to (100, 150), and the line runs down from there; its ascent points to the right.
    assert box.y == 150
    assert box.bottom == 210
    assert box.holds(Point(110, 180))
    assert not box.holds(Point(85, 180))
    assert box.w < 30


def test_a_real_figure_with_turned_words(tmp_path: Path) -> None:
    scene = scene_of("llm_basics/llm_overview", "en")
    _, _, words = read_svg(write(scene, tmp_path / "a.svg"))
    turned = [(g.text, g.rect) for g, is_turned in placed(scene.root) if is_turned and g.text == "num_head"]
    upright = [box for word in words if word.text == "num_head" and (box := Rect(*word.box)).h > 2 * box.w]
    assert turned
    assert len(upright) == len(turned)
    for box, (_, frame) in zip(upright, turned, strict=True):
        assert frame.grown(4).contains(box)


def test_title_and_credit_are_no_words_of_the_figure(tmp_path: Path) -> None:
    words = read_svg(write(scene_of("rlhf/ppo_kl", "zh"), tmp_path / "a.svg"))[2]
    assert not [word for word in words if "改编自" in word.text]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("策略\n模型", "策略模型"),
        ("Policy\nmodel", "Policy model"),
        ("参考模型\nRef", "参考模型 Ref"),
        (" a \n\n b ", "a b"),
        ("", ""),
    ],
)
def test_lines_become_one(text: str, line: str) -> None:
    assert one_line(text) == line


@pytest.mark.parametrize("text", ["", "<svg", "<svg xmlns='http://www.w3.org/2000/svg'/>"])
def test_what_is_no_figure_is_told(tmp_path: Path, text: str) -> None:
    file = tmp_path / "a.svg"
    file.write_text(text)
    with pytest.raises(ValueError, match="not an SVG of llmfig"):
        read_svg(file)


def test_formulas_are_as_high_as_their_symbols(tmp_path: Path) -> None:
    write_file(tmp_path, "figures/one/_words.py", WORDS)
    file = write_file(tmp_path, "figures/one/flow.py", FLOW.replace("r = ", r"\frac{r}{s} = "))
    scene = build_scene(load(file), "en", theme(find(tmp_path), "book"))
    words = read_svg(write(scene, tmp_path / "a.svg"))[2]
    formula = next(word for word in words if word.latex)
    plain = next(word for word in words if word.text == "Prompt")
    assert formula.latex.startswith(r"\frac{r}{s} = \exp")
    assert formula.box[3] > 1.6 * plain.box[3]
