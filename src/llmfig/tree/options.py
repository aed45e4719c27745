"""Everything that can be said about a tree as a whole, checked once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from numbers import Real
from typing import get_args

from llmfig.elements.box import Box
from llmfig.errors import FigureError, Source, called, check_number, choices, short
from llmfig.layout.tracks import Tracks, check_tracks
from llmfig.tree.axes import DIRECTIONS
from llmfig.tree.node import EDGE_STYLES, HEADS, Node
from llmfig.vocabulary import (
    Direction,
    EdgeStyle,
    Gap,
    Head,
    RoleName,
    Stroke,
    TextSize,
    TreeAim,
    TreeAlign,
    TreeConnector,
    TreeEqual,
)

CONNECTORS: tuple[str, ...] = get_args(TreeConnector)
ALIGNS: tuple[str, ...] = get_args(TreeAlign)
AIMS: tuple[str, ...] = get_args(TreeAim)
EQUAL: tuple[str, ...] = get_args(TreeEqual)


@dataclass(frozen=True, slots=True)
class Options:
    """See `Tree` for what each means."""

    direction: Direction = "right"
    connector: TreeConnector = "straight"
    head: Head | None = None
    style: EdgeStyle = "solid"
    stroke: Stroke = "normal"
    line: RoleName | None = None
    aim: TreeAim = "side"
    gap: Gap = "m"
    branch_gap: Gap | None = None
    level_gap: Gap = "xl"
    aligned: bool = True
    align: TreeAlign = "start"
    compact: bool = True
    equal: TreeEqual = "auto"
    boxes: int | None = None
    role: RoleName = "plain"
    tint: bool = True
    size: TextSize | Sequence[TextSize] = "body"
    wrap: float | Sequence[float | None] | None = None
    box: Mapping[str, object] = field(default_factory=dict)
    tracks: Tracks | None = None

    def checked(self, source: Source) -> Options:
        """The same, with heads decided; a `FigureError` for a word that is not known."""
        for noun, value, valid in (
            ("direction", self.direction, DIRECTIONS),
            ("connector", self.connector, CONNECTORS),
            ("style", self.style, EDGE_STYLES),
            ("head", self.head, (None, *HEADS)),
            ("align", self.align, ALIGNS),
            ("aim", self.aim, AIMS),
            ("equal", self.equal, EQUAL),
        ):
            if value not in valid:
                words = [v for v in valid if v is not None]
                raise FigureError(
                    f"a tree has no {noun}={value!r}", fix=choices(str(value), words, "values"), source=source
                )
        check_tracks("tracks", self.tracks, source)
        self._check_levels(source)
        equal: TreeEqual = "width" if self.level else "both"
        return replace(
            self,
            head=self.head or ("end" if self.connector == "straight" else "none"),
            equal=equal if self.equal == "auto" else self.equal,
        )

    def _check_levels(self, source: Source) -> None:
        """An error for what strings are set by, unless it is of the right kind."""
        if self.boxes is not None:
            check_number("boxes", self.boxes, source, whole=True)
        if not isinstance(self.box, Mapping):
            fix = "give options of Box by their names: box={'shape': 'circle'}"
            raise FigureError(f"box= cannot be {called(self.box)}", fix=fix, source=source)
        if not self.box.keys() <= set(Box.__init__.__kwdefaults__ or ()):
            from llmfig.mistakes.calls import no_option  # only when something is wrong

            what, fix = no_option(Box, self.box)
            raise FigureError(what, fix=fix, source=source)
        for name, truth in (("aligned", self.aligned), ("compact", self.compact), ("tint", self.tint)):
            if not isinstance(truth, bool):
                fix = "give True or False"
                raise FigureError(f"{name}= cannot be {called(truth)}", fix=fix, source=source)
        branch_gap = "m" if self.branch_gap is None else self.branch_gap
        for name, gap in (("gap", self.gap), ("branch_gap", branch_gap), ("level_gap", self.level_gap)):
            if not isinstance(gap, str):
                fix = "gaps are steps of the theme's scale: 's', 'm', 'l', ..."
                raise FigureError(f"there is no gap {short(gap)} for {name}=", fix=fix, source=source)
        for name, value, sample in (("size", self.size, "['large', 'body']"), ("wrap", self.wrap, "[12, 8]")):
            if isinstance(value, str | Real | None) or (isinstance(value, list | tuple) and value):
                continue
            fix = f"give one for all levels, or a list with one for each: {name}={sample}"
            raise FigureError(f"{name}= cannot be {called(value)}", fix=fix, source=source)

    def style_of(self, child: Node) -> EdgeStyle:
        """The style of the edge that leads to a node."""
        return child.edge_style or self.style

    def size_of(self, level: int) -> str:
        """The text size of a level; the last one given serves all deeper levels."""
        return self.size if isinstance(self.size, str) else self.size[min(level, len(self.size) - 1)]

    def wrap_of(self, level: int) -> float | None:
        """The width in em that texts of a level are wrapped to."""
        return self.wrap[min(level, len(self.wrap) - 1)] if isinstance(self.wrap, Sequence) else self.wrap

    @property
    def level(self) -> bool:
        """Whether the tree runs from side to side."""
        return self.direction in ("right", "left")
