"""The cairo painter's pixels are CairoSVG's pixels of our SVG."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from llmfig.errors import FigureError
from llmfig.geometry import Rect
from llmfig.render.cairo_painter import paint_pixels
from llmfig.render.svg import Glyphs
from llmfig.scene.model import Box, Paint, Scene
from tests.render import scenes
from tests.render.reference import reference


@pytest.mark.parametrize("scale", [1, 2, 1.37])
@pytest.mark.parametrize("glyphs", ["use", "paths"])
def test_equals_cairosvg_for_every_kind_of_item(scale: float, glyphs: Glyphs) -> None:
    found = paint_pixels(scenes.full(), scale)
    expected = reference(scenes.full(), scale, glyphs=glyphs)
    np.testing.assert_array_equal(found, expected)
    assert len(np.unique(found.reshape(-1, 3), axis=0)) > 100


@pytest.mark.parametrize("seed", range(12))
def test_equals_cairosvg_for_many_items(seed: int) -> None:
    scene = scenes.crowd(seed)
    np.testing.assert_array_equal(paint_pixels(scene, 2), reference(scene, 2))


def test_hidden_text_paints_nothing() -> None:
    scene = scenes.full()
    np.testing.assert_array_equal(reference(scene, 2), reference(scene, 2, hidden_text=False))


def test_without_background_alpha_is_not_premultiplied() -> None:
    scene = replace(scenes.full(), background="none")
    found = paint_pixels(scene, 2)
    assert found.shape == (640, 960, 4)
    assert 0 < found[:, :, 3].min() + 1 < 255
    np.testing.assert_array_equal(found, reference(scene, 2, mode="RGBA"))


def test_a_fractional_canvas_is_whole_pixels_and_opaque() -> None:
    scene = replace(scenes.full(), width=300.3, height=200.7)
    assert paint_pixels(scene, 2).shape == (402, 602, 3)
    np.testing.assert_array_equal(paint_pixels(scene, 1.37), reference(scene, 1.37))


def small(paint: Paint, rect: Rect = Rect(0, 0, 10, 10)) -> Scene:  # noqa: B008 (frozen)
    return scenes.scene(Box(rect, paint))


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf"), 1e9])
def test_a_number_that_is_not_finite_names_the_element(value: float) -> None:
    with pytest.raises(FigureError, match=r"probe.py:7: root \(figure\): a coordinate is"):
        paint_pixels(small(Paint("#000000"), Rect(value, 0, 1, 1)))


def test_a_colour_that_renderers_disagree_on_is_refused() -> None:
    with pytest.raises(FigureError, match="'#00000080' is not a colour"):
        paint_pixels(small(Paint("#00000080")))


@pytest.mark.parametrize("scale", [0, -1, float("nan"), 1000])
def test_an_impossible_scale_is_refused(scale: float) -> None:
    with pytest.raises(FigureError, match="another scale"):
        paint_pixels(small(Paint("#000000")), scale)
