"""What the figures on SFT compute, against values known from elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from llmfig.bilingual import Lang, drawing, tr
from llmfig.registry import load

CHAPTER = Path(__file__).parents[2] / "figures" / "sft"


def names(figure: str) -> dict[str, Any]:
    return load(CHAPTER / f"{figure}.py").function.__globals__


def test_six_rows_are_packed_into_three() -> None:
    module = names("sample_packing")
    cut = module["pieces"](module["LENGTHS"], module["LIMIT"])
    assert cut == [(1, 3), (2, 2), (3, 4), (4, 10), (4, 2), (5, 6)]
    assert module["first_fit"](cut, module["LIMIT"]) == [[(1, 3), (2, 2), (3, 4)], [(4, 10)], [(4, 2), (5, 6)]]


def test_the_mask_is_lower_triangular_within_each_sample() -> None:
    mask = names("sample_packing")["attention_mask"]([(1, 2), (2, 1), (3, 2)], 6)
    assert mask.tolist() == [
        [1, 0, 0, 0, 0, 0],
        [1, 1, 0, 0, 0, 0],
        [0, 0, 2, 0, 0, 0],
        [0, 0, 0, 3, 0, 0],
        [0, 0, 0, 3, 3, 0],
        [0, 0, 0, 0, 0, 0],
    ]


def test_the_first_packed_row_counts_anew_in_each_sample() -> None:
    module = names("sample_packing")
    row = module["first_fit"](module["pieces"](module["LENGTHS"], 10), 10)[0]
    assert module["filled"](row, 10) == [(1, 3), (2, 2), (3, 4), (0, 1)]
    assert module["filled"]([(4, 10)], 10) == [(4, 10)]
    assert module["positions"](row, 10) == [1, 2, 3, 1, 2, 1, 2, 3, 4, None]
    mask = module["attention_mask"](row, 10)
    assert [int((mask == k).sum()) for k in (1, 2, 3)] == [6, 3, 10]  # n (n + 1) / 2 of each sample


def test_ids_are_those_of_the_vocabulary_of_qwen() -> None:
    ids = names("token_ids")["IDS"]
    known = {
        "<|im_start|>": 151644,
        "<|im_end|>": 151645,
        "user": 872,
        "assistant": 77091,
        "？": 11319,
        "，": 3837,
        "。": 1773,
    }
    assert {t: ids[t] for t in known} == known


@pytest.mark.parametrize(
    ("lang", "text"), [("ENGLISH", "Can my dog eat fresh blueberries?"), ("CHINESE", "鱼香肉丝有鱼吗？")]
)
def test_tokens_join_to_chatml_and_every_one_has_its_own_id(lang: str, text: str) -> None:
    module = names("token_ids")
    question, answer = module[lang]
    messages = {"system": ("sample", module["SYSTEM"]), "user": ("loss", question), "assistant": ("model", answer)}
    tokens = [t for t, _ in module["chatml"](**messages)]
    assert len(tokens) == 34
    assert "".join(tokens).startswith(
        "<|im_start|>system\nYou are a helpful assistant.<|im_end|>\n"
        f"<|im_start|>user\n{text}<|im_end|>\n<|im_start|>assistant\n"
    )
    ids = module["IDS"]
    assert [ids[t] for t in tokens[:11]] == [151644, 8948, 198, 2610, 525, 264, 10950, 17847, 13, 151645, 198]
    assert len(set(ids.values())) == len(ids)


def test_a_prefix_has_a_key_and_a_value_in_every_layer() -> None:
    with drawing("en"):
        count = names("prefix_tuning")["parameter_count"](2)
    assert r"32 \times 2 \times 2 \times 4 = 512" in count.latex


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_prefix_prompt_and_output_share_the_indices_one_to_sixteen(lang: Lang) -> None:
    module = names("prefix_tuning")
    with drawing(lang):
        row = module["sequence"](tr(module["TOKENS_EN"], module["TOKENS_ZH"]))
    said = " ".join(
        part.label.says() for grid in row.children() for part in grid.children() if getattr(part, "label", None)
    )
    assert "[1, 2]" in said
    assert "[3, 4, 5, 6, 7, 8]" in said
    assert "[9, 10, 11, 12, 13, 14, 15, 16]" in said


def test_the_low_rank_factors_hold_a_256th_of_the_numbers() -> None:
    with drawing("en"):
        row = names("lora_1")["decomposition"]()
    said = " ".join(note.label.says() for part in row.children() for note in getattr(part, "adornments", []))
    assert "1024 × 1024 = 1,048,576" in said
    assert "= 4,096, only 1/256" in said
