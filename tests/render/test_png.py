"""PNG files, thumbnails and PDFs."""

from __future__ import annotations

import io
import re
import zlib
from dataclasses import replace

import cairocffi
import cairosvg
import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from llmfig.geometry import Rect
from llmfig.render.cairo_painter import paint_pixels
from llmfig.render.pdf import to_pdf
from llmfig.render.png import encode, to_png
from llmfig.render.svg import to_svg
from llmfig.render.thumbnail import quantise, thumbnail
from llmfig.scene.model import Box, Paint
from tests.render import scenes
from tests.render.reference import decode


@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("size", [(1, 1), (1, 7), (5, 1), (64, 33)])
def test_decodes_to_the_same_pixels(size: tuple[int, int], channels: int) -> None:
    pixels = np.random.default_rng(1).integers(0, 256, (*size, channels), np.uint8)
    np.testing.assert_array_equal(decode(encode(pixels), "RGB" if channels == 3 else "RGBA"), pixels)


def test_a_view_with_gaps_is_encoded_as_it_looks() -> None:
    pixels = np.random.default_rng(2).integers(0, 256, (20, 20, 4), np.uint8)[3:9, ::2, :3]
    np.testing.assert_array_equal(decode(encode(pixels), "RGB"), pixels)


@pytest.mark.parametrize(("background", "mode"), [("#ffffff", "RGB"), ("none", "RGBA")])
def test_the_file_holds_what_was_painted(background: str, mode: str) -> None:
    scene = replace(scenes.full(), background=background)
    file = to_png(scene)
    assert Image.open(io.BytesIO(file)).mode == mode
    np.testing.assert_array_equal(decode(file, mode), paint_pixels(scene, 2))
    assert to_png(scene) == file


def test_the_file_says_what_it_is() -> None:
    scene = scenes.scene(title="奖励模型", alt="一个盒子。", lang="zh")
    image = Image.open(io.BytesIO(to_png(scene, scale=3)))
    assert isinstance(image, PngImagePlugin.PngImageFile)
    assert image.text["Title"] == scene.title
    assert image.text["Description"] == scene.alt
    assert image.text["Author"] == scene.credit
    assert image.text["Copyright"] == scene.rights
    assert image.text["Language"] == "zh-CN"
    assert image.text["Software"] == "llmfig"
    assert image.info["dpi"] == pytest.approx((288, 288), abs=0.02)
    title = image.text["Title"]
    assert isinstance(title, PngImagePlugin.iTXt)
    assert title.lang == "zh-CN"


def test_a_thumbnail_is_small_and_keeps_flat_colours_apart() -> None:
    near = [Box(Rect(x, 250, 60, 60), Paint(c)) for x, c in ((10, "#eef4ff"), (90, "#e6eefc"))]
    scene = scenes.full()
    scene = replace(scene, root=replace(scene.root, children=(*scene.root.children, *near)))
    file = thumbnail(scene)
    image = Image.open(io.BytesIO(file))
    assert (image.mode, image.size) == ("P", (480, 320))
    assert len(file) < 40_000
    pixels = decode(file, "RGB")
    assert tuple(pixels[305, 15]) == (0xEE, 0xF4, 0xFF)
    assert tuple(pixels[305, 95]) == (0xE6, 0xEE, 0xFC)
    apart = np.abs(pixels.astype(int) - paint_pixels(scene, 1))
    assert apart.mean() < 0.5
    assert Image.open(io.BytesIO(thumbnail(scene, 240))).size == (240, 160)


def test_a_thumbnail_of_a_transparent_figure_lies_on_white() -> None:
    pixels = decode(thumbnail(replace(scenes.scene(), background="none")), "RGB")
    assert (pixels == 255).all()


def test_quantising_keeps_few_colours_and_limits_many() -> None:
    few = np.random.default_rng(3).integers(0, 6, (40, 40, 3), np.uint8)
    palette, indices = quantise(few)
    np.testing.assert_array_equal(palette[indices], few)
    many = np.random.default_rng(4).integers(0, 256, (80, 80, 3), np.uint8)
    palette, indices = quantise(many)
    assert len(palette) == 256
    assert np.abs(palette[indices].astype(int) - many).mean() < 24


def content(pdf: bytes) -> list[str]:
    """The drawing operators of a PDF, decompressed."""
    packed = re.findall(rb"/FlateDecode.*?stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL)
    return [text.decode("latin-1") for text in map(zlib.decompress, packed) if b" re" in text or b" l\n" in text]


def test_a_pdf_draws_what_cairosvg_draws() -> None:
    """Rasterised PDFs would need another program; the operators are as good: cairo wrote both, number by number."""
    scene = scenes.full()
    ours = numbers_drawn(to_pdf(scene))
    theirs = numbers_drawn(cairosvg.svg2pdf(to_svg(scene, hidden_text=False).encode()))
    assert ours == theirs
    assert len(ours) > 200


def numbers_drawn(pdf: bytes) -> list[str]:
    """Path, paint and colour operators in order, without the clip and matrix bookkeeping round them."""
    wanted = re.compile(r"^(?:.* )?(?:m|l|c|h|re|f|f\*|S|B|rg|RG|w|d|J|j|gs|sh)$")
    return [line.strip() for stream in content(pdf) for line in stream.splitlines() if wanted.match(line.strip())]


def test_a_pdf_says_what_it_is_and_never_the_time() -> None:
    scene = scenes.scene(title="Reward model", alt="One box.")
    file = to_pdf(scene)
    for said in (b"/Title (Reward model)", b"/Subject (One box.)", b"/Author (After", b"/Keywords (c, probe, en)"):
        assert said in file
    assert set(re.findall(rb"Date \((.*?)\)", file)) == {b"20000101000000Z"}
    assert re.search(rb"/MediaBox \[ 0 0 360 240 \]", file)
    assert to_pdf(scene) == file
    assert cairocffi.cairo_version() >= 11600
