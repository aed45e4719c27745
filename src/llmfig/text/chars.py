"""What kind of character each character of a text is, in its context.

One letter per character, decided once for a whole paragraph and then read by shaping, spacing and breaking alike:

    H  hanzi (or kana)                    drawn from the hanzi font
    O  opening full-width mark, ink right  (（《“
    C  closing full-width mark, ink left   ，。）》”
    W  other full-width: —— …… ～ ＋ Ａ
    L  Latin, Greek, digits and what reads as part of them
    M  an inline formula (U+FFFC stands for it)
    S  space
    X  anything else: ( ) = → ①

The quotes, dashes and dots that Chinese and English share a code point for (“ ” ‘ ’ — …) are O, C or W next to hanzi or
full-width marks and X elsewhere; the two quotes of a pair are both Chinese or both English.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

FORMULA = "\ufffc"
AUTOSPACE = 0.2
"""Space between hanzi and Latin, in em: a quarter em less what the side bearings of both fonts already give."""
HALF = 0.5
"""How much of a full-width bracket, comma or stop is blank, in em."""

WIDE_OPEN = frozenset("（《「『【〈〔〖〘［｛｟“‘")
WIDE_CLOSE = frozenset("，。、；：！？）》」』】〉〕〗〙］｝｠”’．")
SHARED_QUOTES = {"“": "”", "‘": "’"}
SHARED_MARKS = frozenset("…—")
_LATIN_EXTRA = frozenset("%‰°℃′″∇∂∑∏∫√∞_")
IGNORABLE = frozenset("\u200b\u200c\u200d\u2060\ufe0e\ufe0f\ufeff\u00ad")
_SPACES = frozenset(" \u2002\u2003\u2009\u200a\u202f\u00a0\t")


def is_han(char: str) -> bool:
    """Hanzi and kana: what Chinese lines may break on either side of."""
    c = ord(char)
    return (
        0x4E00 <= c <= 0x9FFF
        or 0x3400 <= c <= 0x4DBF
        or 0x3005 <= c <= 0x3007
        or 0x3021 <= c <= 0x3029
        or 0x3041 <= c <= 0x30FF
        or 0xF900 <= c <= 0xFAFF
        or 0x20000 <= c <= 0x3FFFF
    )


def is_full_width(char: str) -> bool:
    """Marks that are full-width wherever they stand."""
    c = ord(char)
    return 0x3000 <= c <= 0x303F or 0xFE10 <= c <= 0xFE4F or 0xFF01 <= c <= 0xFF60 or 0xFFE0 <= c <= 0xFFE6


@lru_cache(maxsize=16384)
def kinds(text: str) -> str:
    """The kind of each character, as one letter per character (see the module)."""
    out = [_alone(char) for char in text]
    for i, char in enumerate(text):
        # Marks and joiners are what the character before them is.
        if i and (char in IGNORABLE or unicodedata.category(char)[0] == "M"):
            out[i] = out[i - 1] if out[i - 1] not in "OCS" else "X"
    if any(char in SHARED_MARKS or char in "“”‘’" for char in text):
        _decide_marks(text, out)
        _decide_quotes(text, out)
    return "".join(out)


_FIXED = {
    **dict.fromkeys(WIDE_OPEN, "O"),
    **dict.fromkeys(WIDE_CLOSE, "C"),
    **dict.fromkeys("“”‘’…—", "X"),  # alone; the text around them may say otherwise
    **dict.fromkeys(_LATIN_EXTRA, "L"),
    **dict.fromkeys(_SPACES, "S"),
    FORMULA: "M",
}


def _alone(char: str) -> str:
    """The kind of a character that stands alone."""
    if char in _FIXED:
        return _FIXED[char]
    if is_han(char):
        return "H"
    if is_full_width(char):
        return "W"
    # Circled numbers count as digits for Python, but stand as signs of their own.
    return "L" if char.isalnum() and not is_circled(char) else "X"


def is_circled(char: str) -> bool:
    """Numbers and letters in circles or brackets, such as ① and ❶."""
    return "\u2460" <= char <= "\u24ff" or "\u2776" <= char <= "\u2793"


def _neighbour(out: list[str], i: int, step: int) -> str:
    """The kind of the nearest character that is no space, or '' at the end."""
    i += step
    while 0 <= i < len(out):
        if out[i] != "S":
            return out[i]
        i += step
    return ""


def _wide(kind: str) -> bool:
    return kind != "" and kind in "HOCW"


def _decide_marks(text: str, out: list[str]) -> None:
    i = 0
    while i < len(text):
        if text[i] not in SHARED_MARKS:
            i += 1
            continue
        end = i
        while end < len(text) and text[end] == text[i]:
            end += 1
        # Two in a row is how Chinese writes them; English never does.
        if end - i == 2 or _wide(_neighbour(out, i, -1)) or _wide(_neighbour(out, end - 1, 1)):
            out[i:end] = "W" * (end - i)
        i = end


def _decide_quotes(text: str, out: list[str]) -> None:
    opened: list[int] = []
    for i, char in enumerate(text):
        if char in SHARED_QUOTES:
            opened.append(i)
        elif char in "”’":
            inside_word = 0 < i < len(text) - 1 and out[i - 1] == "L" == out[i + 1]
            match = next((k for k in reversed(range(len(opened))) if SHARED_QUOTES[text[opened[k]]] == char), None)
            if match is None:
                if not inside_word:
                    _set_quotes(out, [(i, "C")])
            elif not (inside_word and char == "’"):
                start = opened[match]
                del opened[match:]
                _set_quotes(out, [(start, "O"), (i, "C")])
    for i in opened:
        _set_quotes(out, [(i, "O")])


def _set_quotes(out: list[str], quotes: list[tuple[int, str]]) -> None:
    if any(_wide(_neighbour(out, i, -1)) or _wide(_neighbour(out, i, 1)) for i, _ in quotes):
        for i, kind in quotes:
            out[i] = kind


def gap(before: str, after: str) -> float:
    """What comes between two characters besides their advances, in em, by their kinds.

    Space between hanzi and Latin; and of two full-width marks in a row, one half is taken out where it would be blank.
    """
    if before == "H":
        return AUTOSPACE if after in "LM" else 0.0
    if after == "H":
        return AUTOSPACE if before in "LM" else 0.0
    if before == "C":
        return -HALF if after in "CO" else 0.0
    return -HALF if before == "O" and after == "O" else 0.0
