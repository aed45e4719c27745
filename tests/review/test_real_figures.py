"""Edits of the source of real figures: what is said is the edit, and nothing else, however much moved because of it."""

from __future__ import annotations

import ast
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from llmfig.bilingual import Lang
from llmfig.build import build_scene
from llmfig.registry import load
from llmfig.review.changes import (
    Added,
    Change,
    Changes,
    FigureChanged,
    LabelMoved,
    Moved,
    Rearranged,
    Redrawn,
    Removed,
    Rerouted,
    Resized,
    Restyled,
    Spaced,
    TextChanged,
)
from llmfig.review.compare import compare
from llmfig.review.groups import Compared, group
from llmfig.review.words import say
from llmfig.runner.render import theme
from llmfig.scene.dump import dump
from llmfig.scene.model import Scene
from llmfig.testing import Case, cases
from llmfig.theme.model import Theme
from tests.core import BOOK

PROJECT = Path(__file__).parents[2]
FIGURES = (
    "dpo/dpo_beta",
    "rlhf/rlhf_ppo_training",
    "rl_basics/rl_classification",
    "llm_extended/classification_metrics",
    "sft/fine_tuning_categories",
    "sft/sft_loss",
    "training_free/function_calling",
    "training_free/multinomial_sampling",
)
GEOMETRY = (Spaced, Rearranged, Moved, Resized, Redrawn, Rerouted, LabelMoved)
Edit = Callable[[ast.Module], ast.Module | None]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(PROJECT / "figures", root / "figures", ignore=shutil.ignore_patterns("__pycache__"))
    return root


def drawn(file: Path, tree: ast.Module) -> Scene:
    file.write_text(ast.unparse(ast.fix_missing_locations(tree)), encoding="utf-8")
    return build_scene(load(file), "en", BOOK)


def source(name: str) -> ast.Module:
    return ast.parse((PROJECT / "figures" / f"{name}.py").read_text(encoding="utf-8"))


def edited(project: Path, name: str, edit: Edit) -> Changes:
    """What an edit of a figure's source changed in its picture."""
    file, other = project / "figures" / f"{name}.py", edit(source(name))
    assert other is not None
    before, after = drawn(file, source(name)), drawn(file, other)
    found = compare(before, after)
    assert bool(found) == (dump(before) != dump(after))
    return found


def calls(tree: ast.AST, *names: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in names:
            yield node


def another_word(tree: ast.Module) -> ast.Module | None:
    """The first text of the figure gets one word more, in both languages."""
    function = next(node for node in tree.body if isinstance(node, ast.FunctionDef) and node.decorator_list)
    for call in calls(function, "tr"):
        if all(isinstance(arg, ast.Constant) and isinstance(arg.value, str) for arg in call.args):
            for arg, more in zip(call.args, (" verily", "的确"), strict=True):
                assert isinstance(arg, ast.Constant)
                assert isinstance(arg.value, str)
                arg.value += more
            return tree
    return None


def another_role(tree: ast.Module) -> ast.Module | None:
    for call in calls(tree, "Box"):
        for keyword in call.keywords:
            if keyword.arg == "role" and isinstance(keyword.value, ast.Constant):
                keyword.value.value = "sample" if keyword.value.value == "loss" else "loss"
                return tree
    return None


def an_arrow_less(tree: ast.Module) -> ast.Module | None:
    for call in calls(tree, "Diagram"):
        lists = [call.args, *(arg.elts for arg in call.args if isinstance(arg, ast.List))]
        for items in lists:
            for i, item in enumerate(items):
                if isinstance(item, ast.Call) and item in calls(item, "Arrow"):
                    del items[i]
                    return tree
    return None


def a_box_more(tree: ast.Module) -> ast.Module | None:
    for call in calls(tree, "Row", "Column"):
        if len(call.args) > 1 and not any(isinstance(arg, ast.Starred) for arg in call.args):
            call.args.insert(1, ast.parse('Box("Planted", role="model")', mode="eval").body)
            tree.body.insert(0, ast.parse("from llmfig import Box").body[0])
            return tree
    return None


def another_gap(tree: ast.Module) -> ast.Module | None:
    for call in calls(tree, "Row", "Column", "Grid"):
        for keyword in call.keywords:
            if keyword.arg == "gap" and isinstance(keyword.value, ast.Constant):
                keyword.value.value = "l" if keyword.value.value == "xl" else "xl"
                return tree
    return None


def where(edit: Edit) -> pytest.MarkDecorator:
    """The figures that have something of the kind."""
    names = [name for name in FIGURES if edit(source(name))]
    assert len(names) >= 4, names
    return pytest.mark.parametrize("name", names)


@where(another_word)
def test_another_word(project: Path, name: str) -> None:
    found = edited(project, name, another_word)
    assert found.causes
    for change in found.causes:
        assert isinstance(change, TextChanged), say(change)
        assert change.after.replace(" verily", "") == change.before


@where(another_role)
def test_another_role(project: Path, name: str) -> None:
    found = edited(project, name, another_role)
    assert not found.effects
    for change in found.causes:
        assert isinstance(change, Restyled), say(change)
        assert change.style == "role"


@where(an_arrow_less)
def test_an_arrow_less(project: Path, name: str) -> None:
    found = edited(project, name, an_arrow_less)
    for change in found.causes:
        assert isinstance(change, Removed), say(change)
        assert change.where.name.kind == "arrow"


@where(a_box_more)
def test_a_box_more(project: Path, name: str) -> None:
    found = edited(project, name, a_box_more)
    assert found.causes
    for change in found.causes:
        assert isinstance(change, Added), say(change)
        assert change.where.name.words == "Planted"
        assert change.where.source is not None
        assert change.where.source.file == str(project / "figures" / f"{name}.py")


@where(another_gap)
def test_another_gap(project: Path, name: str) -> None:
    found = edited(project, name, another_gap)
    assert bool(found.causes) == bool(found)
    for change in found.causes:
        assert isinstance(change, GEOMETRY) or of_size(change), say(change)


def of_size(change: Change) -> bool:
    return isinstance(change, FigureChanged) and change.aspect == "size"


# Themes --------------------------------------------------------------------------------------------------------------

SAMPLE = [case for case in cases(PROJECT) if case.ref.name in FIGURES]
THEME = theme(SAMPLE[0].project, SAMPLE[0].project.settings.theme)


def grouped(other: Theme) -> tuple[str, int]:
    """The title of the only group when the figures are drawn in another theme, and how many figures are in it."""
    figures: dict[str, dict[Lang, Changes]] = {}
    for case in SAMPLE:
        found = compare(case.scene, build_scene(load(case.ref.file), case.lang, other))
        figures.setdefault(case.ref.name, {})[case.lang] = found
    review = group([Compared(name, changes) for name, changes in figures.items()])
    assert not review.cards
    (only,) = review.groups
    return only.title, len(only.cards)


def having(text: str) -> int:
    """The number of figures whose Scene holds something."""
    return len({case.ref.name for case in SAMPLE if text in dump(case.scene)})


def test_another_colour_is_one_group() -> None:
    blue = THEME.role("model").fill
    assert blue is not None
    other = Theme.model_validate_json(THEME.model_dump_json().replace(blue, "#70cbf4"))
    count = having(blue)
    assert count > 4
    assert grouped(other) == (f"fill {blue} -> #70cbf4 in {count} figures", count)


def test_another_type_size_is_one_group() -> None:
    body = THEME.size("body")
    other = THEME.model_copy(update={"sizes": THEME.sizes | {"body": body + 1}})
    title, count = grouped(other)
    assert title.startswith(f"text size {body:g} -> {body + 1:g} px in ")
    assert count == len(FIGURES)


def test_comparing_takes_no_time() -> None:
    """Every figure against the other language: nearly every text is another."""
    found = [case for case in cases(PROJECT)[::10] if case.lang == "en"]
    took = []
    for case in found:
        before, after = case.scene, Case(case.project, case.ref, "zh").scene
        start = time.perf_counter()
        compare(before, after)
        took.append(time.perf_counter() - start)
    assert sorted(took)[len(took) // 2] < 0.5  # about 0.02 s on a machine that has nothing else to do
