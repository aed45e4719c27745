"""Legends: what fills, hatchings and line styles stand for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from llmfig.chart.mark import Mark
from llmfig.chart.swatch import Look, Swatch
from llmfig.elements.box import Box
from llmfig.elements.text import Text
from llmfig.errors import FigureError, called, caller
from llmfig.geometry import Rect
from llmfig.layout.element import Content, Element, Size, as_element
from llmfig.layout.grid import Grid
from llmfig.layout.linear import Column, Row
from llmfig.scene.model import Box as SceneBox
from llmfig.scene.model import Item, Paint
from llmfig.vocabulary import RoleName, Stick

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

Entry = tuple[Content, "str | Swatch | Look"]


class Key(Element):
    """A framed body with a title; what `Legend` and `ColorKey` share."""

    kind = "legend"
    solid = True

    def __init__(self, body: Element, *, title: Content | None, framed: bool, stick: Stick | None) -> None:
        super().__init__(stick=stick)
        self.framed = framed
        if title is not None:
            head = (
                Text(title, bold=True) if isinstance(title, str) else as_element(title, where="the title of a legend")
            )
            body = Column(head, body, gap="s")
        self.body = body

    def children(self) -> Sequence[Element]:
        return [self.body]

    def _pad(self, layout: Layout) -> float:
        return layout.theme.gap("m") * 0.75 if self.framed else 0.0

    def measure(self, layout: Layout) -> Size:
        pad, s = self._pad(layout), layout.measure(self.body)
        return Size(s.w + 2 * pad, s.h + 2 * pad, s.ax + pad, s.ay + pad)

    def arrange(self, layout: Layout, rect: Rect) -> None:
        s = layout.measure(self.body)
        layout.arrange(self.body, Rect(rect.cx - s.w / 2, rect.cy - s.h / 2, s.w, s.h))

    def inner(self, layout: Layout, rect: Rect) -> Rect | None:
        return rect.grown(-self._pad(layout) / 2) if self.framed else None

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        if not self.framed:
            return []
        theme = layout.theme
        paint = Paint(fill=theme.paper, stroke=theme.role("muted").stroke or theme.line, width=theme.stroke("thin"))
        return [SceneBox(rect, paint, theme.radius)]


class Legend(Key):
    """A list of swatches with what they stand for.

    `chart.legend()` and `Legend.of(...)` make one of the marks that carry a `name`.

    Args:
        entries: pairs of a label and a role (for a filled swatch) or a `Swatch`, or a mapping from one to the other.
        title: a string, set bold, or an element.
        across: whether the entries stand side by side; by default one below the other.
        framed: whether it has a border.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: when there are no entries.

    Example:
        ```python
        Legend(
            [
                (tr("candidate", "候选"), "data"),
                (tr("discarded", "剔除"), Swatch("muted", hatched=True)),
                (tr("threshold", "阈值"), Swatch("loss", line="dashed")),
            ],
            title=tr("Key", "说明"),
        )
        ```
    """

    kind = "legend"

    def __init__(
        self,
        entries: Sequence[Entry] | Mapping[str, str | Swatch | Look],
        *,
        title: Content | None = None,
        across: bool = False,
        framed: bool = True,
        stick: Stick | None = None,
    ) -> None:
        pairs = [
            (_swatch(look), as_element(text, where="an entry of a legend", size="small"))
            for text, look in _pairs(entries, "a legend")
        ]
        if not pairs:
            raise FigureError(
                "this legend has no entries",
                fix="give pairs of a label and a role, or give marks a name=...",
                source=caller(),
            )
        body: Element
        if across:
            body = Row(*(Row(s, t, gap="s") for s, t in pairs), gap="m")
        else:
            body = Grid([list(p) for p in pairs], row_gap="s", col_gap="s", align=("center", "left"))
        super().__init__(body, title=title, framed=framed, stick=stick)

    @staticmethod
    def of(
        *marks: Mark,
        title: Content | None = None,
        across: bool = False,
        framed: bool = True,
        stick: Stick | None = None,
    ) -> Legend:
        """The legend of marks that carry a `name`; equal entries are listed once.

        Args:
            *marks: of one chart or of several.
            title: a string, set bold, or an element.
            across: whether the entries stand side by side; by default one below the other.
            framed: whether it has a border.
            stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top
                right`), or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

        Example:
            ```python
            kept = Bars([0.6, 0.4], name=tr("kept", "保留"))
            cut = Bars([0.5, 0.3], role="muted", hatched=True, name=tr("cut", "截断"))
            plots = Row(Chart(kept, Axis("x"), wide=4, tall=3), Chart(cut, Axis("x"), wide=4, tall=3))
            Column(plots, Legend.of(kept, cut, across=True))
            ```
        """
        entries: dict[tuple[str, Look], None] = {}
        for mark in marks:
            looks: Mapping[str, Look] = getattr(mark, "looks", dict)()
            entries.update(dict.fromkeys(looks.items()))
        return Legend(list(entries), title=title, across=across, framed=framed, stick=stick)


class ColorKey(Key):
    """What the colours of boxes stand for: a box per role, with its name inside.

    Args:
        names: a mapping from name to role, or pairs of them.
        title: a string, set bold, or an element.
        across: whether the boxes stand side by side; by default one below the other.
        framed: whether it has a border.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: when it is empty.

    Example:
        ```python
        names = {tr("Trained", "训练"): "model", tr("Frozen", "冻结"): "frozen", tr("Data", "数据"): "data"}
        ColorKey(names, title=tr("Colours", "配色"), across=True)
        ```
    """

    kind = "legend"

    def __init__(
        self,
        names: Mapping[str, RoleName] | Sequence[tuple[Content, RoleName]],
        *,
        title: Content | None = None,
        across: bool = False,
        framed: bool = True,
        stick: Stick | None = None,
    ) -> None:
        pairs = _pairs(names, "a colour key")
        if not pairs:
            raise FigureError("this colour key is empty", fix="give it names and roles", source=caller())
        boxes = [Box(name, role=role, size="small", pad="s", wide=5.0) for name, role in pairs]
        body = Row(*boxes, gap="s", equal="both") if across else Column(*boxes, gap="xs", equal="both")
        super().__init__(body, title=title, framed=framed, stick=stick)


def _pairs(entries: object, whose: str) -> list[tuple[Any, Any]]:
    """What stands in a key, with what it stands for."""
    found = list(entries.items() if isinstance(entries, Mapping) else entries if isinstance(entries, Iterable) else [])
    for entry in found if isinstance(entries, Iterable) else [entries]:
        if not isinstance(entry, tuple | list) or len(entry) != 2:
            fix = "give pairs of words and a role: [('kept', 'data'), ('dropped', 'muted')]"
            raise FigureError(f"an entry of {whose} cannot be {called(entry)}", fix=fix, source=caller())
    return found


def _swatch(look: str | Swatch | Look) -> Swatch:
    if isinstance(look, Swatch):
        return look
    if not isinstance(look, str | Look):
        fix = "name a role, or give a Swatch: [('kept', 'data'), ('dropped', Swatch('muted', hatched=True))]"
        raise FigureError(f"what an entry of a legend stands for cannot be {called(look)}", fix=fix, source=caller())
    return Swatch(look) if isinstance(look, str) else Swatch.of(look)
