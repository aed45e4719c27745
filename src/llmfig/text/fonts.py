"""The fonts in the package and the outlines of their glyphs.

A font key names what actually holds a character: `sans`, `sans-bold`, `sans-italic`, `sans-bold-italic`, `mono`,
`mono-bold`, `sc`, `sc-bold` (hanzi and full-width marks), `symbols`, `symbols-bold`, and `math`, which only formulas
are set in. Fonts open on first use: a figure without hanzi never touches the hanzi font.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path as FilePath
from typing import Any

import uharfbuzz as hb

from llmfig.errors import FontError, choices
from llmfig.geometry import Path, Segment

FILES: dict[str, str] = {
    "sans": "llmfig-sans-regular.ttf",
    "sans-bold": "llmfig-sans-bold.ttf",
    "sans-italic": "llmfig-sans-italic.ttf",
    "sans-bold-italic": "llmfig-sans-bold-italic.ttf",
    "mono": "llmfig-mono-regular.ttf",
    "mono-bold": "llmfig-mono-bold.ttf",
    "sc": "llmfig-sc-regular.ttf",
    "sc-bold": "llmfig-sc-bold.ttf",
    "symbols": "llmfig-symbols-regular.ttf",
    "symbols-bold": "llmfig-symbols-bold.ttf",
    "math": "STIXTwoMath-Regular.ttf",
}
SUMS = "SHA256SUMS"
REMEDY = "install llmfig again; in a checkout, run: python -m scripts.build_fonts"


@dataclass(frozen=True, slots=True)
class Metrics:
    """Vertical measures of a font in em, all positive: `descent` counts downwards from the baseline."""

    ascent: float
    descent: float
    cap_height: float
    x_height: float


@cache
def folder() -> FilePath:
    """Where the font files are."""
    return FilePath(__file__).resolve().parent.parent / "assets" / "fonts"


def file(key: str) -> FilePath:
    """The file of a font key.

    Raises:
        FontError: for a key that names no font of the package, and for a file that is not there.
    """
    if key not in FILES:
        raise FontError(f"no font is called {key!r}", fix=choices(key, FILES, "fonts"))
    path = folder() / FILES[key]
    if not path.is_file():
        raise FontError(f"the font file {path} is missing", fix=REMEDY)
    return path


@cache
def font(key: str) -> hb.Font:
    """The HarfBuzz font of a key, in font units, opened once a process.

    Raises:
        FontError: as `file`, and for a file that is no font.
    """
    path = file(key)
    opened = hb.Font(hb.Face(hb.Blob.from_file_path(str(path))))
    if opened.face.glyph_count == 0:
        raise FontError(f"{path} is not a font", fix=REMEDY)
    return opened


def face(key: str) -> hb.Face:
    """The HarfBuzz face of a key. Raises as `font`."""
    return font(key).face


def font_bytes(key: str) -> bytes:
    """The whole font file of a key, for embedding a subset of it. Raises as `file`."""
    return file(key).read_bytes()


@lru_cache(maxsize=65536)
def glyph_id(key: str, char: str) -> int | None:
    """The glyph a font has for one character, or None. Raises as `font`."""
    return font(key).get_nominal_glyph(ord(char)) or None


def has(key: str, char: str) -> bool:
    """Whether a font has a glyph for one character. Raises as `font`."""
    return glyph_id(key, char) is not None


@cache
def metrics(key: str) -> Metrics:
    """A font's own vertical measures, in em. (What lines of text are measured by is in `shaping`.) Raises as `font`."""
    opened = font(key)
    em = float(opened.face.upem)
    extents = opened.get_font_extents("ltr")

    def metric(tag: Any) -> float:
        return float(opened.get_metric_position_with_fallback(tag)) / em

    return Metrics(
        ascent=extents.ascender / em,
        descent=-extents.descender / em,
        cap_height=metric(hb.OTMetricsTag.CAP_HEIGHT),
        x_height=metric(hb.OTMetricsTag.X_HEIGHT),
    )


@lru_cache(maxsize=16384)
def glyph_path(key: str, gid: int) -> Path:
    """A glyph's outline in em (1.0 = the font size), y downwards, its origin on the baseline at (0, 0).

    Raises:
        FontError: for a key that names no font of the package.
    """
    opened = font(key)
    pen = _Pen(1 / opened.face.upem)
    opened.draw_glyph(gid, _draw_funcs(), pen)
    return Path(tuple(pen.out))


class _Pen:
    """Collects what HarfBuzz draws, scaled to em and turned to y downwards."""

    __slots__ = ("out", "scale")

    def __init__(self, scale: float) -> None:
        self.scale = scale
        self.out: list[Segment] = []


@cache
def _draw_funcs() -> hb.DrawFuncs:
    def move(x: float, y: float, pen: _Pen) -> None:
        pen.out.append(("M", x * pen.scale, -y * pen.scale))

    def line(x: float, y: float, pen: _Pen) -> None:
        pen.out.append(("L", x * pen.scale, -y * pen.scale))

    def curve(x1: float, y1: float, x2: float, y2: float, x: float, y: float, pen: _Pen) -> None:
        k = pen.scale
        pen.out.append(("C", x1 * k, -y1 * k, x2 * k, -y2 * k, x * k, -y * k))

    def close(pen: _Pen) -> None:
        pen.out.append(("Z",))

    # No function for quadratic curves is set: HarfBuzz then raises them to cubic ones, the only kind a Path has.
    funcs = hb.DrawFuncs()
    funcs.set_move_to_func(move)
    funcs.set_line_to_func(line)
    funcs.set_cubic_to_func(curve)
    funcs.set_close_path_func(close)
    return funcs
