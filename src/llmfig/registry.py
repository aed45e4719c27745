"""Figures: how one is declared, found and loaded.

A figure is a file `figures/<chapter>/<id>.py` with one function under `@figure`; chapter and id come from the path.
Files whose name starts with `_` are not figures but helpers. They are imported relatively, as in any package:
`from ._sampling import softmax` in the same chapter, `from .._brand import logo` for one in `figures/` itself.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING, TypeVar

from llmfig.errors import FigureError, Source, caller
from llmfig.fresh import import_fresh
from llmfig.scene.model import Allowance

if TYPE_CHECKING:
    from llmfig.project import Project

Pair = tuple[str, str]
F = TypeVar("F", bound=Callable[[], object])


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


_declared: list[FigureDef] = []


def figure(*, title: Pair, alt: Pair, allow: Mapping[str, str] | None = None) -> Callable[[F], F]:
    """Declares the function below as the figure of its file.

    Args:
        title: the title that stands on the figure, in English and in Chinese.
        alt: what a reader who cannot see the figure is told, in English and in Chinese.
        allow: check rules that the whole figure breaks on purpose, each with the reason: `{"rule": "because ..."}`.

    Raises:
        FigureError: when a language is missing.

    Example:
        @figure(title=("Softmax", "Softmax 函数"), alt=("Three logits become ...", "三个 logit 变成……"))
        def softmax(): ...
    """
    place = caller()
    pairs = [_pair(name, value, place) for name, value in (("title", title), ("alt", alt))]
    exceptions = dict(allow or {})
    for rule, reason in exceptions.items():
        if not reason.strip():
            raise FigureError(
                f"allow gives no reason for {rule!r}", fix='write allow={"rule": "the reason"}', source=place
            )

    allowances = tuple(Allowance(rule, "", reason, place) for rule, reason in exceptions.items())

    def declare(function: F) -> F:
        if not isinstance(function, FunctionType):
            raise FigureError(
                "@figure stands over something that is not a function", fix="put it over a `def`", source=place
            )
        file = Path(function.__code__.co_filename)
        source = Source(str(file), function.__code__.co_firstlineno)
        _declared.append(FigureDef(file.stem, file.parent.name, pairs[0], pairs[1], function, source, file, allowances))
        return function

    return declare


def _pair(name: str, value: object, place: Source) -> Pair:
    match value:
        case (str(en), str(zh)) if en.strip() and zh.strip():
            return en, zh
        case (str(en), str()):
            missing = "Chinese" if en.strip() else "English"
            raise FigureError(
                f"the {missing} {name} is empty", fix=f'give both: {name}=("English", "中文")', source=place
            )
    raise FigureError(
        f"{name} is not a pair of strings: {value!r}", fix=f'write {name}=("English", "中文")', source=place
    )


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
    _declared.clear()
    try:
        import_fresh(file, figures)
    except FigureError as error:
        raise error.at(place_of(error, figures) or Source(str(file), 1)) from None
    except (Exception, SystemExit) as error:
        raise _import_error(error, file, figures) from error
    return _only(file, [d for d in _declared if d.file == file])


def _only(file: Path, declared: list[FigureDef]) -> FigureDef:
    if not declared:
        raise FigureError(
            "no function here is declared as a figure",
            fix="put @figure(title=..., alt=...) over the function, or start the file's name with _ for a helper",
            source=Source(str(file), 1),
        )
    if len(declared) > 1:
        raise FigureError(
            f"two figures in one file: the first is at line {declared[0].source.line}",
            fix="give each figure a file of its own",
            source=declared[1].source,
        )
    return declared[0]


def _import_error(error: BaseException, file: Path, figures: Path) -> FigureError:
    place = place_of(error, figures) or Source(str(file), 1)
    match error:
        case SyntaxError(filename=str(name)) if Path(name).is_relative_to(figures):
            source = Source(name, error.lineno or 1)
            return FigureError(f"Python cannot read this line: {error.msg}", fix="correct the syntax", source=source)
        case ModuleNotFoundError(name=str(name)):
            return FigureError(
                f"there is no module {name.split('.', 1)[-1]!r} to import", fix=_import_fix(name, file), source=place
            )
        case ImportError():
            return FigureError(str(error), fix="correct the import", source=place)
        case SystemExit():
            return FigureError(
                "the module ends the program when it is imported", fix="remove the call to exit()", source=place
            )
    return FigureError(told(error), fix="correct the line, which runs when the module is imported", source=place)


def _import_fix(name: str, file: Path) -> str:
    head = name.split(".", 1)[0]
    for dots, folder in ((".", file.parent), ("..", file.parent.parent)):
        if (folder / f"{head}.py").is_file() or (folder / head).is_dir():
            return f"helpers of the project are imported relatively: from {dots}{name} import ..."
    return "correct the name, or install the package that holds it"


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
