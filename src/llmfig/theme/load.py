"""Reading themes: TOML, laid over the theme it extends, checked, with messages that name file, key and what is allowed
there.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from llmfig.errors import Source, ThemeError, choices
from llmfig.theme.faults import told
from llmfig.theme.files import chain, read, text_of
from llmfig.theme.model import Theme
from llmfig.tomlplace import line_of

Layer = tuple[str, str]  # the text of a theme file, and the file


def load(name: str, project: Path | None = None) -> Theme:
    """The theme `name` of a project.

    Raises:
        ThemeError: when there is no such theme, or its file, or that of a theme it extends, is not valid.
    """
    (text, file), *bases = [(text_of(path), str(path)) for path in chain(name, project)]
    return parse(text, file, tuple(bases))


@lru_cache(maxsize=8)
def parse(text: str, file: str, bases: tuple[Layer, ...] = ()) -> Theme:
    """A theme from TOML text.

    Args:
        text: what the file holds.
        file: is named in errors.
        bases: text and file of the theme that this one extends, then of the one which that extends, and so on.

    Raises:
        ThemeError: names each key that is wrong, in this file or in one of `bases`.
    """
    own = read(text, file)
    base: dict[str, Any] = {}
    if bases:
        parse(*bases[0], bases[1:])  # what is wrong there is told of the file it stands in
        for under, named in reversed(bases):
            base = _over(base, read(under, named))
    data = _over(base, own)
    palette = _palette(data, text, file)
    if bases:
        _check_used(text, file, own, base, data)
    words = {"name": own.get("name", Path(file).stem), "credit": data.get("credit")}
    rest = {key: value for key, value in data.items() if key not in ("extends", "palette", "name", "credit")}
    try:
        return Theme.model_validate(_resolve(rest, palette) | {k: v for k, v in words.items() if v is not None})
    except ValidationError as error:
        raise told(text, file, error, palette) from None


def _over(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """One theme laid over another: tables key by key, everything else as a whole."""
    tables = {k: _over(base[k], v) for k, v in own.items() if isinstance(v, dict) and isinstance(base.get(k), dict)}
    return base | own | tables


def _palette(data: dict[str, Any], text: str, file: str) -> dict[str, str]:
    palette = data.get("palette", {})
    if not isinstance(palette, dict) or not all(isinstance(color, str) for color in palette.values()):
        source = Source(file, line_of(text, ("palette",)))
        raise ThemeError(
            "palette is no table of colours", fix='write entries like blue = "#71CCF5" below it', source=source
        )
    return palette


def _check_used(text: str, file: str, own: dict[str, Any], base: dict[str, Any], data: dict[str, Any]) -> None:
    """A colour that replaces none and that nothing names would change nothing, without a word."""
    replaced = base.get("palette", {})
    named = set(_strings({key: value for key, value in data.items() if key != "palette"}))
    for name in own.get("palette", {}):
        if name not in replaced and name not in named:
            fix = f"give it to a role, or replace one of those that are extended: {choices(name, replaced, 'names')}"
            source = Source(file, line_of(text, ("palette", name)))
            raise ThemeError(f"palette.{name}: nothing has this colour", fix=fix, source=source)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, str):
        yield value


def _resolve(value: Any, palette: dict[str, str]) -> Any:
    """Palette names replaced by their colours, and the word "none" by nothing, wherever a string stands."""
    if isinstance(value, dict):
        return {k: _resolve(v, palette) for k, v in value.items()}
    if value == "none":
        return None
    return palette.get(value, value) if isinstance(value, str) else value
