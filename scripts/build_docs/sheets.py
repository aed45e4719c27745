"""Sheets: pictures of many values of an option, which an example in a docstring has no room for.

They are figures of the project in `docs`, in the chapter `reference`. Their ids tell what they belong to: `Box_looks`
and `Box_sizes` to `Box`, `RoleName` to the type of that name in the vocabulary.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from llmfig.project import Project
from llmfig.registry import FigureDef, discover, load

from . import public
from .words import vocabulary_types

CHAPTER = "reference"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet.

    Attributes:
        definition: the figure.
        owner: the public name or the type that it belongs to.
        code: what its function holds.
    """

    definition: FigureDef
    owner: str
    code: str

    @property
    def title(self) -> str:
        return self.definition.title[0]

    @property
    def picture(self) -> str:
        return self.definition.id


def sheets(docs: Project) -> list[Sheet]:
    """All sheets, in the order of their names.

    Raises:
        FigureError: when one cannot be loaded.
        ValueError: when one belongs to nothing.
    """
    found = [load(ref.file) for ref in discover(docs) if ref.chapter == CHAPTER]
    return [Sheet(d, _owner(d.id), body(d.file)) for d in found]


def of(name: str, all_sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets of a public name or of a type."""
    return [s for s in all_sheets if s.owner == name]


def _owner(id: str) -> str:
    owners = {*public.names(), *vocabulary_types()}
    found = [o for o in owners if id == o or id.startswith(f"{o}_")]
    if not found:
        raise ValueError(f"docs/figures/{CHAPTER}/{id}.py belongs to no public name: call it Name_topic.py")
    return max(found, key=len)


def body(file: Path) -> str:
    """The code of a figure's function, without its frame, and what stands above it in the module."""
    source = file.read_text(encoding="utf-8")
    tree = ast.parse(source)
    lines = source.splitlines()
    parts: list[str] = []
    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.decorator_list:
            inner = lines[node.body[0].lineno - 1 : node.end_lineno]
            parts.append(textwrap.dedent("\n".join(inner)).replace("\nreturn ", "\n").removeprefix("return "))
        elif not isinstance(node, ast.Import | ast.ImportFrom | ast.Expr):
            parts.append("\n".join(lines[node.lineno - 1 : node.end_lineno]))
    return inspect.cleandoc("\n\n".join(parts))
