"""Sheets of specimens: elements with the code that makes the difference below each."""

import json

from llmfig import Grid, Text


def sheet(specimens, columns, gap="l"):
    """Specimens in rows of so many: an element each, and the code that makes it what it is."""
    cells = {}
    for i, (element, code) in enumerate(specimens):
        row, column = divmod(i, columns)
        cells[2 * row, column] = element
        cells[2 * row + 1, column] = Text(f"`{code}`" if code else "", size="small", role="note", stick="top")
    return Grid(cells, row_gap="s", col_gap=gap)


def each(make, all_options, columns, gap="l"):
    """A sheet of one thing made with other options each time."""
    return sheet([(make(**options), told(options)) for options in all_options], columns, gap)


def told(options):
    """Options as an author writes them."""
    return ", ".join(f"{name}={_told(value)}" for name, value in options.items())


def _told(value):
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, tuple | list):
        items = ", ".join(map(_told, value))
        return f"({items})" if isinstance(value, tuple) else f"[{items}]"
    if isinstance(value, dict):
        return "{" + ", ".join(f"{_told(k)}: {_told(v)}" for k, v in value.items()) + "}"
    return repr(value)
