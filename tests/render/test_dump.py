"""The snapshot text changes with everything visible, and with nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

import pytest

from llmfig.errors import Source
from llmfig.geometry import Path, Point, Rect
from llmfig.scene.dump import dump
from llmfig.scene.model import Allowance, Box, End, Glyph, GlyphRun, Gradient, Group, Item, Link, Paint, Scene, Shape
from tests.render import scenes


def edited(item: Any, kind: type, change: Callable[[Any], Any], which: int = 0) -> Any:
    """The scene with the `which`-th item of a kind changed (`None` drops it)."""
    seen = -1

    def visit(item: Item) -> Item | None:
        nonlocal seen
        if isinstance(item, kind):
            seen += 1
            if seen == which:
                changed: Item | None = change(item)
                return changed
        if isinstance(item, Group):
            return replace(item, children=tuple(c for c in map(visit, item.children) if c is not None))
        return item

    found = replace(item, root=visit(item.root))
    assert seen >= which
    return found


def moved(run: GlyphRun) -> GlyphRun:
    return replace(run, glyphs=tuple(Glyph(g.gid, g.x + 1, g.y) for g in run.glyphs))


PAINT: dict[str, Any] = {
    "fill": "#e6eefc", "stroke": "#123456", "width": 1.75, "dash": (4.0, 3.0), "cap": "round", "join": "miter",
    "opacity": 0.9,
}  # fmt: skip
DEFECTS: dict[str, Callable[[Scene], Scene]] = {
    "dropped label": lambda s: edited(s, GlyphRun, lambda r: None),
    "other word": lambda s: edited(s, GlyphRun, lambda r: replace(r, text="Reward modal")),
    "moved text": lambda s: edited(s, GlyphRun, moved),
    "text size": lambda s: edited(s, GlyphRun, lambda r: replace(r, size=r.size + 0.5)),
    "text colour": lambda s: edited(s, GlyphRun, lambda r: replace(r, color="#1c2531")),
    "text font": lambda s: edited(s, GlyphRun, lambda r: replace(r, font="sans-bold")),
    "one letter moved": lambda s: edited(
        s, GlyphRun, lambda r: replace(r, glyphs=(*r.glyphs[:-1], replace(r.glyphs[-1], x=r.glyphs[-1].x + 1)))
    ),
    "lost letter": lambda s: edited(s, GlyphRun, lambda r: replace(r, glyphs=r.glyphs[:-1])),
    "swapped symbol": lambda s: edited(
        s, GlyphRun, lambda r: replace(r, glyphs=(replace(r.glyphs[0], gid=2), *r.glyphs[1:])), which=2
    ),
    "moved symbol": lambda s: edited(s, GlyphRun, moved, which=2),
    "moved box": lambda s: edited(s, Box, lambda b: replace(b, rect=b.rect.shifted(1, 0))),
    "wider box": lambda s: edited(s, Box, lambda b: replace(b, rect=replace(b.rect, w=b.rect.w + 1))),
    "radius": lambda s: edited(s, Box, lambda b: replace(b, radius=b.radius + 1)),
    "gradient colour": lambda s: edited(
        s, Box, lambda b: replace(b, paint=replace(b.paint, fill=replace(b.paint.fill, colors=("#71ccf5", "#f0adb8"))))
    ),
    "gradient line": lambda s: edited(
        s, Box, lambda b: replace(b, paint=replace(b.paint, fill=replace(b.paint.fill, end=Point(201, 90))))
    ),
    "point of a path": lambda s: edited(s, Shape, lambda p: replace(p, path=p.path.shifted(0, 1))),
    "dropped arrowhead": lambda s: edited(s, Shape, lambda p: None, which=1),
    "turned group": lambda s: edited(s, Group, lambda g: replace(g, rotate=g.rotate + 1), which=1),
    "dropped group": lambda s: edited(s, Group, lambda g: None, which=1),
    "role": lambda s: edited(s, Group, lambda g: replace(g, role="loss"), which=1),
    "order": lambda s: replace(s, root=replace(s.root, children=s.root.children[::-1])),
    "background": lambda s: replace(s, background="#fffffe"),
    "page": lambda s: replace(s, height=s.height + 1),
    "title": lambda s: replace(s, title="Prober"),
    "alt": lambda s: replace(s, alt="Another."),
    "credit": lambda s: replace(s, credit=""),
    "allowance": lambda s: replace(s, allowances=()),
}


@pytest.mark.parametrize("name", DEFECTS)
def test_a_planted_defect_changes_the_text(name: str) -> None:
    scene = scenes.full()
    assert dump(DEFECTS[name](scene)) != dump(scene)


@pytest.mark.parametrize("name", PAINT)
def test_every_part_of_a_paint_is_in_the_text(name: str) -> None:
    assert set(PAINT) == {f.name for f in fields(Paint)}
    plain = Paint("#eef4ff", "#000000")
    texts = {dump(scenes.scene(Box(Rect(0, 0, 9, 9), p))) for p in (plain, replace(plain, **{name: PAINT[name]}))}
    assert len(texts) == 2


def test_what_nobody_sees_is_not_in_the_text() -> None:
    scene = scenes.full()
    elsewhere = Source("/elsewhere/probe.py", 99)
    other = replace(
        edited(scene, Group, lambda g: replace(g, source=elsewhere), which=1),
        source=elsewhere,
        allowances=tuple(replace(a, source=elsewhere) for a in scene.allowances),
    )
    renumbered = edited(
        other, GlyphRun, lambda r: replace(r, glyphs=tuple(replace(g, gid=g.gid + 1) for g in r.glyphs))
    )
    noise = edited(renumbered, Box, lambda b: replace(b, rect=b.rect.shifted(1e-9, -1e-9)))
    assert dump(noise) == dump(scene)


def test_connectors_show_their_ends_and_route() -> None:
    scene = scenes.scene(scenes.arrow("a"))
    line = next(line for line in dump(scene).splitlines() if line.startswith("  arrow"))
    assert line == "  arrow a [220 60 80 88] from box 220,60 to free 300,148 route 220,60 300,60 300,140.5"
    link = Link(End(Point(220, 60), "box"), End(Point(300, 148), None), (Point(220, 60), Point(300, 148)), curved=True)
    assert "curve 220,60 300,148" in dump(edited(scene, Group, lambda g: replace(g, link=link), which=1))


def test_the_text_is_one_line_an_item_and_readable() -> None:
    ramp = Gradient(Point(0, 0), Point(0, 10), ("#ffffff", "#000000"))
    text = dump(
        scenes.scene(
            scenes.words("t", '奖励 "a"\n\u202eb', 10, 30),
            scenes.formula(10, 60),
            Box(Rect(0, 0, 10, 10.504), Paint(ramp, opacity=0.5)),
            Shape(Path((("M", 0, -0.001), ("L", 1, 1), ("Z",))), Paint()),
        )
    )
    lines = text.splitlines()
    assert re.fullmatch(r'  text t \[10 15.6 [\d.]+ 19.2\] says "奖励 \\"a\\"\\n\\u202eb"', lines[5])
    assert lines[6].startswith(r'    text "奖励 \"a\"\n\u202eb" sans 16 #1c2530 at 10 30 [')
    a, b, c, d = scenes.SYMBOLS
    places = f"{a}@0,0 {b}@11.3,-4.2 {c}@22.6,0 {d}@33.9,-4.2"
    assert f"    symbols math 18 #0a6790 at 10 60 [10 44 45.2 20]: {places}" in lines
    assert "  rect [0 0 10 10.5] fill #ffffff to #000000 along 0,0 0,10 opacity 0.5" in lines
    assert lines[-1] == "  path invisible d M 0 0 L 1 1 Z"
    assert text.endswith("\n")


def test_allowances_come_last_with_their_reason() -> None:
    scene = replace(scenes.scene(), allowances=(Allowance("overlap", "", "a ring", scenes.SOURCE),))
    assert dump(scene).splitlines()[-1] == 'allow overlap everywhere: "a ring"'
