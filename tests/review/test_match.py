"""Which element is which: on real figures that were changed, and on sequences."""

from __future__ import annotations

import time
from itertools import pairwise, product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig import Box, Column, Matrix, Row, labeled
from llmfig.layout.element import Element
from llmfig.review.align import alike, common
from llmfig.review.match import match
from llmfig.review.pairs import Matching
from llmfig.review.tree import Numbers, Tree
from llmfig.scene.model import Scene
from llmfig.testing import Case, cases
from tests.core import Draw, law, scene

CASES = cases(Path(__file__).parents[2])
LARGEST = [case for case in CASES if case.ref.id in ("llm_overview", "llm_rl_map")]
letters = st.lists(st.sampled_from("abc"), max_size=8)


def matched(before: Scene, after: Scene) -> Matching:
    numbers: Numbers = {}
    return match(Tree(before, numbers), Tree(after, numbers))


def ids(before: Draw, after: Draw) -> dict[str, str]:
    """Ids before and after, of the elements whose ids are not the same."""
    found = matched(scene(before), scene(after)).forth
    return {a.group.id: b.group.id for a, b in found.items() if a.group.id != b.group.id}


def test_one_box_more_gives_the_others_new_ids() -> None:
    def row(*names: str) -> Draw:
        return lambda: Row(*map(Box, names))

    expected = {f"row/box-{i}{rest}": f"row/box-{i + 1}{rest}" for i in (2, 3) for rest in ("", "/text-1")}
    assert ids(row("A", "B", "C"), row("A", "New", "B", "C")) == expected


def test_a_word_and_one_box_more() -> None:
    def row(*names: str) -> Draw:
        return lambda: Row(*map(Box, names))

    found = ids(row("Prompt", "Reward", "Loss"), row("New", "Prompt", "Reward model", "Loss"))
    boxes = {k: v for k, v in found.items() if "text" not in k}
    assert boxes == {f"row/box-{i}": f"row/box-{i + 1}" for i in (1, 2, 3)}


def test_numbers_are_known_by_their_place() -> None:
    """The 3 is not the 3 of the other matrix."""

    def figure(first: list[list[int]], second: list[list[int]]) -> Draw:
        return lambda: Column(Matrix(first), Matrix(second))

    assert ids(figure([[1, 2, 3]], [[4, 5, 6]]), figure([[1, 2, 9]], [[4, 5, 3]])) == {}


def test_what_was_put_elsewhere_is_found() -> None:
    def apart() -> Element:
        return Column(Box("Above"), Row(Box("Critic"), Box("Actor")))

    def together() -> Element:
        return Column(Row(Box("Critic"), Box("Above"), Box("Actor")))

    found = ids(apart, together)
    assert found["column/box-1"] == "column/row-1/box-2"
    assert found["column/row-1/box-2"] == "column/row-1/box-3"


def test_what_was_put_into_a_container_is_found_although_it_says_little() -> None:
    def plain() -> Element:
        return Row(Box("A"), Box("A"))

    def noted() -> Element:
        return Row(labeled(Box("A"), top="a note"), Box("A"))

    assert ids(plain, noted)["row/box-1"] in ("row/diagram-1/box-1", "row/box-1")
    assert ids(noted, plain)["row/diagram-1/box-1"] == "row/box-1"


@pytest.mark.parametrize("case", LARGEST[::2], ids=str)
def test_both_languages_of_the_largest_figures_are_matched(case: Case) -> None:
    """Hardly a word is the same, and structure is all there is."""
    other = Case(case.project, case.ref, "zh")
    found = matched(case.scene, other.scene)
    same = sum(a.group.id == b.group.id for a, b in found.forth.items())
    assert same > 0.95 * min(len(found.before.nodes), len(found.after.nodes))


@pytest.mark.parametrize("case", LARGEST[::2], ids=str)
def test_matching_the_largest_figures_takes_no_time(case: Case) -> None:
    scenes = case.scene, Case(case.project, case.ref, "zh").scene
    numbers: Numbers = {}
    trees = Tree(scenes[0], numbers), Tree(scenes[1], numbers)
    start = time.perf_counter()
    match(*trees)
    assert time.perf_counter() - start < 0.5  # about 0.025 s on a machine that has nothing else to do


# Sequences -----------------------------------------------------------------------------------------------------------


def longest(a: list[str], b: list[str]) -> int:
    """The length of a longest common subsequence, by the book."""
    best = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, j in product(range(len(a)), range(len(b))):
        best[i + 1][j + 1] = best[i][j] + 1 if a[i] == b[j] else max(best[i][j + 1], best[i + 1][j])
    return best[-1][-1]


@law(200)
@given(letters, letters)
def test_a_common_subsequence_is_one_and_a_longest(a: list[str], b: list[str]) -> None:
    pairs = common(a, b)
    assert all(a[i] == b[j] for i, j in pairs)
    assert all(i < k and j < n for (i, j), (k, n) in pairwise(pairs))
    assert len(pairs) == longest(a, b)


def test_nothing_equals_nothing() -> None:
    assert common([None, "a", None], [None, "a", None]) == [(1, 1)]


@law(100)
@given(letters, letters)
def test_the_most_alike_are_at_least_the_equal(a: list[str], b: list[str]) -> None:
    pairs = alike(a, b, lambda x, y: 1.0 if x == y else 0.0)
    assert len(pairs) == longest(a, b)
    assert all(a[i] == b[j] for i, j in pairs)


def test_likeness_counts_in_all() -> None:
    likeness = {("a", "x"): 0.6, ("a", "y"): 0.5, ("b", "x"): 0.5}
    assert alike(["a", "b"], ["x", "y"], lambda p, q: likeness.get((p, q), 0.0)) == [(0, 0)]
    likeness[("b", "y")] = 0.1
    assert alike(["a", "b"], ["x", "y"], lambda p, q: likeness.get((p, q), 0.0)) == [(0, 0), (1, 1)]
