"""A browser shows every figure as our PNG does, and CairoSVG reads our SVG as our painter paints the Scene."""

from __future__ import annotations

import io
from pathlib import Path

import cairosvg
import numpy as np
import pytest
from PIL import Image

from llmfig.render.cairo_painter import paint_pixels
from llmfig.render.svg import to_svg
from llmfig.testing import Case, cases
from tests import browser

CASES = cases(Path(__file__).parents[1])
each_picture = pytest.mark.parametrize("case", CASES, ids=str)


@pytest.mark.browser
@each_picture
def test_a_browser_shows_the_picture(case: Case, tmp_path: Path) -> None:
    expected = paint_pixels(case.scene, 2)  # the scale that `llmfig render` writes
    height, width = expected.shape[:2]
    file = tmp_path / "figure.svg"
    file.write_bytes(case.rendered("svg"))
    assert browser.similarity(browser.rasterise(file, width, height), expected) >= 0.995


@each_picture
def test_cairosvg_draws_the_same_pixels(case: Case) -> None:
    svg = to_svg(case.scene, hidden_text=False, glyphs="paths")
    reference = Image.open(io.BytesIO(cairosvg.svg2png(bytestring=svg.encode(), scale=1))).convert("RGB")
    assert np.array_equal(np.asarray(reference), paint_pixels(case.scene, 1))
