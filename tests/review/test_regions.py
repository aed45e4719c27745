"""Where pictures differ, on pictures made by hand and on drawn figures."""

from __future__ import annotations

import io
import time
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from llmfig import Box, Row
from llmfig.geometry import Point, Rect
from llmfig.render.write import render
from llmfig.review.changes import Changes, FigureChanged, Name, Resized, Where
from llmfig.review.compare import compare
from llmfig.review.crop import LEAST, MARGIN, crop
from llmfig.review.regions import GONE, MOST, NEW, difference
from llmfig.testing import cases
from tests.core import Draw, scene

Pixels = NDArray[np.uint8]
SIZE = 300, 200
PAPER, INK = "#ffffff", "#203040"


def drawn(*boxes: tuple[int, int, int, int, str], size: tuple[int, int] = SIZE, paper: str = PAPER) -> bytes:
    """Filled rectangles: left, top, width, height, colour."""
    image = Image.new("RGB", size, paper)
    pen = ImageDraw.Draw(image)
    for x, y, w, h, fill in boxes:
        pen.rectangle((x, y, x + w - 1, y + h - 1), fill=fill)
    return png(image)


def png(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "png")
    return buffer.getvalue()


def pixels(data: bytes) -> Pixels:
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image.convert("RGB"))


def is_orange(color: Pixels) -> bool:
    return bool(color[0] > color[1] > color[2])


def is_blue(color: Pixels) -> bool:
    return bool(color[2] > color[1] > color[0])


BOX = (60, 40, 80, 30, INK)


def test_equal_pictures_are_equal() -> None:
    found = difference(drawn(BOX), drawn(BOX))
    assert found.equal
    assert (found.share, found.regions, found.picture) == (0.0, (), b"")
    buffer = io.BytesIO()
    Image.fromarray(pixels(drawn(BOX))).save(buffer, "png", compress_level=0)
    assert difference(drawn(BOX), buffer.getvalue()).equal


def test_what_came_is_blue_and_what_went_is_orange() -> None:
    there, back = difference(drawn(), drawn(BOX)), difference(drawn(BOX), drawn())
    for found, color in ((there, NEW[False]), (back, GONE[False])):
        assert not found.equal
        assert found.regions == (Rect(60, 40, 80, 30),)
        assert found.share == pytest.approx(80 * 30 / (300 * 200))
        assert np.abs(pixels(found.picture)[50, 70].astype(int) - color).max() <= 2
        assert (pixels(found.picture)[10, 10] == 255).all()


def test_what_stays_is_faint_and_grey() -> None:
    found = pixels(difference(drawn(BOX), drawn(BOX, (200, 100, 20, 20, "#ff0000"))).picture)
    r, g, b = found[50, 70].astype(int)
    assert r == g == b
    assert 150 < r < 240


def test_another_colour_is_striped_even_by_one_step() -> None:
    found = difference(drawn((60, 40, 80, 30, "#71ccf5")), drawn((60, 40, 80, 30, "#70ccf5")))
    assert found.regions == (Rect(60, 40, 80, 30),)
    row = pixels(found.picture)[50, 70:120]
    kinds = {("orange" if is_orange(p) else "blue" if is_blue(p) else "grey") for p in row}
    assert kinds == {"orange", "blue"}


def test_a_move_is_gone_here_and_new_there() -> None:
    found = difference(drawn(BOX), drawn((70, 40, 80, 30, INK)))
    assert found.regions == (Rect(60, 40, 10, 30), Rect(140, 40, 10, 30))
    shown = pixels(found.picture)
    assert is_orange(shown[50, 65])
    assert is_blue(shown[50, 145])


def test_dark_paper_has_light_colours() -> None:
    found = difference(drawn(paper="#12171e"), drawn((60, 40, 80, 30, "#f1f5f9"), paper="#12171e"))
    shown = pixels(found.picture)
    assert shown[10, 10].max() < 40
    assert shown[50, 70].astype(int).sum() > shown[10, 10].astype(int).sum() + 200
    assert is_blue(shown[50, 70])


def test_places_that_are_near_are_one_region() -> None:
    dots = [(20 + 9 * i, 20, 3, 3, INK) for i in range(8)]
    assert difference(drawn(), drawn(*dots)).regions == (Rect(20, 20, 66, 3),)
    far = [(20, 20, 5, 5, INK), (200, 150, 5, 5, INK)]
    assert difference(drawn(), drawn(*far)).regions == (Rect(20, 20, 5, 5), Rect(200, 150, 5, 5))


def test_a_ring_is_one_region() -> None:
    ring = [(20, 20, 200, 4, INK), (20, 20, 4, 150, INK), (216, 20, 4, 150, INK), (20, 166, 200, 4, INK)]
    assert difference(drawn(), drawn(*ring)).regions == (Rect(20, 20, 200, 150),)


def test_there_are_never_too_many_regions() -> None:
    dots = [(x, y, 2, 2, INK) for x in range(5, 290, 30) for y in range(5, 190, 30)]
    found = difference(drawn(), drawn(*dots)).regions
    assert 1 <= len(found) <= MOST
    for x, y, *_ in dots:
        assert any(r.holds(Point(x, y)) for r in found)


def test_another_size_is_a_difference_where_there_is_ink() -> None:
    found = difference(drawn(BOX), drawn(BOX, (320, 20, 10, 10, INK), size=(340, 220)))
    assert not found.equal
    assert found.regions == (Rect(320, 20, 10, 10),)
    assert pixels(found.picture).shape == (220, 340, 3)
    blank = difference(drawn(BOX), drawn(BOX, size=(340, 220)))
    assert not blank.equal
    assert blank.regions == ()
    assert pixels(difference(drawn(BOX, size=(340, 150)), drawn(size=(200, 220))).picture).shape == (220, 340, 3)


def test_a_drift_is_taken_away() -> None:
    before, after = drawn(BOX), drawn((80, 45, 80, 30, INK), (200, 100, 10, 10, INK), size=(340, 220))
    found = difference(before, after, drift=Point(20, 5))
    assert found.regions == (Rect(200, 100, 10, 10),)
    back = difference(after, before, drift=Point(-20, -5))
    assert back.regions == (Rect(180, 95, 10, 10),)
    only = difference(drawn(BOX), drawn((80, 40, 80, 30, INK)), drift=Point(20, 0))
    assert (only.equal, only.share, only.regions) == (False, 0.0, ())
    assert difference(drawn(), drawn(BOX), drift=Point(5000, 0)).regions == (Rect(60, 40, 80, 30),)


def test_regions_are_px_of_the_figure() -> None:
    assert difference(drawn(), drawn(BOX), scale=2).regions == (Rect(30, 20, 40, 15),)


def test_a_see_through_picture_lies_on_white() -> None:
    clear = Image.new("RGBA", SIZE, (0, 0, 0, 0))
    assert difference(png(clear), drawn()).equal is False or difference(png(clear), drawn()).share == 0
    marked = clear.copy()
    marked.paste((0, 0, 0, 255), (60, 40, 140, 70))
    assert difference(png(clear), png(marked)).regions == (Rect(60, 40, 80, 30),)


def test_the_same_pictures_give_the_same_bytes() -> None:
    assert difference(drawn(), drawn(BOX)).picture == difference(drawn(), drawn(BOX)).picture


# Figures -------------------------------------------------------------------------------------------------------------


def test_a_figure_moved_by_part_of_a_pixel_has_changed_only_where_it_has() -> None:
    def row(first: str) -> Draw:
        return lambda: Row(*[Box(text, role="model") for text in (first, "Policy model", "Reward")])

    scenes = [scene(row(first)) for first in ("Prompt", "Prompts")]
    drift = compare(*scenes).drift
    assert drift.x % 1
    pictures = [render(drawn, format="png", scale=1) for drawn in scenes]
    found = difference(*pictures, drift=drift)
    strict = difference(*pictures, drift=Point(round(drift.x), 0))
    assert 0 < found.share < strict.share / 2


def test_a_large_figure_takes_no_time() -> None:
    case = next(case for case in cases(Path(__file__).parents[2]) if case.ref.id == "rlhf_ppo_training")
    data = render(case.scene, format="png", scale=1)
    with Image.open(io.BytesIO(data)) as image:
        marked = image.convert("RGB")
    marked.paste((200, 30, 30), (300, 300, 900, 500))
    other = png(marked)
    start = time.perf_counter()
    difference(data, other)
    assert time.perf_counter() - start < 1.5  # about 0.06 s on a machine that has nothing else to do


# What is shown first -------------------------------------------------------------------------------------------------


def changed(*frames: Rect, canvas: Rect = Rect(0, 0, 1000, 800), aspect: bool = False) -> Changes:  # noqa: B008
    found = [Resized(Where("a", Name("box"), None, None, frame), 1, 1) for frame in frames]
    whole = [FigureChanged(Where("f", Name("figure"), None, canvas, canvas), "alt", "a", "b")] if aspect else []
    return Changes((*whole, *found), (), canvas, canvas, Point(0, 0))


def test_the_changed_part_is_shown_first() -> None:
    assert crop(changed(Rect(400, 300, 300, 200)), ()) == Rect(400, 300, 300, 200).grown(MARGIN)
    both = crop(changed(Rect(100, 100, 200, 200), Rect(300, 300, 100, 100), aspect=True), ())
    assert both == Rect(100, 100, 300, 300).grown(MARGIN)


def test_a_small_part_is_shown_with_its_surroundings() -> None:
    part = crop(changed(Rect(2, 2, 10, 10)), ())
    assert (part.x, part.y, part.w, part.h) == (0, 0, *LEAST)
    assert crop(changed(Rect(990, 790, 10, 10)), ()).right == 1000


def test_a_change_of_everything_shows_everything() -> None:
    assert crop(changed(Rect(20, 20, 900, 700)), ()) == Rect(0, 0, 1000, 800)
    assert crop(changed(aspect=True), ()) == Rect(0, 0, 1000, 800)


def test_where_the_scene_tells_nothing_pixels_do() -> None:
    assert crop(changed(), [Rect(400, 300, 300, 200)]) == Rect(400, 300, 300, 200).grown(MARGIN)
