"""Small PNGs for people: committed beside the snapshots, so that a pull request shows what changed."""

from __future__ import annotations

import zlib

import numpy as np
from numpy.typing import NDArray

from llmfig.render import rounding
from llmfig.render.cairo_painter import Pixels, paint_pixels
from llmfig.render.png import PALETTE, assemble
from llmfig.scene.model import Scene

COLORS = 256
EXACT = 160  # colours kept as they are; the others share what is left of the palette
BITS = 5  # per channel, when colours that are seldom used are put together
LEVEL = 9


def thumbnail(scene: Scene, width: int = 480) -> bytes:
    """The figure `width` pixels wide, as a PNG with a palette. The same scene always makes the same bytes.

    The commonest colours are exact, so that a fill changed by one step shows; only blends along edges are approximated.
    """
    scale = width / rounding.canvas(scene)[0]
    pixels = paint_pixels(scene, scale)
    if pixels.shape[2] == 4:  # A palette has no room for soft edges over nothing: put paper below.
        alpha = pixels[:, :, 3:].astype(np.uint16)
        pixels = ((pixels[:, :, :3] * alpha + 255 * (255 - alpha)) // 255).astype(np.uint8)
    palette, indices = quantise(pixels)
    rows = np.zeros((indices.shape[0], indices.shape[1] + 1), np.uint8)  # filter 0: indices do not predict each other
    rows[:, 1:] = indices
    height, across = indices.shape
    # The standard library's zlib: its output does not depend on the processor, and these files are committed.
    data = zlib.compress(rows.tobytes(), LEVEL)
    return assemble(across, height, PALETTE, data, scale=scale, palette=palette.tobytes())


def quantise(pixels: Pixels) -> tuple[Pixels, Pixels]:
    """At most 256 colours (n x 3) and, for each pixel, which of them it is."""
    packed = (pixels.astype(np.uint32) << np.array([16, 8, 0], np.uint32)).sum(axis=2, dtype=np.uint32)
    found, inverse, counts = np.unique(packed, return_inverse=True, return_counts=True)
    colors = np.stack([found >> 16, found >> 8 & 255, found & 255], axis=1).astype(np.int32)
    if len(colors) <= COLORS:
        chosen = nearest = np.arange(len(colors))
    else:
        chosen, nearest = _choose(colors, counts)
    return colors[chosen].astype(np.uint8), nearest.astype(np.uint8)[inverse.reshape(packed.shape)]


def _choose(colors: NDArray[np.int32], counts: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Which colours make the palette, and for each colour the place in the palette of what stands for it.

    First come the commonest colours, then, of the neighbourhoods (cubes of colours) that these leave out, the commonest
    of the commonest. A neighbourhood goes to the palette as a whole: comparing every colour takes ten times as long.
    """
    order = np.argsort(-counts, kind="stable")
    exact, rest = order[:EXACT], order[EXACT:]
    hood = (colors[rest] >> (8 - BITS)) @ np.array([1 << 2 * BITS, 1 << BITS, 1])
    _, first, member = np.unique(hood, return_index=True, return_inverse=True)
    leaders = rest[first]  # `rest` is sorted: the first of a neighbourhood is its commonest
    weight = np.bincount(member, weights=counts[rest])
    chosen = np.concatenate([exact, leaders[np.argsort(-weight, kind="stable")]])[:COLORS]
    distance = ((colors[leaders][:, None, :] - colors[chosen][None, :, :]) ** 2).sum(axis=2)
    nearest = np.empty(len(colors), np.intp)
    nearest[rest] = distance.argmin(axis=1)[member]
    nearest[chosen] = np.arange(len(chosen))
    return chosen, nearest
