"""The element protocol: measure bottom-up, arrange top-down, paint.

An element is a plain value that an author builds and keeps in a variable. It holds no coordinates; frames live in the
`Layout` of one run, so building and laying out never touch each other.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Self, get_args

from llmfig.errors import FigureError, called, caller, choices
from llmfig.geometry import Path, Rect
from llmfig.layout.place import Place
from llmfig.layout.references import made
from llmfig.scene.model import Item
from llmfig.vocabulary import Stick

if TYPE_CHECKING:
    from llmfig.connect.link import Arrow
    from llmfig.layout.describe import LaidTracks
    from llmfig.layout.engine import Layout
    from llmfig.notebook.view import Bundle


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


STICKS: tuple[str, ...] = get_args(Stick)


class Element(Place):
    """What figures are made of: the base of boxes, texts, rows, charts and all the rest. Authors build those, not
    this.

    Args:
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Example:
        ```python
        cell = Box(role="panel", wide=12, tall=4)
        Overlay(cell, Box("`bottom right`", role="model", size="small", stick="bottom right"))
        ```
    """

    kind: ClassVar[str] = "element"
    solid: ClassVar[bool] = False  # an obstacle for connectors
    backdrop: ClassVar[bool] = False  # other elements may lie on it
    within: ClassVar[str] = ""  # how it is written where it belongs, when that is not in a layout
    extra: ClassVar[bool] = False  # is made for other elements, and is missed when it is not drawn
    links: Sequence[Arrow] = ()  # connectors that the element brings along; they lie over the whole figure

    def __init__(self, *, stick: Stick | None = None) -> None:
        self.source = caller()
        if self.extra:
            made(self)
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

    def refers(self) -> Sequence[Place]:
        """The places it points at, spans or marks; they must be in the figure."""
        return ()

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

    def laid_tracks(self, layout: Layout) -> Sequence[LaidTracks]:
        """Its rows and columns, once it is laid out."""
        return ()

    def allow(self, rule: str, reason: str) -> Self:
        """Excepts this element from a rule of `llmfig check`, for a stated reason. An exception that excuses nothing
        is reported.

        Args:
            rule: name of the rule, as the finding tells it.
            reason: why the picture is right as it is, in words.

        Example:
            ```python
            draft = Strip(tr(["the", "cat", "flies", "sits"], ["猫", "在", "飞", "坐"]), role="data")
            struck = Line(draft[2].left, draft[2].right, route="straight", role="loss", stroke="thick")
            why = "the line strikes out a rejected token"
            Diagram(draft, struck.allow("text-on-line", why).allow("line-through-node", why))
            ```
        """
        if not isinstance(reason, str) or not reason.strip():
            fix = "say why the picture is right as it is: element.allow('overlap', 'the hand lies on the card')"
            raise FigureError(f"allow gives no reason for {rule!r}", fix=fix, source=caller())
        self.__dict__.setdefault("_allowed", {})[rule] = reason
        return self

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> Bundle | None:
        """What a notebook shows of an element that stands alone: its drawing, without a page round it."""
        from llmfig.notebook.view import View

        return View.of(self)._repr_mimebundle_(include, exclude)

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
RETURNED = "what the figure function returns"


def as_element(content: object, *, where: str = "an element", **text: object) -> Element:
    """Strings become text; anything else that is no element is an error with the author's line."""
    if isinstance(content, Element):
        if content.within:
            owner = content.within.partition("(")[0]
            why = f"it belongs to a {owner}" if owner not in where else "what lies over the layout comes behind it"
            raise FigureError(
                f"{where} cannot be {called(content)}: {why}",
                fix=f"write {content.within.format(name=type(content).__name__)}",
                source=caller() if where != RETURNED else content.source,
            )
        return content
    if isinstance(content, str):
        from llmfig.elements.text import Text

        return Text(content, **text)  # type: ignore[arg-type]
    from llmfig.mistakes.contents import no_element

    what, fix = no_element(content, where)
    raise FigureError(what, fix=fix, source=caller())
