"""A headless Chromium for the tests: what a reader's browser makes of an SVG file."""

from __future__ import annotations

import atexit
import base64
import functools
import io
import itertools
import shutil
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, sync_playwright
from skimage.metrics import structural_similarity

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--force-color-profile=srgb",
    "--hide-scrollbars",
]

TILE = 256  # px
WINDOW = 7  # over which SSIM compares, px
BORDER = WINDOW // 2

Pixels = NDArray[np.uint8]


@functools.cache
def executable() -> str | None:
    """The browser on this machine, if there is one."""
    return next(filter(None, map(shutil.which, NAMES)), None)


@functools.cache
def browser() -> Browser:
    """One browser for the whole test run; skips the test when there is none."""
    path = executable()
    if path is None:
        pytest.skip("no Chromium on this machine")
    driver = sync_playwright().start()
    atexit.register(driver.stop)
    found = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
    atexit.register(found.close)
    return found


def page(html: str, width: int, height: int) -> Page:
    """A page that shows `html` in a window of this size; the caller closes it."""
    shown = browser().new_page(viewport={"width": width, "height": height})
    shown.set_content(f"<!doctype html><body style='margin:0;background:#fff'>{html}", wait_until="load")
    return shown


def rasterise(svg_path: str | Path, width: int, height: int) -> Pixels:
    """An SVG file as a browser shows it in `<img>`: height x width x 3, RGB, over white.

    Args:
        svg_path: the file.
        width: of the picture, in pixels.
        height: of the picture, in pixels.
    """
    data = base64.b64encode(Path(svg_path).read_bytes()).decode()
    size = f"width={width} height={height} style='display:block'"
    shown = page(f"<img {size} src='data:image/svg+xml;base64,{data}'>", width, height)
    try:
        shown.evaluate("document.images[0].decode()")
        return screenshot(shown)
    finally:
        shown.close()


def screenshot(target: Page | Locator) -> Pixels:
    """What a page or an element of it looks like: RGB."""
    return np.asarray(Image.open(io.BytesIO(target.screenshot())).convert("RGB"))


def similarity(one: Pixels, other: Pixels) -> float:
    """How alike two RGB pictures are (SSIM, mean over all pixels); 1 is the same.

    In tiles, of which those without any difference need no work: most of a figure is ground.
    """
    differs = (one != other).any(axis=2)
    height, width = differs.shape
    total = 0.0
    for y, x in itertools.product(range(0, height, TILE), range(0, width, TILE)):
        top, left = max(0, y - BORDER), max(0, x - BORDER)
        window = np.s_[top : y + TILE + BORDER, left : x + TILE + BORDER]
        inner = np.s_[y - top : y - top + TILE, x - left : x - left + TILE]
        if differs[window].any():
            total += float(_likeness(one[window], other[window])[inner].sum())
        else:
            total += min(TILE, height - y) * min(TILE, width - x)
    return float(total / (height * width))


def _likeness(one: Pixels, other: Pixels) -> NDArray[np.float32]:
    """SSIM at each pixel."""
    a, b = one.astype(np.float32), other.astype(np.float32)
    size = min(WINDOW, *(side - 1 + side % 2 for side in one.shape[:2]))  # odd, and no larger than a narrow tile
    _, found = structural_similarity(a, b, channel_axis=2, data_range=255, full=True, win_size=size)  # type: ignore[no-untyped-call]
    likeness: NDArray[np.float32] = found.mean(axis=2)
    return likeness
