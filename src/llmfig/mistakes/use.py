"""Things used as what they are not: called, indexed, added, counted, walked through."""

from __future__ import annotations

import ast
import re
from typing import Any

from llmfig.errors import called
from llmfig.layout.element import Element
from llmfig.layout.place import Anchor, Place
from llmfig.mistakes.calls import Told
from llmfig.mistakes.spot import MISSING, Spot

_SIGNS = "+-*/|&>^%@<"


def told(error: TypeError, at: Spot) -> Told | None:
    """What was used wrongly in the line that raised the error; None when it is nothing of llmfig's."""
    message = str(error)
    if "not callable" in message:
        return _called(at)
    if "not subscriptable" in message:
        return _indexed(at)
    if "argument after *" in message:
        return _walked(message) or _unpacked(message)
    if any(text in message for text in ("not iterable", "non-iterable", "must be an iterable", "has no len()")):
        return _walked(message)
    if "operand type" in message or "not supported between" in message:
        return _added(message)
    return None


def _called(at: Spot) -> Told | None:
    value = at.value(at.code.func) if isinstance(at.code, ast.Call) else MISSING
    if isinstance(value, Anchor) and isinstance(at.code, ast.Call):
        return "an anchor is not called", f"write it without brackets: {ast.unparse(at.code.func)}"
    if isinstance(value, Place):
        return f"{called(value)} is made already, and is not called", "use it as it is, without brackets"
    return None


def _indexed(at: Spot) -> Told | None:
    if not isinstance(at.code, ast.Subscript):
        return None
    value = at.value(at.code.value)
    name = ast.unparse(at.code.value)
    if isinstance(value, Element):
        hint = _BY_KEY.get(type(value).__name__, "keep what is in it in variables, and name those: a = Box('a')")
        return f"{called(value)} has no parts to count", hint.replace("{name}", name)
    if isinstance(value, Anchor):
        return "an anchor is a point and has no parts", "name the element itself"
    return None


_BY_KEY = {
    "Tree": "name a node by its words or its key: {name}.node('words')",
    "MindMap": "name a node by its words or its key: {name}.node('words')",
    "Code": "name a line: {name}.line(1) is the first",
    "Timeline": "name a date or its box: {name}.date(0), {name}.box(0)",
    "Chart": "name a bar, a tick or a point: {name}.bar(0), {name}.tick('x', 1), {name}.at(x, y)",
    "Formula": r"name a term: \term{adv}{...} in the LaTeX, {name}.term('adv') here",
}


def _walked(message: str) -> Told | None:
    found = re.search(r"(?:non-iterable |not |type '|^')(\w+)(?: object|'|$)", message)
    if found is None or not _is_ours(found[1]):
        return None
    fix = "keep the elements in a list of your own, and walk through that: boxes = [Box('a'), Box('b')]; Row(*boxes)"
    return f"a {found[1]} is no list", fix


def _unpacked(message: str) -> Told:
    """A star before what is no list."""
    found = re.search(r"(\w+)\(\) argument after (\*+) must be an? \w+, not (\w+)", message)
    name, stars, kind = found.groups() if found else ("a call", "*", "this")
    wanted = "a list, as in *boxes" if stars == "*" else "a mapping, as in **options"
    thing = "None" if kind == "NoneType" else f"a {kind}"
    return f"{name} is given {stars} with {thing}", f"what stands behind {stars} is {wanted}"


def _added(message: str) -> Told | None:
    sign = re.search(rf"for ([{re.escape(_SIGNS)}]+)|^'([{re.escape(_SIGNS)}=]+)'", message)
    kinds = re.findall(r"'(\w+)'", message)
    if sign is None or not any(_is_ours(kind) for kind in kinds):
        return None
    written = sign[1] or sign[2]
    if written in (">>", "->", ">", "<<", "<"):
        fix = "arrows are elements: Diagram(Row(a, b), Arrow(a, b))"
    else:
        fix = "stand them side by side or below each other: Row(a, b), Column(a, b)"
    return f"elements are not joined by {written}", fix


def _is_ours(kind: str) -> bool:
    import llmfig

    value: Any = getattr(llmfig, kind, None) if kind in llmfig.__all__ else {"Anchor": Anchor}.get(kind)
    return isinstance(value, type) and issubclass(value, Place | Anchor)
