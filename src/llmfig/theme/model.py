"""What a theme file holds, validated.

Elements name roles, sizes and gaps; only a theme holds colours and numbers. Colours in a theme file are names of its
own palette or `#rrggbb`.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Annotated, Literal, TypeVar, get_args

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from llmfig.errors import FigureError, Source
from llmfig.vocabulary import KnownGap, KnownRole, KnownStroke, KnownTextSize

ROLES: tuple[str, ...] = get_args(KnownRole)
SIZES: tuple[str, ...] = get_args(KnownTextSize)
GAPS: tuple[str, ...] = get_args(KnownGap)
STROKES: tuple[str, ...] = get_args(KnownStroke)

T = TypeVar("T")

HEX = re.compile(r"#[0-9A-Fa-f]{6}\Z")


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, ignored_types=(cached_property,))


def _hex(value: str) -> str:
    if not HEX.match(value):
        raise ValueError("a colour is #rrggbb or the name of a palette entry")
    return value.lower()


Color = Annotated[str, AfterValidator(_hex)]
Px = Annotated[float, Field(ge=0, le=400)]


class Role(_Strict):
    """Colours of one role: what a shape of it is filled, stroked and written on with, and its `ink`, strong enough
    (WCAG 4.5:1 on paper and panels) for text and lines of that role's colour."""

    fill: Color | None
    stroke: Color | None
    text: Color
    ink: Color


class Arrowhead(_Strict):
    """Length along the line and full width across, in px at the normal stroke."""

    length: Px
    width: Px


class Frame(_Strict):
    """The page round a figure: margin inside the frame, corner radius, the title ribbon and the credit line."""

    margin: Px
    radius: Px
    stroke: Color
    ribbon: Color
    title: Color
    credit: Color
    visible: bool = True


class Words(_Strict):
    """A text in both languages."""

    en: str = ""
    zh: str = ""


class Credit(Words):
    """The credit line of the footer, and what may be done with the figure, which the files say of themselves."""

    rights: Words = Words()


class Theme(_Strict):
    """A complete theme."""

    name: str
    dark: bool = False
    greyscale_safe: bool = False
    paper: Color
    line: Color
    roles: dict[str, Role]
    sizes: dict[str, Annotated[float, Field(ge=6, le=120)]]
    gaps: dict[str, Px]
    strokes: dict[str, Annotated[float, Field(gt=0, le=20)]]
    dashes: dict[Literal["dashed", "dotted", "dash-dot"], tuple[Px, ...]]
    arrowhead: Arrowhead
    radius: Px
    minimum_size: Px = Field(description="No text smaller than this, px.")
    frame: Frame
    credit: Credit = Credit()

    @model_validator(mode="after")
    def _complete(self) -> Theme:
        for name, wanted in (("roles", ROLES), ("sizes", SIZES), ("gaps", GAPS), ("strokes", STROKES)):
            missing = [w for w in wanted if w not in getattr(self, name)]
            if missing:
                raise ValueError(f"[{name}] lacks {', '.join(missing)}")
        return self

    def role(self, name: str, source: Source | None = None) -> Role:
        """The colours of a role; a `FigureError` that lists the roles when there is none of that name."""
        return _find(self.roles, name, "role", source)

    def size(self, name: str, source: Source | None = None) -> float:
        """A font size of the type scale, px."""
        return _find(self.sizes, name, "size", source)

    def gap(self, name: str, source: Source | None = None) -> float:
        """A step of the spacing scale, px."""
        return _find(self.gaps, name, "gap", source)

    def stroke(self, name: str, source: Source | None = None) -> float:
        """A line width, px."""
        return _find(self.strokes, name, "stroke", source)

    @cached_property
    def colors(self) -> frozenset[str]:
        """Every colour a Scene in this theme may hold."""
        found = {self.paper, self.line, self.frame.stroke, self.frame.ribbon, self.frame.title, self.frame.credit}
        for role in self.roles.values():
            found |= {c for c in (role.fill, role.stroke, role.text, role.ink) if c}
        return frozenset(found)


def _find(table: dict[str, T], name: str, noun: str, source: Source | None) -> T:
    if not isinstance(name, str) or name not in table:
        from llmfig.mistakes.scales import unknown

        what, fix = unknown(name, list(table), noun)
        raise FigureError(what, fix=fix, source=source)
    return table[name]
