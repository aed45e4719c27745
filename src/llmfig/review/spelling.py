"""How texts, numbers and the names of elements are written in sentences."""

from __future__ import annotations

import json
from collections.abc import Sequence

from llmfig.review.changes import Ends, Name

LONG = 40  # characters of a text that are shown
AROUND = 14  # characters shown before and after what differs between two long texts
COARSE = 3.0  # px; from here on, fractions cannot be seen
LISTED = 3  # names in a list
GAP = "…"
_PLURALS = {"axis": "axes", "box": "boxes", "matrix": "matrices", "edges": "edges", "bars": "bars", "points": "points"}


# Texts ---------------------------------------------------------------------------------------------------------------


def quoted(text: str) -> str:
    """A text in quotation marks, on one line and in one direction, shortened in the middle when it is long."""
    return _quotes(_shortened(text))


def quoted_both(before: str, after: str) -> tuple[str, str]:
    """Two texts in quotation marks; long ones with what differs and a little round it."""
    if max(len(before), len(after)) <= LONG:
        return _quotes(before), _quotes(after)
    head, most = 0, min(len(before), len(after))
    while head < most and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < most - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    start, end = max(0, head - AROUND), max(0, tail - AROUND)

    def excerpt(text: str) -> str:
        middle = _shortened(text[start : len(text) - end], 2 * LONG)
        return _quotes(f"{GAP if start else ''}{middle}{GAP if end else ''}")

    return excerpt(before), excerpt(after)


def _shortened(text: str, most: int = LONG) -> str:
    return text if len(text) <= most else text[: most // 2] + GAP + text[-(most // 2 - 1) :]


def _quotes(text: str) -> str:
    """What cannot be seen (direction marks, controls, odd spaces) is spelt out; backslashes are left to LaTeX."""
    spelt = "".join(c if c.isprintable() and c != '"' else json.dumps(c)[1:-1] for c in text)
    return f'"{spelt}"'


# Numbers -------------------------------------------------------------------------------------------------------------


def px(length: float) -> str:
    """A length without its sign, as finely as it can be seen."""
    size = abs(length)
    return f"{size:.0f}" if size >= COARSE else f"{max(size, 0.1):.1f}".removesuffix(".0")


def number(value: float) -> str:
    """A number of a theme: exact, as far as anybody writes it."""
    return f"{round(value, 2) + 0.0:.2f}".rstrip("0").rstrip(".")


def counted(count: int, noun: str) -> str:
    """A number of things."""
    return f"{count} {noun if count == 1 else plural(noun)}"


def plural(noun: str) -> str:
    return _PLURALS.get(noun, f"{noun}s")


def listed(items: Sequence[str], most: int = LISTED) -> str:
    """Some items as a list in a sentence."""
    shown, rest = list(items[:most]), len(items) - most
    if rest > 0:
        return f"{', '.join(shown)} and {rest} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


# Names ---------------------------------------------------------------------------------------------------------------


def name(called: Name) -> str:
    """An element in a sentence: `box "Policy model"`, `arrow "Reward" -> "Policy"`, `lock in box "Critic"`."""
    kind = noun(called.kind)
    if called.ends:
        said = f", {quoted(called.words)}" if called.words else ""
        return f"{kind} {joined(called.ends)}{said}{_nth(called)}"
    if called.words:
        return f"{kind} {quoted(called.words)}{_nth(called)}"
    if called.holder:
        return f"{kind} {'near' if called.near else 'in'} {name(called.holder)}"
    return kind


def noun(kind: str) -> str:
    """A kind of element as people call it."""
    return "label" if kind == "tag" else kind


def joined(ends: Ends) -> str:
    """What a connector joins: `"Reward" -> "Policy"`."""
    start, end = ends
    if start and end:
        return f"{_end(start)} -> {_end(end)}"
    return f"from {_end(start)}" if start else f"to {_end(end)}" if end else "of nothing"


def _end(called: Name | None) -> str:
    if called is None:
        return ""
    return quoted(called.words) if called.words else name(called)


def _nth(called: Name) -> str:
    return f" ({called.nth[0]} of {called.nth[1]})" if called.nth else ""
