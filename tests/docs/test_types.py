"""Editors and type checkers know what options take: complete annotations, words that agree with what is checked."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import pytest
from mypy import api
from scripts.build_docs import public
from scripts.build_docs.words import vocabulary_types

import llmfig
from llmfig import vocabulary
from llmfig.chart.inset import SPOTS
from llmfig.chart.terrain import SIDES
from llmfig.elements.marks_base import MARK_SIZES
from llmfig.elements.marks_signs import BLOCKS, OPERATORS, PLAIN
from llmfig.elements.shapes import SHAPES
from llmfig.elements.spans import DEPTH
from llmfig.tree.axes import AWAY
from llmfig.tree.node import STATES

ROOT = Path(__file__).parents[2]
AUTHOR = Path(__file__).with_name("author.txt")  # no module, so that the project's own checks leave it alone


def members(name: str) -> Iterator[tuple[str, inspect.Signature]]:
    """All that an author may call of a public name, with its signature."""
    thing = public.BASES.get(name) or getattr(llmfig, name)
    if not inspect.isclass(thing):
        yield name, inspect.signature(thing)
        return
    for base in thing.__mro__:
        if base.__module__.startswith("llmfig."):
            for key, value in vars(base).items():
                function = value.fget if isinstance(value, property) else getattr(value, "__func__", value)
                if inspect.isfunction(function) and (key == "__init__" or not key.startswith("_")):
                    yield f"{name}.{key}", inspect.signature(function)


@pytest.mark.parametrize("name", public.names())
def test_signatures_are_annotated(name: str) -> None:
    for where, signature in members(name):
        for parameter in signature.parameters.values():
            if parameter.name not in ("self", "cls"):
                assert parameter.annotation is not inspect.Parameter.empty, f"{where}({parameter.name})"
                # Bare `Any` tells nobody anything; options that are swallowed whole are completed by no editor.
                assert parameter.annotation != "Any", f"{where}({parameter.name})"
                assert parameter.kind is not inspect.Parameter.VAR_KEYWORD, f"{where}(**{parameter.name})"
        assert signature.return_annotation is not inspect.Signature.empty, where


def test_the_package_says_that_it_is_typed() -> None:
    assert files("llmfig").joinpath("py.typed").is_file()
    stub = files("llmfig").joinpath("__init__.pyi").read_text(encoding="utf-8")
    assert all(re.search(rf"\b{name}\b", stub) for name in llmfig.__all__)


@pytest.mark.parametrize(
    ("words", "table"),
    [
        (vocabulary.BoxShape, SHAPES),
        (vocabulary.MarkSize, MARK_SIZES),
        (vocabulary.PointSide, SIDES),
        (vocabulary.PlotSpot, SPOTS),
        (vocabulary.SpanStyle, DEPTH),
        (vocabulary.NodeState, STATES),
        (vocabulary.Direction, AWAY),
        (vocabulary.Sign, [*OPERATORS, *PLAIN]),
        (vocabulary.LargeSign, [*BLOCKS, *(sign for sign, plain in PLAIN.items() if plain in BLOCKS)]),
    ],
)
def test_words_are_those_that_can_be_drawn(words: Any, table: Any) -> None:
    assert sorted(get_args(words)) == sorted(table)


def test_every_type_of_the_vocabulary_is_explained_and_used() -> None:
    source = inspect.getsource(vocabulary)
    defined = set(re.findall(r"^(\w+) = ", source, re.MULTILINE))
    explained = vocabulary_types()
    assert {name for name in defined if not name.startswith("Known")} == set(explained)
    used = {word for e in public.entries() for o in e.options for word in re.findall(r"\w+", o.annotation)}
    assert set(explained) <= used
    assert explained["RoleName"].open
    assert "model" in explained["RoleName"].words
    assert not explained["Head"].open


@pytest.mark.slow
def test_a_strict_checker_finds_all_mistakes_of_an_author_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = AUTHOR.read_text(encoding="utf-8")
    wanted = {i: m[1] for i, line in enumerate(text.splitlines(), 1) if (m := re.search(r"# wrong: (\S+)", line))}
    assert len(wanted) > 10
    module = tmp_path / "author.py"
    module.write_text(text, encoding="utf-8")
    monkeypatch.chdir(ROOT)  # for the settings, and for what the checker knows of the package already
    report, errors, _ = api.run(["--no-error-summary", str(module)])
    found = re.findall(r"^\S*author\.py:(\d+): error: .*\[([a-z-]+)\]$", report, re.MULTILINE)
    assert not errors
    assert {int(line): code for line, code in found} == wanted, report
    assert len(found) == report.count(": error: "), report
