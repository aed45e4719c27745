"""One layout run: sizes, frames, and the Scene groups that come of them.

The run has three passes over the element tree. `prepare` finds parents and connectors; `measure` asks for natural
sizes until shared quantities (tracks and size groups) have settled; `arrange` hands out frames. Nothing is iterated
beyond that: a size never depends on a position.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Protocol

from llmfig.bilingual import Lang
from llmfig.errors import FigureError, Source
from llmfig.geometry import Point, Rect
from llmfig.layout.element import Element, Size
from llmfig.layout.place import Place
from llmfig.layout.references import check_references
from llmfig.layout.truths import check_truths
from llmfig.scene.model import Group, Item
from llmfig.theme.model import Role, Theme

if TYPE_CHECKING:
    from llmfig.connect.link import Link

SPARE_PASSES = 6  # of measuring, beyond one for each shared quantity


class Shared(Protocol):
    """A quantity that several elements feed during measuring, and read back in the next pass."""

    def reset(self) -> None:
        """Forget what another run fed: one quantity may serve figures in several languages."""

    def settle(self) -> bool:
        """Take over what was fed; True when that changed anything."""


class Layout:
    """State of laying out one figure in one language."""

    def __init__(self, theme: Theme, lang: Lang) -> None:
        self.theme = theme
        self.lang = lang
        self.parents: dict[Element, Element | None] = {}
        self.links: list[Link] = []
        self.joints: dict[tuple[Element, frozenset[Element]], list[Link]] | None = None
        self.ids: dict[Element, str] = {}
        self.routes: dict[Link, tuple[Point, ...]] = {}
        self._sizes: dict[Element, Size] = {}
        self._frames: dict[Element, Rect] = {}
        self._shared: list[Shared] = []

    # Prepare -----------------------------------------------------------------------------------------------------

    def prepare(self, root: Element) -> None:
        """Record parents and connectors.

        Raises:
            FigureError: for an element that stands in two places, or in itself, for one that is referred to and not in
                the figure, and for a word where True or False is due.
        """
        self._adopt(root, None)
        check_truths(self.parents)
        check_references(self)

    def _adopt(self, element: Element, parent: Element | None) -> None:
        if element in self.parents:
            raise _adopted_twice(element, self.parents, parent)
        self.parents[element] = parent
        for child in element.children():
            self._adopt(child, element)
        for link in element.links:
            self._adopt(link, element)
            self.links.append(link)

    def ancestors(self, element: Element) -> Iterator[Element]:
        """The element, its container, and so on up to the root."""
        current: Element | None = element
        while current is not None:
            yield current
            current = self.parents.get(current)

    def share(self, quantity: Shared) -> None:
        """Register a shared quantity for this run."""
        if not any(q is quantity for q in self._shared):
            quantity.reset()
            self._shared.append(quantity)

    # Measure -----------------------------------------------------------------------------------------------------

    def settle(self, root: Element) -> Size:
        """The root's size, once shared quantities no longer change."""
        passes = 0
        # Where no size depends on itself, each pass settles at least one more quantity.
        while passes <= len(self._shared) + SPARE_PASSES:
            self._sizes.clear()
            size = self.measure(root)
            changed = [q.settle() for q in self._shared]
            if not any(changed):
                return size
            passes += 1
        raise FigureError(
            "sizes that are shared with each other never settle",
            fix="share tracks or sizes in one direction",
            source=root.source,
        )

    def measure(self, element: Element) -> Size:
        """An element's natural size, remembered for this pass."""
        size = self._sizes.get(element)
        if size is None:
            try:
                size = element.measure(self)
            except FigureError as error:
                raise error.at(element.source) from error.__cause__
            group = getattr(element, "_size_group", None)
            if group is not None:
                size = group.widen(self, size)
            self._sizes[element] = size
        return size

    # Arrange -----------------------------------------------------------------------------------------------------

    def arrange(self, element: Element, rect: Rect) -> None:
        """Give an element its frame, once."""
        self._frames[element] = rect
        element.arrange(self, rect)

    def frame(self, element: Element) -> Rect:
        try:
            return self._frames[element]
        except KeyError:
            raise FigureError(
                f"a connector or brace refers to this {type(element).__name__}, which is not in the figure",
                fix="put it into the element that the figure function returns",
                source=element.source,
            ) from None

    def key(self, element: Element) -> str:
        """A name for an element that is stable within this run (its number in the order of arranging)."""
        return str(list(self._frames).index(element)) if element in self._frames else ""

    def move(self, element: Element, dx: float, dy: float) -> None:
        """Move one element with all that is in it."""
        self._frames[element] = self._frames[element].shifted(dx, dy)
        for child in element.children():
            self.move(child, dx, dy)

    def shift(self, dx: float, dy: float) -> None:
        """Move everything that is laid out and routed."""
        self._frames = {e: r.shifted(dx, dy) for e, r in self._frames.items()}
        self.routes = {a: tuple(p.shifted(dx, dy) for p in route) for a, route in self.routes.items()}

    def placed(self) -> Iterable[tuple[Element, Rect]]:
        """Every element with its frame, containers before what they hold."""
        return self._frames.items()

    # Paint -------------------------------------------------------------------------------------------------------

    def group(self, element: Element, id: str) -> Group:
        """The Scene group of an element and all that is in it."""
        self.ids[element] = id
        rect = self._frames[element]
        try:
            items: list[Item] = list(element.paint(self, rect))
        except FigureError as error:
            raise error.at(element.source) from error.__cause__
        counts: dict[str, int] = {}
        for child in element.children():
            counts[child.kind] = counts.get(child.kind, 0) + 1
            items.append(self.group(child, f"{id}/{child.kind}-{counts[child.kind]}"))
        return Group(
            id=id,
            kind=element.kind,
            rect=rect,
            children=tuple(items),
            role=element.role_name(),
            text=element.says(),
            latex=element.latex_source(),
            source=element.source,
            outline=None if type(element).shape is Element.shape else element.shape(self, rect),
            inner=element.inner(self, rect),
            rotate=element.turn(),
            clear=element.backdrop,
        )

    def background_at(self, p: Point) -> str:
        """The colour of the ground at a point: the innermost panel's, or the paper's."""
        color = self.theme.paper
        for element, rect in self._frames.items():
            role = element.role_name()
            if element.backdrop and role is not None and rect.holds(p):
                color = self.theme.role(role).fill or color
        return color

    # Theme -------------------------------------------------------------------------------------------------------

    def role(self, name: str, source: Source | None = None) -> Role:
        return self.theme.role(name, source)

    def ink(self, name: str) -> str:
        """The colour for text and lines of a role."""
        return self.theme.role(name).ink

    def text_color(self, element: Element) -> str:
        """The colour of text inside an element: that of the nearest container with a fill of its own."""
        for holder in self.ancestors(element):
            role = holder.role_name()
            if role is not None and holder is not element:
                return self.theme.role(role, holder.source).text
        return self.theme.role("plain").text


def _adopted_twice(element: Element, parents: Mapping[Element, Element | None], second: Element | None) -> FigureError:
    """The error for an element that stands in two places, or in itself."""
    kind, first = type(element).__name__, parents[element]
    holder = second
    while holder is not None and holder is not element:
        holder = parents.get(holder)
    if holder is element:
        fix = "an element is made of others that exist before it"
        return FigureError(f"this {kind} contains itself", fix=fix, source=element.source)
    places = [f"the {type(p).__name__} of line {p.source.line}" for p in (first, second) if p is not None]
    if first is second:
        where = f"twice in {places[0]}"
        fix = "build it twice; [Box('a')] * 3 repeats one box, [Box('a') for _ in range(3)] makes three"
    else:
        where = f"in {places[0]} and in another one there" if len(set(places)) == 1 else f"in {' and in '.join(places)}"
        fix = "build it twice, for example by a function that returns a new one"
    return FigureError(f"this {kind} stands {where}", fix=fix, source=element.source)


def is_inside(layout: Layout, place: Place, container: Element) -> bool:
    """Whether a place lies in a container of the tree (or is it)."""
    return any(a is container for a in layout.ancestors(place.element()))
