"""The shipped fonts: complete, documented, small, and drawn the right way up."""

import hashlib
import unicodedata

import pytest

from llmfig.errors import FontError
from llmfig.geometry import Path
from llmfig.text import fonts


def outline(key: str, char: str) -> Path:
    gid = fonts.glyph_id(key, char)
    assert gid is not None
    return fonts.glyph_path(key, gid)


def test_every_file_is_in_the_sums_and_matches() -> None:
    lines = (fonts.folder() / fonts.SUMS).read_text().splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}
    files = sorted(fonts.folder().glob("*.ttf"))
    assert {f.name for f in files} == set(sums) == set(fonts.FILES.values())
    for f in files:
        assert hashlib.sha256(f.read_bytes()).hexdigest() == sums[f.name]
        assert f.stat().st_size < 3_000_000


def test_licence_and_provenance_are_beside_the_fonts() -> None:
    provenance = (fonts.folder() / "PROVENANCE.md").read_text()
    for name in fonts.FILES.values():
        assert name in provenance
    for licence in fonts.folder().glob("OFL-*.txt"):
        assert "SIL OPEN FONT LICENSE" in licence.read_text().upper()
    assert len(list(fonts.folder().glob("OFL-*.txt"))) == 7


@pytest.mark.parametrize("key", ["sc", "sc-bold"])
def test_all_of_gb2312_is_there(key: str) -> None:
    rows = (bytes((row, cell)).decode("gb2312", "ignore") for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    assert [char for char in rows if char and not fonts.has(key, char)] == []


@pytest.mark.parametrize("suffix", ["", "-bold"])
def test_signs_of_teaching_figures_are_there(suffix: str) -> None:
    for char in "→←↑↓↔⇒⇐✓✗✔✘①②⑳❶❾★☆■□●○▲△▼▽◆◇≤≥≠≈∈∀∃∑∏∫√∞∇∂⊕⊗⊙×÷±⌊⌋𝑖𝔼𝛾♥":
        assert fonts.has(f"symbols{suffix}", char) or fonts.has(f"sans{suffix}", char), unicodedata.name(char)
    for char in "αβγδεθλμπσΔΣΩ’“”‘…—–•·′″éü²³":
        assert fonts.has(f"sans{suffix}", char), unicodedata.name(char)
    for char in "，。、；：！？（）《》「」『』【】“”‘’…—～％＋－＝":
        assert fonts.has(f"sc{suffix}", char), unicodedata.name(char)


def test_outlines_are_in_em_and_upside_down() -> None:
    box = outline("sans", "H").bounds()
    assert box.y == pytest.approx(-fonts.metrics("sans").cap_height)
    assert box.bottom == pytest.approx(0)
    p = outline("sans", "p").bounds()
    assert 0.2 < p.bottom < fonts.metrics("sans").descent
    hanzi = outline("sc", "国").bounds()
    assert hanzi.w == pytest.approx(0.83, abs=0.03)


def test_a_space_has_an_empty_outline() -> None:
    assert outline("sans", " ").segments == ()


def test_weights_differ_in_ink() -> None:
    for key, char in (("sans", "a"), ("mono", "a"), ("sc", "中"), ("symbols", "→")):
        assert outline(key, char) != outline(f"{key}-bold", char)


def test_families_of_cut_fonts_are_renamed() -> None:
    for key, name in fonts.FILES.items():
        if key == "math":  # whole: it keeps its name
            continue
        data = fonts.font_bytes(key)
        assert "llmfig".encode("utf-16-be") in data, name
        assert "Noto Sans".encode("utf-16-be") not in data.replace("The Noto Project".encode("utf-16-be"), b""), name


def test_unknown_keys_say_which_there_are() -> None:
    with pytest.raises(FontError, match="sans-bold"):
        fonts.face("sans-bald")
    with pytest.raises(FontError, match="nosuch"):
        fonts.glyph_path("nosuch", 1)
