"""Where something stands in a TOML file, for messages: the parser of the standard library tells no lines of keys."""

from __future__ import annotations

import re

_TABLE = re.compile(r"\s*\[([^\[\]]+)\]\s*(#.*)?$")
_ENTRY = re.compile(r"\s*\[\[([^\[\]]+)\]\]\s*(#.*)?$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")

Key = tuple[str | int, ...]


def line_of(text: str, key: Key) -> int:
    """The line, counted from 1, that a key stands in, or the table or list around it.

    Args:
        text: what the file holds.
        key: names of tables and keys, and numbers of entries in lists of tables, as pydantic tells them.
    """
    lines: dict[Key, int] = {}
    counts: dict[Key, int] = {}
    table: Key = ()
    for number, line in enumerate(text.splitlines(), 1):
        if entry := _ENTRY.match(line):
            name = _parts(entry[1])
            counts[name] = counts.get(name, -1) + 1
            table = (*name, counts[name])
            lines.setdefault(name, number)
            lines[table] = number
        elif header := _TABLE.match(line):
            table = _parts(header[1])
            lines.setdefault(table, number)
        elif found := _KEY.match(line):
            lines.setdefault((*table, *_parts(found[1])), number)
    while key and key not in lines:
        key = key[:-1]
    return lines.get(key, 1)


def said(error: ValueError) -> tuple[str, int]:
    """What the parser says of a file that is not TOML, and the line."""
    what, _, at = str(error).partition(" (at line ")
    line = re.match(r"\d+", at)
    return what, int(line[0]) if line else 1


def _parts(name: str) -> Key:
    return tuple(part.strip().strip("\"'") for part in name.split("."))
