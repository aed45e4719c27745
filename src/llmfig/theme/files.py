"""Where themes are: the project's own before those that come with the package, and which theme extends which.

Light on purpose: a run with nothing to do asks for the files of its theme, and must not pay for the validation of one
(which costs the import of pydantic).
"""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from llmfig.errors import Source, ThemeError, called, choices
from llmfig.tomlplace import line_of, said

_PACKAGE = Path(__file__).resolve().parent.parent
# An installed package has the themes among its assets; a checkout has them at its top level, where people edit them.
BUILT_IN = next(p for p in (_PACKAGE / "assets" / "themes", _PACKAGE.parent.parent / "themes") if p.is_dir())


def available(project: Path | None = None) -> dict[str, Path]:
    """Names and files of the themes a project can use: its own `themes/*.toml` first, then the built-in ones."""
    found = _themes(BUILT_IN)
    if project is not None:
        found |= _themes(project / "themes")
    return found


def theme_file(name: str, project: Path | None = None) -> Path:
    """The file of a theme.

    Raises:
        ThemeError: when there is no such theme.
    """
    files = available(project)
    if name not in files:
        raise ThemeError(f"there is no theme {name!r}", fix=choices(name, files, "themes"))
    return files[name]


def chain(name: str, project: Path | None = None) -> tuple[Path, ...]:
    """The file of a theme, and after it that of the theme it extends, and so on.

    A theme that extends one of its own name (`extends = "book"` in a project's `themes/book.toml`) means the built-in
    one.

    Args:
        name: of the theme.
        project: the project's top folder.

    Raises:
        ThemeError: when there is no such theme, when one extends a theme that there is not or, in the end, itself, or
            when a file is not TOML.
    """
    files = available(project)
    found = [theme_file(name, project)]
    while (base := _extended(found[-1])) is not None:
        there = files | ({base: BUILT_IN / f"{base}.toml"} if _takes_over(found[-1], base) else {})
        if base not in there:
            fix = choices(base, set(files) - {name}, "themes")
            raise ThemeError(f"there is no theme {base!r} to extend", fix=fix, source=_extends(found[-1]))
        if there[base] in found:
            way = " -> ".join([*(path.stem for path in found), base])
            fix = "let one of them extend book"
            raise ThemeError(f"themes extend each other in a circle: {way}", fix=fix, source=_extends(found[-1]))
        found.append(there[base])
    return tuple(found)


def read(text: str, file: str) -> dict[str, Any]:
    """The tables of a theme file; `file` is named in errors.

    Raises:
        ThemeError: when the text is not TOML.
    """
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        what, line = said(error)
        fix = 'correct the line: texts and colours stand in quotes, paper = "#FFFFFF"'
        raise ThemeError(f"not valid TOML: {what}", fix=fix, source=Source(file, line)) from None


def text_of(file: Path) -> str:
    """The text of a theme file.

    Raises:
        ThemeError: when it cannot be read.
    """
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        fix = "make it a text file in UTF-8"
        raise ThemeError(f"cannot be read: {error}", fix=fix, source=Source(str(file), 1)) from None


def _themes(folder: Path) -> dict[str, Path]:
    return {path.stem: path for path in sorted(folder.glob("*.toml"))}


def _extended(file: Path) -> str | None:
    """What a theme file extends, None when it stands alone."""
    return _named(text_of(file), str(file))


@lru_cache(maxsize=8)
def _named(text: str, file: str) -> str | None:
    base = read(text, file).get("extends")
    if base is None or isinstance(base, str):
        return base
    fix, source = 'write one name: extends = "book"', Source(file, line_of(text, ("extends",)))
    raise ThemeError(f"extends cannot be {called(base)}", fix=fix, source=source)


def _extends(file: Path) -> Source:
    return Source(str(file), line_of(text_of(file), ("extends",)))


def _takes_over(file: Path, base: str) -> bool:
    """Whether a theme of a project extends the built-in one whose name it has."""
    return file.stem == base and file.parent != BUILT_IN and (BUILT_IN / file.name).is_file()
