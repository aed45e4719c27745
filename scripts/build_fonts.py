"""Cut the fonts in `src/llmfig/assets/fonts` from the packages named below.

Needs `npm`, `apt-get`, `dpkg-deb` and fontTools; nothing of this runs when a figure is drawn. Run it again after
changing a range or a version, look at `PROVENANCE.md`, commit what changed:

    python scripts/build_fonts.py [--sources DIR]

`--sources` is where the packages are unpacked (and kept); without it a temporary directory is used.
"""

from __future__ import annotations

import argparse
import bz2
import hashlib
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import uharfbuzz as hb
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TARGET = Path(__file__).resolve().parent.parent / "src" / "llmfig" / "assets" / "fonts"

PACKAGES = {  # npm packages, exact versions
    "@expo-google-fonts/noto-sans": "0.4.2",
    "@expo-google-fonts/noto-sans-mono": "0.4.2",
    "@expo-google-fonts/noto-sans-sc": "0.4.3",
    "@expo-google-fonts/noto-sans-math": "0.4.2",
    "@expo-google-fonts/noto-sans-symbols": "0.4.1",
    "@expo-google-fonts/noto-sans-symbols-2": "0.4.1",
}
UNIHAN = "unicode-data"  # Debian package; its Unihan files carry kTGH, the Table of General Standard Chinese Characters

Ranges = tuple[tuple[int, int], ...]


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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=Path, help="directory that the packages are unpacked in and kept")
    sources: Path | None = parser.parse_args().sources
    if sources is not None:
        sources.mkdir(parents=True, exist_ok=True)
        build(sources)
        return
    with tempfile.TemporaryDirectory() as temporary:
        build(Path(temporary))


def build(sources: Path) -> None:
    """Fetch what is missing in `sources` and write every shipped file."""
    for package, version in PACKAGES.items():
        unpack(sources, package, version)
    national, unihan_version = national_table(sources)
    hanzi = national | gb2312()
    TARGET.mkdir(parents=True, exist_ok=True)
    for cut in CUTS:
        wanted = set(codes(cut.ranges)) | (hanzi if cut.hanzi else set())
        subset(sources / folder(cut.package) / cut.member, wanted, cut)
    merge_symbols(sources)
    for package in PACKAGES:
        shutil.copyfile(sources / folder(package) / "LICENSE_FONT", TARGET / f"OFL-{package.rsplit('/', 1)[1]}.txt")
    sums = write_sums()
    write_provenance(sums, len(hanzi), len(national), unihan_version)


def folder(package: str) -> str:
    return package.rsplit("/", 1)[1]


def unpack(sources: Path, package: str, version: str) -> None:
    """Put the files of one npm package under `sources`."""
    place = sources / folder(package)
    if place.exists():
        return
    packed = subprocess.run(
        ["npm", "pack", "--silent", f"{package}@{version}"], cwd=sources, check=True, capture_output=True, text=True
    ).stdout.split()[-1]
    with tarfile.open(sources / packed) as archive:
        archive.extractall(sources / "unpacked", filter="data")
    (sources / "unpacked" / "package").rename(place)
    (sources / packed).unlink()


def national_table(sources: Path) -> tuple[set[int], str]:
    """The hanzi of the Table of General Standard Chinese Characters, and the version of the package that lists them."""
    debs = sorted(sources.glob(f"{UNIHAN}_*.deb"))
    if not debs:
        subprocess.run(["apt-get", "download", UNIHAN], cwd=sources, check=True, capture_output=True)
        debs = sorted(sources.glob(f"{UNIHAN}_*.deb"))
    subprocess.run(["dpkg-deb", "-x", debs[-1].name, "unihan"], cwd=sources, check=True)
    table = sources / "unihan" / "usr" / "share" / "unicode" / "Unihan_OtherMappings.txt.bz2"
    with bz2.open(table, "rt", encoding="utf-8") as lines:
        found = {int(line.split("\t")[0][2:], 16) for line in lines if "\tkTGH\t" in line}
    if len(found) != 8105:
        raise SystemExit(f"the national table has 8105 hanzi, {table} lists {len(found)}")
    return found, debs[-1].name.split("_")[1]


def gb2312() -> set[int]:
    """The 6,763 hanzi of GB2312, levels 1 and 2."""
    rows = [bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)]
    return {ord(c) for c in (pair.decode("gb2312", errors="ignore") for pair in rows) if c}


def codes(ranges: Ranges) -> Iterable[int]:
    for low, high in ranges:
        yield from range(low, high + 1)


def subset(source: Path, wanted: set[int], cut: Cut) -> None:
    """Cut one font: the wanted characters, kerning and contextual features kept, hinting dropped, family renamed."""
    options = Options()
    options.hinting = False
    options.glyph_names = False
    options.notdef_outline = True
    options.layout_features = [f for f in features(source) if f not in DROPPED]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.drop_tables += ["DSIG", "MATH", "STAT", "BASE", "gasp", "meta"]
    font = TTFont(source)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    rename(font, cut.family, cut.style, cut.name)
    font["head"].modified = font["head"].created  # the same input gives the same bytes
    font.recalcTimestamp = False
    font.save(TARGET / f"{cut.name}.ttf")


def features(source: Path) -> list[str]:
    font = TTFont(source, lazy=True)
    tables = [font[tag].table for tag in ("GSUB", "GPOS") if tag in font]
    return sorted({record.FeatureTag for table in tables for record in table.FeatureList.FeatureRecord})


def rename(font: TTFont, family: str, style: str, postscript: str) -> None:
    """A subset is a modified version: it may not carry a reserved name, and should not pass for the original."""
    names = font["name"]
    copyright_ = names.getDebugName(0) or ""
    licence, licence_url = names.getDebugName(13) or "", names.getDebugName(14) or ""
    names.names = []
    for key, value in {
        0: copyright_,
        1: family,
        2: style,
        3: postscript,
        4: f"{family} {style}",
        5: "Version 1.000",
        6: postscript,
        13: licence,
        14: licence_url,
    }.items():
        names.setName(value, key, 3, 1, 0x409)


def merge_symbols(sources: Path) -> None:
    """One regular and one bold font of all symbols, drawn over from the symbol fonts."""
    regular: dict[int, hb.Font] = {}
    bold: dict[int, hb.Font] = {}
    for package, member in SYMBOL_SOURCES:
        thin = open_font(sources / folder(package) / member)
        heavy = open_font(sources / folder(package) / BOLD_SYMBOLS.get(package, member))
        if package not in BOLD_SYMBOLS:
            heavy.synthetic_bold = (BOLDEN, BOLDEN, True)  # in place: the advances stay
        for code in set(codes(SYMBOLS)) & set(thin.face.unicodes):
            regular.setdefault(code, thin)
            bold.setdefault(code, heavy)
    draw_over("llmfig-symbols-regular", "Regular", regular)
    draw_over("llmfig-symbols-bold", "Bold", bold)


def open_font(path: Path) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))


def draw_over(name: str, style: str, fonts: dict[int, hb.Font]) -> None:
    """Draw each character's outline, from the font given for it, into a new font."""
    glyphs = {".notdef": TTGlyphPen(None).glyph()}
    advances, cmap = {".notdef": 600}, {}
    for code, font in sorted(fonts.items()):
        gid = font.get_nominal_glyph(code)
        pen = TTGlyphPen(None)
        font.draw_glyph_with_pen(gid, Cu2QuPen(pen, 0.5))
        glyph = f"u{code:04X}"
        glyphs[glyph], cmap[code] = pen.glyph(dropImpliedOnCurves=True), glyph
        advances[glyph] = round(font.get_glyph_h_advance(gid))
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(cmap)
    builder.setupGlyf(glyphs)
    table = builder.font["glyf"]
    builder.setupHorizontalMetrics({g: (w, getattr(table[g], "xMin", 0)) for g, w in advances.items()})
    builder.setupHorizontalHeader(ascent=1069, descent=-293)
    builder.setupNameTable({})
    names = builder.font["name"]
    names.setName("Copyright 2022 The Noto Project Authors, Google LLC", 0, 3, 1, 0x409)
    names.setName("This Font Software is licensed under the SIL Open Font License, Version 1.1.", 13, 3, 1, 0x409)
    names.setName("https://openfontlicense.org", 14, 3, 1, 0x409)
    builder.setupOS2(sTypoAscender=1069, sTypoDescender=-293, sCapHeight=714, sxHeight=536)
    builder.setupPost(keepGlyphNames=False)
    rename(builder.font, "llmfig Symbols", style, name)
    builder.font["head"].created = builder.font["head"].modified = 0
    builder.font.recalcTimestamp = False
    builder.save(TARGET / f"{name}.ttf")


def write_sums() -> dict[str, str]:
    """`SHA256SUMS`: what `llmfig.text.fonts.fingerprint` reads instead of hashing seven megabytes on every run."""
    sums = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(TARGET.glob("*.ttf"))}
    (TARGET / "SHA256SUMS").write_text(
        "".join(f"{digest}  {name}\n" for name, digest in sums.items()), encoding="utf-8"
    )
    return sums


def write_provenance(sums: dict[str, str], hanzi: int, national: int, unihan_version: str) -> None:
    """`PROVENANCE.md`: which package, which version, which characters, which bytes."""
    lines = [
        "# Where the fonts come from",
        "",
        "Written by `scripts/build_fonts.py`; do not edit. All fonts are under the SIL Open Font License 1.1: the",
        "licence text of each source package is the `OFL-*.txt` beside this file. The subsets are renamed, unhinted;",
        "the outlines are unchanged, but for those that are said to be emboldened.",
        "",
        "| file | from | characters | bytes | sha256 |",
        "| --- | --- | --- | --- | --- |",
    ]
    sources = {f"{c.name}.ttf": (f"{c.package} {PACKAGES[c.package]}, `{c.member}`", describe(c)) for c in CUTS}
    merged = ", ".join(f"{p} {PACKAGES[p]}" for p, _ in SYMBOL_SOURCES)
    note = "ranges SYMBOLS, first source that has the character"
    sources["llmfig-symbols-regular.ttf"] = (merged, note)
    sources["llmfig-symbols-bold.ttf"] = (
        merged,
        f"{note}; Noto Sans Symbols in Bold, the others emboldened by {BOLDEN} em",
    )
    for name, digest in sums.items():
        source, kept = sources[name]
        lines.append(f"| `{name}` | {source} | {kept} | {(TARGET / name).stat().st_size:,} | `{digest}` |")
    lines += [
        "",
        f"Hanzi: {hanzi:,} = GB2312 levels 1 and 2 (6,763) joined with the Table of General Standard Chinese",
        f"Characters ({national:,}, field `kTGH` of Unihan in the Debian package `{UNIHAN}` {unihan_version}).",
        "",
        "Ranges:",
        "",
    ]
    for label, ranges in (("LATIN", LATIN), ("CODE", CODE), ("HAN_MARKS", HAN_MARKS), ("SYMBOLS", SYMBOLS)):
        lines.append(f"- {label}: " + ", ".join(f"U+{a:04X}" if a == b else f"U+{a:04X}-{b:04X}" for a, b in ranges))
    (TARGET / "PROVENANCE.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def describe(cut: Cut) -> str:
    label = {LATIN: "LATIN", CODE: "CODE", HAN_MARKS: "HAN_MARKS"}[cut.ranges]
    return f"ranges {label}" + (" and the hanzi below" if cut.hanzi else "")


if __name__ == "__main__":
    main()
