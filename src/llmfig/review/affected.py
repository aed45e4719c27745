"""Which figures a set of changed files can have changed, told without drawing any.

A figure is made from its module, the helpers it imports (read from the imports of both sides, since a branch may add or
drop one), the data files its code names, and from what all figures share: llmfig's own code, the theme, the settings.
A file that cannot be placed counts as shared rather than as harmless.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from llmfig.errors import FigureError, ThemeError
from llmfig.project import SETTINGS, at
from llmfig.theme.files import chain

PACKAGE = "src/llmfig/"
_FIGURES = "figures/"
_THEMES = "themes/"
# No picture is made from these.
_ASIDE = ("tests/", "docs/", "out/", "benchmarks/", "scripts/", ".github/", ".ci/")


@dataclass(frozen=True, slots=True)
class Affected:
    """What a comparison has to look at.

    Attributes:
        shared: changed files that all figures are made from.
        own: for each figure (`chapter/id`) the changed files that it is made from and not all others are.
    """

    shared: tuple[str, ...]
    own: Mapping[str, tuple[str, ...]]

    def names(self, figures: Iterable[str]) -> list[str]:
        """Those of the figures that may have changed."""
        return [name for name in figures if self.shared or name in self.own]


def affected(changed: Iterable[str], roots: tuple[Path, Path], theme: str) -> Affected:
    """What changed files may have changed.

    Args:
        changed: their paths from the project's folder.
        roots: the project's folder before and after.
        theme: the theme that is drawn; other themes do not matter.
    """
    sides = [_Side.read(root) for root in roots]
    themes = {f"{_THEMES}{theme}.toml"}.union(*(_theme_files(root, theme) for root in roots))
    shared: list[str] = []
    own: dict[str, set[str]] = {}
    for path in changed:
        if path.startswith(_FIGURES):
            names = _figures_of(path, sides)
        elif path.startswith(PACKAGE) or path in themes:
            names = None
        elif path in (SETTINGS, "pyproject.toml"):
            names = None if _settings(roots[0]) != _settings(roots[1]) else set()
        elif path.startswith((*_ASIDE, _THEMES)) or "/" not in path:
            names = _mentioned(path, sides)
        else:
            names = _mentioned(path, sides) or None
        if names is None:
            shared.append(path)
        for name in names or ():
            own.setdefault(name, set()).add(path)
    return Affected(tuple(sorted(shared)), {name: tuple(sorted(paths)) for name, paths in sorted(own.items())})


def _theme_files(root: Path, theme: str) -> set[str]:
    """The project's files that a theme is made from: its own and those it extends; all when one cannot be read."""
    try:
        files = {file for file in chain(theme, root) if file.is_relative_to(root)}
    except ThemeError:
        files = set((root / _THEMES).glob("*.toml"))
    return {file.relative_to(root).as_posix() for file in files}


def _settings(root: Path) -> object:
    """The part of the settings that shows in pictures."""
    try:
        table = at(root).table
    except FigureError as error:
        return str(error)
    return table.get("theme"), table.get("credit")


@dataclass(frozen=True, slots=True)
class _Side:
    """The modules below `figures/` on one side, by path: their text, and all that each is made from, with itself."""

    texts: dict[str, bytes]
    made_from: dict[str, set[str]]

    @staticmethod
    def read(root: Path) -> _Side:
        texts = {f.relative_to(root).as_posix(): f.read_bytes() for f in sorted((root / "figures").rglob("*.py"))}
        direct = {path: _imports(path, text, texts) for path, text in texts.items()}
        return _Side(texts, {path: _reach(path, direct) for path in texts})

    def users(self, modules: set[str]) -> set[str]:
        """The modules that are made from any of these."""
        return {user for user, made_from in self.made_from.items() if made_from & modules}


def _imports(path: str, text: bytes, known: Iterable[str]) -> set[str]:
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return set()  # it cannot be drawn on this side; that it changed is enough
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level:
            folder = PurePosixPath(path).parents[node.level - 1]
            module = folder.joinpath(*(node.module or "").split(".")) if node.module else folder
            for place in (module, *(module / alias.name for alias in node.names)):
                found |= {f"{place}.py", f"{place}/__init__.py"} & set(known)
    return found


def _reach(start: str, direct: Mapping[str, set[str]]) -> set[str]:
    found, todo = {start}, [start]
    while todo:
        new = direct[todo.pop()] - found
        found |= new
        todo += new
    return found


def _is_figure(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return len(parts) == 3 and not any(part.startswith(("_", ".")) for part in parts)  # figures/chapter/id.py


def _name(path: str) -> str:
    return PurePosixPath(path).with_suffix("").relative_to("figures").as_posix()


def _figures_of(path: str, sides: list[_Side]) -> set[str] | None:
    """The figures that are made from a file below `figures/`; None for a file that any of them may read."""
    if path.endswith(".py"):
        users = {user for side in sides for user in side.users({path})}
        return {_name(user) for user in users | {path} if _is_figure(user)}
    return _mentioned(path, sides) or (set() if path.endswith(".md") else None)


def _mentioned(path: str, sides: list[_Side]) -> set[str]:
    """The figures whose code names a file."""
    name = PurePosixPath(path).name.encode()
    naming = [{module for module, text in side.texts.items() if name in text} for side in sides]
    users = {user for side, modules in zip(sides, naming, strict=True) for user in side.users(modules)}
    return {_name(user) for user in users if _is_figure(user)}
