"""Scenes with everything a writer can meet, built by hand: the tests of the writers need no layout."""

from __future__ import annotations

import random
from dataclasses import replace

import uharfbuzz as hb

from llmfig.errors import Source
from llmfig.geometry import Path, Point, Rect, polyline
from llmfig.scene.model import (
    Allowance,
    Box,
    End,
    Glyph,
    GlyphRun,
    Gradient,
    Group,
    Item,
    Link,
    Paint,
    Scene,
    Shape,
)
from llmfig.text import fonts

SOURCE = Source("figures/c/probe.py", 7)
COLORS = ("#71ccf5", "#ffe699", "#c0bfde", "#f0adb7", "#1c2530")
WORDS = ("reward", "model", "policy", "advantage", "KL", "π", "θ", "AVATAR", "f(x)", "VAT", "—", "|x|", "0.375")
HAN = "奖励模型，策略梯度；优势函数：强化学习"
SYMBOLS = tuple(fonts.glyph_id("math", char) or 0 for char in "𝜋 <1")  # the second is blank


def run(text: str, x: float, y: float, *, size: float = 16, font: str = "sans", color: str = "#1c2530") -> GlyphRun:
    """A text from (x, y) on its baseline, shaped."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    opened = fonts.font(font)
    hb.shape(opened, buffer)
    k, at, glyphs = size / opened.face.upem, x, []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        glyphs.append(Glyph(info.codepoint, at + position.x_offset * k, y - position.y_offset * k))
        at += position.x_advance * k
    return GlyphRun(text, font, size, color, tuple(glyphs), Rect(x, y - 0.9 * size, at - x, 1.2 * size))


def words(name: str, text: str, x: float, y: float, *, size: float = 16, font: str = "sans") -> Group:
    """A text group of one run."""
    inside = run(text, x, y, size=size, font=font)
    return Group(name, "text", inside.rect, (inside,), text=text, source=SOURCE)


def formula(x: float, y: float, gids: tuple[int, ...] = SYMBOLS) -> Group:
    """A formula: symbols without text, on more than one line."""
    glyphs = tuple(Glyph(gid, x + 11.3 * i, y - (4.2 if i % 2 else 0)) for i, gid in enumerate(gids))
    rect = Rect(x, y - 16, 11.3 * len(gids), 20)
    symbols = GlyphRun("", "math", 18, "#0a6790", glyphs, rect)
    return Group("formula", "formula", rect, (symbols,), text="π_θ < 1", latex=r"\pi_\theta < 1")


def arrow(name: str = "arrow") -> Group:
    """A connector with a head."""
    points = (Point(220, 60), Point(300, 60), Point(300, 140.5))
    line = Paint(stroke="#4a5561", width=1.5, dash=(4, 3), cap="round")
    head = polyline([Point(300, 148), Point(296, 138), Point(304, 138)], closed=True)
    return Group(
        name,
        "arrow",
        Rect(220, 60, 80, 88),
        (Shape(polyline(points), line), Shape(head, Paint("#4a5561"))),
        link=Link(End(points[0], "box"), End(Point(300, 148), None), points),
    )


def scene(*items: Item, title: str = "Probe", alt: str = "A probe.", lang: str = "en", name: str = "probe") -> Scene:
    """A scene of 480 x 320 px with these items."""
    root = Group("root", "figure", Rect(0, 0, 480, 320), items, source=SOURCE)
    credit = "After Changye Yu, github.com/changyeyu/LLM-RL-Visualized"
    return Scene(
        name, "c", "zh" if lang == "zh" else "en", 480, 320, title, alt, credit, "book", "#ffffff", root, SOURCE,
        rights="不得用于商业用途。" if lang == "zh" else "Not for commercial use.",
    )  # fmt: skip


def full() -> Scene:
    """Every kind of item and paint."""
    ramp = Gradient(Point(20, 20), Point(200, 90), ("#71ccf5", "#f0adb7"))
    blob = Path((("M", 30, 220), ("C", 60, 150, 130, 290, 190.5, 214.25), ("L", 150, 290), ("Z",), ("M", 5, 5), ("Z",)))
    box = Group(
        "box",
        "box",
        Rect(20, 20, 200, 80),
        (
            Box(Rect(20, 20, 200, 80), Paint(ramp, "#2e9ccb", 1.5), 8),
            words("box/text", "Reward model", 40, 60),
            words("box/zh", "奖励模型", 40, 84, font="sc"),
        ),
        role="model",
        source=SOURCE,
    )
    turned = replace(words("side", "f(x) VAT", 330, 200, size=20, font="sans-bold"), rotate=-90)
    items: list[Item] = [
        box,
        arrow(),
        formula(330, 40),
        turned,
        Shape(blob, Paint("#c0bfde", "#55519c", 2, join="miter")),
        Box(Rect(240, 160, 90, 60), Paint(ramp, "#333333", 3, (6, 2), opacity=0.5), 30),
        Box(Rect(260.125, 180.375, 60.2, 60.7), Paint("#ffe699", opacity=0.4)),
        Box(Rect(10, 300, 100, 10), Paint(None, "#b3261e", 0.75, (1, 2.5), "round", opacity=0.6)),
        Box(Rect(10, 300, 0, 10), Paint("#000000", "#000000")),
        Group("tilted", "row", Rect(380, 220, 80, 60), (replace(box, id="in", rotate=12.5),), rotate=-30.25),
    ]
    root = scene(*items)
    return replace(root, allowances=(Allowance("overlap", "box", "on purpose", SOURCE),))


def crowd(seed: int, count: int = 60) -> Scene:
    """Many random items, some translucent, some turned."""
    r = random.Random(seed)
    items = []
    for i in range(count):
        rect = Rect(r.uniform(0, 400), r.uniform(0, 280), r.uniform(0, 120), r.uniform(4, 50))
        x, y, w, h = rect.x, rect.y, rect.w, rect.h
        ramp = Gradient(Point(x, y), Point(x + w, y + h / 2), (r.choice(COLORS), "#ffffff"))
        fill = r.choice([None, *COLORS, ramp])
        paint = Paint(
            fill,
            r.choice([None, *COLORS]),
            r.choice([0.75, 1, 1.5, 2.37]),
            r.choice([(), (4, 3), (1, 2.5), (0, 3)]),
            r.choice(["butt", "round"]),
            r.choice(["miter", "round"]),
            r.choice([1, 1, 1, 0.5, 0.35]),
        )
        curve = Path((("M", x, y), ("C", x + 10, y - 20, x + w, y + h, x + w, y), ("L", x + w / 2, y + h), ("Z",)))
        shapes: list[Item] = [Shape(curve, paint), Box(rect, paint), Box(rect, paint, r.uniform(0, 12))]
        drawn = r.choice(shapes)
        said = r.choice([*WORDS, HAN[r.randrange(9) :]])
        size = r.choice([11.5, 12, 13.37, 16, 40])
        text = words(f"{i}/text", said, x + 4, y + h / 2, size=size, font="sc" if said[0] in HAN else "sans")
        items.append(Group(f"{i}", "box", rect, (drawn, text), rotate=r.choice([0, 0, 0, 90, -30.5])))
    return scene(*items)
