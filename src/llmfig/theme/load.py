"""Reading theme files: TOML, checked, with messages that name file, key and what is allowed there."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from llmfig.errors import ThemeError, choices
from llmfig.theme.model import Theme

_PACKAGE = Path(__file__).resolve().parent.parent
# An installed package has the themes among its assets; a checkout has them at its top level, where people edit them.
BUILT_IN = next(p for p in (_PACKAGE / "assets" / "themes", _PACKAGE.parent.parent / "themes") if p.is_dir())


def available(project: Path | None = None) -> dict[str, Path]:
    """Names and files of the themes a project can use: its own `themes/*.toml` first, then the built-in ones."""
    found = {p.stem: p for p in sorted(BUILT_IN.glob("*.toml"))}
    if project is not None:
        found |= {p.stem: p for p in sorted((project / "themes").glob("*.toml"))}
    return found


def load(name: str, project: Path | None = None) -> Theme:
    """The theme `name` of a project.

    Raises:
        ThemeError: when there is no such theme, or its file is not a valid theme.
    """
    files = available(project)
    if name not in files:
        raise ThemeError(f"there is no theme {name!r}", fix=choices(name, files, "themes"))
    path = files[name]
    return parse(path.read_text(encoding="utf-8"), str(path))


@lru_cache(maxsize=8)
def parse(text: str, file: str) -> Theme:
    """A theme from TOML text; `file` is named in errors."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ThemeError(
            f"{file}: not valid TOML: {error}", fix="see the book theme for the layout of a theme file"
        ) from None
    palette = data.pop("palette", {})
    try:
        words = {key: data.pop(key) for key in ("name", "credit") if key in data}
        return Theme.model_validate(_resolve(data, palette) | words)
    except ValidationError as error:
        raise ThemeError(_explain(file, error, palette), fix="correct the key in the theme file") from None


def _resolve(value: Any, palette: dict[str, str]) -> Any:
    """Palette names replaced by their colours, and the word "none" by nothing, wherever a string stands."""
    if isinstance(value, dict):
        return {k: _resolve(v, palette) for k, v in value.items()}
    if value == "none":
        return None
    return palette.get(value, value) if isinstance(value, str) else value


def _explain(file: str, error: ValidationError, palette: dict[str, str]) -> str:
    lines = []
    for e in error.errors():
        key = ".".join(str(part) for part in e["loc"]) or "theme"
        allowed = ""
        if e["type"] == "extra_forbidden":
            table: Any = Theme
            for part in e["loc"][:-1]:
                field = getattr(table, "model_fields", {}).get(str(part))
                table = getattr(field, "annotation", None)
            fields = getattr(table, "model_fields", None) or {"fill": 0, "stroke": 0, "text": 0, "ink": 0}
            allowed = "; " + choices(str(e["loc"][-1]), list(fields), "keys")
        elif "colour" in e["msg"]:
            allowed = "; " + choices(str(e["input"]), list(palette), "palette names")
        got = "" if isinstance(e["input"], dict) else f" (got {e['input']!r})"
        lines.append(f"{file}: {key}: {e['msg']}{got}{allowed}")
    return "\n".join(lines)
