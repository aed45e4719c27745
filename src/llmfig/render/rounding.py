"""What the Scene's numbers become before anything is drawn: the one place where both back ends round.

SVG text holds coordinates to 1/100 px. The cairo painter must see exactly those numbers, or edges land on other sides
of a subpixel boundary and the two pictures differ. So nobody else rounds, and nobody draws an unrounded number.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from math import floor

from llmfig.errors import FigureError
from llmfig.geometry import Path, Rect, Segment
from llmfig.scene.model import Box, GlyphRun, Gradient, Group, Paint, Scene, Shape

# Glyph outlines and the offsets inside a run are in thousandths of the font size: most fonts draw on that grid, so
# their outlines are whole numbers, and a thousandth is far below a hundredth of a px.
EM = 1000
TENTHS = 10  # both are rounded to a tenth of that
LIMIT = 1e6
# Offset of the control points that makes four cubic curves a circle.
KAPPA = 4 * (math.sqrt(2) - 1) / 3
SHORTEST_DASH = 0.01
COLOR = re.compile(r"#[0-9a-fA-F]{6}\Z")

Step = tuple[str, tuple[float, ...]]


class Undrawable(FigureError):
    """A number or colour no picture can be made of; the writers add which element it belongs to (`located`)."""


def px(value: float) -> float:
    """A length or coordinate to 1/100 px.

    Raises:
        Undrawable: for nan, infinity and numbers that cannot be meant.
    """
    if not -LIMIT < value < LIMIT:
        raise Undrawable(f"a coordinate is {value}", fix="find the division or the missing size that made it")
    # Hundredths divided by 100 are exactly the float that the printed number is read as; `round` is three times slower.
    return floor(value * 100 + 0.5) / 100


def number(value: float) -> str:
    """A rounded number as SVG writes it: no exponent, no trailing zeros."""
    return "%.10g" % value  # noqa: UP031 (called for every number of a figure; an f-string takes half as long again)


def numbers(values: Iterable[float]) -> str:
    """Rounded numbers with spaces between them."""
    return " ".join(["%.10g" % v for v in values])  # noqa: UP031


def color(value: str) -> str:
    """A colour that every renderer understands.

    Raises:
        Undrawable: for anything but `#rrggbb`.
    """
    if not COLOR.match(value):
        raise Undrawable(f"{value!r} is not a colour", fix="scenes hold #rrggbb; transparency is `opacity`")
    return value


@lru_cache(maxsize=4096)
def rgb(value: str) -> tuple[float, float, float]:
    """The channels of a colour, 0 to 1."""
    value = color(value)
    return int(value[1:3], 16) / 255, int(value[3:5], 16) / 255, int(value[5:7], 16) / 255


def steps(segments: Iterable[Segment], places: int = 100) -> tuple[Step, ...]:
    """Path segments, rounded to 1/`places`.

    A close that closes nothing is dropped: cairo makes a dot of it, SVG readers do not.
    """
    out: list[Step] = []
    for segment in segments:
        letter: str = segment[0]
        if letter == "Z":
            if out and out[-1][0] not in "MZ":
                out.append(("Z", ()))
            continue
        try:
            values = tuple([floor(v * places + 0.5) / places for v in segment[1:]])
        except (ValueError, OverflowError):  # what `floor` says to nan and infinity
            values = (math.inf,)
        if max(values) > LIMIT or min(values) < -LIMIT:
            raise Undrawable(f"a path goes to {segment[1:]}", fix="find the division or the missing size that made it")
        out.append((letter, values))
    return tuple(out)


def path_data(path: tuple[Step, ...]) -> str:
    """A path as the `d` of SVG."""
    return "".join([letter + numbers(values) for letter, values in path])


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle with sharp corners: left, top, width, height in px."""

    x: float
    y: float
    w: float
    h: float


Outline = Frame | tuple[Step, ...]


def outline(item: Box | Shape) -> Outline | None:
    """What to trace for a box or shape; None when there is nothing (SVG readers draw no rectangle without area)."""
    if isinstance(item, Shape):
        return steps(item.path.segments) or None
    rect = item.rect
    x, y, w, h = px(rect.x), px(rect.y), px(rect.w), px(rect.h)
    if w < 0 or h < 0:
        raise Undrawable(f"a box is {w} x {h} px", fix="sizes must not be negative")
    if w == 0 or h == 0:
        return None
    radius = min(px(item.radius), w / 2, h / 2)
    return steps(rounded_box(Rect(x, y, w, h), radius).segments) if radius > 0 else Frame(x, y, w, h)


def rounded_box(rect: Rect, radius: float) -> Path:
    """A rectangle with round corners as lines and cubic curves, clockwise from its top edge's left end."""
    x, y, right, bottom = rect.x, rect.y, rect.right, rect.bottom
    r, k = radius, radius * (1 - KAPPA)
    return Path(
        (
            ("M", x + r, y),
            ("L", right - r, y),
            ("C", right - k, y, right, y + k, right, y + r),
            ("L", right, bottom - r),
            ("C", right, bottom - k, right - k, bottom, right - r, bottom),
            ("L", x + r, bottom),
            ("C", x + k, bottom, x, bottom - k, x, bottom - r),
            ("L", x, y + r),
            ("C", x, y + k, x + k, y, x + r, y),
            ("Z",),
        )
    )


@dataclass(frozen=True, slots=True)
class Ramp:
    """A linear gradient: its line in px and its two colours."""

    line: tuple[float, float, float, float]
    colors: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Ink:
    """A paint, rounded. `together`: fill and stroke are blended as one picture, not each over what lies below."""

    fill: str | Ramp | None
    stroke: str | None
    width: float
    dash: tuple[float, ...]
    cap: str
    join: str
    opacity: float

    @property
    def together(self) -> bool:
        return self.opacity < 1 and self.fill is not None and self.stroke is not None


def ink(paint: Paint) -> Ink:
    """A paint with its numbers rounded and its colours checked."""
    fill: str | Ramp | None
    if isinstance(paint.fill, Gradient):
        (x1, y1), (x2, y2) = paint.fill.start, paint.fill.end
        first, last = paint.fill.colors
        fill = Ramp((px(x1), px(y1), px(x2), px(y2)), (color(first), color(last)))
    else:
        fill = None if paint.fill is None else color(paint.fill)
    width = px(paint.width)
    stroke = None if paint.stroke is None or width <= 0 else color(paint.stroke)
    dash = tuple([px(d) for d in paint.dash])
    if any(d < 0 for d in dash):
        raise Undrawable(f"a dash is {dash}", fix="dash lengths must not be negative")
    if paint.cap == "butt":  # cairo fills boxes at random for dashes without length or ends
        dash = tuple([max(d, SHORTEST_DASH) for d in dash])
    if max(dash, default=0) <= SHORTEST_DASH:
        dash = ()
    opacity = min(max(px(paint.opacity), 0.0), 1.0)
    return Ink(fill, stroke, width, dash, paint.cap, paint.join, opacity)


@dataclass(frozen=True, slots=True)
class Line:
    """A run as it is drawn: origin in px, px per thousandth of an em, and (glyph, dx, dy) with offsets in those."""

    x: float
    y: float
    scale: float
    glyphs: tuple[tuple[int, float, float], ...]


def line(run: GlyphRun) -> Line:
    """Where the glyphs of a run go."""
    x, y, size = px(run.glyphs[0].x), px(run.glyphs[0].y), px(run.size)
    if size <= 0:
        raise Undrawable(f"a text has size {run.size}", fix="font sizes are more than 0 px")
    k = TENTHS * EM / size
    try:
        glyphs = [(g.gid, floor((g.x - x) * k + 0.5) / TENTHS, floor((g.y - y) * k + 0.5) / TENTHS) for g in run.glyphs]
    except (ValueError, OverflowError):
        raise Undrawable(f"a glyph of {run.text!r} is nowhere", fix="find the division that made it infinite") from None
    return Line(x, y, size / EM, tuple(glyphs))


def canvas(scene: Scene) -> tuple[int, int]:
    """Width and height of the picture in whole px, so that no scale leaves a half-covered edge."""
    w, h = (math.ceil(px(v) - 0.005) for v in (scene.width, scene.height))
    if w < 1 or h < 1:
        raise FigureError(f"the figure {scene.id} is {w} x {h} px", fix="a figure needs content", source=scene.source)
    return w, h


def background(scene: Scene) -> str | None:
    """The colour below everything; None leaves the picture transparent."""
    if scene.background in {"", "none"}:
        return None
    try:
        return color(scene.background)
    except Undrawable as error:
        raise error.at(scene.source) from None


def located(error: Undrawable, group: Group) -> FigureError:
    """The error with the element it happened in, as the author wrote it."""
    return FigureError(f"{group.id} ({group.kind}): {error.what}", fix=error.fix, source=group.source)
