"""The SVG document: valid whatever the author wrote, searchable, inlinable, the same every time."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from llmfig.errors import FigureError
from llmfig.geometry import Path, Point, Rect
from llmfig.render.svg import Text, to_svg
from llmfig.scene.model import Box, Glyph, GlyphRun, Gradient, Group, Paint, Shape
from tests.render import scenes

SVG = "{http://www.w3.org/2000/svg}"
DC = "{http://purl.org/dc/elements/1.1/}"
XLINK = "{http://www.w3.org/1999/xlink}href"
MODES: tuple[Text, ...] = ("outline", "live")
HOSTILE = [
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "]]>",
    "a & b &amp; <c> 'd' \"e\"",
    "\u202eright to left\u202c \u200f\u0645\u0631",
    "line\nbreak\ttab",
    "nul\0bell\x07 lone surrogate \ud800 \ufffe",
    "<!-- --> <?xml ?> <!DOCTYPE x>",
]


def parse(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg.encode())


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("mode", MODES)
def test_hostile_text_stays_text(text: str, mode: Text) -> None:
    label = scenes.run("safe", 10, 30)
    inside = Group(text, text, label.rect, (replace(label, text=text),), role=text, text=text)
    scene = replace(scenes.scene(inside, title=text, alt=text, name=text), credit=text, chapter=text)
    found = to_svg(scene, text=mode)
    plain = re.sub("[\0\x07\ud800\ufffe]", "\ufffd", text)
    root = parse(found)
    assert {e.tag.split("}")[1] for e in root.iter()} <= {
        "svg", "style", "defs", "path", "title", "desc", "metadata", "RDF", "Description", "identifier", "description",
        "language", "format", "type", "creator", "source", "rights", "rect", "g", "use", "text", "tspan",
    }  # fmt: skip
    group = next(e for e in root.iter(f"{SVG}g") if e.get("data-text"))
    assert group.get("data-text") == group.get("data-role") == group.get("data-kind") == plain
    assert root.findtext(f"{SVG}desc") == plain
    assert "".join(next(root.iter(f"{SVG}text")).itertext()) == plain
    assert not re.search(r"\s", group.get("id") or " ")
    ids = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(ids) == len(set(ids))


def test_the_document_says_what_it_is() -> None:
    scene = scenes.scene(title="奖励模型", alt="一个盒子。", lang="zh")
    root = parse(to_svg(scene))
    assert root.attrib.items() >= {"width": "480", "height": "320", "viewBox": "0 0 480 320", "role": "img"}.items()
    assert root.get("lang") == root.get("{http://www.w3.org/XML/1998/namespace}lang") == "zh-CN"
    named = (root.get("aria-labelledby") or "").split()
    assert [next(e.text for e in root.iter() if e.get("id") == name) for name in named] == [scene.title, scene.alt]
    said = {e.tag.removeprefix(DC): e.text for e in root.iter() if e.tag.startswith(DC)}
    assert said["title"] == scene.title
    assert said["creator"] == scene.credit
    assert said["source"] == "github.com/changyeyu/LLM-RL-Visualized"
    assert said["language"] == "zh-CN"
    assert said["rights"] == scene.rights
    assert said["identifier"] == "c/probe"


def test_a_document_without_credit_claims_nothing() -> None:
    root = parse(to_svg(replace(scenes.scene(), credit="", rights="")))
    assert not {"creator", "source", "rights"} & {e.tag.removeprefix(DC) for e in root.iter()}


def test_groups_keep_their_names() -> None:
    root = parse(to_svg(scenes.full()))
    box = next(e for e in root.iter(f"{SVG}g") if e.get("id") == "probe-en-box")
    assert (box.get("data-kind"), box.get("data-role")) == ("box", "model")
    formula = next(e for e in root.iter(f"{SVG}g") if e.get("data-kind") == "formula")
    assert formula.get("data-latex") == r"\pi_\theta < 1"
    turned = next(e for e in root.iter(f"{SVG}g") if e.get("id") == "probe-en-side")
    assert (turned.get("transform") or "").startswith("rotate(-90 ")


def test_every_glyph_is_defined_once_and_every_reference_has_its_target() -> None:
    text = to_svg(scenes.full())
    root = parse(text)
    names = [e.get("id") for e in root.iter() if e.get("id")]
    assert len(names) == len(set(names))
    used = {(e.get(XLINK) or "")[1:] for e in root.iter(f"{SVG}use")} | set(re.findall(r"url\(#([^)]+)\)", text))
    assert used <= set(names)
    outlines = [e.get("d") for e in root.iter(f"{SVG}path") if e.get("id")]
    assert len(outlines) == len(set(outlines))
    assert len(list(root.iter(f"{SVG}use"))) > len(outlines)


def test_two_pictures_in_one_page_share_no_id() -> None:
    scene = scenes.full()
    pictures = [scene, replace(scene, lang="zh"), replace(scene, id="other")]
    found = [set(re.findall(r'\bid="([^"]+)"', to_svg(p))) for p in pictures]
    found.append(set(re.findall(r'\bid="([^"]+)"', to_svg(pictures[0], id_prefix="before-"))))
    assert len(set().union(*found)) == sum(map(len, found))


def test_nothing_that_cairosvg_drops_is_written() -> None:
    found = "".join(to_svg(scenes.crowd(seed), text=mode) for seed in range(4) for mode in MODES)
    assert not re.search(r"<(mask|filter|pattern|foreignObject|image|clipPath)|var\(|hsl|rgba|blend|paint-order", found)
    assert not re.search(r'="#[0-9a-fA-F]{8}"', found)
    drawn = re.sub(r"<style.*?</style>|(data-\w+|id|xlink:href)=\"[^\"]*\"|<text.*?</text>", "", found, flags=re.DOTALL)
    assert not re.search(r"nan|inf\b|\de[-+]?\d", drawn)


def test_hidden_text_joins_the_runs_of_a_group() -> None:
    lines = [scenes.run("Reward", 10, 30), scenes.run("model", 10, 50), scenes.run("奖励", 60, 50, font="sc", size=15)]
    group = Group("t", "text", Rect(10, 10, 90, 40), tuple(lines), text="Reward model奖励")
    texts = list(parse(to_svg(scenes.scene(group))).iter(f"{SVG}text"))
    assert len(texts) == 1
    assert "".join(texts[0].itertext()) == "Reward model奖励"
    spans = list(texts[0])
    assert [s.get("y") for s in spans] == ["30", "50", "50"]
    assert float(spans[0].get("textLength") or 0) == pytest.approx(lines[0].rect.w, abs=0.006)
    assert spans[2].get("font-size") == "15"
    assert "<text" not in to_svg(scenes.scene(group), hidden_text=False)


@pytest.mark.parametrize(
    ("parts", "text"),
    [
        (["经验回放", "缓冲区"], "经验回放\n缓冲区"),
        (["Large", "模型"], "Large\n模型"),
        (["模型》", " · site"], "模型》 · site"),
        (["one ", "two"], "one two"),
        (["x", "y"], "something else"),
    ],
)
def test_hidden_text_reads_as_the_author_wrote_it(parts: list[str], text: str) -> None:
    runs = [replace(scenes.run("x", 10, 30 + 20 * i), text=part) for i, part in enumerate(parts)]
    found = parse(to_svg(scenes.scene(Group("t", "text", Rect(0, 0, 9, 9), tuple(runs), text=text))))
    said = "".join(next(found.iter(f"{SVG}text")).itertext()).strip()
    assert said in {text, text.replace("\n", ""), text.replace("\n", " "), " ".join(parts)}
    assert "经验回放 " not in said
    assert "Large模" not in said


def test_characters_of_vertical_text_have_their_own_places() -> None:
    run = scenes.run("奖励", 10, 30, font="sc")
    upright = replace(run, glyphs=tuple(Glyph(g.gid, 10, 30 + 20 * i) for i, g in enumerate(run.glyphs)))
    span = next(parse(to_svg(scenes.scene(upright))).iter(f"{SVG}tspan"))
    assert (span.get("x"), span.get("y")) == ("10 10", "30 50")


def test_live_text_embeds_what_it_needs_and_leaves_formulas_alone() -> None:
    root = parse(to_svg(scenes.full(), text="live"))
    style = root.findtext(f"{SVG}style") or ""
    assert style.count("@font-face") == 3
    assert "text-rendering:geometricPrecision" in style
    assert "text-spacing-trim:space-all" in style
    assert len(style) < 40_000
    texts = ["".join(e.itertext()) for e in root.iter(f"{SVG}text")]
    assert "Reward model" in texts
    assert "奖励模型" in texts
    formula = next(e for e in root.iter(f"{SVG}g") if e.get("data-kind") == "formula")
    assert len(list(formula.iter(f"{SVG}use"))) == 3


def test_numbers_are_short() -> None:
    found = to_svg(scenes.scene(Box(Rect(1 / 3, -0.001, 10.10000001, 5), Paint("#000000", "#000000", 1 / 3))))
    assert '<rect x="0.33" y="0" width="10.1" height="5" fill="#000000" stroke="#000000" stroke-width="0.33"' in found


NAN, INFINITE = float("nan"), float("inf")
BAD = [
    Box(Rect(NAN, 0, 1, 1), Paint("#000000")),
    Box(Rect(0, 0, 1, 1), Paint(Gradient(Point(0, INFINITE), Point(0, 0), ("#000000", "#ffffff")))),
    Box(Rect(0, 0, -5, 1), Paint("#000000")),
    Box(Rect(0, 0, 1, 1), Paint("red")),
    Box(Rect(0, 0, 1, 1), Paint("#000000", "hsl(0 0% 0%)")),
    Box(Rect(0, 0, 1, 1), Paint(None, "#000000", dash=(1, NAN))),
    Shape(Path((("M", 0, 0), ("L", 1, NAN))), Paint("#000000")),
    Shape(Path((("M", 0, 0), ("L", -INFINITE, 0))), Paint("#000000")),
    Shape(Path((("M", 0, 0), ("L", 1e9, 0))), Paint("#000000")),
    GlyphRun("a", "sans", 16, "#000000", (Glyph(5, 0, 0), Glyph(5, NAN, 0)), Rect(0, 0, 1, 1)),
    GlyphRun("a", "sans", 0, "#000000", (Glyph(5, 0, 0),), Rect(0, 0, 1, 1)),
    Group("x", "box", Rect(0, 0, 1, 1), rotate=NAN),
]


@pytest.mark.parametrize("item", BAD)
def test_what_cannot_be_drawn_is_refused_with_its_place(item: Box | Shape | GlyphRun | Group) -> None:
    inner = Group("panel/box-2", "box", Rect(0, 0, 9, 9), (item,), source=scenes.SOURCE)
    with pytest.raises(FigureError, match=r"(probe\.py:7: panel/box-2|x) \(box\): .*\n  fix: "):
        to_svg(scenes.scene(inner))


PROGRAM = """
import hashlib
from llmfig.render.write import render
from llmfig.render.thumbnail import thumbnail
from llmfig.scene.dump import dump
from tests.render import scenes
scene = scenes.full()
files = [render(scene, format=f) for f in ("svg", "png", "pdf")]
files += [render(scene, format="svg", text="live"), thumbnail(scene), dump(scene).encode()]
print(*(hashlib.sha256(file).hexdigest() for file in files))
"""


def test_the_same_scene_makes_the_same_bytes_in_every_process() -> None:
    found = set()
    for seed in ("0", "1", "77"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"UTC{seed}"}
        command = [sys.executable, "-c", PROGRAM]
        found.add(subprocess.run(command, env=environment, check=True, capture_output=True).stdout)
    assert len(found) == 1


def test_an_empty_figure_has_a_size() -> None:
    with pytest.raises(FigureError, match="0 x 0 px"):
        to_svg(replace(scenes.scene(), width=0, height=0))
