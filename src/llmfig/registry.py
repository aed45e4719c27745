"""Figures: how one is declared, found and loaded.

A figure is a file `figures/<chapter>/<id>.py` with one function under `@figure`; chapter and id come from the path.
Files whose name starts with `_` are not figures but helpers. They are imported relatively, as in any package:
`from ._sampling import softmax` in the same chapter, `from .._brand import logo` for one in `figures/` itself.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from inspect import CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING, TypeVar

from llmfig.errors import FigureError, Source, caller, nearest
from llmfig.fresh import PROJECT, import_fresh
from llmfig.notebook.figure import Figure
from llmfig.scene.model import Allowance

if TYPE_CHECKING:
    from llmfig.project import Project

Pair = tuple[str, str]
Body = TypeVar("Body")
HANZI = re.compile("[\u4e00-\u9fff]")


@dataclass(frozen=True, slots=True)
class FigureRef:
    """Where a figure is, known from its path alone. `fault` says why the file cannot be a figure of this project."""

    id: str
    chapter: str
    file: Path
    fault: FigureError | None = None

    @property
    def name(self) -> str:
        return f"{self.chapter}/{self.id}"


@dataclass(frozen=True, slots=True)
class FigureDef:
    """A figure as its author declared it. `title` and `alt` are (English, Chinese)."""

    id: str
    chapter: str
    title: Pair
    alt: Pair
    function: Callable[[], object]
    source: Source
    file: Path
    allow: tuple[Allowance, ...] = ()


# What the file that is being loaded has declared; None while none is.
_declared: ContextVar[list[FigureDef] | None] = ContextVar("llmfig_declared", default=None)


def figure(
    *, title: Pair, alt: Pair, allow: Mapping[str, str] | None = None
) -> Callable[[Callable[[], Body]], Figure[Body]]:
    """Declares the function below as a figure: that of its file in a project, or one of a notebook or script.

    The result is called like the function. In a notebook it shows itself; `save` writes it into a file.

    Args:
        title: the title that stands on the figure, in English and in Chinese.
        alt: what a reader who cannot see the figure is told, in English and in Chinese.
        allow: check rules that the whole figure breaks on purpose, each with the reason: `{"rule": "because ..."}`.

    Raises:
        FigureError: when a language is missing.

    Example:
        ```python
        @figure(
            title=("Reward model", "奖励模型"),
            alt=(
                "A response goes into the reward model, a score comes out.",
                "回答输入奖励模型，输出一个分数。",
            ),
        )
        def reward_model():
            response, score = Box(tr("Response", "回答"), role="data"), Box("$r = 0.8$", role="sample")
            model = Box(tr("Reward model", "奖励模型"), role="model")
            return Diagram(Row(response, model, score, gap="l"), chain(response, model, score))


        reward_model
        ```
    """
    place = caller()
    pairs = [_pair(name, value, place) for name, value in (("title", title), ("alt", alt))]
    reasons = allow if allow is not None else {}
    if not isinstance(reasons, Mapping) or not all(isinstance(r, str) and r.strip() for r in reasons.values()):
        from llmfig.mistakes.declared import no_reasons  # only when something is wrong, as below

        raise no_reasons(reasons, place)

    allowances = tuple(Allowance(rule, "", reason, place) for rule, reason in reasons.items())

    def declare(function: Callable[[], Body]) -> Figure[Body]:
        if not isinstance(function, FunctionType) or not _is_plain(function):
            from llmfig.mistakes.declared import no_function

            raise no_function(function, place)
        file = Path(function.__code__.co_filename)
        source = Source(str(file), function.__code__.co_firstlineno)
        chapter, id = _name(file, function)
        definition = FigureDef(id, chapter, pairs[0], pairs[1], function, source, file, allowances)
        if (declared := _declared.get()) is not None:
            declared.append(definition)
        return Figure(definition)

    return declare


def _name(file: Path, function: FunctionType) -> tuple[str, str]:
    """Chapter and id, by the path in a project; elsewhere there is no chapter, and a file may hold several figures."""
    folder = file.absolute().parent
    return (folder.name, file.stem) if folder.parent.name == "figures" else ("", function.__name__)


def _is_plain(function: FunctionType) -> bool:
    """Whether a function can be called without arguments and returns at once."""
    code, defaults = function.__code__, function.__defaults__ or ()
    needed = code.co_argcount - len(defaults) + code.co_kwonlyargcount - len(function.__kwdefaults__ or ())
    return needed == 0 and not code.co_flags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)


def _pair(name: str, value: object, place: Source) -> Pair:
    match value:
        case (str(en), str(zh)) if en.strip() and zh.strip() and not (HANZI.search(en) and not HANZI.search(zh)):
            return en, zh
    from llmfig.mistakes.declared import no_pair

    raise no_pair(name, value, place)


def discover(project: Project) -> list[FigureRef]:
    """All figures of a project, by path alone: nothing is imported, so a broken figure is found as well.

    A file that lies in the wrong place, has a name that is no identifier, or repeats an id carries its `fault`.
    """
    found: list[FigureRef] = []
    owners: dict[str, Path] = {}
    for file in sorted(project.figures.rglob("*.py")):
        parts = file.relative_to(project.figures).parts
        if any(part.startswith(("_", ".")) for part in parts):
            continue
        chapter = parts[0] if len(parts) > 1 else ""
        fault = _misplaced(file, parts)
        if fault is None:
            first = owners.setdefault(file.stem, file)
            if first is not file:
                fault = FigureError(
                    f"the id {file.stem!r} is taken by {first.parent.name}/{first.name}",
                    fix="ids are unique in a project: rename one of the two files",
                    source=Source(str(file), 1),
                )
        found.append(FigureRef(file.stem, chapter, file, fault))
    return found


def _misplaced(file: Path, parts: tuple[str, ...]) -> FigureError | None:
    if len(parts) != 2:
        return FigureError(
            "a figure does not lie here",
            fix="move it to figures/<chapter>/<id>.py, or start its name with _ when it is a helper",
            source=Source(str(file), 1),
        )
    for part in (parts[0], file.stem):
        if not part.isidentifier():
            return FigureError(
                f"{part!r} cannot be the name of a figure or a chapter",
                fix=f"use letters, digits and _: {plain_name(part)}",
                source=Source(str(file), 1),
            )
    return None


def plain_name(text: str) -> str:
    """The nearest valid figure id."""
    name = "".join(c if c.isalnum() and c.isascii() else "_" for c in text.lower()).strip("_")
    return f"f_{name}" if not name or name[0].isdigit() else name


def load(file: Path) -> FigureDef:
    """The figure that a file declares, from its text as it is now.

    Raises:
        FigureError: when it cannot be imported or does not declare exactly one figure; with the author's file and line.
    """
    file = file.resolve()
    figures = file.parent.parent
    declared: list[FigureDef] = []
    token = _declared.set(declared)
    try:
        import_fresh(file, figures)
    except FigureError as error:
        raise error.at(place_of(error, figures) or Source(str(file), 1)) from None
    except (Exception, SystemExit) as error:
        raise _import_error(error, file, figures) from error
    finally:
        _declared.reset(token)
    return _only(file, [d for d in declared if d.file == file])


def _only(file: Path, declared: list[FigureDef]) -> FigureDef:
    if not declared:
        from llmfig.mistakes.declared import no_figure

        raise no_figure(file)
    if len(declared) > 1:
        raise FigureError(
            f"two figures stand in one file: the first is at line {declared[0].source.line}",
            fix="give each figure a file of its own",
            source=declared[1].source,
        )
    return declared[0]


def _import_error(error: BaseException, file: Path, figures: Path) -> FigureError:
    from llmfig.mistakes import explained, names, syntax  # only when something went wrong

    place = place_of(error, figures) or Source(str(file), 1)
    match error:
        case SyntaxError(filename=str(name)) if Path(name).is_relative_to(figures):
            what, fix = syntax.told(error)
            return FigureError(what, fix=fix, source=Source(name, error.lineno or 1))
        case ModuleNotFoundError(name=str(name)):
            what, fix = names.unknown_module(name) or _no_helper(name, file, figures) or names.no_module(name)
            return FigureError(what, fix=fix, source=place)
        case SystemExit():
            return FigureError(
                "the module ends the program when it is imported", fix="remove the call to exit()", source=place
            )
    mistake = explained(error)
    return mistake or FigureError(
        told(error), fix="correct the line, which runs when the module is imported", source=place
    )


def _no_helper(name: str, file: Path, figures: Path) -> tuple[str, str] | None:
    """What to say of a module that is a helper of the project, if it is one."""
    head, _, rest = name.partition(".")
    if head.startswith(PROJECT):  # imported with leading dots
        missing = figures.joinpath(*rest.split("."))
        there = sorted(p.stem for p in missing.parent.glob("*.py") if p.stem != file.stem)
        near = nearest(missing.name, there)
        shown = missing.relative_to(figures.parent).as_posix()
        return (
            f"there is no helper {shown}.py",
            f"did you mean {near!r}?" if near else "write the file, or correct the name",
        )
    for dots, folder in ((".", file.parent), ("..", file.parent.parent)):
        if (folder / f"{head}.py").is_file() or (folder / head).is_dir():
            fix = f"helpers of the project are imported relatively: from {dots}{name} import ..."
            return f"there is no module {name!r} to import", fix
    return None


def told(error: BaseException) -> str:
    """An exception in one line, as Python tells it."""
    return " ".join(f"{type(error).__name__}: {error}".split()).rstrip(":")


def place_of(error: BaseException, figures: Path) -> Source | None:
    """The innermost line of an author's file that an exception came through."""
    found = None
    for frame, line in traceback.walk_tb(error.__traceback__):
        if Path(frame.f_code.co_filename).is_relative_to(figures):
            found = Source(frame.f_code.co_filename, line)
    return found
