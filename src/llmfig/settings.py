"""The settings of a project, validated."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from llmfig.errors import FigureError, Source, called, choices
from llmfig.theme.model import Credit
from llmfig.tomlplace import line_of

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
        # Not validated: a folder whose name is none for a chapter is told where its figures are.
        unnamed = Chapter.model_construct(id=name, en=name, zh=name)
        return next((c for c in self.chapters if c.id == name), unnamed)


def parse(table: dict[str, Any], file: str) -> Settings:
    """Settings from what TOML gave; `file` is named in errors.

    Raises:
        FigureError: names each wrong key and what is allowed there.
    """
    try:
        return Settings.model_validate(table)
    except ValidationError as error:
        text = Path(file).read_text(encoding="utf-8") if Path(file).is_file() else ""
        told = [
            (_place(text, e["loc"], file), *_told(e["loc"], e["type"], e["msg"], e["input"])) for e in error.errors()
        ]
        # One error is told as what and fix; several stand below each other.
        (place, what, fix), *others = told
        more = "".join(f"\n{Source(file, line)}: {what}" for line, what, _ in others)
        raise FigureError(what + more, fix=fix, source=Source(file, place)) from None


def _place(text: str, loc: tuple[int | str, ...], file: str) -> int:
    return line_of(text, (*(("tool", "llmfig") if Path(file).name == "pyproject.toml" else ()), *loc))


# What pydantic calls a fault, and what an author is told.
_FAULTS = {
    "missing": ("is missing", 'add it: {key} = "..."'),
    "string_type": ("must be a text, not {value}", "put it in quotes"),
    "string_too_short": ("is empty", "give it a text, or leave the key out"),
    "string_pattern_mismatch": ("cannot be {value}", "use letters, digits and _, and begin with a letter"),
    "tuple_type": ("must be a list of tables, not {value}", "write [[{key}]] once for each"),
    "model_type": ("must be a table, not {value}", "write [{key}], and its keys below"),
}


def _told(loc: tuple[int | str, ...], kind: str, message: str, value: object) -> tuple[str, str]:
    """What is wrong with a key, and what to do."""
    key = ".".join(str(part) for part in loc)
    if kind == "extra_forbidden":
        tables: dict[str, type[BaseModel]] = {"chapters": Chapter, "credit": Credit}
        fields = tables.get(str(loc[0]), Settings).model_fields
        return f"there is no setting {key!r}", choices(str(loc[-1]), fields, "keys")
    what, fix = _FAULTS.get(kind, (message, "correct the value"))
    return f"{key} {what.format(value=called(value))}", fix.format(key=loc[-1])
