"""Icons of the Lucide set, drawn from the copy that the `lucide` package ships. No network."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar

from llmfig.elements.marks_base import Mark
from llmfig.elements.marks_svg import Piece, pieces
from llmfig.errors import FigureError, caller, short
from llmfig.geometry import Path, Rect
from llmfig.scene.model import Item, Paint, Shape
from llmfig.vocabulary import MarkSize, RoleName, Stick

if TYPE_CHECKING:
    from llmfig.layout.engine import Layout

BOX = 24.0  # units of the set's drawing area
STROKE = 1.9  # units


class Icon(Mark):
    """An icon of the Lucide set (https://lucide.dev/icons), by its name. The set is part of the installation.

    Args:
        name: such as `user`, `bot`, `database`, `thumbs-up`.
        filled: whether closed shapes are filled with the fill of the role, or with the line colour when there is no
            role.
        size: `xs`, `s`, `m`, `l`, `xl` or `xxl`; `m` goes with body text, `s` with small text.
        role: draws it in the strong colour of this role; by default in the theme's line colour.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Raises:
        FigureError: for a name that the set does not have; the message names near ones.

    Example:
        ```python
        user, bot = Icon("user", size="xl"), Icon("bot", size="xl", role="model")
        Diagram(
            Row(user, bot, gap="l"),
            Arrow(user, bot, label=tr("prompt", "提示词"), route="arc"),
            Arrow(bot, user, label=tr("response", "回答"), route="arc"),
        )
        ```
    """

    WIDE = TALL = 1.3

    def __init__(
        self,
        name: str,
        *,
        filled: bool = False,
        size: MarkSize = "m",
        role: RoleName | None = None,
        stick: Stick | None = None,
    ) -> None:
        super().__init__(size=size, role=role, stick=stick)
        self.name, self.filled = name, filled
        try:
            self.pieces = drawing(name)
        except FigureError as error:
            raise error.at(self.source) from None

    def paint(self, layout: Layout, rect: Rect) -> Sequence[Item]:
        r, color = self.drawn(layout, rect), self.color(layout)
        k = r.w / BOX
        width = max(layout.theme.stroke("thin"), STROKE * k)
        ground = (
            layout.theme.role(self.role, self.source).fill
            if self.filled and self.role
            else color
            if self.filled
            else None
        )
        return [
            Shape(
                p.path.mapped(k, k, r.x, r.y),
                Paint(
                    fill=color if p.filled else ground if _closed(p.path) else None,
                    stroke=color,
                    width=width,
                    cap="round",
                ),
            )
            for p in self.pieces
        ]


def _closed(path: Path) -> bool:
    return path.segments[-1] == ("Z",)


class _Named(Icon):
    """An icon with a class of its own."""

    NAME: ClassVar[str]

    def __init__(
        self, *, filled: bool = False, size: MarkSize = "m", role: RoleName | None = None, stick: Stick | None = None
    ) -> None:
        super().__init__(self.NAME, filled=filled, size=size, role=role, stick=stick)


class Tick(_Named):
    r"""A tick: right, kept, chosen.

    Args:
        filled: whether closed shapes are filled with the fill of the role, or with the line colour when there is no
            role.
        size: `xs`, `s`, `m`, `l`, `xl` or `xxl`; `m` goes with body text, `s` with small text.
        role: draws it in the strong colour of this role; by default in the theme's line colour.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Example:
        ```python
        answers = [("$7 \\times 8 = 56$", True), ("$7 \\times 8 = 54$", False)]
        marked = [
            Row(Tick(role="sample") if right else Cross(role="negative"), words, gap="s")
            for words, right in answers
        ]
        Column(*marked, gap="s", align="left")
        ```
    """

    NAME = "check"


class Cross(_Named):
    """A cross: wrong, dropped, rejected.

    Args:
        filled: whether closed shapes are filled with the fill of the role, or with the line colour when there is no
            role.
        size: `xs`, `s`, `m`, `l`, `xl` or `xxl`; `m` goes with body text, `s` with small text.
        role: draws it in the strong colour of this role; by default in the theme's line colour.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Example:
        ```python
        drafts = Strip(
            tr(["the", "cat", "flew", "away"], ["猫", "在", "飞", "走"]),
            role=["sample", "sample", "negative", "muted"],
        )
        Diagram(drafts, Note(Cross(role="negative", size="l"), over=drafts[2], side="bottom"))
        ```
    """

    NAME = "x"


class Scissors(_Named):
    """A pair of scissors: what is cut off.

    Args:
        filled: whether closed shapes are filled with the fill of the role, or with the line colour when there is no
            role.
        size: `xs`, `s`, `m`, `l`, `xl` or `xxl`; `m` goes with body text, `s` with small text.
        role: draws it in the strong colour of this role; by default in the theme's line colour.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Example:
        ```python
        tokens = Strip(
            ["0.40", "0.30", "0.15", "0.10", "0.05"], role=["data", "data", "muted", "muted", "muted"]
        )
        Diagram(
            tokens,
            Note(Scissors(size="l"), over=tokens.border(2), side="bottom"),
            Brace(tokens[:2], label="top-$k$"),
        )
        ```
    """

    NAME = "scissors"


class Person(_Named):
    r"""A person: a user, an annotator.

    Args:
        filled: whether closed shapes are filled with the fill of the role, or with the line colour when there is no
            role.
        size: `xs`, `s`, `m`, `l`, `xl` or `xxl`; `m` goes with body text, `s` with small text.
        role: draws it in the strong colour of this role; by default in the theme's line colour.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Example:
        ```python
        annotator = Column(Person(size="xl"), tr("Annotator", "标注者"), gap="xs")
        better = Box("$y_w \\succ y_l$", role="data")
        Diagram(Row(annotator, better, gap="l"), Arrow(annotator, better, label=tr("prefers", "偏好")))
        ```
    """

    NAME = "user"


class Star(_Named):
    """A star: the best one.

    Args:
        filled: whether closed shapes are filled with the fill of the role, or with the line colour when there is no
            role.
        size: `xs`, `s`, `m`, `l`, `xl` or `xxl`; `m` goes with body text, `s` with small text.
        role: draws it in the strong colour of this role; by default in the theme's line colour.
        stick: how it sits in the cell that its container gives it: at a side (`left`), in a corner (`top right`),
            or filling it (`fill`, `fill-x`, `fill-y`); by default the container decides.

    Example:
        ```python
        scores = Table(
            [["A", 0.62], ["B", 0.91], ["C", 0.55]], head=tr(["Response", "Score"], ["回答", "得分"])
        )
        Diagram(scores, Note(Star(role="data", filled=True), over=scores[1, 1], side="right", gap="s"))
        ```
    """

    NAME = "star"


@lru_cache(maxsize=256)
def drawing(name: str) -> tuple[Piece, ...]:
    """The shapes of an icon in a box of 24 units.

    Raises:
        FigureError: for an unknown name.
    """
    if not isinstance(name, str):
        raise FigureError(f"there is no icon {short(name)}", fix="name one: Icon('bot')", source=caller())
    of_alias = "SELECT svg FROM icons JOIN icon_aliases USING (name) WHERE alias = ?"
    rows = _ask("SELECT svg FROM icons WHERE name = ?", name) or _ask(of_alias, name)
    if not rows:
        raise FigureError(f"there is no icon {name!r}", fix=_near(name), source=caller())
    return pieces(rows[0])


def _near(name: str) -> str:
    """A fix that names icons of a similar name, or of that meaning."""
    names = _ask("SELECT name FROM icons ORDER BY name")
    meant = _ask("SELECT name FROM icon_tags WHERE tag = ? ORDER BY length(name), name LIMIT 5", str(name).lower())
    alike = difflib.get_close_matches(str(name), names, n=5)
    found = list(dict.fromkeys([*alike[:3], *meant, *alike[3:]]))[:6]
    if not found:
        found = [n for n in names if str(name).lower() in n][:6]
    hint = f"did you mean {', '.join(map(repr, found))}? " if found else ""
    return hint + "see https://lucide.dev/icons for all names"


def _ask(query: str, *values: str) -> list[str]:
    """The first column of what the shipped icon set answers."""
    from lucide.db import get_db_connection

    with get_db_connection() as connection:
        if connection is None:
            raise FigureError("the icon set of the package `lucide` is missing", fix="install python-lucide again")
        return [str(row[0]) for row in connection.execute(query, values)]
