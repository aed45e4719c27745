"""What is wrong in a theme file, in an author's words and with the line."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from llmfig.errors import Source, ThemeError, called, choices, nearest
from llmfig.theme.model import ROLES, Role, Theme
from llmfig.tomlplace import line_of

Fault = tuple[int, str, str]  # the line, what is wrong, what to do


def told(text: str, file: str, error: ValidationError, palette: Mapping[str, str]) -> ThemeError:
    """One error for all that is wrong in a file: the first fault as such, the others below it."""
    # A misspelt key is missing, too: that it is unknown says more.
    found = sorted(error.errors(), key=lambda e: e["type"] == "missing")
    lacking: dict[tuple[int | str, ...], list[str]] = {}
    for e in found:
        if e["type"] == "missing":
            lacking.setdefault(e["loc"][:-1], []).append(str(e["loc"][-1]))
    faults = [_fault(text, e, palette) for e in found if e["type"] != "missing"]
    faults += [_lack(text, table, keys) for table, keys in lacking.items()]
    (line, what, fix), *others = faults
    more = "".join(f"\n{Source(file, number)}: {other}" for number, other, _ in others)
    return ThemeError(what + more, fix=fix, source=Source(file, line))


def _fault(text: str, e: Any, palette: Mapping[str, str]) -> Fault:
    loc, message = e["loc"], str(e["msg"]).removeprefix("Value error, ")
    key, line = ".".join(map(str, loc)), line_of(text, loc)
    if e["type"] == "extra_forbidden":
        return line, f"a theme has no key {key!r}", choices(str(loc[-1]), _keys(loc[:-1]), "keys")
    if "colour" in message:
        return line, f"{key} cannot be {called(e['input'])}: {message}", choices(e["input"], palette, "palette names")
    if e["type"] == "value_error":
        return line, f"{key}: {message}" if key and key not in message else message, "correct the table"
    fix = f"write [{key}], and its keys below" if e["type"].startswith(("dict", "model")) else message
    return line, f"{key} cannot be {called(e['input'])}", fix.replace("Input should", "it should")


def _lack(text: str, table: tuple[int | str, ...], keys: list[str]) -> Fault:
    """Keys that a table must have."""
    line, named = line_of(text, table), ".".join(map(str, table))
    near = nearest(table[-1], ROLES) if table[:1] == ("roles",) and len(table) == 2 else None
    hint = f"did you mean {near!r}? a role of your own has all of: {', '.join(Role.model_fields)}" if near else ""
    return line, f"{named or 'the theme'} lacks {', '.join(keys)}", hint or f"add {keys[0]} = ..."


def _keys(table: tuple[int | str, ...]) -> list[str]:
    """The keys of a table."""
    model: Any = Theme
    for part in table:
        field = getattr(model, "model_fields", {}).get(str(part))
        model = getattr(field, "annotation", None)
    return list(getattr(model, "model_fields", None) or Role.model_fields)
