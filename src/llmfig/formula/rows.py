"""Atoms side by side: spacing, slanted ends, and labels of braces that reach under their neighbours."""

from __future__ import annotations

from llmfig.formula.boxes import Box, Span
from llmfig.formula.spacing import Atom, gap, resolved
from llmfig.formula.tree import Kind

_LABEL_GAP = 150.0  # between the labels of neighbouring braces


class _Line:
    """A row being filled from the left."""

    def __init__(self) -> None:
        self.box = Box()
        self.x = 0.0
        self.starts: list[float] = []
        self.ends: list[float] = []
        self.labelled = 0  # how many boxes there are up to the last one with such a label
        self.label: tuple[float, Box] | None = None  # where the last overhanging label ends, and whose it is

    def add(self, box: Box) -> None:
        x = self.x
        if box.skirt:
            x = self._tucked(box, box.skirt.side)
        elif self.label and x < self.label[0] and not _clears(box, self.label[1]):
            x = self.label[0]
        self.starts.append(x)
        self.ends.append(x + box.full)
        self.box.put(box, x)
        self.x = x + box.width
        if box.skirt:
            self.label = (self.x, box)
            self.labelled = len(self.starts)
            self.x -= box.skirt.side

    def _tucked(self, box: Box, side: float) -> float:
        """As far left as the label may go under what is already there."""
        wanted = self.x - side
        least = max(0.0, wanted)
        between = self.box.children[self.labelled :]
        for (child, _, _), end in zip(reversed(between), reversed(self.ends), strict=False):
            if end > wanted and not _clears(child, box):
                least = max(least, end)
                break
        if self.label and self.label[0] + _LABEL_GAP * box.scale > least:
            least = self.label[0] + _LABEL_GAP * box.scale
            if all(_clears(child, box) for child, _, _ in between):
                self._shift((least - wanted) / 2)  # what stands between two labels that meet stays in the middle
        return least

    def _shift(self, dx: float) -> None:
        """Move everything after the last labelled box."""
        for i in range(self.labelled, len(self.starts)):
            child, x, y = self.box.children[i]
            self.box.children[i] = (child, x + dx, y)
            self.starts[i] += dx
            self.ends[i] += dx

    def close(self) -> None:
        if self.label:
            self.x = max(self.x, self.label[0])


def _clears(box: Box, labelled: Box) -> bool:
    """Whether a box is low and shallow enough to stand over or under another's label."""
    skirt = labelled.skirt
    return skirt is None or (box.ascent <= skirt.above and box.descent <= skirt.below)


def pack(atoms: list[Atom], marks: list[tuple[str, int, int]], after: Kind | None) -> Box:
    """Set atoms in a row.

    Args:
        atoms: from left to right.
        marks: terms, as (name, first atom, one past the last).
        after: the row continues after an atom of this class.
    """
    line = _Line()
    last = after
    previous: Box | None = None
    up = down = 0.0
    for atom, (left, right) in zip(atoms, resolved(atoms, after), strict=True):
        # The font's advance widths leave out the slanted top: two slanted letters need no more, an upright one does.
        if previous and previous.italic and not (left and atom.box.lean):
            line.x += previous.italic
        if left and last:
            line.x += gap(last, left, atom.ctx)
        line.add(atom.box)
        cover = atom.box.cover
        up, down = max(up, cover[0]), max(down, cover[1])
        previous = atom.box
        last = right or last
    line.close()
    out = line.box
    out.width, out.italic = line.x, previous.italic if previous else 0.0
    out.lean = bool(atoms) and atoms[0].box.lean
    if (up, down) != (out.ascent, out.descent):
        out.fence = (up, down)
    for name, i, j in marks:
        x0, x1 = (line.starts[i], max(line.ends[i:j])) if j > i else (line.x, line.x)
        out.spans.append(Span(name, i, j, x0, x1))
    if len(atoms) == 1 and after is None:
        only = atoms[0].box
        out.gid, out.scale, out.flat, out.skirt = only.gid, only.scale, only.flat, only.skirt
    return out
