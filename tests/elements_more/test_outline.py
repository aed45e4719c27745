"""Trees from indented text."""

from __future__ import annotations

import pytest

from llmfig import FigureError, outline


def test_levels_follow_the_indent() -> None:
    found = outline("""
        Value
          DQN
            Dueling\\nDQN
          SARSA
        Policy
    """)
    assert [e.text for e in found] == ["Value", "Policy"]
    assert [e.text for e in found[0].below] == ["DQN", "SARSA"]
    assert found[0].below[0].below[0].text == "Dueling\nDQN"
    assert found[1].below == []


@pytest.mark.parametrize("text", ["a\n    b", "a\n b"])
def test_a_skipped_level_is_an_error(text: str) -> None:
    with pytest.raises(FigureError, match="'b' of an outline is not indented"):
        outline(text)


def test_the_map_has_all_its_nodes_in_both_languages() -> None:
    from pathlib import Path

    from llmfig.registry import load

    contents = load(Path(__file__).parents[2] / "figures/overview/llm_rl_map.py").function.__globals__

    def count(text: str) -> int:
        return sum(1 + sum(1 + len(b.below) for b in field.below) for field in outline(text))

    for lang in (0, 1):
        assert 1 + count(contents["RIGHT"][lang]) + count(contents["LEFT"][lang]) == 202
