"""Small scenes for the tests of the checks: boxes, words and arrows at given places, and nothing else."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from typing import Literal

from llmfig.check import Finding, check
from llmfig.errors import Source
from llmfig.geometry import Path, Point, Rect, polyline
from llmfig.glossary import Entry, Glossary
from llmfig.scene.model import (
    Allowance,
    Box,
    End,
    Glyph,
    GlyphRun,
    Group,
    Item,
    Link,
    Paint,
    Scene,
    Shape,
    Translation,
)
from llmfig.theme.load import load

THEME = load("book")
INK = THEME.role("plain").text
BLUE = THEME.role("model")
SOURCE = Source("figures/ch/fig.py", 10)
TERMS = Glossary(
    [Entry("Reward model", "奖励模型", also_zh=("RM",), avoid_en=("Award model",), avoid_zh=("报酬模型",))]
)

_ids = itertools.count(1)


def named(kind: str) -> str:
    return f"{kind}-{next(_ids)}"


def run(
    text: str, x: float, y: float, w: float, h: float = 12, *, size: float = 14, color: str = INK, gid: int = 1
) -> GlyphRun:
    """Letters whose ink fills the rectangle: the font is none of ours, so the run's frame stands for the ink."""
    return GlyphRun(text, "test-font", size, color, (Glyph(gid, x, y + h),), Rect(x, y, w, h))


def text(words: str, x: float, y: float, w: float = 60, h: float = 12, **options: object) -> Group:
    """A text whose ink fills the rectangle."""
    own = {k: options.pop(k) for k in ("id", "rotate", "kind", "line") if k in options}
    return Group(
        id=str(own.get("id") or named("text")),
        kind=str(own.get("kind", "text")),
        rect=Rect(x, y, w, h),
        text=words,
        children=(run(words, x, y, w, h, **options),),  # type: ignore[arg-type]
        rotate=float(own.get("rotate", 0)),  # type: ignore[arg-type]
        source=Source("figures/ch/fig.py", int(own["line"])) if "line" in own else None,  # type: ignore[call-overload]
    )


def box(
    x: float,
    y: float,
    w: float = 100,
    h: float = 40,
    *children: Item,
    id: str | None = None,
    kind: str = "box",
    role: str | None = "model",
    paint: Paint | None = None,
    clear: bool = False,
    inner: bool = True,
    source: Source | None = SOURCE,
    path: Path | None = None,
) -> Group:
    """A filled box with children."""
    rect = Rect(x, y, w, h)
    look = paint or Paint(fill=BLUE.fill, stroke=BLUE.stroke, width=1)
    body: Item = Shape(path, look) if path else Box(rect, look, 6)
    return Group(
        id=id or named(kind),
        kind=kind,
        rect=rect,
        children=(body, *children),
        role=role,
        source=source,
        outline=path,
        inner=rect.grown(-8, -4) if inner and not clear else None,
        clear=clear,
    )


def labelled(words: str, x: float, y: float, w: float = 100, h: float = 40, **options: object) -> Group:
    """A box with words in its middle."""
    size = float(options.pop("size", 14))  # type: ignore[arg-type]
    wide = min(60.0, w - 30)
    return box(x, y, w, h, text(words, x + (w - wide) / 2, y + h / 2 - 6, wide, size=size), **options)  # type: ignore[arg-type]


def panel(x: float, y: float, w: float, h: float, *children: Item, id: str | None = None) -> Group:
    paint = Paint(fill=THEME.role("panel").fill)
    return box(x, y, w, h, *children, id=id, kind="panel", role="panel", paint=paint, clear=True)


def group(
    kind: str, *children: Item, id: str | None = None, rect: Rect | None = None, role: str | None = None
) -> Group:
    """A container that paints nothing itself."""
    return Group(id=id or named(kind), kind=kind, rect=rect or Rect(0, 0, 500, 400), children=children, role=role)


def arrow(
    *points: tuple[float, float],
    start: str | None = None,
    end: str | None = None,
    curved: bool = False,
    label: Sequence[Item] = (),
    id: str | None = None,
) -> Group:
    """A connector through points, with a head at its last one."""
    route = tuple(Point(*p) for p in points)
    paint = Paint(stroke=THEME.line, width=1.5)
    xs, ys = [p.x for p in route], [p.y for p in route]
    return Group(
        id=id or named("arrow"),
        kind="arrow",
        rect=Rect(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)),
        children=(Shape(polyline(route), paint), *label),
        link=Link(End(route[0], start), End(route[-1], end), route, curved),
        source=SOURCE,
    )


def stroke(kind: str, *points: tuple[float, float], role: str | None = None, width: float = 1.5) -> Group:
    """An open line that is no connector."""
    line = polyline(Point(*p) for p in points)
    return Group(
        id=named(kind),
        kind=kind,
        rect=line.bounds(),
        role=role,
        children=(Shape(line, Paint(stroke=THEME.line, width=width)),),
    )


def scene(
    *children: Item,
    lang: Literal["en", "zh"] = "en",
    title: str | None = None,
    alt: str | None = None,
    allow: Sequence[tuple[str, str]] = (),
    translations: Sequence[tuple[str, str]] = (),
    background: str = THEME.paper,
) -> Scene:
    """A picture of 600 x 500 px."""
    return Scene(
        id="fig",
        chapter="ch",
        lang=lang,
        width=600,
        height=500,
        title=title if title is not None else ("Reward" if lang == "en" else "奖励"),
        alt=alt if alt is not None else ("Two boxes joined by an arrow" if lang == "en" else "两个框由箭头相连"),
        credit="",
        theme="book",
        background=background,
        root=Group(id="figure", kind="figure", rect=Rect(0, 0, 600, 500), children=children, clear=True),
        source=Source("figures/ch/fig.py", 1),
        allowances=tuple(
            Allowance(rule, target, "on purpose", Source("figures/ch/fig.py", 99)) for rule, target in allow
        ),
        translations=tuple(Translation(en, zh, Source("figures/ch/fig.py", 5)) for en, zh in translations),
    )


def findings(*children: Item, **options: object) -> list[Finding]:
    return check(scene(*children, **options), THEME, glossary=TERMS)  # type: ignore[arg-type]


def rules(*children: Item, **options: object) -> list[str]:
    """The names of the rules that a scene breaks, each once."""
    return list(dict.fromkeys(f.rule for f in findings(*children, **options)))


def only(rule: str, found: Sequence[Finding]) -> Finding:
    """The one finding, of the rule that is expected."""
    assert [f.rule for f in found] == [rule], "\n".join(map(str, found))
    return found[0]
