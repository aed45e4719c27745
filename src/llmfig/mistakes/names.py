"""Names that are not there: in a module, in an import, behind a dot."""

from __future__ import annotations

import builtins
import linecache
import re
from collections.abc import Iterable

import llmfig
from llmfig.errors import called, nearest
from llmfig.layout.place import Anchor
from llmfig.mistakes.calls import Told
from llmfig.mistakes.elsewhere import name_for
from llmfig.mistakes.spot import Spot

# What figures compute with, and other languages' words for Python's.
_KNOWN = {
    "np": "import it at the top of the file: import numpy as np",
    "numpy": "import it at the top of the file: import numpy",
    "math": "import it at the top of the file: import math",
    "itertools": "import it at the top of the file: import itertools",
    "random": "import it at the top of the file: import random",
    "torch": "import it at the top of the file: import torch",
    "Path": "import it at the top of the file: from pathlib import Path",
    "plt": "figures are made of llmfig's own elements: Chart, Curve, Bars, Points, ...",
    "true": "Python writes it True",
    "false": "Python writes it False",
    "null": "Python writes it None",
    "none": "Python writes it None",
    "nan": "Python writes it float('nan'); no element draws it",
    "inf": "Python writes it math.inf; no element draws it",
}


_DRAWING = ("matplotlib", "seaborn", "plotly", "bokeh", "altair", "graphviz", "networkx", "PIL", "manim")


def unknown_name(error: NameError, at: Spot) -> Told:
    """A name that is used before it is given a value, or never is."""
    name = str(error.name or "")
    if isinstance(error, UnboundLocalError):
        found = re.search(r"variable '(\w+)'", str(error))
        name = name or (found[1] if found else "?")
        return f"{name!r} has no value yet in this line", "give it one on every way that leads here"
    return f"the name {name!r} is not known here", _missing_name(name, at)


def _missing_name(name: str, at: Spot) -> str:
    scope = {*at.frame.f_locals, *at.frame.f_globals, *vars(builtins)}
    if name in llmfig.__all__:
        return f"import it: from llmfig import {name}"
    if name in _KNOWN:
        return _KNOWN[name]
    near = nearest(name, sorted(scope | set(llmfig.__all__)))
    if near is not None:
        return f"did you mean {near!r}?" + ("" if near in scope else f" (from llmfig import {near})")
    if ours := name_for(name):
        return f"llmfig calls that {ours}"
    line = linecache.getline(at.source.file, at.source.line)
    if re.search(r"""\b([rR]?[fF]|[fF][rR])["']""", line) and f"{{{name}" in line:
        return f"in an f-string the braces of LaTeX are doubled: {{{{{name}}}}}"
    return f'give it a value above this line, or import it; words stand in quotes: "{name}"'


def public_name(name: str) -> Told:
    """A name that llmfig does not have."""
    near = nearest(name, llmfig.__all__)
    hint = f"did you mean {near!r}?" if near else f"llmfig calls that {ours}" if (ours := name_for(name)) else ""
    what = f"llmfig has no name {name!r}"
    return what, hint or "all names are in docs/authoring.md; an editor completes them behind `from llmfig import `"


def unknown_import(error: ImportError) -> Told | None:
    """A name that a module does not hold."""
    found = re.match(r"cannot import name '(\w+)' from '([\w.]+)'", str(error))
    if found is None:
        return None
    name, module = found.groups()
    if module == "llmfig" or not module.startswith("llmfig"):
        return public_name(name) if module == "llmfig" else None
    if name in llmfig.__all__:
        return f"{module} does not hold {name}", f"authors import from the package: from llmfig import {name}"
    return public_name(name)


def unknown_module(name: str) -> Told | None:
    """A module of llmfig that is not there, or llmfig misspelt."""
    head = name.partition(".")[0]
    if head == "llmfig":
        return f"llmfig has no module {name!r}", "authors import from the package: from llmfig import Box, figure"
    if nearest(head, ["llmfig"]):
        return f"there is no module {head!r}", "did you mean 'llmfig'?"
    return None


def no_module(name: str) -> Told:
    """A module that is not installed."""
    head = name.partition(".")[0]
    if head in _DRAWING:
        return f"there is no module {name!r} to import", _KNOWN["plt"]
    return f"there is no module {name!r} to import", f"correct the name, or install it: pip install {head}"


def unknown_attribute(error: AttributeError, at: Spot) -> Told | None:
    """Something behind a dot that is not there."""
    owner, name = error.obj, str(error.name or "")
    if owner is llmfig or str(error).startswith("No llmfig attribute "):
        return public_name(name or str(error).rpartition(" ")[2])
    if isinstance(owner, Anchor):
        fix = "an anchor is a point: ask the element itself for its sides (box.top), and name one of them"
        return f"an anchor has no {name!r}", fix
    if owner is None:
        return f"None has no {name!r}", "the value in front of the dot was never made: look where it comes from"
    if isinstance(owner, str | list | tuple | dict | int | float) and name in _SIDES:
        return (
            f"{called(owner)} has no {name!r}",
            "only elements have sides: keep one in a variable, a = Box('words'), and write a." + name,
        )
    near = nearest(name, _public(owner))
    if near is None and isinstance(owner, list | dict):
        fix = _LIST if isinstance(owner, list) else f"a key stands in brackets: [{name!r}]"
        return f"a {type(owner).__name__} has no {name!r}", fix
    return (f"{called(owner)} has no {name!r}", f"did you mean {near!r}?") if near else None


_LIST = "a list takes one more by .append(...), several by .extend([...])"
_SIDES = ("left", "right", "top", "bottom", "center", "port")


def _public(owner: object) -> Iterable[str]:
    return [name for name in dir(owner) if not name.startswith("_")]
