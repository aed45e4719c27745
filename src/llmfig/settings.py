"""The settings of a project, validated."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from llmfig.errors import FigureError, choices
from llmfig.theme.model import Credit

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Name = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9_]*$")]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Chapter(_Strict):
    """A chapter: its folder below `figures/` and its title."""

    id: Name
    en: Words
    zh: Words


class Settings(_Strict):
    """What `llmfig.toml`, or `[tool.llmfig]` in `pyproject.toml`, may hold.

    Attributes:
        chapters: the chapters in reading order; folders that are not named come after them, by name.
        out: the folder that pictures are written to, from the project's folder.
        theme: the theme that is used when none is asked for.
        snapshots: the folder of the accepted snapshots, from the project's folder.
        credit: the credit line, when it is not the theme's.
    """

    chapters: tuple[Chapter, ...] = ()
    out: Words = "out"
    theme: Words = "book"
    snapshots: Words = "tests/snapshots"
    credit: Credit | None = None

    def order(self, chapter: str) -> tuple[int, str]:
        """Sort key of a chapter."""
        names = [c.id for c in self.chapters]
        return (names.index(chapter) if chapter in names else len(names), chapter)

    def chapter(self, name: str) -> Chapter:
        """A chapter by its folder; one that is not in the settings is called by its folder."""
        return next((c for c in self.chapters if c.id == name), Chapter(id=name, en=name, zh=name))


def parse(table: dict[str, Any], file: str) -> Settings:
    """Settings from what TOML gave; `file` is named in errors.

    Raises:
        FigureError: names each wrong key and what is allowed there.
    """
    try:
        return Settings.model_validate(table)
    except ValidationError as error:
        lines = [_told(file, e["loc"], e["type"], e["msg"], e["input"]) for e in error.errors()]
        raise FigureError("\n".join(lines), fix=f"correct the settings in {file}") from None


def _told(file: str, loc: tuple[int | str, ...], kind: str, message: str, value: object) -> str:
    key = ".".join(str(part) for part in loc)
    if kind == "extra_forbidden":
        tables: dict[str, type[BaseModel]] = {"chapters": Chapter, "credit": Credit}
        fields = tables.get(str(loc[0]), Settings).model_fields
        return f"{file}: {key}: there is no such key; {choices(str(loc[-1]), fields, 'keys')}"
    return f"{file}: {key}: {message} (got {value!r})"
