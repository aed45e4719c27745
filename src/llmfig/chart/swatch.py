"""How marks look: fills, hatching and line samples, alike in charts and in legends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, get_args

from llmfig.chart.mark import LINE_STYLES, dash, one_of
from llmfig.chart.paths import Polyline, beside, clip_area, clip_line
from llmfig.elements.hatch import hatch
from llmfig.elements.shapes import ellipse
from llmfig.geometry import Path, Point, Rect, polyline
from llmfig.layout.element import Element, Size
from llmfig.scene.model import Box, Item, Paint, Shape
from llmfig.theme.model import Role, Theme
from llmfig.vocabulary import CurveStyle, DotShape, RoleName, Stroke, Tone

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

RAILS = 2.6  # between the middles of a double line's rails, less the stroke, px
WIDE, TALL = 1.7, 1.05  # em: size of a swatch
TONES: tuple[str, ...] = get_args(Tone)


@dataclass(frozen=True, slots=True)
class Look:
    """How a mark is drawn: its role, and what sets it apart from others of that role.

    Attributes:
        role: colours.
        hatched: with rising lines.
        line: a line style, for curves and guides; None for areas and bars.
        stroke: a step of the stroke scale, for lines.
        tone: which colour of the role a line has: its "ink", the "edge" of its shapes, or their "fill".
        dot: the shape of points ("dot", "ring", "square").
    """

    role: RoleName
    hatched: bool = False
    line: CurveStyle | None = None
    stroke: Stroke = "normal"
    tone: Tone = "ink"
    dot: DotShape | None = None


def fill_paint(theme: Theme, role: Role, *, hatched: bool = False) -> Paint:
    """A filled shape with its border; a hatched one has its border in the colour of the hatching."""
    line = role.ink if hatched else role.stroke or theme.line
    return Paint(fill=role.fill, stroke=line, width=theme.stroke("thin"))


def hatch_paint(theme: Theme, role: Role) -> Paint:
    """The lines over a hatched shape: they must show on its fill."""
    return Paint(stroke=role.ink, width=theme.stroke("thin"))


def tone_of(role: Role, tone: str) -> str:
    """The colour of a line."""
    if tone == "fill" and role.fill:
        return role.fill
    if tone == "edge" and role.stroke:
        return role.stroke
    return role.ink


def stroke_width(theme: Theme, look: Look) -> float:
    """How wide a line is from edge to edge, px."""
    width = theme.stroke(look.stroke)
    if look.line == "tube":
        return theme.stroke("heavy") + 2 * theme.stroke("thin")
    return 2 * width + RAILS if look.line == "double" else width


def line_items(theme: Theme, lines: Sequence[Polyline], look: Look) -> list[Item]:
    """Polylines in the style of a look."""
    role = theme.role(look.role)
    color, width = tone_of(role, look.tone), theme.stroke(look.stroke)
    if look.line == "double":
        half = (RAILS + width) / 2
        lines = [beside(line, d) for line in lines for d in (half, -half)]
    pattern = dash(theme, look.line or "solid", width)
    if not pattern:
        path = Path(tuple(s for line in lines for s in polyline(line).segments))
        return [Shape(path, Paint(stroke=color, width=width, cap="round"))] if lines else []
    return [Shape(polyline(line), Paint(stroke=color, width=width, dash=fitted(pattern, line))) for line in lines]


def fitted(pattern: tuple[float, ...], line: Polyline) -> tuple[float, ...]:
    """A dash pattern stretched a little, so that a line begins and ends with a whole dash."""
    length = sum(a.distance(b) for a, b in pairwise(line))
    period, first = sum(pattern), pattern[0]
    times = max(round((length - first) / period), 1)
    k = length / (times * period + first)
    return tuple(d * k for d in pattern)


def tube_items(theme: Theme, line: Polyline, look: Look, within: Rect) -> list[Item]:
    """A broad band along a polyline, with edges; cut off at a rectangle."""
    role, half = theme.role(look.role), theme.stroke("heavy") / 2 + theme.stroke("thin") / 2
    left, right = beside(line, half), beside(line, -half)
    rails = [piece for rail in (left, right) for piece in clip_line(rail, within)]
    band = clip_area([*left, *reversed(right)], within)
    edges = Path(tuple(s for rail in rails for s in polyline(rail).segments))
    return [
        Shape(polyline(band, closed=True), Paint(fill=role.fill or theme.paper)),
        Shape(edges, Paint(stroke=role.ink, width=theme.stroke("thin"))),
    ]


def dot_items(theme: Theme, at: Point, look: Look, radius: float) -> list[Item]:
    """A point of data."""
    role = theme.role(look.role)
    r = Rect(at.x - radius, at.y - radius, 2 * radius, 2 * radius)
    if look.dot == "square":
        return [Box(r, Paint(fill=role.ink))]
    if look.dot == "ring":
        return [Shape(ellipse(r), Paint(fill=theme.paper, stroke=role.ink, width=theme.stroke("normal")))]
    return [Shape(ellipse(r), Paint(fill=role.ink))]


class Swatch(Element):
    """A sample of a fill, a hatching, a line or a point, for a `Legend`.

    Args:
        role: its colours are those of this role.
        hatched: whether a filled one has rising lines.
        line: draws a line of this style instead: `solid`, `dashed`, `dotted`, `dash-dot`, `double` or `tube`.
        stroke: width of a line: `hair`, `thin`, `normal`, `thick` or `heavy`.
        tone: which colour of the role a line has: `ink` (the strong one), `edge` (that of borders) or `fill`.
        dot: draws a point, alone or on the line: `dot`, `ring` or `square`.

    Example:
        ```python
        Legend(
            [
                (tr("dropped", "丢弃"), Swatch("muted", hatched=True)),
                (tr("baseline", "基线"), Swatch("note", line="dash-dot")),
                (tr("measured", "实测"), Swatch("model", line="solid", dot="ring")),
            ]
        )
        ```
    """

    kind = "swatch"

    def __init__(
        self,
        role: RoleName,
        *,
        hatched: bool = False,
        line: CurveStyle | None = None,
        stroke: Stroke = "normal",
        tone: Tone = "ink",
        dot: DotShape | None = None,
    ) -> None:
        super().__init__()
        one_of(line, LINE_STYLES, "line", "a swatch", self.source)
        one_of(tone, TONES, "tone", "a swatch", self.source)
        self.look = Look(role, hatched, line, stroke, tone, dot)

    @staticmethod
    def of(look: Look) -> Swatch:
        """The sample of a look."""
        return Swatch(look.role, hatched=look.hatched, line=look.line, stroke=look.stroke, tone=look.tone, dot=look.dot)

    def measure(self, layout: Layout) -> Size:
        layout.theme.role(self.look.role, self.source)
        em = layout.theme.size("body")
        return Size.of(WIDE * em, TALL * em)

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        theme, role = layout.theme, layout.theme.role(self.look.role, self.source)
        items: list[Item] = []
        if self.look.line == "tube":
            items += tube_items(theme, [rect.at(0, 0.5), rect.at(1, 0.5)], self.look, rect)
        elif self.look.line:
            items += line_items(theme, [[rect.at(0, 0.5), rect.at(1, 0.5)]], self.look)
        if self.look.dot:
            items += dot_items(theme, rect.center, self.look, rect.h * 0.22)
        if items:
            return items
        items.append(Box(rect, fill_paint(theme, role, hatched=self.look.hatched)))
        if self.look.hatched:
            items.append(Shape(hatch(rect.grown(-1)), hatch_paint(theme, role)))
        return items

    def role_name(self) -> str | None:
        return self.look.role
