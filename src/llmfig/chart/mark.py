"""What is drawn in a chart: the protocol of bars, curves, axes and the like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, ClassVar, get_args

from llmfig.chart.numbers import same_length
from llmfig.chart.scale import Ground, Scale
from llmfig.chart.terrain import Terrain
from llmfig.errors import FigureError, Source, choices
from llmfig.geometry import Rect
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.vocabulary import CurveStyle, RoleName

if TYPE_CHECKING:
    from llmfig.chart.chart import Chart
    from llmfig.layout.engine import Layout
    from llmfig.theme.model import Theme

Reach = tuple[float, float]
Name = str | Mapping[RoleName, str]
LINE_STYLES: tuple[str, ...] = get_args(CurveStyle)


class Mark(Element):
    """Something drawn in a chart, with its labels.

    A mark lives in one chart, which asks it, in this order: how far its data reach; how large the plot must be for its
    labels; what it covers; and where its labels sit.

    Args:
        name: what a legend calls it; for bars of several roles, a name per role.
    """

    within = "Chart({name}(...), ...)"
    layer: ClassVar[int] = 0  # paint order
    rank: ClassVar[int] = 0  # the order in which marks seat their labels

    def __init__(self, *, name: Name | None = None) -> None:
        super().__init__()
        self.name = name
        self._chart: Chart | None = None

    def join(self, chart: Chart) -> None:
        """Become part of a chart."""
        if self._chart is not None:
            raise FigureError(
                f"this {type(self).__name__} is already in another chart (line {self._chart.source.line})",
                fix="build it twice, for example by a function that returns a new one",
                source=self.source,
            )
        self._chart = chart

    @property
    def chart(self) -> Chart:
        """The chart it is in."""
        if self._chart is None:
            raise FigureError(
                f"this {type(self).__name__} is in no chart", fix="hand it to a Chart(...)", source=self.source
            )
        return self._chart

    # What the chart asks -------------------------------------------------------------------------------------------

    def reach_x(self) -> Reach | None:
        """The range of its data in x."""
        return None

    def reach_y(self, _x: Scale) -> Reach | None:
        """The range of its data in y."""
        return None

    def room(self, _layout: Layout, _chart: Chart) -> tuple[float, float]:
        """The least width and height of the plot area, px."""
        return 0.0, 0.0

    def occupy(self, layout: Layout, ground: Ground, terrain: Terrain) -> None:
        """Tell what labels must keep off."""

    def seat(self, _layout: Layout, _ground: Ground, _terrain: Terrain) -> dict[Element, Rect]:
        """The frames of its children."""
        return {}

    def extent(self, layout: Layout, ground: Ground) -> Rect:
        """The frame of what it draws itself."""
        raise NotImplementedError

    # Element -------------------------------------------------------------------------------------------------------

    def measure(self, layout: Layout) -> Size:
        return Size.of(0, 0)

    def ground(self, layout: Layout) -> Ground:
        """The plot area of its chart, laid out."""
        return self.chart.ground(layout)


def as_label(content: Content | None, where: str, size: str, role: str | None) -> Element | None:
    """A label: strings are set at one size in the ink of a role."""
    return None if content is None else as_element(content, where=where, size=size, role=role)


def each(given: Any, count: int, what: str, whose: str, source: Source) -> list[Any]:
    """One value per thing, from one value for all, a list, or a function of the index."""
    if callable(given):
        return [given(i) for i in range(count)]
    one = not isinstance(given, Sequence) and getattr(given, "ndim", 0) == 0  # numpy's numbers are arrays of none
    if isinstance(given, str) or one:
        return [given] * count
    found = list(given)
    same_length(found, count, what, whose, source)
    return found


def one_of(value: str | None, valid: Sequence[str], what: str, noun: str, source: Source) -> None:
    """An error unless an option has one of its values."""
    if value is not None and value not in valid:
        raise FigureError(f"{noun} has no {what}={value!r}", fix=choices(value, valid, "values"), source=source)


def dash(theme: Theme, style: str, width: float) -> tuple[float, ...]:
    """The dashes of a line style; longer for broad lines."""
    pattern: tuple[float, ...] = theme.dashes.get(style, ())  # type: ignore[call-overload]
    k = max(1.0, width / theme.stroke("normal"))
    return tuple(d * k for d in pattern)
