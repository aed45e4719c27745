"""Line breaking: kinsoku, whole words, agreement with UAX #14, balance."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.linebreak import line_break_boundaries

from llmfig.text import chars
from llmfig.text.breaking import NO_END, NO_START, Piece, break_lines, emergency, opportunities
from llmfig.text.words import inside_words

WORDS = ["RLHF", "Response-1", "GPT-4", "3.14", "policy", "a/b", "self-attention", "x_t", "1e-5", "50%", "don’t", "K=4"]
HANZI = ["奖励", "模型", "的", "策略", "训练", "一", "中文"]
MARKS = [
    "，",
    "。",
    "、",
    "；",
    "：",
    "！",
    "？",
    "（",
    "）",
    "《",
    "》",
    "“",
    "”",
    "‘",
    "’",
    "……",
    "——",
    "…",
    "—",
    "·",
]
SIGNS = [" ", " ", " ", "(", ")", ",", ".", ":", "→", "①", "+", "-", "=", "$", "[", "]", "/", "℃", "%"]
mixed = st.lists(st.sampled_from(WORDS + HANZI + HANZI + MARKS + SIGNS), max_size=24).map("".join)


def cuts(text: str) -> tuple[int, ...]:
    return opportunities(text, chars.kinds(text))


def parts(text: str) -> list[str]:
    return [text[a:b] for a, b in pairwise([0, *cuts(text), len(text)])]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("奖励模型", "奖|励|模|型"),
        ("使用RLHF训练", "使|用|RLHF|训|练"),
        ("the reward model", "the |reward |model"),
        ("输出Response-1，再见", "输|出|Response-1，|再|见"),
        ("（RLHF）很好。", "（RLHF）|很|好。"),
        ("他说“你好”。", "他|说|“你|好”。"),
        ("say “no” (never) to 3.14, ok", "say |“no” |(never) |to |3.14, |ok"),
        ("等等……再说——好", "等|等……|再|说——|好"),
        ("https://a.io/b-c?d=1", "https://a.io/b-c?d=1"),
        ("约50%的数据", "约|50%|的|数|据"),
        ("①收集 ②训练", "①收|集 |②训|练"),
        ("比例12：30的", "比|例|12：30|的"),
        ("学习率1e-5，温度0.7", "学|习|率|1e-5，|温|度|0.7"),
        ("a \u00a0b", "a \u00a0b"),
        ("语言\u2060模型", "语|言\u2060模|型"),
        ("long\u200bword", "long\u200b|word"),
        ("状态→动作", "状|态|→|动|作"),
        ("奖励-惩罚", "奖|励-惩|罚"),
        ("a — b", "a — |b"),
        ("《论文》（见附录）", "《论|文》|（见|附|录）"),
        ("", ""),
    ],
)
def test_opportunities(text: str, expected: str) -> None:
    assert "|".join(parts(text)) == expected


@given(mixed)
@settings(max_examples=500)
def test_kinsoku(text: str) -> None:
    for i in cuts(text):
        assert text[i] not in NO_START
        assert text[i] != " "
        assert text[:i].rstrip()[-1] not in NO_END
        assert chars.kinds(text)[i] != "C"


@given(mixed)
def test_latin_words_stay_whole(text: str) -> None:
    kinds = chars.kinds(text)
    for i in cuts(text):
        assert "S" in kinds[i - 1 : i + 1] or any(k in "HOCW" for k in kinds[i - 1 : i + 1]) or text[i - 1] == "—"


@given(mixed)
@settings(max_examples=500)
def test_every_break_is_allowed_by_uax14(text: str) -> None:
    allowed: set[int] = set(line_break_boundaries(text))
    for i in cuts(text):
        near_chinese_quote = any(text[k] in "“”‘’" and chars.kinds(text)[k] in "OC" for k in (i - 1, i))
        # LB25 keeps currency signs with a closing mark before them, for prices such as "(12)$"; after ， it need not.
        price_after_comma = text[i] in "$¥€£￥%" and chars.is_full_width(text[i - 1])
        assert i in allowed or near_chinese_quote or price_after_comma, (text, text[:i], text[i:])


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Group-Relative-Policy", [6, 15]),
        ("encoder/decoder", [8]),
        ("Response-1", []),
        ("GPT-4", []),
        ("https://example.com/long-path", []),
        ("T-SNE", []),
    ],
)
def test_emergency_breaks_between_words_only(word: str, expected: list[int]) -> None:
    assert list(emergency(word)) == expected


def test_words_of_the_dictionary_are_found_longest_first() -> None:
    assert inside_words("奖励模型的") == {1, 3}
    assert inside_words("马尔可夫链") == {1, 2, 3}
    assert inside_words("abc") == frozenset()


widths = st.lists(st.floats(5, 120), min_size=1, max_size=30)


@given(widths, st.floats(40, 300))
def test_lines_cover_all_pieces_fit_and_are_as_few_as_greedy(sizes: list[float], limit: float) -> None:
    pieces = [Piece(width=w, space=5.0) for w in sizes]
    lines = break_lines(pieces, limit, 20)
    assert [i for a, b in lines for i in range(a, b)] == list(range(len(pieces)))
    for a, b in lines:
        assert b == a + 1 or sum(sizes[a:b]) + 5 * (b - a - 1) <= limit + 1e-3
    greedy, used = 1, 0.0
    for w in sizes:
        if used and used + 5 + w > limit:
            greedy, used = greedy + 1, w
        else:
            used = used + 5 + w if used else w
    assert len(lines) == greedy


def test_lines_are_even() -> None:
    # Greedy would put three and one.
    assert break_lines([Piece(width=30.0, space=5.0)] * 4, 110, 20) == [(0, 2), (2, 4)]


def test_a_short_last_word_gets_company() -> None:
    pieces = [Piece(width=100.0, space=5.0), Piece(width=40.0, space=5.0), Piece(width=30.0, short=True)]
    assert break_lines(pieces, 150, 20) == [(0, 1), (1, 3)]


def test_no_pieces() -> None:
    assert break_lines([], 100, 20) == []
