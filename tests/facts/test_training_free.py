"""What the figures on search and sampling compute, against values known from elsewhere."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from llmfig.bilingual import Lang, drawing
from llmfig.chart import Bars
from llmfig.registry import load

CHAPTER = Path(__file__).parents[2] / "figures" / "training_free"
BOTH: tuple[Lang, Lang] = ("en", "zh")


def names(figure: str) -> dict[str, Any]:
    return load(CHAPTER / f"{figure}.py").function.__globals__


# Search --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lang", "first", "second", "third"),
    [
        ("en", ("How are", "How is"), ("How are you", "How is it"), ("How are you,", "How are you?")),
        ("zh", ("你好", "你在"), ("你好棒", "你在哪里"), ("你好棒哦", "你好棒！")),
    ],
)
def test_the_beam_keeps_the_two_largest_products(lang: Lang, first: Any, second: Any, third: Any) -> None:
    module = names("beam_search")
    with drawing(lang):
        tokens = module["model"]()
        beam = {next(iter(tokens)): 1.0}
        found = []
        for _ in range(module["STEPS"]):
            step, beam = module["expand"](beam, tokens)
            found.append(([total for rows in step.values() for *_, total in rows.values()], beam))
    assert [list(kept) for _, kept in found] == [list(first), list(second), list(third)]
    for (totals, kept), products, winners in zip(
        found,
        [
            (0.3, 0.1, 0.4),
            (0.03, 0.015, 0.12, 0.1, 0.08, 0.04),
            (0.036, 0.012, 0.048, 0.03, 0.01, 0.02),
        ],
        [(0.3, 0.4), (0.12, 0.1), (0.036, 0.048)],
        strict=True,
    ):
        assert totals == pytest.approx(products)
        assert list(kept.values()) == pytest.approx(winners)


@pytest.mark.parametrize(
    ("lang", "path"),
    [("en", ["How", "How is", "How is it", "How is it?"]), ("zh", ["你", "你在", "你在哪里", "你在哪里？"])],
)
def test_greedy_search_goes_on_with_the_likeliest_token(lang: Lang, path: list[str]) -> None:
    module = names("greedy_search")
    with drawing(lang):
        found = module["greedy"](module["model"]())
    assert found == list(pairwise(path))


@pytest.mark.parametrize("lang", BOTH)
def test_beam_search_finds_a_likelier_sequence_than_greedy_search(lang: Lang) -> None:
    greedy, beam = names("greedy_search"), names("beam_search")
    with drawing(lang):
        tokens = greedy["model"]()
        assert beam["model"]() == tokens
        result = greedy["greedy"](tokens)[-1][1]
        kept = {next(iter(tokens)): 1.0}
        for _ in range(beam["STEPS"]):
            step, kept = beam["expand"](kept, tokens)
    totals = {text: total for rows in step.values() for text, (*_, total) in rows.items()}
    assert totals[result] == pytest.approx(0.4 * 0.25 * 0.3)
    assert max(kept.values()) == pytest.approx(0.048)
    assert max(kept.values()) > totals[result]


def test_the_number_of_sequences_is_a_power_of_the_vocabulary() -> None:
    assert names("exhaustive_search")["sequences"](1, 2, "N") == ["$10^{5}$", "$10^{10}$", "$10^{5N}$"]


def test_the_totals_of_kept_candidates_are_bold() -> None:
    module = names("beam_search")
    with drawing("en"):
        step, kept = module["expand"]({"How are": 0.3, "How is": 0.4}, module["model"]())
    rows = {row[0]: row[1:] for prefix in step for row in module["written"](step[prefix], kept).values()}
    assert rows == {
        "they": ["0.1", "0.03"],
        "we": ["0.05", "0.015"],
        "you": ["0.4", "**0.12**"],
        "it": ["0.25", "**0.1**"],
        "she": ["0.2", "0.08"],
        "he": ["0.1", "0.04"],
    }


# Sampling ------------------------------------------------------------------------------------------------------------


def test_the_distribution_falls_and_its_tail_adds_up_to_one() -> None:
    module = names("multinomial_sampling")
    p, shared = module["distribution"](), module["distribution"].__globals__
    assert list(p[:7]) == [0.2, 0.17, 0.14, 0.12, 0.1, 0.06, 0.04]
    assert np.all(np.diff(p) < 0)
    assert p.sum() + p[-1] * shared["DECAY"] / (1 - shared["DECAY"]) == pytest.approx(1)


def test_five_tokens_reach_0_7_with_0_73() -> None:
    module = names("top_p_sampling")
    p = module["distribution"]()
    assert module["TOP_P"] == 0.7
    assert module["reaching"](p, 0.7) == 5
    assert p[:5].sum() == pytest.approx(0.73)
    assert p[:4].sum() == pytest.approx(0.63)


@pytest.mark.parametrize(
    ("figure", "kept", "drawn"), [("multinomial_sampling", 17, 4), ("top_k_sampling", 3, 1), ("top_p_sampling", 5, 1)]
)
@pytest.mark.parametrize("lang", BOTH)
def test_what_is_cut_off_is_hatched_and_one_of_the_others_is_drawn(
    figure: str, kept: int, drawn: int, lang: Lang
) -> None:
    module = names(figure)
    p, shared = module["distribution"](), module["distribution"].__globals__
    assert module["draw"](p, kept, module["SEED"]) == drawn
    with drawing(lang):
        chart = shared["distribution_chart"](p, kept, drawn, shared["LAST"][0])
    (bars,) = (m for m in chart.marks if isinstance(m, Bars))
    assert bars.hatched == [False] * kept + [True] * (len(p) + 1 - kept)
    assert [i for i, role in enumerate(bars.roles) if role == "model"] == [drawn]
    assert {role for role, cut in zip(bars.roles, bars.hatched, strict=True) if cut} <= {"muted"}


@pytest.mark.parametrize("kept", [1, 3, 5, 17])
def test_tokens_are_drawn_as_often_as_their_share_of_what_is_kept(kept: int) -> None:
    module = names("top_k_sampling")
    p = module["distribution"]()
    counts = np.bincount([module["draw"](p, kept, seed) for seed in range(3000)], minlength=kept)
    pool = np.append(p, 1 - p.sum())[:kept]
    assert len(counts) == kept
    assert counts / 3000 == pytest.approx(pool / pool.sum(), abs=0.03)


# Chain of thought ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", BOTH)
def test_every_step_of_the_chain_of_thought_adds_up(lang: Lang) -> None:
    module = names("cot_vs_traditional")
    assert module["WRONG"] == 29
    with drawing(lang):
        _, _, solution, answer, thoughts = module["words"]()
    assert "5 + 6 = 11" in solution
    for step in ("23 − 20 = 3", "3 + 6 = 9"):
        assert step in answer
        assert any(step in thought for thought in thoughts)
    assert "9" in thoughts[-1]


def test_ways_from_input_to_output() -> None:
    ways = names("cot_tot_got")["WAYS"]
    for thoughts, edges in ways.values():
        levels = ["i", *thoughts, "o"]
        assert len(edges) == len(levels) - 1
        for k, pairs in enumerate(edges):
            assert len(set(pairs)) == len(pairs)
            assert {b for _, b in pairs} == set(range(len(levels[k + 1])))  # no thought comes from nowhere
            assert all(a < len(levels[k]) for a, _ in pairs)
    # In a tree every thought has one parent; a graph merges thoughts. In both, wrong ones are given up.
    merged = {name: sum(len(p) - len({b for _, b in p}) for p in ways[name][1]) for name in ("tree", "graph")}
    assert merged == {"tree": 0, "graph": 6}
    for name in ("tree", "graph"):
        thoughts, edges = ways[name]
        assert all(marks[a] == "+" for marks, pairs in zip(thoughts, edges[1:], strict=True) for a, _ in pairs)


def test_the_majority_is_right() -> None:
    module = names("cot_tot_got")
    answers = module["WAYS"]["vote"][0][-1]
    name, level, overruled = module["OUTVOTED"]
    assert (name, level, answers[overruled]) == ("vote", 4, "-")
    assert answers.count("+") > len(answers) / 2
