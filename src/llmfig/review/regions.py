"""Where two pictures of a figure differ, and a picture that shows it.

Both are drawn by the same library, so any pixel that differs counts. Only where a figure as a whole was moved by a part
of a pixel, all edges differ a little and are let through.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from llmfig.geometry import Point, Rect
from llmfig.render.png import PALETTE, assemble

TILE = 8  # px; changed pixels in the same or in adjoining tiles are one region
MOST = 12  # regions; when there are more, tiles get larger
EXACT = 0.01  # px; a move by so much of a pixel is none
SLACK = 12  # of 255, by which soft edges may differ after a move by a part of a pixel
FADE = 0.3  # of its contrast that the picture keeps behind the difference
CLEAR = 8  # of 255; from here on something is darker or lighter than the paper, or than it was
FAINT, STRONG = 0.25, 128  # strength of the smallest difference, and the difference from which on it is full
RECOLOURED = 0.55  # strength where only a colour changed, so that words on it can be read
STRIPE = 6  # px
LEVELS = 64  # of each ramp of the palette
LEVEL = 3
# Apart for all readers: orange is gone, blue is new (after Okabe and Ito; lighter on dark paper).
GONE, NEW = {False: (213, 94, 0), True: (240, 160, 48)}, {False: (0, 114, 178), True: (98, 190, 245)}

Grey = NDArray[np.uint8]
Packed = NDArray[np.uint32]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Difference:
    """How two pictures differ.

    Attributes:
        equal: whether all pixels are the same.
        share: of the pixels that changed, 0 to 1.
        regions: the places that changed, from the top; px of the figure, on the canvas of the picture after.
        picture: a PNG file as large as both pictures together: the picture after, faded and grey, with what vanished in
            orange, what appeared in blue, and what only changed its colour in stripes of both. Empty when nothing did.
    """

    equal: bool
    share: float
    regions: tuple[Rect, ...]
    picture: bytes


def difference(before: bytes, after: bytes, *, scale: float = 1.0, drift: Point = Point(0, 0)) -> Difference:  # noqa: B008
    """Compares two PNG files.

    Args:
        before, after: the files; they may have different sizes.
        scale: pixels per px of the figure.
        drift: by how much most of the figure is elsewhere (`Changes.drift`), px of the figure: the picture before is
            moved by that, so that a page with a wider margin does not count as a change of everything.
    """
    if before == after:
        return Difference(True, 0.0, (), b"")
    then, now = _Picture.read(before), _Picture.read(after)
    moved = Point(drift.x * scale, drift.y * scale)
    by = round(moved.y), round(moved.x)
    shape = max(then.shape[0], now.shape[0]), max(then.shape[1], now.shape[1])
    same_size = then.shape == now.shape
    then, now = then.laid(shape, by, now.paper), now.laid(shape, (0, 0), now.paper)
    changed: Mask = then.packed != now.packed
    if abs(moved.y - by[0]) > EXACT or abs(moved.x - by[1]) > EXACT:
        changed &= _clearly(then, now)
    if not changed.any():
        return Difference(same_size and by == (0, 0), 0.0, (), b"")
    boxes = _regions(changed)
    regions = tuple(Rect(x / scale, y / scale, w / scale, h / scale) for x, y, w, h in boxes)
    return Difference(False, float(changed.mean()), regions, _shown(then, now, changed, scale))


@dataclass(frozen=True, slots=True)
class _Picture:
    """Pixels as one number each, for comparing, and as grey, for showing; and the colour of the paper."""

    packed: Packed
    grey: Grey
    paper: tuple[int, int]

    @property
    def shape(self) -> tuple[int, int]:
        return self.packed.shape[0], self.packed.shape[1]

    @staticmethod
    def read(data: bytes) -> _Picture:
        with Image.open(io.BytesIO(data)) as file:
            image, clear = file.convert("RGBA"), file.has_transparency_data
        if clear:
            image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
        packed = np.asarray(image).view(np.uint32)[:, :, 0]
        grey = np.asarray(image.convert("L"))
        return _Picture(packed, grey, (int(packed[0, 0]), int(grey[0, 0])))

    def laid(self, shape: tuple[int, int], by: tuple[int, int], paper: tuple[int, int]) -> _Picture:
        """Laid on paper of another size, at another place (down, to the right)."""
        if self.shape == shape and by == (0, 0):
            return self
        packed, grey = np.full(shape, paper[0], np.uint32), np.full(shape, paper[1], np.uint8)
        (there_y, here_y), (there_x, here_x) = (
            _overlap(n, m, o) for n, m, o in zip(self.shape, shape, by, strict=True)
        )
        packed[there_y, there_x] = self.packed[here_y, here_x]
        grey[there_y, there_x] = self.grey[here_y, here_x]
        return _Picture(packed, grey, paper)


def _overlap(length: int, room: int, offset: int) -> tuple[slice, slice]:
    """What of a row that is laid into a room at an offset can be seen: of the room, and of the row."""
    start, end = max(0, offset), max(0, min(room, offset + length))
    start = min(start, end)
    return slice(start, end), slice(start - offset, end - offset)


# What changed --------------------------------------------------------------------------------------------------------


def _clearly(a: _Picture, b: _Picture) -> Mask:
    """Where pictures differ by more than edges do that were moved by a part of a pixel: beyond all neighbours."""
    soft = _soft(a.grey), _soft(b.grey)
    found: Mask = np.zeros(a.shape, bool)
    for this, other in (soft, soft[::-1]):
        low, high = _around(other, np.minimum), _around(other, np.maximum)
        found |= (this < low - SLACK) | (this > high + SLACK)
    found |= _flat(a.packed) & _flat(b.packed)
    return found


def _soft(grey: Grey) -> NDArray[np.int16]:
    padded = np.pad(grey, 1, mode="edge").astype(np.int16)
    rows = padded[:-2] + 2 * padded[1:-1] + padded[2:]
    soft: NDArray[np.int16] = (rows[:, :-2] + 2 * rows[:, 1:-1] + rows[:, 2:]) >> 4
    return soft


def _around(values: NDArray[np.int16], pick: np.ufunc) -> NDArray[np.int16]:
    """The least or largest value of each pixel and its neighbours."""
    padded = np.pad(values, 1, mode="edge")
    rows = pick(pick(padded[:-2], padded[1:-1]), padded[2:])
    found: NDArray[np.int16] = pick(pick(rows[:, :-2], rows[:, 1:-1]), rows[:, 2:])
    return found


def _flat(packed: Packed) -> Mask:
    """Pixels whose neighbours have their colour."""
    flat: Mask = np.ones(packed.shape, bool)
    down, across = packed[1:] == packed[:-1], packed[:, 1:] == packed[:, :-1]
    flat[1:] &= down
    flat[:-1] &= down
    flat[:, 1:] &= across
    flat[:, :-1] &= across
    return flat


# Regions -------------------------------------------------------------------------------------------------------------

_Box = tuple[int, int, int, int]


def _regions(changed: Mask) -> list[_Box]:
    """The changed pixels as at most `MOST` boxes (left, top, width, height)."""
    tile = TILE
    while True:
        boxes = [_exact(changed, box, tile) for box in _joined(_tiles(changed, tile))]
        if len(boxes) <= MOST:
            return sorted(boxes, key=lambda box: (box[1], box[0]))
        tile *= 2


def _tiles(changed: Mask, tile: int) -> Mask:
    height, width = changed.shape
    padded = np.pad(changed, ((0, -height % tile), (0, -width % tile)))
    return np.asarray(padded.reshape(padded.shape[0] // tile, tile, -1, tile).any(axis=(1, 3)))


def _joined(tiles: Mask) -> list[_Box]:
    """Boxes, in tiles, of those that adjoin each other, also by a corner: run by run, since runs are few."""
    runs: list[_Box] = []
    owner: list[int] = []  # of each run, another one of the same region, or itself

    def root(i: int) -> int:
        while owner[i] != i:
            owner[i] = i = owner[owner[i]]
        return i

    above = range(0)
    for y, row in enumerate(tiles):
        edges = np.flatnonzero(np.diff(row, prepend=False, append=False)).tolist()
        first = len(runs)
        for left, right in zip(edges[::2], edges[1::2], strict=True):
            owner.append(len(runs))
            for i in above:
                if runs[i][0] <= right and left <= runs[i][0] + runs[i][2]:
                    owner[root(i)] = root(len(runs))
            runs.append((left, y, right - left, 1))
        above = range(first, len(runs))
    members: dict[int, list[_Box]] = {}
    for i, run in enumerate(runs):
        members.setdefault(root(i), []).append(run)
    return [_around_all(boxes) for boxes in members.values()]


def _around_all(boxes: Sequence[_Box]) -> _Box:
    left, top = min(x for x, _, _, _ in boxes), min(y for _, y, _, _ in boxes)
    return left, top, max(x + w for x, _, w, _ in boxes) - left, max(y + h for _, y, _, h in boxes) - top


def _exact(changed: Mask, box: _Box, tile: int) -> _Box:
    """The box of the changed pixels in a box of tiles."""
    x, y, w, h = (n * tile for n in box)
    part = changed[y : y + h, x : x + w]
    rows, columns = np.flatnonzero(part.any(axis=1)), np.flatnonzero(part.any(axis=0))
    left, top = int(columns[0]), int(rows[0])
    return x + left, y + top, int(columns[-1]) + 1 - left, int(rows[-1]) + 1 - top


# The picture ---------------------------------------------------------------------------------------------------------


def _shown(then: _Picture, now: _Picture, changed: Mask, scale: float) -> bytes:
    """The difference as a PNG file with a palette: faded greys, and a ramp for what vanished and for what appeared."""
    paper = now.paper[1]
    y, x = np.nonzero(changed)
    ink = [np.abs(picture.grey[y, x].astype(np.int16) - paper) for picture in (then, now)]
    step = ink[1] - ink[0]
    area = slice(y.min(), y.max() + 1), slice(x.min(), x.max() + 1)
    flat = (_flat(then.packed[area]) & _flat(now.packed[area]))[y - y.min(), x - x.min()]
    recoloured = flat & (ink[0] >= CLEAR) & (ink[1] >= CLEAR)
    new = np.where(recoloured | (step == 0), (x + y) // STRIPE % 2 == 0, step > 0)
    strength = np.where(recoloured, RECOLOURED, np.minimum(FAINT + (1 - FAINT) * np.abs(step) / STRONG, 1.0))
    indices = now.grey // (256 // LEVELS)
    indices[y, x] = np.where(new, 2 * LEVELS, LEVELS) + (strength * (LEVELS - 1)).astype(np.uint8)
    rows = np.zeros((changed.shape[0], changed.shape[1] + 1), np.uint8)  # filter 0: indices do not predict each other
    rows[:, 1:] = indices
    height, width = changed.shape
    # The standard library's zlib makes the same bytes everywhere.
    data = zlib.compress(rows.tobytes(), LEVEL)
    return assemble(width, height, PALETTE, data, scale=scale, palette=_palette(paper))


def _palette(paper: int) -> bytes:
    dark = paper < 128
    share = np.arange(LEVELS)[:, None] / (LEVELS - 1)
    greys = paper + (255 * share - paper) * FADE
    ramps = [paper + (np.array(color[dark]) - paper) * share for color in (GONE, NEW)]
    return np.concatenate([np.repeat(greys, 3, axis=1), *ramps]).round().astype(np.uint8).tobytes()
