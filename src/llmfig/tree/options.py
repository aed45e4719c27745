"""Everything that can be said about a tree as a whole, checked once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from llmfig.errors import FigureError, Source, choices
from llmfig.layout.tracks import Tracks
from llmfig.tree.axes import DIRECTIONS, Direction
from llmfig.tree.node import EDGE_STYLES, HEADS

CONNECTORS = ("straight", "bracket", "taper", "none")
ALIGNS = ("start", "center", "end")
AIMS = ("side", "center")
EQUAL = ("auto", "width", "height", "both", "none")


@dataclass(frozen=True, slots=True)
class Options:
    """See `Tree` for what each means."""

    direction: Direction = "right"
    connector: str = "straight"
    head: str | None = None
    style: str = "solid"
    stroke: str = "normal"
    line: str | None = None
    aim: str = "side"
    gap: str = "m"
    branch_gap: str | None = None
    level_gap: str = "xl"
    aligned: bool = True
    align: str = "start"
    compact: bool = True
    equal: str = "auto"
    boxes: int | None = None
    role: str = "plain"
    tint: bool = True
    size: str | Sequence[str] = "body"
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
        equal = "width" if self.level else "both"
        return replace(
            self,
            head=self.head or ("end" if self.connector == "straight" else "none"),
            equal=equal if self.equal == "auto" else self.equal,
        )

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
