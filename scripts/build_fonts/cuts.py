"""Which characters and features the shipped fonts keep, and of which packages they are cut."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Ranges = tuple[tuple[int, int], ...]


def codes(ranges: Ranges) -> Iterable[int]:
    """Every code point of some ranges."""
    for low, high in ranges:
        yield from range(low, high + 1)


def ranges(text: str) -> Ranges:
    """Ranges of code points, written `20-7E A0`."""
    pairs = (item.partition("-") for item in text.split())
    return tuple((int(low, 16), int(high or low, 16)) for low, _, high in pairs)


LATIN = ranges(
    "20-7E A0-17F 18F-192 19D-19E 1CD-1DC 218-21B 237 2B0-2FF 300-36F 370-3FF 400-45F 1E00-1EFF 2000-206F "
    "2070-209F 20A0-20BF 2100-214F 2150-218F 2212 2215"
)
CODE = ranges("20-7E A0-17F 370-3FF 2010-2044 2070-209F 2190-21FF 2200-22FF 2500-25FF")
HAN_MARKS = ranges(
    "20 2014-2015 2018-2019 201C-201D 2025-2026 2030 2103 2E3A-2E3B 3000-301F 3021-3029 3041-30FF 31C0-31E3 "
    "3220-3229 FE10-FE1F FE30-FE4F FF01-FF5E FFE0-FFE6"
)
SYMBOLS = ranges(
    "20 A0 20D0-20FF 2100-214F 2150-218F 2190-21FF 2200-22FF 2300-23FF 2460-24FF 2500-259F 25A0-25FF 2600-26FF "
    "2700-27BF 27C0-27FF 2900-297F 2980-2AFF 2B00-2BFF 1D400-1D7FF 1F100-1F1FF 1F300-1F64F 1F680-1F6FF "
    "1F780-1F7FF 1F800-1F8FF"
)

# Small capitals, old-style digits, half-width forms and the like double the glyphs, and nothing asks for them.
DROPPED = frozenset(
    """aalt rtlm palt vpal pwid hwid fwid ruby hist salt ss01 ss02 ss03 ss04 ss06 ss07 smcp c2sc onum lnum pnum tnum
    zero sinf subs sups numr dnom frac ordn case dlig""".split()  # noqa: SIM905
)


@dataclass(frozen=True)
class Cut:
    """One shipped font: where it comes from and what is kept of it."""

    name: str
    family: str
    style: str
    package: str
    member: str
    ranges: Ranges
    hanzi: bool = False


SANS, MONO, SC = (
    "@expo-google-fonts/noto-sans",
    "@expo-google-fonts/noto-sans-mono",
    "@expo-google-fonts/noto-sans-sc",
)
CUTS = (
    Cut("llmfig-sans-regular", "llmfig Sans", "Regular", SANS, "400Regular/NotoSans_400Regular.ttf", LATIN),
    Cut("llmfig-sans-bold", "llmfig Sans", "Bold", SANS, "700Bold/NotoSans_700Bold.ttf", LATIN),
    Cut("llmfig-sans-italic", "llmfig Sans", "Italic", SANS, "400Regular_Italic/NotoSans_400Regular_Italic.ttf", LATIN),
    Cut(
        "llmfig-sans-bold-italic",
        "llmfig Sans",
        "Bold Italic",
        SANS,
        "700Bold_Italic/NotoSans_700Bold_Italic.ttf",
        LATIN,
    ),
    Cut("llmfig-mono-regular", "llmfig Mono", "Regular", MONO, "400Regular/NotoSansMono_400Regular.ttf", CODE),
    Cut("llmfig-mono-bold", "llmfig Mono", "Bold", MONO, "700Bold/NotoSansMono_700Bold.ttf", CODE),
    Cut(
        "llmfig-sc-regular",
        "llmfig Sans SC",
        "Regular",
        SC,
        "400Regular/NotoSansSC_400Regular.ttf",
        HAN_MARKS,
        hanzi=True,
    ),
    Cut("llmfig-sc-bold", "llmfig Sans SC", "Bold", SC, "700Bold/NotoSansSC_700Bold.ttf", HAN_MARKS, hanzi=True),
)
# The symbol fonts are merged into one; of a character that several have, the first is taken. The bold of the merged
# font has Noto Sans Symbols in Bold, and the outlines of the other two, which have no bold, emboldened by `BOLDEN` em.
SYMBOL_SOURCES = (
    ("@expo-google-fonts/noto-sans-math", "400Regular/NotoSansMath_400Regular.ttf"),
    ("@expo-google-fonts/noto-sans-symbols", "400Regular/NotoSansSymbols_400Regular.ttf"),
    ("@expo-google-fonts/noto-sans-symbols-2", "400Regular/NotoSansSymbols2_400Regular.ttf"),
)
BOLD_SYMBOLS = {"@expo-google-fonts/noto-sans-symbols": "700Bold/NotoSansSymbols_700Bold.ttf"}
BOLDEN = 0.035


@dataclass(frozen=True)
class Whole:
    """One font that is shipped as it is, under its own name; `family` names its licence file."""

    name: str
    family: str
    package: str
    member: str


WHOLE = (Whole("STIXTwoMath-Regular.ttf", "stix-two-math", "ziamath", "ziamath/fonts/STIXTwoMath-Regular.ttf"),)
