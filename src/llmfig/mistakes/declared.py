"""What `@figure` is given that it cannot use: titles in one language, functions that are no figures."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from pathlib import Path
from types import FunctionType

from llmfig.errors import FigureError, Source, called, short
from llmfig.mistakes.calls import DECORATOR


def no_pair(name: str, value: object, place: Source) -> FigureError:
    """The error for a title or alt that is not told in both languages."""
    fix = f'write {name}=("English", "中文")'
    if isinstance(value, str):
        return FigureError(f"the {name} is told in one language only: {short(value)}", fix=fix, source=place)
    if isinstance(value, tuple | list) and len(value) == 2 and all(isinstance(v, str) for v in value):
        if all(v.strip() for v in value):
            fix = f'English comes first: {name}=("English", "中文")'
            return FigureError(f"the two languages of {name} are swapped", fix=fix, source=place)
        missing = "English" if not value[0].strip() else "Chinese"
        return FigureError(f"the {missing} {name} is empty", fix=f"give both: {fix}", source=place)
    return FigureError(f"{name} is not a pair of strings but {called(value)}", fix=fix, source=place)


def no_reasons(allow: object, place: Source) -> FigureError:
    """The error for exceptions from checks that do not say why."""
    fix = 'write allow={"rule": "the reason"}'
    if not isinstance(allow, Mapping):
        return FigureError(f"allow cannot be {called(allow)}", fix=fix, source=place)
    rule = next(rule for rule, reason in allow.items() if not isinstance(reason, str) or not reason.strip())
    return FigureError(f"allow gives no reason for {rule!r}", fix=fix, source=place)


def no_function(value: object, place: Source) -> FigureError:
    """The error for what stands below `@figure` and is no function that returns an element."""
    if not isinstance(value, FunctionType):
        kind = "a class" if isinstance(value, type) else called(value)
        return FigureError(f"@figure stands over {kind}, not over a function", fix="put it over a `def`", source=place)
    code = value.__code__
    source = Source(code.co_filename, _def_line(value))
    if inspect.iscoroutinefunction(value):
        return FigureError("a figure function is not async", fix=f"write def {value.__name__}():", source=source)
    if inspect.isgeneratorfunction(value):
        fix = "collect the elements in a list, and end with return Row(*elements)"
        return FigureError("a figure function returns one element, it does not yield", fix=fix, source=source)
    needed = [p.name for p in inspect.signature(value).parameters.values() if p.default is p.empty]
    fix = f"write def {value.__name__}(): and give what it needs a value inside, or a default"
    return FigureError(f"a figure function takes no arguments, not {' and '.join(needed)}", fix=fix, source=source)


def no_figure(file: Path) -> FigureError:
    """The error for a file that declares no figure, at the function that is likely to be meant."""
    functions = [n for n in ast.parse(file.read_bytes()).body if isinstance(n, ast.FunctionDef)]
    named = [f for f in functions if f.name == file.stem] or functions
    return FigureError(
        "no function here is declared as a figure",
        fix=f"put {DECORATOR} over the function, or start the file's name with _ for a helper",
        source=Source(str(file), named[0].lineno if named else 1),
    )


def _def_line(function: FunctionType) -> int:
    """The line of a function's `def`, below its decorators."""
    code = function.__code__
    try:
        lines, first = inspect.getsourcelines(code)
    except OSError:
        return int(code.co_firstlineno)
    below = [i for i, line in enumerate(lines) if line.lstrip().startswith(("def ", "async def "))]
    return first + below[0] if below else first
