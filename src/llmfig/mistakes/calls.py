"""Calls that do not fit: options that are not there, values too many, values that are missing."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from llmfig.errors import nearest
from llmfig.layout.element import Element
from llmfig.layout.place import Anchor, Place
from llmfig.mistakes.elsewhere import instead
from llmfig.mistakes.spot import MISSING, Spot, signature
from llmfig.vocabulary import BoxShape, KnownRole, KnownTextSize

Told = tuple[str, str]  # what is wrong, and what to do
Parameters = Mapping[str, inspect.Parameter]

SHORT = 90  # characters of an example that is shown
EXAMPLE = re.compile(r"^ *Example:\n((?:.+\n?)+)", re.MULTILINE)
DECORATOR = '@figure(title=("Title", "标题"), alt=("What it shows.", "图中内容。"))'

# What is meant where too many values stand without a name.
_EXTRA = {
    "Curve": "hand the numbers over as one pair: Curve((xs, ys))",
    "Area": "hand the numbers over as one pair: Area((xs, ys))",
    "Bars": "the numbers come first, the words are labels=[...]: Bars([0.2, 0.8], labels=['no', 'yes'])",
    "Grid": "the rows go into one list: Grid([[a, b], [c, d]])",
    "Tree": "a tree has one root; the rest lies below it: Tree(node('root', node('a'), node('b')))",
    "fan_out": "the ends are one list: fan_out(a, [b, c])",
    "fan_in": "the starts are one list: fan_in([a, b], c)",
    "figure": f"write {DECORATOR}",
    "heat": "the rows go into one list: heat([[0.1, 0.9], [0.8, 0.2]])",
    "Legend": "the entries are one list of pairs: Legend([('kept', 'data'), ('dropped', 'muted')])",
    "tr": 'tr takes the English and the Chinese side: tr("English", "中文")',
    "Note": "the words come first, what they belong to is over=: Note('words', over=a)",
}
# What is meant where a value is missing; elsewhere the example of the docstring tells.
_LACKING = {
    "tr": 'give both languages, tr("English", "中文"); a plain string is the same in both',
    "figure": f"write {DECORATOR}",
    "Points": "xs and ys are two lists: Points([1, 2], [3, 4])",
    "align": "name the line that becomes common: align(a, b, by='middle')",
    "allow": "say which rule and why: element.allow('overlap', 'the hand lies on the card')",
    "port": "name the side, and how far along it: box.port('top', 0.25)",
    "at": "name both numbers: chart.at(x, y)",
    "tick": "name the axis, too: chart.tick('x', 1)",
    "span": "name the axis, too: chart.span('x', 0, 1)",
}


# What is meant by an option that belongs to something else.
_WANTED = {
    ("chain", "label"): "an arrow with words is written by itself: Arrow(a, b, label='words')",
    ("chain", "labels"): "arrows with words are written by themselves: Arrow(a, b, label='words')",
    ("Ring", "label"): "did you mean 'labels'?",
    ("Grid", "columns"): "rows and columns count themselves",
    ("Bars", "width"): "gap= is the space between bars; Chart(..., wide=30) makes all of them wider",
    ("Guide", "vertical"): "Guide(x=1) is upright, Guide(y=1) level",
    ("Guide", "horizontal"): "Guide(x=1) is upright, Guide(y=1) level",
    ("MindMap", "direction"): "branches go to both sides: right=[...], left=[...]",
    ("node", "children"): "what is below comes behind the words: node('root', node('a'), node('b'))",
    ("Box", "style"): "instead of style= write shape=, or dashed=True",
    ("Panel", "style"): "instead of style= write look=, or dashed=True",
}


def told(error: TypeError, at: Spot) -> Told | None:
    """What does not fit in the call that raised the error; None when the call is not to blame."""
    if at.deeper:
        return None
    if isinstance(at.code, ast.Name) and at.code.id == "figure":  # a decorator without a call
        return "@figure stands without its title and alt", f"write {DECORATOR}"
    if not isinstance(at.code, ast.Call):
        return None
    function = at.value(at.code.func)
    shape = signature(function) if function is not MISSING and callable(function) else None
    if shape is None:
        return None
    name = ast.unparse(at.code.func).rpartition(".")[2]
    unpacked = any(k.arg is None for k in at.code.keywords) or any(isinstance(a, ast.Starred) for a in at.code.args)
    given = [k.arg for k in at.code.keywords if k.arg is not None]
    if (refused := re.search(r"unexpected keyword argument '(\w+)'", str(error))) and refused[1] not in given:
        given.append(refused[1])
    parameters = shape.parameters
    return (
        unknown(name, parameters, given)
        or _too_many(name, parameters, at)
        or (None if unpacked else _missing(name, parameters, at.code, given, function))
        or _twice(name, str(error))
    )


def unknown(name: str, parameters: Parameters, given: Iterable[str]) -> Told | None:
    """What to say of options that something does not have; None when it has them all."""
    if any(p.kind is p.VAR_KEYWORD for p in parameters.values()):
        return None
    stars = [p.name for p in parameters.values() if p.kind is p.VAR_POSITIONAL]  # have no name to be called by
    words = [word for word in given if word not in parameters or word in stars]
    if not words:
        return None
    options = [p for p in parameters if p not in stars]
    named = " and ".join(f"{word!r}" for word in words)
    what = f"{name} has no option{'s' if len(words) > 1 else ''} {named}"
    hints = list(dict.fromkeys(filter(None, (_meant(name, word, options, parameters) for word in words))))
    takes = f"{name} takes {', '.join(options) or 'no options'}"
    return what, " ".join([*(hint if hint.endswith("?") else f"{hint};" for hint in hints), takes])


def no_option(function: type, given: Iterable[str]) -> Told:
    """What to say of options, given by their names in a mapping, of which something has not all."""
    parameters = {k: p for k, p in inspect.signature(function).parameters.items() if p.kind is p.KEYWORD_ONLY}
    found = unknown(function.__name__, parameters, given)
    assert found is not None
    return found


def _meant(name: str, word: str, options: Sequence[str], parameters: Parameters) -> str:
    stars = [p.name for p in parameters.values() if p.kind is p.VAR_POSITIONAL]
    if (name, word) in _WANTED:
        return _WANTED[name, word]
    near = nearest(word, options)
    if near is not None:
        return f"did you mean {near!r}?"
    if stars and word in ("children", "elements", "items", "content", "contents", "args", *stars):
        return f"what has no name comes first, each by itself: {name}(a, b)"
    first = next(iter(parameters.values()), None)
    if word in ("text", "content", "label", "value", "string") and first and first.name in ("content", "text"):
        return "the words come first, without a name"
    return instead(word, options)


def _too_many(name: str, parameters: Parameters, at: Spot) -> Told | None:
    assert isinstance(at.code, ast.Call)
    plain = [p for p in parameters.values() if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD)]
    takes_all = any(p.kind is p.VAR_POSITIONAL for p in parameters.values())
    args = at.code.args
    if takes_all or len(args) <= len(plain) or any(isinstance(a, ast.Starred) for a in args):
        return None
    takes = ", ".join(p.name for p in plain)
    plural = "s" if len(plain) != 1 else ""
    what = f"{name} takes {len(plain) or 'no'} value{plural} without a name" + (f" ({takes})" if takes else "")
    what += f", not {len(args)}"
    values = [at.value(a) for a in args]
    if name in _EXTRA:
        return what, _EXTRA[name]
    if len(plain) == 1 and all(isinstance(v, Element) for v in values) and plain[0].name in ("content", "body"):
        return what, f"put them together first: {name}(Row(a, b)) or {name}(Column(a, b))"
    options = [p.name for p in parameters.values() if p.kind is p.KEYWORD_ONLY]
    extra = args[len(plain)]
    option = _option_for(values[len(plain)], options)
    if option:
        return what, f"give it its name: {option}={ast.unparse(extra)}"
    return what, f"leave it out, or give it its name: {', '.join(options)}" if options else "leave it out"


def _option_for(value: object, options: Sequence[str]) -> str:
    """The option that a value without a name was probably meant for."""
    wanted: tuple[str, ...] = ()
    if isinstance(value, str):
        if value in get_args(KnownRole):
            wanted = ("role",)
        elif value in get_args(BoxShape):
            wanted = ("shape",)
        elif value in get_args(KnownTextSize):
            wanted = ("size",)
        wanted = (*wanted, "label", "title")
    elif isinstance(value, Place | Anchor):
        wanted = ("to", "over")
    elif isinstance(value, bool):
        wanted = ("open", "filled", "dashed")
    return next((word for word in wanted if word in options), "")


def _missing(name: str, parameters: Parameters, code: ast.Call, given: Iterable[str], function: object) -> Told | None:
    names = set(given)
    free = iter(code.args)
    stars = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    required = [p for p in parameters.values() if p.default is p.empty and p.kind not in stars]
    lacking = [
        p.name for p in required if p.name not in names and (p.kind is p.KEYWORD_ONLY or next(free, None) is None)
    ]
    if not lacking:
        return None
    what = f"{name} is given no {' and no '.join(map(repr, lacking))}"
    sample = ", ".join(f"{p.name}=..." if p.kind is p.KEYWORD_ONLY else p.name for p in required)
    return what, _LACKING.get(name) or example(function, name) or f"write {name}({sample})"


def _twice(name: str, message: str) -> Told | None:
    found = re.search(r"multiple values for (?:keyword )?argument '(\w+)'", message)
    if found is None:
        return None
    return f"{name} is given {found[1]} twice: by its place and by its name", "leave one of them out"


def example(function: object, name: str) -> str:
    """A call in the example of a docstring, as a hint; "" when there is none that fits into a line."""
    found = EXAMPLE.search(inspect.getdoc(function) or "")
    if found is None:
        return ""
    code = "\n".join(line for line in textwrap.dedent(found[1]).splitlines() if not line.startswith("```"))
    try:
        tree = ast.parse(code)
    except SyntaxError:
        return ""
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and ast.unparse(n.func) == name]
    shown = [" ".join((ast.get_source_segment(code, call) or "").split()) for call in calls]
    return next((f"for example: {text}" for text in shown if 0 < len(text) <= SHORT), "")
