"""Letters in mathematical alphabets: x in italic is 𝑥, E in double-struck is 𝔼.

Unicode gives each styled letter a character of its own, so a style is a mapping of characters, and the layout never
hears of it.
"""

from __future__ import annotations

import unicodedata

# Where each alphabet begins: A, a, 0, Α, α. None: the alphabet has no such letters.
_STARTS: dict[str, tuple[int | None, int | None, int | None, int | None, int | None]] = {
    "bold": (0x1D400, 0x1D41A, 0x1D7CE, 0x1D6A8, 0x1D6C2),
    "italic": (0x1D434, 0x1D44E, None, 0x1D6E2, 0x1D6FC),
    "bolditalic": (0x1D468, 0x1D482, 0x1D7CE, 0x1D71C, 0x1D736),
    "script": (0x1D49C, 0x1D4B6, None, None, None),
    "boldscript": (0x1D4D0, 0x1D4EA, None, None, None),
    "fraktur": (0x1D504, 0x1D51E, None, None, None),
    "boldfraktur": (0x1D56C, 0x1D586, None, None, None),
    "double": (0x1D538, 0x1D552, 0x1D7D8, None, None),
    "sans": (0x1D5A0, 0x1D5BA, 0x1D7E2, None, None),
    "boldsans": (0x1D5D4, 0x1D5EE, 0x1D7EC, None, None),
    "mono": (0x1D670, 0x1D68A, 0x1D7F6, None, None),
}

# Letters that Unicode had before it added the alphabets, and that stayed where they were.
_STRAYS = {
    ("italic", "h"): "ℎ", ("script", "B"): "ℬ", ("script", "E"): "ℰ", ("script", "F"): "ℱ", ("script", "H"): "ℋ",
    ("script", "I"): "ℐ", ("script", "L"): "ℒ", ("script", "M"): "ℳ", ("script", "R"): "ℛ", ("script", "e"): "ℯ",
    ("script", "g"): "ℊ", ("script", "o"): "ℴ", ("fraktur", "C"): "ℭ", ("fraktur", "H"): "ℌ", ("fraktur", "I"): "ℑ",
    ("fraktur", "R"): "ℜ", ("fraktur", "Z"): "ℨ", ("double", "C"): "ℂ", ("double", "H"): "ℍ", ("double", "N"): "ℕ",
    ("double", "P"): "ℙ", ("double", "Q"): "ℚ", ("double", "R"): "ℝ", ("double", "Z"): "ℤ",
}  # fmt: skip

# Characters after omega in each Greek alphabet, in this order; nabla stands between the capitals and the small letters.
_GREEK_TAIL = "∂ϵϑϰϕϱϖ"


def _styled(char: str, alphabet: str) -> str | None:
    stray = _STRAYS.get((alphabet, char))
    if stray:
        return stray
    upper, lower, digit, greek_upper, greek_lower = _STARTS[alphabet]
    ranges = (("A", "Z", upper), ("a", "z", lower), ("0", "9", digit), ("Α", "Ω", greek_upper), ("α", "ω", greek_lower))
    for first, last, start in ranges:
        if first <= char <= last:
            return None if start is None else chr(start + ord(char) - ord(first))
    if char == "∇" and greek_upper is not None:
        return chr(greek_upper + 25)
    if char in _GREEK_TAIL and greek_lower is not None:
        return chr(greek_lower + 25 + _GREEK_TAIL.index(char))
    return None


def letter(char: str, alphabet: str) -> str | None:
    """A letter, digit or Greek letter in an alphabet.

    Args:
        char: A-Z, a-z, 0-9, Greek, nabla or the partial sign.
        alphabet: a name of `symbols.ALPHABETS`; "" is the normal one (slanted letters, upright Greek capitals).

    Returns:
        The styled character; None when the alphabet has no such letter.
    """
    if alphabet == "":
        if char.isdigit() or "Α" <= char <= "Ω" or char in "∇∂":
            return char
        return _styled(char, "italic") or char
    if alphabet == "roman":
        return char
    if alphabet == "boldsymbol":
        upright = char.isdigit() or "Α" <= char <= "Ω" or char == "∇"
        return _styled(char, "bold" if upright else "bolditalic")
    if alphabet == "italic" and char.isdigit():
        return char
    return _styled(char, alphabet)


_BOLD = {"script": "boldscript", "fraktur": "boldfraktur", "sans": "boldsans", "roman": "bold", "italic": "boldsymbol"}


def within(outer: str, inner: str) -> str:
    """The alphabet of `inner` inside `outer`: a bold one makes the other bold, either way round; else `inner` wins."""
    bold = ("bold", "boldsymbol")
    if outer in bold and inner in _BOLD:
        return _BOLD[inner]
    if inner in bold and outer in ("script", "fraktur", "sans"):
        return _BOLD[outer]
    return inner


def plain(text: str) -> str:
    """The same text in ordinary letters, for search and screen readers."""
    return "".join(unicodedata.normalize("NFKC", c) if ord(c) >= 0x1D400 or "ℂ" <= c <= "ℴ" else c for c in text)


def slanted(char: str) -> bool:
    """Whether a character leans to the right, so that the next slanted one needs no room for its top."""
    code = ord(char)
    return char == "ℎ" or 0x1D434 <= code <= 0x1D49B or 0x1D6E2 <= code <= 0x1D755
