"""Cut fonts: subsets of one font, and one symbol font drawn over from several."""

from __future__ import annotations

from pathlib import Path

import uharfbuzz as hb
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from .cuts import BOLD_SYMBOLS, BOLDEN, DROPPED, SYMBOL_SOURCES, SYMBOLS, Cut, codes
from .sources import folder


def subset(source: Path, wanted: set[int], cut: Cut, target: Path) -> None:
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
    font.save(target / f"{cut.name}.ttf")


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


def merge_symbols(store: Path, target: Path) -> None:
    """One regular and one bold font of all symbols, drawn over from the symbol fonts."""
    regular: dict[int, hb.Font] = {}
    bold: dict[int, hb.Font] = {}
    for package, member in SYMBOL_SOURCES:
        thin = open_font(folder(store, package) / member)
        heavy = open_font(folder(store, package) / BOLD_SYMBOLS.get(package, member))
        if package not in BOLD_SYMBOLS:
            heavy.synthetic_bold = (BOLDEN, BOLDEN, True)  # in place: the advances stay
        for code in set(codes(SYMBOLS)) & set(thin.face.unicodes):
            regular.setdefault(code, thin)
            bold.setdefault(code, heavy)
    draw_over(target, "llmfig-symbols-regular", "Regular", regular)
    draw_over(target, "llmfig-symbols-bold", "Bold", bold)


def open_font(path: Path) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))


def draw_over(target: Path, name: str, style: str, fonts: dict[int, hb.Font]) -> None:
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
    builder.save(target / f"{name}.ttf")
