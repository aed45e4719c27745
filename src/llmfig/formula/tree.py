"""What a formula says: the parse tree between LaTeX and layout.

Nodes are values and know where in the source they began (`pos`), so that whatever goes wrong later can point at it.
They are named tuples because twenty frozen dataclasses take twice as long to import, at every start of the program.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal["ord", "op", "bin", "rel", "open", "close", "punct", "inner"]
Limits = bool | None
Color = tuple[Literal["role", "hex"], str]


class Symbol(NamedTuple):
    """One character, already in its final alphabet (𝑥, 𝔼, 𝟙). `large`: grows in display style, as a sum does."""

    char: str
    kind: Kind
    pos: int
    large: bool = False
    limits: Limits = None


class Word(NamedTuple):
    """Upright letters set together: `\\log`, `\\operatorname{clip}`, `\\mathrm{ref}`."""

    text: str
    kind: Kind
    pos: int
    limits: Limits = None


class Text(NamedTuple):
    """Running text in the figure's own fonts."""

    text: str
    pos: int
    bold: bool = False
    italic: bool = False
    mono: bool = False
    kind: Kind = "ord"


class Space(NamedTuple):
    """Horizontal space in em."""

    em: float
    pos: int


class Style(NamedTuple):
    """Switches the rest of its row to display (0), text (1), script (2) or script-of-script (3) style."""

    level: int
    pos: int


class Row(NamedTuple):
    """A group in braces: one atom towards the outside."""

    items: tuple[Node, ...]
    pos: int
    kind: Kind = "ord"


class Term(NamedTuple):
    """A named sub-formula. Transparent: spacing is as if it were not there."""

    name: str
    items: tuple[Node, ...]
    pos: int


class Tinted(NamedTuple):
    """A coloured sub-formula. Transparent, like a term."""

    color: Color
    items: tuple[Node, ...]
    pos: int


class Scripts(NamedTuple):
    base: Node | None
    sub: Row | None
    sup: Row | None
    pos: int
    limits: Limits = None


class Fraction(NamedTuple):
    """`rule` is False for binomials; `level` forces display (0) or text (1) style; `fences` are its delimiters."""

    top: Row
    bottom: Row
    pos: int
    rule: bool = True
    level: int | None = None
    fences: tuple[str, str] | None = None


class Root(NamedTuple):
    body: Row
    degree: Row | None
    pos: int


class Fenced(NamedTuple):
    """`\\left ... \\middle ... \\right`: `rows` lie between the fences; an empty fence is invisible."""

    fences: tuple[str, ...]
    rows: tuple[Row, ...]
    pos: int


class Big(NamedTuple):
    """A delimiter of a fixed size in em."""

    char: str
    em: float
    kind: Kind
    pos: int


class Accent(NamedTuple):
    """A mark on top: `char` is the combining character; `wide` marks stretch over the body."""

    char: str
    body: Row
    pos: int
    wide: bool = False


class Stretch(NamedTuple):
    """A bar (`char` empty), brace or arrow along the body, over or under it. Scripts on a brace are its label."""

    char: str
    body: Row
    over: bool
    pos: int


class Stack(NamedTuple):
    """Things set small over and under a base: `\\overset`, `\\stackrel`, `\\xrightarrow`."""

    base: Row
    over: Row | None
    under: Row | None
    kind: Kind
    pos: int
    stretch: bool = False


class Frame(NamedTuple):
    """`\\boxed` draws a frame; `\\phantom` keeps the room and draws nothing; `\\cancel` strikes through."""

    how: Literal["box", "phantom", "hphantom", "vphantom", "smash", "cancel"]
    body: Row
    pos: int


Align = Literal["l", "c", "r"]


class Array(NamedTuple):
    """Rows and columns.

    Attributes:
        cells: row by row; rows may be of different length.
        columns: how each column is aligned.
        gaps: space in em before each column after the first.
        leading: extra space in em after each row but the last.
        level: the style of the cells.
        relation: cells in odd columns begin as if after an atom, so that `&=` gets the space of a relation.
        jot: space in em between all rows, on top of their normal distance.
        verticals: rules stand before these columns.
        rules: rules lie above these rows.
    """

    cells: tuple[tuple[Row, ...], ...]
    columns: tuple[Align, ...]
    gaps: tuple[float, ...]
    leading: tuple[float, ...]
    level: int
    pos: int
    relation: bool = False
    jot: float = 0.0
    tight: bool = False
    fences: tuple[str, str] = ("", "")
    verticals: tuple[int, ...] = ()
    rules: tuple[int, ...] = ()


Node = (
    Symbol | Word | Text | Space | Style | Row | Term | Tinted | Scripts | Fraction | Root | Fenced | Big | Accent
    | Stretch | Stack | Frame | Array
)  # fmt: skip
