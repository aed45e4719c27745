"""What the figures on LLM basics compute, against values known from elsewhere."""

from __future__ import annotations

import math
from pathlib import Path
from typing import Any

import pytest

from llmfig.bilingual import LANGS, Lang, drawing
from llmfig.registry import load

CHAPTER = Path(__file__).parents[2] / "figures" / "llm_basics"


def names(figure: str) -> dict[str, Any]:
    return load(CHAPTER / f"{figure}.py").function.__globals__


@pytest.mark.parametrize(
    ("lang", "contexts", "answer"),
    [
        (
            "en",
            ["How are you?", "How are you? I’m", "How are you? I’m doing", "How are you? I’m doing well"],
            "I’m doing well.",
        ),
        ("zh", ["你是谁？", "你是谁？我", "你是谁？我是", "你是谁？我是大模型"], "我是大模型。"),
    ],
)
def test_every_context_is_the_one_before_with_its_likeliest_token(lang: Lang, contexts: list[str], answer: str) -> None:
    module = names("generation_and_decoding")
    question = module["SENTENCE"][("en", "zh").index(lang)]
    with drawing(lang):
        steps, generated = module["decode"]()
        assert [module["joined"]([question, *before]) for before, *_ in steps] == contexts
        assert module["joined"](generated) == answer
    for _, tokens, p, best in steps:
        assert len(tokens) == len(p)
        assert sum(p) == pytest.approx(1)
        assert all(p[best] > other for i, other in enumerate(p) if i != best)


# LLM overview --------------------------------------------------------------------------------------------------------


def part(function: str) -> dict[str, Any]:
    """The names of the module of a part of the overview."""
    return names("llm_overview")[function].__globals__  # type: ignore[no-any-return]


def test_ids_are_places_in_the_vocabulary_of_either_language() -> None:
    tokens = part("model")["ANSWER"], part("model")["ANSWER_IDS"]
    module = part("stack")["embedding"].__globals__
    assert module["IDS"] == [1, 5, 0]
    assert tokens[1] == [4, 6, 7, 8]
    for lang, answer, word in zip(LANGS, tokens[0], module["INPUT"], strict=True):
        with drawing(lang):
            vocabulary = module["vocabulary"]()
        assert len(vocabulary) == module["SIZES"]["vocab_size"]
        assert [vocabulary[i] for i in tokens[1]] == answer
        assert [vocabulary[i] for i in module["IDS"]] == ["[bos]", word, "[pad]"]


def test_heads_share_the_hidden_size() -> None:
    sizes = part("attention")["array"].__globals__["SIZES"]
    assert sizes["head_dim"] == 2
    assert sizes["num_head"] * sizes["head_dim"] == sizes["hid_size"]


@pytest.mark.parametrize(
    ("rows", "cols", "third", "shape"),
    [
        ("seq_len", "head_dim", "num_head", (2, 3, 2)),
        ("head_dim", "seq_len", "num_head", (2, 2, 3)),
        ("seq_len", "seq_len", "num_head", (2, 3, 3)),
        ("num_head", "head_dim", "seq_len", (3, 2, 2)),
    ],
)
def test_tensors_of_attention_have_the_sizes_of_their_axes(
    rows: str, cols: str, third: str, shape: tuple[int, ...]
) -> None:
    with drawing("en"):
        arrays = part("attention")["blocks"](rows, cols, third).arrays
    assert [(len(a.cells), *{len(row) for row in a.cells}) for a in arrays] == [shape[1:]] * shape[0]


def test_either_axis_of_heads_begins_with_the_same_head() -> None:
    module = part("attention")
    with drawing("en"):
        leftwards = [a.cells[0][0].role for a in module["blocks"]("seq_len", "head_dim").arrays]
        downwards = [row[0].role for row in module["blocks"]("num_head", "head_dim", "seq_len").arrays[0].cells]
    assert leftwards[::-1] == downwards


def test_masks_add_up_and_what_they_hide_gets_no_attention() -> None:
    module = part("attention")
    assert module["COMBINED"].tolist() == [[0, -1e9, -2e9], [-1, 0, -2e9], [-2, -1, -1e9]]
    shown = module["only_masked"](module["COMBINED"])
    assert shown == [[None, "−1e9", "−2e9"], [None, None, "−2e9"], [None, None, "−1e9"]]
    weights = module["softmax"](module["COMBINED"])
    assert module["only_masked"](weights) == [[None, "0", "0"], [None, None, "0"], [None, None, "0"]]
    assert weights.sum(axis=1) == pytest.approx(1)
    assert weights[1, 0] == pytest.approx(0.26894, abs=1e-5)


def test_silu() -> None:
    silu = part("decoder")["silu"]
    assert silu(0) == 0
    assert silu(1) == pytest.approx(0.731059, abs=1e-6)
    assert silu(-1) == pytest.approx(-0.268941, abs=1e-6)


# Structure, input, output --------------------------------------------------------------------------------------------


def story() -> dict[str, Any]:
    """The names of the module that the figures on structure, input and output share."""
    return names("llm_output")["tensor"].__globals__  # type: ignore[no-any-return]


def test_probabilities_are_the_softmax_over_the_whole_vocabulary() -> None:
    module = story()
    p, others = module["probabilities"]()
    logits = [*module["LOGITS"], *[module["LEFT_OUT"]] * (module["VOCABULARY"] - len(p))]
    total = math.fsum(map(math.exp, logits))
    assert list(p) == pytest.approx([math.exp(x) / total for x in logits[: len(p)]])
    assert sum(p) + others == pytest.approx(1)
    shown = [module["rounded"](v) for v in p]
    assert [shown[i] for i in (0, 1, 2, 9, 11, -1)] == ["0.01", "0.03", "0.001", "0.10", "0.04", "0.001"]
    assert shown[names("llm_output")["BEST"]] == "0.34" == max(shown)
    assert module["rounded"](others) == "0.04"


@pytest.mark.parametrize(("lang", "ids"), [("en", ["30", "498", "525", "4340"]), ("zh", ["11319", "56568", "105518"])])
def test_tables_list_the_tokens_by_id(lang: Lang, ids: list[str]) -> None:
    with drawing(lang):
        rows, roles = names("llm_input")["table"]([None], lambda t: [t.role], ["…"], [None], "others")
    assert [row[0] for row in rows] == ["0", "…", *(c for i in ids for c in (i, "…")), "151935"]
    assert [role for role in roles if role != "others"] == [row[1] for row in rows if row[1] not in (None, "…")]
