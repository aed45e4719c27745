"""Values that llmfig failed on: those that are not what the signature says.

A net below the elements' own checks, for what these let through. It is asked only when llmfig has failed already, so it
may be stricter than the code and costs nothing while all goes well.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import FrameType
from typing import Any

from llmfig.errors import PACKAGE, Source, called, choices
from llmfig.layout.place import Place
from llmfig.mistakes.calls import Told
from llmfig.mistakes.hints import fits, hint_of, is_kept, wanted, words
from llmfig.mistakes.spot import Spot, signature


@dataclass(frozen=True, slots=True)
class Misfit:
    """An option whose value is not of its type."""

    owner: str
    option: str
    value: object
    hint: Any

    def told(self) -> Told:
        options = words(self.hint)
        fix = choices(self.value, options, "values") if options else f"give {wanted(self.hint)}"
        return f"{self.owner}: {self.option} cannot be {called(self.value)}", fix


def given(error: BaseException, at: Spot) -> Told | None:
    """The value that llmfig failed on, among those that the author's line handed over."""
    frame = at.deeper[0] if at.deeper else None
    if frame is None or not frame.f_code.co_filename.startswith(PACKAGE):
        return None
    if at.deeper[-1].f_code.co_filename.startswith(PACKAGE) and (found := _unfit_function(error)) is not None:
        return found
    for owner, function in _functions(frame):
        shape = signature(function)
        if shape is None:
            continue
        values = {name: frame.f_locals[name] for name in shape.parameters if name in frame.f_locals}
        for misfit in _misfits(owner, function, shape, values):
            return misfit.told()
    return None


def held(error: BaseException) -> tuple[Told, Source] | None:
    """The value that llmfig failed on, among those that the elements it was laying out were made with."""
    trace, frames = error.__traceback__, []
    while trace is not None:
        frames.append(trace.tb_frame)
        trace = trace.tb_next
    unfit = _unfit_function(error)
    for frame in reversed(frames):
        for element in [v for v in list(frame.f_locals.values()) if isinstance(v, Place)]:
            if unfit is not None and isinstance(element.__dict__.get("source"), Source):
                return unfit, element.source
            made = type(element).__init__
            shape = signature(made)
            source = element.__dict__.get("source")
            if shape is None or not isinstance(source, Source):
                continue
            values = {name: element.__dict__[name] for name in shape.parameters if name in element.__dict__}
            for misfit in _misfits(type(element).__name__, made, shape, values):
                # Many a list, word or element is stored as something else than what was given.
                made_over = isinstance(misfit.value, str | list | tuple | dict | Place | None)
                if is_kept(misfit.hint) or not made_over:
                    return misfit.told(), source
    return None


def _unfit_function(error: BaseException) -> Told | None:
    """A function of the author's that was called with more or less than it takes."""
    found = re.search(r"(<lambda>|<locals>\.\w+)\(\) (takes|missing) .*", str(error))
    if not isinstance(error, TypeError) or found is None:
        return None
    takes = re.search(r"takes (\d+) positional arguments? but (\d+) (?:was|were) given", str(error))
    if takes:
        what = f"the function given here takes {takes[1]} of the {takes[2]} values that it is called with"
        names = {"1": "value", "2": "i, j", "3": "k, i, j"}.get(takes[2], "...")
        return what, f"write it for {takes[2]}: lambda {names}: ..."
    missing = re.search(r"missing (\d+) required positional arguments?: (.+)", str(error))
    if missing:
        return f"the function given here asks for {missing[2]}, which it is not called with", "let it take less"
    return None


def _functions(frame: FrameType) -> Iterator[tuple[str, Callable[..., Any]]]:
    """The function that a frame runs, and what an author calls it."""
    code, owner = frame.f_code, frame.f_locals.get("self")
    if owner is not None:
        for kind in type(owner).__mro__:
            method = kind.__dict__.get(code.co_name)
            if inspect.isfunction(method) and method.__code__ is code:
                name = type(owner).__name__
                yield (name if code.co_name == "__init__" else f"{name}.{_shown(code.co_name)}"), method
    found = frame.f_globals.get(code.co_name)
    if inspect.isfunction(found) and found.__code__ is code:
        yield f"{code.co_name}()", found


def _shown(name: str) -> str:
    return "[...]" if name == "__getitem__" else name


def _misfits(
    owner: str, function: Callable[..., Any], shape: inspect.Signature, values: dict[str, object]
) -> Iterator[Misfit]:
    for name, parameter in shape.parameters.items():
        if name not in values:
            continue
        hint = hint_of(function, parameter.annotation)
        value = values[name]
        if parameter.kind is parameter.VAR_POSITIONAL:
            found = next((v for v in value if not fits(v, hint)), None) if isinstance(value, tuple) else None
            if found is not None:
                yield Misfit(owner, name, found, hint)
        elif not fits(value, hint):
            yield Misfit(owner, name, value, hint)
