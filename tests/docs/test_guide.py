"""The guide: its pages show what is in the files; its figures are clean in both languages, and their numbers right."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scripts.build_docs import guide

from llmfig.bilingual import LANGS
from llmfig.build import build_scene
from llmfig.check import check_figure
from llmfig.errors import FigureError
from llmfig.glossary import load as load_glossary
from llmfig.project import at
from llmfig.registry import FigureRef, discover, load
from llmfig.runner.render import theme
from llmfig.scene.model import groups

DOCS = Path(__file__).parents[2] / "docs"
PROJECT = at(DOCS)
PAGES = [page for page in sorted(DOCS.glob("*.md")) if guide.MARKER.search(page.read_text(encoding="utf-8"))]
CHAPTERS = ("tutorial", "cookbook", "examples")
FIGURES = [ref for ref in discover(PROJECT) if ref.chapter in CHAPTERS]
THEMES = ("book", "dark", "print", "harbour")

each_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
each_figure = pytest.mark.parametrize("ref", FIGURES, ids=lambda ref: ref.name)


def test_the_guide_is_there() -> None:
    assert {page.stem for page in PAGES} >= {"tutorial", "cookbook", "theming", "bilingual"}
    assert {ref.chapter for ref in FIGURES} == set(CHAPTERS)


@each_page
def test_a_page_shows_what_is_in_the_files(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert guide.filled(text, DOCS) == text, "run: python -m scripts.build_docs"


@each_page
def test_parts_of_files_and_mistakes_are_those_of_the_files(page: Path) -> None:
    assert guide.wrong(page.read_text(encoding="utf-8"), DOCS) == []


@each_page
def test_all_python_of_a_page_is_from_a_file(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    from_files = [m.end() for m in guide.MARKER.finditer(text)]
    stray = [m[0] for m in re.finditer(r"^```(?:python|toml)$", text, re.MULTILINE) if m.start() not in from_files]
    assert stray == []


@each_figure
@pytest.mark.parametrize("name", THEMES)
def test_an_example_is_clean_in_both_languages(ref: FigureRef, name: str) -> None:
    used = theme(PROJECT, name)
    scenes = [build_scene(load(ref.file), lang, used) for lang in LANGS]
    found = check_figure(scenes, used, glossary=load_glossary(DOCS))
    assert [str(f) for f in found] == []


@each_figure
def test_an_example_is_shown(ref: FigureRef) -> None:
    assert any(f"<!-- picture: {ref.name} -->" in page.read_text(encoding="utf-8") for page in PAGES)


def test_every_recipe_has_a_section_with_picture_and_code() -> None:
    layouts, larger = (DOCS / "cookbook.md").read_text(encoding="utf-8").split("\n## Three larger examples\n")
    sections = layouts.split("\n## ")[1:]
    recipes = [ref.id for ref in FIGURES if ref.chapter == "cookbook"]
    assert len(sections) == len(recipes) == 9
    shown = [(m[1], m[2]) for section in sections for m in guide.MARKER.finditer(section)]
    names = [name.removeprefix("cookbook/") for kind, name in shown if kind == "picture"]
    assert shown == [
        pair for n in names for pair in (("picture", f"cookbook/{n}"), ("file", f"figures/cookbook/{n}.py"))
    ]
    assert sorted(names) == sorted(recipes)
    assert [kind for kind, _ in guide.MARKER.findall(larger)] == ["picture", "file"] * 3


@pytest.mark.parametrize("ref", [ref for ref in FIGURES if ref.chapter == "cookbook"], ids=lambda ref: ref.name)
def test_a_recipe_is_short(ref: FigureRef) -> None:
    """Without imports, title and alternative text: who starts from it reads all of it."""
    tree = ast.parse(ref.file.read_text(encoding="utf-8"))
    code = [node for node in tree.body[1:] if not isinstance(node, ast.Import | ast.ImportFrom)]
    assert sum((node.end_lineno or 0) - node.lineno + 1 for node in code) <= 35


def test_links_of_the_guide_lead_somewhere() -> None:
    for page in PAGES:
        text = guide.FENCED.sub("", page.read_text(encoding="utf-8"))
        for target in re.findall(r"\]\(([^)#]+)[^)]*\)", text):
            if "://" not in target and not target.startswith("pictures/"):
                assert (DOCS / target).exists(), f"{page.name}: {target}"


def test_a_part_that_is_not_in_the_file_is_told() -> None:
    file = "a = 1\nb = 2\n\nc = 3\n"
    assert guide.absent("a = 1\n    ...\nc = 3\n", file) == ""
    assert guide.absent("b = 2\n...\na = 1\n", file) == "a = 1\n"
    assert guide.absent("a = 1\nc = 3\n", file) == "a = 1\nc = 3\n"


def test_a_mistake_is_what_the_diff_mends() -> None:
    assert guide.with_mistake("x\n  y\nz\n", "-  why\n+  y\n") == "x\n  why\nz\n"
    with pytest.raises(FigureError, match="0 times"):
        guide.with_mistake("x\nz\n", "-  why\n+  y\n")


# Numbers that the figures compute, against what is known otherwise -----------------------------------------------


def names(figure: str) -> dict[str, Any]:
    """What the module of a figure defines."""
    return load(DOCS / "figures" / f"{figure}.py").function.__globals__


def test_two_tokens_are_kept_and_a_pass_yields_as_many_as_the_series_says() -> None:
    module = names("tutorial/step_6")
    acceptance = np.minimum(1, module["TARGET"] / module["DRAFT"])
    draws = np.random.default_rng(module["SEED"]).random(4)
    assert list(draws < acceptance)[:3] == [True, True, False]
    series = sum(0.8**i for i in range(5))  # 1 + a + ... + a^4
    assert module["tokens_per_pass"](0.8, 4) == pytest.approx(series) == pytest.approx(3.3616)
    # As often as each number of drafted tokens is kept, one more comes out.
    kept = [0.8**n * 0.2 for n in range(4)] + [0.8**4]
    assert sum((n + 1) * p for n, p in enumerate(kept)) == pytest.approx(series)


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("TARGET = np.array([0.7, 0.6,", "TARGET = np.array([0.7, 0.2,", "2 tokens from one pass"),
        ("RATE = 0.8 ", "RATE = 0.7 ", "2.8 tokens when α = 70% are kept"),
    ],
)
def test_the_tutorial_figure_follows_its_numbers(tmp_path: Path, before: str, after: str, says: str) -> None:
    """What the tutorial tells to change: the picture stays clean."""
    text = (DOCS / "figures/tutorial/step_6.py").read_text(encoding="utf-8")
    assert text.count(before) == 1
    file = tmp_path / "figures" / "decoding" / "speculative_decoding.py"
    file.parent.mkdir(parents=True)
    file.write_text(text.replace(before, after), encoding="utf-8")
    used = theme(PROJECT, "book")
    scenes = [build_scene(load(file), lang, used) for lang in LANGS]
    assert check_figure(scenes, used) == []
    assert says in [" ".join(group.text.split()) for group in groups(scenes[0])]


def test_of_a_thousand_pages_eighty_are_left() -> None:
    assert list(np.cumprod(names("cookbook/stage_chain")["KEPT"])) == pytest.approx([1000, 800, 400, 160, 80])


def test_masks_let_tokens_see_what_they_are_named_after() -> None:
    causal, window, prefix = names("cookbook/small_multiples")["MASKS"]
    assert causal.sum() == 21  # 1 + 2 + ... + 6
    assert list(window.sum(axis=1)) == [1, 2, 3, 3, 3, 3]
    assert prefix[:3, :3].all()
    assert list(prefix.sum(axis=1)) == [3, 3, 3, 4, 5, 6]


def test_gates_are_a_softmax_over_the_two_best() -> None:
    module = names("cookbook/fan_out_and_gather")
    gates = module["gates"](module["SCORES"], module["ACTIVE"])
    assert gates == pytest.approx([0, 0.69, 0.31, 0], abs=0.001)  # a logistic of 2.1 - 1.3
    assert gates.sum() == pytest.approx(1)


def test_the_scaling_law_has_the_published_loss() -> None:
    """Hoffmann et al. give 1.94 for Chinchilla: 70 B parameters, 1.4 T tokens."""
    module = names("cookbook/formula_terms")
    assert sum(module["terms"](70e9, 1.4e12)) == pytest.approx(1.94, abs=0.005)
    values = module["terms"](module["PARAMETERS"], module["TOKENS"])
    assert sum(round(v, 3) for v in values) == pytest.approx(round(sum(values), 3)), "the sum as it is written"


def test_the_cache_of_a_large_model() -> None:
    """80 layers, 64 heads of 128, keys and values of 2 bytes: 2.62 MB a token."""
    cache = names("cookbook/chart_callouts")["cache"]
    assert cache(1, 64) == pytest.approx(2 * 80 * 64 * 128 * 2 * 1000 / 1e9) == pytest.approx(2.62144)
    assert cache(32, 64) / cache(32, 8) == 8
    assert 80 / cache(1, 64) == pytest.approx(30.5, abs=0.05)


def test_most_of_the_prompt_is_reused() -> None:
    module = names("cookbook/tree_state")
    assert sum(module["REUSED"]) / (sum(module["REUSED"]) + module["NEW"]) == pytest.approx(836 / 854)
