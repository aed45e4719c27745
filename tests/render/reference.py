"""CairoSVG, the reference that the cairo painter must equal."""

from __future__ import annotations

import io

import cairosvg
import numpy as np
from PIL import Image

from llmfig.render.cairo_painter import Pixels
from llmfig.render.svg import Glyphs, to_svg
from llmfig.scene.model import Scene


def reference(
    scene: Scene, scale: float, *, mode: str = "RGB", glyphs: Glyphs = "use", hidden_text: bool = True
) -> Pixels:
    """What CairoSVG makes of our SVG."""
    svg = to_svg(scene, glyphs=glyphs, hidden_text=hidden_text)
    below = scene.background if mode == "RGB" else None
    return decode(cairosvg.svg2png(svg.encode(), scale=scale, background_color=below), mode)


def decode(png: bytes, mode: str) -> Pixels:
    """Pixels of a PNG file, by another decoder than ours."""
    return np.asarray(Image.open(io.BytesIO(png)).convert(mode))
