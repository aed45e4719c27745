"""How two pictures of a figure differ: the same, in colour only, in one place, or by something that moved.

An average over the picture cannot tell: a dropped label, a swapped symbol and a fill that is slightly off all vanish in
it. Here any pixel counts, and what is classified is each region of pixels that changed.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage  # type: ignore[import-untyped]

Kind = Literal["same", "colour", "local", "moved"]
Pixels = NDArray[np.float64]
Mask = NDArray[np.bool_]

# A thumbnail keeps the common colours exactly and approximates the blends along edges, so a change in one place may
# stir blends anywhere by up to this much (of 255). Other versions of cairo stay below it as well.
NOISE = 48.0
JOIN = 4  # changed pixels this near to each other are one region, px
MOVED = 0.5  # a region moved when a shift explains this share of the change
STEPS = np.arange(-1.25, 1.26, 0.25)  # shifts that are tried round a whole one, px
ALIKE = 0.95  # correlation of edges above which a region only changed its colours
WIDE = 0.35  # share of the picture above which a change is one of the layout


@dataclass(frozen=True, slots=True)
class Region:
    """A place that changed: left, top, right, bottom in px, and how."""

    box: tuple[int, int, int, int]
    kind: Kind


@dataclass(frozen=True, slots=True)
class Difference:
    """How two pictures differ.

    Attributes:
        kind: the verdict on the whole picture.
        exact: whether they are equal pixel by pixel. `kind` is "same" also for a difference that only another version
            of the drawing library makes.
        regions: the places that changed.
    """

    kind: Kind
    exact: bool
    regions: tuple[Region, ...] = ()

    def __str__(self) -> str:
        places = ", ".join(f"{r.kind} at {r.box}" for r in self.regions[:6])
        return f"{self.kind}: {places}" if places else self.kind


def compare(before: bytes, after: bytes) -> Difference:
    """Classifies what changed between two PNG files.

    Args:
        before: the accepted picture.
        after: the picture as it is now.

    Returns:
        "same"; "colour" when only colours changed; "local" when something appeared, vanished or was replaced; "moved"
        when things are elsewhere, or the picture has another size.
    """
    if before == after:
        return Difference("same", exact=True)
    a, b = _pixels(before), _pixels(after)
    if a.shape != b.shape:
        return Difference("moved", exact=False)
    delta = np.abs(a - b).max(axis=2)
    if not delta.any():
        return Difference("same", exact=True)
    # Where a colour is flat before and after, it is one of those that a thumbnail keeps: there, any change is a change.
    changed = (delta > NOISE) | ((delta > 0) & _flat(a) & _flat(b))
    if not changed.any():
        return Difference("same", exact=False)
    regions = tuple(_regions(a, b, changed))
    kinds = {region.kind for region in regions}
    kind: Kind = "colour"
    if kinds != {"colour"}:
        kind = "moved" if "local" not in kinds or _near(changed).mean() > WIDE else "local"
    return Difference(kind, exact=False, regions=regions)


def _pixels(data: bytes) -> Pixels:
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image.convert("RGB"), dtype=np.float64)


def _flat(image: Pixels) -> Mask:
    """Pixels whose neighbours all have their colour."""
    spread = ndimage.maximum_filter(image, (3, 3, 1)) - ndimage.minimum_filter(image, (3, 3, 1))
    flat: Mask = spread.max(axis=2) == 0
    return flat


def _near(changed: Mask) -> Mask:
    near: Mask = ndimage.binary_dilation(changed, iterations=JOIN)
    return near


def _regions(a: Pixels, b: Pixels, changed: Mask) -> list[Region]:
    labels, _ = ndimage.label(_near(changed))
    soft = _softened(a), _softened(b)
    found = []
    for number, window in enumerate(ndimage.find_objects(labels), 1):
        mask = labels[window] == number
        rows, columns = window
        edges = _edges(a[window]), _edges(b[window])
        kind: Kind = "colour" if _correlation(edges[0][mask], edges[1][mask]) > ALIKE else "local"
        if _shifted(soft[0][window], soft[1][window], mask, _jump(*edges, mask)):
            kind = "moved"
        found.append(Region((columns.start, rows.start, columns.stop, rows.stop), kind))
    return found


def _shifted(a: Pixels, b: Pixels, mask: Mask, jump: list[float]) -> bool:
    """Whether a shift explains most of the change: one of a fraction of a pixel, or one near a jump by whole pixels."""
    whole = float(((b - a)[mask] ** 2).sum())

    def rest(shift: Sequence[float]) -> float:
        there = ndimage.shift(a, (*shift, 0), order=1, mode="nearest")
        return float(((b - there)[mask] ** 2).sum())

    best = whole
    for start in ([0.0, 0.0], jump):
        shift = list(start)
        for axis in (1, 0, 1):  # one direction after the other: most things move along one
            tried = [[*shift[:axis], start[axis] + step, *shift[axis + 1 :]] for step in STEPS]
            shift = min(tried, key=rest)
        best = min(best, rest(shift))
    return best < (1 - MOVED) * whole


def _jump(before: Pixels, after: Pixels, mask: Mask) -> list[float]:
    """By how many whole pixels, down and to the right, the edges of one picture fit those of the other best."""
    shape = [2 * n for n in before.shape]
    spectra = [np.fft.rfft2(np.where(mask, edges, 0), shape) for edges in (before, after)]
    likeness = np.fft.irfft2(spectra[1] * np.conj(spectra[0]), shape)
    peak = np.unravel_index(int(likeness.argmax()), likeness.shape)
    return [float(p) - n if p > n // 2 else float(p) for p, n in zip(peak, shape, strict=True)]


def _softened(image: Pixels) -> Pixels:
    """A little blurred: a thin stroke half a pixel further is drawn by other pixels, not by the same ones shifted."""
    soft: Pixels = ndimage.gaussian_filter(image, (1, 1, 0))
    return soft


def _edges(image: Pixels) -> Pixels:
    edges: Pixels = np.hypot(ndimage.sobel(image, axis=0), ndimage.sobel(image, axis=1)).sum(axis=2)
    return edges


def _correlation(x: Pixels, y: Pixels) -> float:
    x, y = x - x.mean(), y - y.mean()
    size = float(np.sqrt((x @ x) * (y @ y)))
    return float(x @ y) / size if size else float(not x.any() and not y.any())
