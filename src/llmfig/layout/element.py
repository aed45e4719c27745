"""The element protocol: measure bottom-up, arrange top-down, paint.

An element is a plain value that an author builds and keeps in a variable. It holds no coordinates; frames live in the
`Layout` of one run, so building and laying out never touch each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self

from llmfig.errors import FigureError, caller, choices
from llmfig.geometry import Path, Rect
from llmfig.layout.place import Place
from llmfig.scene.model import Item

if TYPE_CHECKING:
    from llmfig.connect.link import Arrow
    from llmfig.layout.engine import Layout


@dataclass(frozen=True, slots=True)
class Size:
    """Width and height in px, and the offsets of the alignment axes from the left and the top (default: the middle).

    Containers align children by these axes, so that the body of a box with a label at its side is what lines up.
    """

    w: float
    h: float
    ax: float
    ay: float

    @staticmethod
    def of(w: float, h: float) -> Size:
        return Size(w, h, w / 2, h / 2)


STICKS = (
    "left",
    "right",
    "top",
    "bottom",
    "fill",
    "fill-x",
    "fill-y",
    "top left",
    "top right",
    "bottom left",
    "bottom right",
)


class Element(Place):
    """Base of everything that takes part in layout.

    Args:
        stick: how the element sits in the cell that its container gives it: at a side, in a corner, or filling it.
    """

    kind: ClassVar[str] = "element"
    solid: ClassVar[bool] = False  # an obstacle for connectors
    backdrop: ClassVar[bool] = False  # other elements may lie on it
    lies_over: ClassVar[bool] = False  # lies over a layout, in a Diagram
    links: Sequence[Arrow] = ()  # connectors that the element brings along; they lie over the whole figure

    def __init__(self, *, stick: str | None = None) -> None:
        self.source = caller()
        if stick is not None and stick not in STICKS:
            raise FigureError(
                f"stick={stick!r} is not a way to sit", fix=choices(stick, STICKS, "values"), source=self.source
            )
        self.stick = stick

    # Layout ------------------------------------------------------------------------------------------------------

    def children(self) -> Sequence[Element]:
        """The elements inside this one, in paint order."""
        return ()

    def measure(self, layout: Layout) -> Size:
        """The natural size. Ask children through `layout.measure`."""
        raise NotImplementedError

    def arrange(self, layout: Layout, rect: Rect) -> None:
        """Give each child its frame through `layout.arrange`."""

    def place_extras(self, layout: Layout) -> None:
        """Give frames to what refers to other elements; called again when those were moved."""

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        """What the element itself draws, below its children."""
        return ()

    # What the checks and the writers are told ----------------------------------------------------------------------

    def role_name(self) -> str | None:
        return None

    def says(self) -> str:
        """The element's own text, for search and screen readers."""
        return ""

    def latex_source(self) -> str:
        """The LaTeX that the element shows; "" without formulas."""
        return ""

    def inner(self, layout: Layout, rect: Rect) -> Rect | None:
        """The rectangle that text inside must not leave."""
        return None

    def turn(self) -> float:
        """Degrees clockwise that the element's drawing is turned about its centre."""
        return 0.0

    def allow(self, rule: str, reason: str) -> Self:
        """Except this element from a rule of `llmfig check`, for a stated reason.

        Example:
            Text("…").allow("text-on-line", "the dots continue the line on purpose")
        """
        self.__dict__.setdefault("_allowed", {})[rule] = reason
        return self

    # Place -------------------------------------------------------------------------------------------------------

    def frame(self, layout: Layout) -> Rect:
        return layout.frame(self)

    def outline(self, layout: Layout) -> Path:
        return self.shape(layout, layout.frame(self))

    def shape(self, layout: Layout, rect: Rect) -> Path:
        """The outline for a frame."""
        from llmfig.layout.place import rectangle

        return rectangle(rect)

    def element(self) -> Element:
        return self


Content = Element | str


def as_element(content: object, *, where: str = "an element", **text: object) -> Element:
    """Strings become text; anything else that is no element is an error with the author's line."""
    if isinstance(content, Element):
        if content.lies_over:
            raise FigureError(
                f"{where} cannot be an {type(content).__name__}: it lies over a layout",
                fix="hand it to the Diagram: Diagram(Row(a, b), Arrow(a, b))",
                source=content.source,
            )
        return content
    if isinstance(content, str):
        from llmfig.elements.text import Text

        return Text(content, **text)  # type: ignore[arg-type]
    raise FigureError(
        f"{where} is due here, not {type(content).__name__} {content!r}",
        fix="give an element (Box, Text, Row, ...) or a string",
        source=caller(),
    )
