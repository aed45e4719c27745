"""Changes in words: one plain sentence each, about an element that is called by its kind and what it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import singledispatch

from llmfig.review.changes import (
    Added,
    Change,
    FigureChanged,
    GlyphsChanged,
    LabelMoved,
    LinesChanged,
    Moved,
    Rearranged,
    Reconnected,
    Redrawn,
    Removed,
    Reordered,
    Rerouted,
    Resized,
    Restyled,
    Retyped,
    Spaced,
    TextChanged,
    Value,
)
from llmfig.review.spelling import counted, joined, listed, name, noun, number, px, quoted, quoted_both

_UNITS = {"stroke width": " px", "corner radius": " px", "text size": " px", "head size": " px", "turn": " degrees"}
_RAILS = {1: "single", 2: "double"}
_ASPECTS = {"size": "picture", "exceptions": "exceptions from checks"}
_EFFECTS = {Moved: "moved", LabelMoved: "moved", Resized: "resized", Redrawn: "redrawn", Rerouted: "rerouted"}


def say(change: Change) -> str:
    """A change as a sentence.

    Example:
        text "Critic" -> "Value model"
        box "Policy": role data -> model
        arrow "Reward" -> "Policy" added
    """
    return f"{subject(change)}{said_of(change)}"


def say_effects(effects: Sequence[Change]) -> list[str]:
    """What followed from other changes, summed up: `12 elements moved and 3 resized to make room`."""
    counts = Counter(_EFFECTS[type(c)] for c in effects if type(c) in _EFFECTS)
    words: list[str] = []
    for verb in dict.fromkeys(_EFFECTS.values()):
        if counts[verb]:
            thing = "connector" if verb == "rerouted" else "element" if not words else ""
            words.append(f"{counted(counts[verb], thing) if thing else counts[verb]} {verb}")
    room = [f"{listed(words, most=4)} to make room"] if words else []
    return room + [say(c) for c in effects if isinstance(c, FigureChanged)]


# What a sentence is about --------------------------------------------------------------------------------------------


@singledispatch
def subject(change: Change) -> str:
    """What the sentence of a change is about."""
    return name(change.where.name)


@subject.register
def _(change: FigureChanged) -> str:
    return _ASPECTS.get(change.aspect, change.aspect)


@subject.register
def _(change: TextChanged) -> str:
    return noun(change.where.name.kind)


@subject.register
def _(change: GlyphsChanged) -> str:
    called = name(change.where.name)
    return f"symbols of {called}" if change.symbols else called


@subject.register
def _(change: Spaced) -> str:
    parts = "gaps" if change.before is not None else "columns" if change.across else "rows"
    return f"{parts} of {name(change.where.name)}"


@subject.register
def _(change: Reconnected) -> str:
    return f"{noun(change.where.name.kind)} {joined(change.before)}"


@subject.register
def _(change: Retyped) -> str:
    return f"{noun(change.before)} {quoted(change.where.name.words)}"


# What it says --------------------------------------------------------------------------------------------------------


@singledispatch
def said_of(change: Change) -> str:
    """What the sentence of a change says of its subject, with the space or colon before it."""
    raise AssertionError(f"there are no words for {type(change).__name__}")


@said_of.register
def _(change: FigureChanged) -> str:
    match change.aspect:
        case "size":
            return f" {change.before} -> {change.after} px"
        case "theme" | "background":
            return f" {change.before or 'none'} -> {change.after or 'none'}"
        case "exceptions":
            sides = (("added", change.after), ("removed", change.before))
            return ": " + listed([f"{quoted(text)} {verb}" for verb, text in sides if text])
    return _from_to(change.before, change.after)


@said_of.register
def _(change: TextChanged) -> str:
    return _from_to(change.before, change.after)


def _from_to(before: str, after: str) -> str:
    was, now = quoted_both(before, after)
    return f" {was} -> {now}"


@said_of.register
def _(change: LinesChanged) -> str:
    if change.before == change.after:
        return " broken elsewhere"
    return f" on {counted(change.after, 'line')} instead of {change.before}"


@said_of.register
def _(change: GlyphsChanged) -> str:
    return " changed" if change.symbols else " set differently"


@said_of.register
def _(change: Restyled) -> str:
    return f": {style(change)}"


def style(change: Restyled) -> str:
    """Another look without its subject: `fill #71ccf5 -> #70cbf4`."""
    unit = _UNITS.get(change.style, "")
    pairs = [f"{_value(change, was)} -> {_value(change, now)}{unit}" for was, now in change.values]
    return f"{'line' if change.style == 'rails' else change.style} {listed(pairs)}"


def _value(change: Restyled, value: Value) -> str:
    if value is None or isinstance(value, str):
        return value or "none"
    if change.style == "rails":
        return _RAILS.get(int(value), str(value))
    return f"{100 * value:.0f}%" if change.style == "opacity" else number(value)


@said_of.register
def _(change: Retyped) -> str:
    if {change.before, change.after} == {"label", "tag"}:
        return " now on its line" if change.after == "tag" else " now beside its line"
    return f" is now {'an' if change.after[0] in 'aeiou' else 'a'} {noun(change.after)}"


@said_of.register
def _(change: Redrawn) -> str:
    return ": another shape" if change.shape else " drawn differently"


@said_of.register
def _(change: Resized) -> str:
    return f" {_ways(change.dw, change.dh, 'wider', 'narrower', 'taller', 'shorter')}"


@said_of.register
def _(change: Moved) -> str:
    if change.left and change.entered:
        return f" moved from {name(change.left)} to {name(change.entered)}"
    return f" moved {_ways(change.dx, change.dy, 'right', 'left', 'down', 'up')}"


@said_of.register
def _(change: LabelMoved) -> str:
    return f" moved {_ways(change.dx, change.dy, 'right', 'left', 'down', 'up')}"


def _ways(x: float, y: float, right: str, left: str, down: str, up: str) -> str:
    words = []
    if round(x, 1):
        words.append(f"{px(x)} px {right if x > 0 else left}")
    if round(y, 1):
        words.append(f"{px(y)} px {down if y > 0 else up}")
    return listed(words) or "by less than 0.1 px"


@said_of.register
def _(change: Spaced) -> str:
    if change.before is None:
        return f" {px(change.after)} px {'further apart' if change.after > 0 else 'closer together'}"
    return f" {number(change.before)} -> {number(change.after)} px"


@said_of.register
def _(change: Rearranged) -> str:
    return f" rearranged: {counted(change.count, 'element')} moved"


@said_of.register
def _(change: Reordered) -> str:
    if change.painted:
        return " painted in another order"
    return f" now after {name(change.follows)}" if change.follows else " now first"


@said_of.register
def _(change: Added) -> str:
    return f" added{_along(change)}"


@said_of.register
def _(change: Removed) -> str:
    return f" removed{_along(change)}"


def _along(change: Added | Removed) -> str:
    """What came or went with an element."""
    things = [counted(count, noun(kind)) for kind, count in change.holds]
    arrows = [joined(link.ends) for link in change.links if link.ends]
    if arrows:
        things.append(f"{noun(change.links[0].kind) if len(arrows) == 1 else 'connectors'} {listed(arrows)}")
    if change.label and change.label != change.where.name.words:
        things.append(f"label {quoted(change.label)}")
    return f", with {listed(things, most=4)}" if things else ""


@said_of.register
def _(change: Reconnected) -> str:
    return f" now {joined(change.after)}"


@said_of.register
def _(change: Rerouted) -> str:
    return " takes another way"
