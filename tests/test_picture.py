"""How two pictures differ, on pictures made by hand. Real figures are in `test_planted_defects`."""

from __future__ import annotations

import io

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from llmfig.picture import NOISE, Kind, compare

Pixels = NDArray[np.uint8]
WIDTH, HEIGHT, OVER = 200, 120, 4


def drawn(
    *, fill: str = "#eef4ff", x: float = 60, ink: str = "#203040", word: str = "Reward", far: float = 0
) -> Pixels:
    """A box with a word and two more shapes, drawn large and scaled down, so that edges are soft."""
    image = Image.new("RGB", (WIDTH * OVER, HEIGHT * OVER), "white")
    pen = ImageDraw.Draw(image)
    pen.rectangle((x * OVER, 30 * OVER, (x + 70) * OVER, 60 * OVER), fill=fill, outline=ink, width=OVER)
    pen.text(((x + 6) * OVER, 34 * OVER), word, fill=ink, font_size=16 * OVER)
    pen.ellipse(((150 + far) * OVER, 80 * OVER, (180 + far) * OVER, 110 * OVER), fill="#71ccf5", outline=ink)
    pen.line((10 * OVER, 90 * OVER, 100 * OVER, 90 * OVER), fill=ink, width=2 * OVER)
    return np.asarray(image.resize((WIDTH, HEIGHT), Image.Resampling.BOX))


def png(pixels: Pixels) -> bytes:
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, "png")
    return buffer.getvalue()


BEFORE = png(drawn())


@pytest.mark.parametrize(
    ("after", "kind"),
    [
        (drawn(fill="#e6eefc"), "colour"),
        (drawn(fill="#eef4fe"), "colour"),
        (drawn(ink="#802020"), "colour"),
        (drawn(word=""), "local"),
        (drawn(word="Regret"), "local"),
        (drawn(x=60.25), "moved"),
        (drawn(x=60.5), "moved"),
        (drawn(x=61), "moved"),
        (drawn(x=67), "moved"),
        (drawn(far=1.5), "moved"),
        (drawn(x=61, fill="#e6eefc"), "moved"),
        (drawn()[:-1], "moved"),
        (drawn(), "same"),
    ],
)
def test_a_change_is_called_what_it_is(after: Pixels, kind: Kind) -> None:
    difference = compare(BEFORE, png(after))
    assert difference.kind == kind, difference
    assert difference.exact == (kind == "same")


def test_where_it_is_said_where() -> None:
    (region,) = compare(BEFORE, png(drawn(far=1.5))).regions
    left, top, right, bottom = region.box
    assert 140 <= left < 150
    assert 180 < right <= 190
    assert 72 <= top < 80
    assert 110 <= bottom <= 118


def test_another_way_to_soften_edges_is_no_difference() -> None:
    pixels = drawn().astype(int)
    soft = (np.abs(np.diff(pixels, axis=1, append=pixels[:, -1:])) > 0).any(axis=2)
    noise = np.random.default_rng(0).integers(-int(NOISE) // 2, int(NOISE) // 2, soft.shape)
    pixels[soft] += noise[soft][:, None]
    difference = compare(BEFORE, png(pixels.clip(0, 255).astype(np.uint8)))
    assert difference.kind == "same"
    assert not difference.exact


def test_other_bytes_of_the_same_pixels_are_the_same() -> None:
    buffer = io.BytesIO()
    Image.fromarray(drawn()).save(buffer, "png", compress_level=0)
    assert buffer.getvalue() != BEFORE
    assert compare(BEFORE, buffer.getvalue()).exact
