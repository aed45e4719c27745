"""Where a line of mixed Chinese and Latin may break, and where it is best broken.

`opportunities` says where it may: between hanzi, at spaces, at the border of hanzi and Latin; never before ，。、）》”
and the like (kinsoku), never after （《“, never inside a Latin word or number, however many hyphens, dots and slashes
it has ("Response-1", "3.14", a URL). `break_lines` picks among them: the fewest lines, then the most even ones.

Against UAX #14 this is stricter (hyphens and slashes never break; no line begins with a dash, an ellipsis or %), with
one exception: beside Chinese quotes, where older versions of the annex forbid every break (LB19), a line may end before
“ and after ”.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from llmfig.text.chars import is_circled, is_han
from llmfig.text.words import inside_words

NO_START = frozenset("，。、；：！？）》〉」』】〕〗〙］｝｠”’．…—·・～〜〞々ゝゞー％‰°℃′″／｜,.;:!?)]}%/")
"""No line starts with these, not even after a space."""
NO_END = frozenset("（《〈「『【〔〖〘［｛｟“‘〝([{")
"""No line ends with these, not even before a space."""
LEADS = frozenset("￥＄¥£€$#@+−±√∇∂∑∏∫•")
"""Signs that belong to what follows them at once: no break between."""
BINDS = frozenset("-‐–/_~&\\'\"^<>=*|+’")
"""Signs that stay with what is beside them when no space sets them off: no break on either side."""
_SMALL_KANA = frozenset("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ")
_PARTICLES = frozenset("的了着过地得吗呢吧们")
_OPERATORS = frozenset("+−=<>≤≥≈→·/*")
_ZWSP = "\u200b"
_GLUE = frozenset("\u00a0\u202f\u2060\ufeff")


@lru_cache(maxsize=16384)
def opportunities(text: str, kinds: str) -> tuple[int, ...]:
    """Where a line may break: indices of the characters that may start a new line, in order.

    Args:
        text: one paragraph without line breaks.
        kinds: its characters' kinds, from `chars.kinds`.
    """
    return tuple([i for i in range(1, len(text)) if _may_break(text, kinds, i)])


def _may_break(text: str, kinds: str, i: int) -> bool:
    before, kind, next_kind = text[i - 1], kinds[i - 1], kinds[i]
    if _held(before, text[i], next_kind):
        return False
    if kind == "S":
        word = text[:i].rstrip()
        return word != "" and word[-1] not in NO_END
    if before == _ZWSP:
        return True
    if kind == "X" and before == "—":
        return next_kind == "L"  # an English dash ends a line
    leads = kind == "O" or before in NO_END or before in LEADS or is_circled(before)
    ratio = before in "：．" and i > 1 and kinds[i - 2] == "L" == next_kind  # 12：30
    bound = (next_kind == "X" and text[i] in BINDS) or (kind == "X" and before in BINDS)
    return not (leads or ratio or bound) and (kind in "HCW" or next_kind in "HOW")


def _held(before: str, after: str, next_kind: str) -> bool:
    """Whether `after` stays on the line of `before`: spaces, accents, glue, and what no line starts with."""
    if next_kind in "SC" or after == _ZWSP or after in _GLUE or before in _GLUE:
        return True
    return after in NO_START or after in _SMALL_KANA or unicodedata.category(after)[0] == "M"


def emergency(text: str) -> tuple[int, ...]:
    """Where a word that is wider than the line may be broken after all: behind - and / between two words of letters.

    Never in a URL, and never before or after a number: "GPT-4" and "Response-1" stay whole.
    """
    if "://" in text or text.startswith("www."):
        return ()
    return tuple(
        [
            i
            for i in range(3, len(text) - 1)
            if text[i - 1] in "-–/" and text[i - 3 : i - 1].isalpha() and text[i : i + 2].isalpha()
        ]
    )


@lru_cache(maxsize=16384)
def fine(text: str, kinds: str, i: int) -> float:
    """How badly a line break before character `i` reads, in square em (see `break_lines`)."""
    if kinds[i - 1] == "S":
        return 4.0 if text[:i].rstrip()[-1:] in _OPERATORS else 0.0  # which stand with what they take
    if not (is_han(text[i - 1]) and is_han(text[i])):
        return 0.0 if kinds[i - 1] == "C" else 0.5
    if i in inside_words(text):
        return 12.0
    return 6.0 if text[i] in _PARTICLES else 1.5


@dataclass(frozen=True, slots=True)
class Piece:
    """What `break_lines` needs to know of an unbreakable stretch. Lengths in px.

    Attributes:
        width: without the spaces at its end.
        space: width of the spaces at its end.
        gap: what stands between the piece before and this one besides those spaces; gone at a line's start.
        start_trim: how much narrower it is at a line's start (blank half of an opening mark).
        end_trim: how much narrower it is at a line's end (blank half of a closing mark).
        fine: how badly a line break before it reads, in square em.
        short: so little that it should not be a last line by itself.
    """

    width: float
    space: float = 0.0
    gap: float = 0.0
    start_trim: float = 0.0
    end_trim: float = 0.0
    fine: float = 0.0
    short: bool = False


ORPHAN = 30.0
"""Fine for a last line of one short word, in square em."""


def break_lines(pieces: Sequence[Piece], limit: float, em: float) -> list[tuple[int, int]]:
    """Cut a paragraph into lines: as few as fit, as even as possible.

    Of the cuts with the fewest lines, the one wins whose sum of squared line widths (in em) and fines is least. As the
    sum of the widths hardly changes from cut to cut, the least sum of squares is the most even cut.

    Args:
        pieces: unbreakable stretches in order.
        limit: the width of a line in px; a piece that is wider stands on a line of its own.
        em: the font size in px.

    Returns:
        The lines, as (first, last + 1) indices of pieces.
    """
    n = len(pieces)
    ends = [0.0]
    for piece in pieces:
        ends.append(ends[-1] + piece.gap + piece.width + piece.space)
    # A line of pieces i to j-1 is tails[j] - heads[i] wide.
    heads = [ends[i] + piece.gap + piece.start_trim for i, piece in enumerate(pieces)]
    tails = [0.0, *(ends[j + 1] - piece.space - piece.end_trim for j, piece in enumerate(pieces))]

    def reach(i: int) -> int:
        j = i + 1
        while j < n and tails[j + 1] - heads[i] <= limit + 1e-6:
            j += 1
        return j

    reaches = [reach(i) for i in range(n)]
    count, i = 0, 0
    while i < n:
        count, i = count + 1, reaches[i]
    if count <= 1:
        return [(0, n)] if n else []

    costs: dict[int, float] = {0: 0.0}  # of setting the first so many pieces in the lines so far
    history: list[dict[int, int]] = []  # for each line and its end, its start
    for line in range(1, count + 1):
        reached: dict[int, float] = {}
        starts: dict[int, int] = {}
        for i, cost in costs.items():
            ends_here = range(i + 1, min(reaches[i], n - 1) + 1) if line < count else range(n, reaches[i] + 1)
            for j in ends_here:
                total = cost + ((tails[j] - heads[i]) / em) ** 2
                total += pieces[j].fine if j < n else ORPHAN * (j == i + 1 and pieces[i].short)
                if total < reached.get(j, float("inf")):
                    reached[j], starts[j] = total, i
        costs = reached
        history.append(starts)
    lines: list[tuple[int, int]] = []
    j = n
    for starts in reversed(history):
        lines.append((starts[j], j))
        j = starts[j]
    return lines[::-1]
