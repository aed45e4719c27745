"""What stands at the side of a place: notes, braces, brackets, dimension lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from llmfig.elements.spans import SPAN_STYLES, span_depth, span_height, span_paths, span_tip
from llmfig.elements.text import Text
from llmfig.errors import FigureError, called, caller, check_number, choices
from llmfig.geometry import NORMALS, SIDES, Path, Point, Rect, Side
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.layout.place import Anchor, Place, as_place
from llmfig.scene.model import Item, Paint, Shape
from llmfig.vocabulary import Gap, RoleName, SpanStyle, TextSize

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout


class Adornment(Element):
    """Something that stands at one side of a place and is given room there by its `Diagram`."""

    extra = True

    def __init__(self, *, over: Place | None, side: Side, label: Element | None, gap: Gap, level: int) -> None:
        super().__init__()
        if side not in SIDES:
            raise FigureError(f"there is no side {side!r}", fix=choices(side, SIDES, "sides"), source=self.source)
        check_number("level", level, self.source, whole=True)
        self.over = None if over is None else as_place(over)
        self.side, self.label, self.gap, self.level = side, label, gap, level

    def children(self) -> Sequence[Element]:
        return [self.label] if self.label else []

    def refers(self) -> Sequence[Place]:
        return [self.over] if self.over else []

    def depth(self, layout: Layout) -> float:
        """Extent of the glyph between the place and the label, px."""
        return 0.0

    def thickness(self, layout: Layout) -> float:
        """Room needed at the side, from the place outwards, px."""
        label = layout.measure(self.label) if self.label else Size.of(0, 0)
        across = label.h if self.side in ("top", "bottom") else label.w
        return layout.theme.gap(self.gap, self.source) + self.depth(layout) + across

    def length(self, layout: Layout) -> float:
        """Extent along the side, px."""
        label = layout.measure(self.label) if self.label else Size.of(0, 0)
        return label.w if self.side in ("top", "bottom") else label.h

    def measure(self, layout: Layout) -> Size:
        along, across = self.length(layout), self.thickness(layout)
        return Size.of(along, across) if self.side in ("top", "bottom") else Size.of(across, along)

    def target(self, layout: Layout, body: Element) -> Rect:
        return (self.over or body).frame(layout)

    def locate(self, layout: Layout, body: Element, start: float) -> Rect:
        """The frame, `start` px away from the place (or from the body's edge for outer levels)."""
        t = self.target(layout, body)
        thick = self.thickness(layout)
        if self.side in ("top", "bottom"):
            along = max(t.w, self.length(layout))
            y = t.y - start - thick if self.side == "top" else t.bottom + start
            return Rect(t.cx - along / 2, y, along, thick)
        along = max(t.h, self.length(layout))
        x = t.x - start - thick if self.side == "left" else t.right + start
        return Rect(x, t.cy - along / 2, thick, along)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        if not self.label:
            return
        s = layout.measure(self.label)
        if "fill" in (self.label.stick or ""):  # along the side
            w, h = (rect.w, s.h) if self.side in ("top", "bottom") else (s.w, rect.h)
            s = Size.of(w, h)
        match self.side:
            case "top":
                spot = Rect(rect.cx - s.w / 2, rect.y, s.w, s.h)
            case "bottom":
                spot = Rect(rect.cx - s.w / 2, rect.bottom - s.h, s.w, s.h)
            case "left":
                spot = Rect(rect.x, rect.cy - s.h / 2, s.w, s.h)
            case _:
                spot = Rect(rect.right - s.w, rect.cy - s.h / 2, s.w, s.h)
        layout.arrange(self.label, spot)


class Note(Adornment):
    """A label at a side of a place, to be handed to a `Diagram`, which makes room for it there.

    Args:
        content: a string, set in the strong colour of `note`, or an element; one with `stick="fill"` is as long as
            the place.
        over: what it belongs to: an element or a part of one; by default the whole diagram.
        side: where it stands, seen from the place: `top`, `right`, `bottom` or `left`.
        gap: between place and note, a step of the spacing scale.
        level: 0 stands next to the place, 1 outside of all that is on level 0, and so on.

    Example:
        ```python
        tokens = Strip(["<BOS>", *tr(["Hello", "world"], ["你好", "世界"]), "<EOS>"], role="data")
        begin = Note(tr("begin", "开始"), over=tokens[0], side="bottom")
        end = Note(tr("end", "结束"), over=tokens[-1], side="bottom")
        Diagram(tokens, begin, end)
        ```
    """

    kind = "note"

    def __init__(
        self, content: Content, *, over: Place | None = None, side: Side = "top", gap: Gap = "xs", level: int = 0
    ) -> None:
        label = (
            Text(content, role="note")
            if isinstance(content, str)
            else as_element(content, where="the content of a Note")
        )
        super().__init__(over=over, side=side, label=label, gap=gap, level=level)

    # As a place, a note is its words.

    def frame(self, layout: Layout) -> Rect:
        return self.label.frame(layout) if self.label else layout.frame(self)

    def outline(self, layout: Layout) -> Path:
        return self.label.outline(layout) if self.label else super().outline(layout)

    def element(self) -> Element:
        return self.label.element() if self.label else self


class Brace(Adornment):
    """A brace, bracket or dimension line along a side of a place, with a label at its tip, to be handed to a
    `Diagram`.

    Args:
        over: what it spans: an element, a part of one, or `around(a, b)`; by default the whole diagram.
        side: where it stands, seen from the place: `top`, `right`, `bottom` or `left`.
        label: a string or an element.
        style: `brace`, `bracket`, `dimension` (a line with two heads), `arrow` (to the right or down), `arrow-back`
            (to the left or up) or `rule` (a plain line).
        role: line and label are in the strong colour of this role.
        size: of a string label: `tiny`, `small`, `body`, `large`, `heading` or `title`.
        gap: between place and brace, a step of the spacing scale.
        level: 0 stands next to the place, 1 outside of all that is on level 0, and so on.

    Example:
        ```python
        tokens = Strip(
            tr([*"What is 2 + 2 ? It is 4".split()], [*"2 + 2 等于 几 ？ 等于 4".split()]), role="data"
        )
        cut = tr(6, 6)
        Diagram(
            tokens,
            Brace(tokens[:cut], label=tr("Prompt", "提示词")),
            Brace(tokens[cut:], label=tr("Response", "回答"), role="loss"),
            Brace(tokens, side="bottom", style="dimension", label=tr("context length", "上下文长度")),
        )
        ```
    """

    kind = "brace"

    def __init__(
        self,
        over: Place | None = None,
        *,
        side: Side = "top",
        label: Content | None = None,
        style: SpanStyle = "brace",
        role: RoleName = "note",
        size: TextSize = "body",
        gap: Gap = "xs",
        level: int = 0,
    ) -> None:
        if label is not None:
            text = isinstance(label, str)
            label = Text(str(label), role=role, size=size) if text else as_element(label, where="the label of a Brace")
        super().__init__(over=over, side=side, label=label, gap=gap, level=level)
        if style not in SPAN_STYLES:
            raise FigureError(
                f"there is no span style {style!r}", fix=choices(style, SPAN_STYLES, "styles"), source=self.source
            )
        self.style, self.role = style, role

    def depth(self, layout: Layout) -> float:
        return span_depth(self.style) + (layout.theme.gap("xs") if self.label else 0.0)

    def _line(self, layout: Layout) -> tuple[Point, Point]:
        """The two ends of the spanned edge, moved out by the gap."""
        t = (self.over or self._body(layout)).frame(layout)
        rect = layout.frame(self)
        gap = layout.theme.gap(self.gap, self.source)
        match self.side:
            case "top":
                return Point(t.x, rect.bottom - gap), Point(t.right, rect.bottom - gap)
            case "bottom":
                return Point(t.x, rect.y + gap), Point(t.right, rect.y + gap)
            case "left":
                return Point(rect.right - gap, t.y), Point(rect.right - gap, t.bottom)
            case _:
                return Point(rect.x + gap, t.y), Point(rect.x + gap, t.bottom)

    def _body(self, layout: Layout) -> Place:
        parent = layout.parents[self]
        assert parent is not None  # an adornment always stands in a Diagram
        return parent

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        a, b = self._line(layout)
        color = layout.theme.role(self.role, self.source).ink
        width = layout.theme.stroke("normal" if self.style != "dimension" else "thin")
        stroked, filled = span_paths(self.style, a, b, NORMALS[self._outward()], layout.theme.arrowhead)
        items: list[Item] = [Shape(p, Paint(stroke=color, width=width, cap="round")) for p in stroked]
        items += [Shape(p, Paint(fill=color)) for p in filled]
        return items

    def _outward(self) -> Side:
        return next(s for s in SIDES if s == self.side)

    @property
    def tip(self) -> Anchor:
        """The point of the brace, for arrows.

        Example:
            ```python
            rewards = Strip([0.2, 0.9, 0.4, 0.7], role="data")
            group = Brace(rewards, side="bottom")
            mean = Box(tr("mean and deviation", "均值与标准差"), role="compute")
            Diagram(Column(Diagram(rewards, group), mean, gap="l"), Arrow(group.tip, mean))
            ```
        """

        def locate(layout: Layout) -> Point:
            a, b = self._line(layout)
            return span_tip(self.style, a, b, NORMALS[self._outward()])

        return Anchor(self, self._outward(), locate)

    def named_places(self, layout: Layout) -> Mapping[str, Place | Anchor]:
        return {**super().named_places(layout), "tip": self.tip}

    def level_with(self, place: Place) -> Anchor:
        """The point of its line that lies over a place's middle (beside it, for an upright one), for arrows.

        Args:
            place: something that the brace spans, or that stands level with its line.

        Raises:
            FigureError: when no part of the line is level with that place.

        Example:
            ```python
            tokens = Strip(tr(["Think", "step", "by", "step"], ["一步", "一步", "思考", "吧"]), role="data")
            whole = Brace(tokens, side="bottom", style="bracket")
            model = Box(tr("Model", "模型"), role="model")
            Diagram(Column(Diagram(tokens, whole), model, gap="l"), Arrow(whole.level_with(model), model))
            ```
        """

        source, place = caller(), as_place(place)

        def locate(layout: Layout) -> Point:
            (a, b), c = self._line(layout), place.frame(layout).center
            upright = self.side in ("left", "right")
            at, low, high = (c.y, a.y, b.y) if upright else (c.x, a.x, b.x)
            if not low <= at <= high:
                fix = "name something that it spans"
                raise FigureError(f"no part of the brace is level with {called(place)}", fix=fix, source=source)
            out, normal = span_height(self.style), NORMALS[self._outward()]
            return (Point(a.x, at) if upright else Point(at, a.y)).shifted(normal.x * out, normal.y * out)

        return Anchor(self, self._outward(), locate)

    def role_name(self) -> str | None:
        return self.role
