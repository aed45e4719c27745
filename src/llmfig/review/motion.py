"""What moved and grew, and whether that was changed or followed from another change.

Layout is bottom-up, so causes are told from effects bottom-up: an element that grew because something in it changed
has an effect only, and so has what was moved in a container where something grew, came or went. What grew by exactly as
much as such an element, wherever it is, shares its size with it. What is left over is what somebody changed: a width, a
gap, an alignment. Elements that span others (braces, regions) follow from these; they are to blame only where nothing
else is (`soft`).
"""

from __future__ import annotations

from llmfig.geometry import Point
from llmfig.review.changes import Change, Moved, Rearranged, Redrawn, Resized, Spaced
from llmfig.review.drawing import drawing, framed, magnified, reshaped, shifted
from llmfig.review.names import Naming
from llmfig.review.pairs import STILL, Matching
from llmfig.review.spacing import Spacing, spacings
from llmfig.review.tree import Node

FEW = 3  # elements that moved within a container before it is said of the container
# Elements whose frames follow from those of others.
SPANS = frozenset(
    (
        *("region", "brace", "note", "highlight", "enclosure", "zoom", "callout"),
        *("guide", "band", "axis", "plot", "edges", "remark", "inset", "legend"),
    )
)
# Elements that show data, whose labels follow from these.
PLOTTED = frozenset(("curve", "area", "points", "bars", "segments", "segment"))


class Motion:
    """What moved, grew or was drawn anew.

    Args:
        matching: the pairs.
        naming: makes the places of changes.
        stirred: elements after whose content is another.
        demanding: those of them that only make room for a connector.
        skipped: elements whose moves are told already.
        scales: by which factors the type of some texts grew; marks may have grown with it.

    Attributes:
        causes, soft, last, effects: changes, by whether they were made, may have been made, can only be made where
            there is nothing else, or followed.
    """

    def __init__(
        self,
        matching: Matching,
        naming: Naming,
        stirred: set[Node],
        demanding: set[Node],
        skipped: set[Node],
        scales: set[float],
    ) -> None:
        self._m, self._naming = matching, naming
        self._stirred, self._demanding, self._skipped, self._scales = stirred, demanding, skipped, scales
        self.causes: list[Change] = []
        self.soft: list[Change] = []
        self.last: list[Change] = []
        self.effects: list[Change] = []
        self._nodes = [b for b in reversed(matching.after.nodes) if self._laid_out(b)]
        self._redrawn = {b for b in self._nodes if _other_shape(matching.back[b], b)}
        self._growth = {b: size for b in self._nodes if max(map(abs, size := matching.growth(b))) > STILL}
        self._children: dict[Node, list[Node]] = {b: [] for b in self._nodes}
        for b in reversed(self._nodes):
            if b.parent and not b.parent.link:  # labels go with their connectors
                self._children[matching.seat(b)].append(b)
        self._grew = self._explained(spaced=False, moved=False)
        self._moves = {b: self._moves_in(b) for b in self._nodes}
        self._spaced: dict[Node, list[Spacing]] = {}
        for sure in (False, True):  # first what is beyond doubt: the rest may follow from it
            self._deltas = self._steps()
            self._spaced |= {b: found for b in self._nodes if (found := self._spacing(b, sure=sure))}
            self._grew = self._explained(spaced=True, moved=False)
        self._deltas = self._steps()
        self._respaced: set[Node] = set()
        self._grew = self._explained(spaced=True, moved=True)
        self._deltas = self._steps()
        for b in self._nodes:
            self._resize(b)
            self._place(b)

    def _laid_out(self, b: Node) -> bool:
        return b in self._m.back and not b.group.decor and not b.link

    def _moves_in(self, holder: Node) -> dict[Node, Point]:
        """What moved in an element, and by how much."""
        moves = {c: self._m.shift(c, within=holder) for c in self._children[holder] if c not in self._skipped}
        return {c: by for c, by in moves.items() if max(map(abs, by)) > STILL}

    def _quiet(self, holder: Node) -> bool:
        """Whether nothing in an element came, went or grew; the frames of notes and braces have their gaps in them."""
        return holder not in self._stirred and not any(
            c in self._growth and (c in self._grew or c.kind not in SPANS) for c in self._children[holder]
        )

    def _spacing(self, holder: Node, *, sure: bool) -> list[Spacing]:
        if holder in self._demanding or not self._moves[holder] or self._spaced.get(holder):
            return []
        if sure and (not self._quiet(holder) or (holder in self._growth and self._shares_size(holder))):
            return []
        return spacings(self._m, holder, self._children[holder], sure=sure)

    def _explained(self, *, spaced: bool, moved: bool) -> set[Node]:
        """Elements that grew because of what is in them: it changed, or it was spaced or moved otherwise."""
        found: set[Node] = set()
        for b in self._nodes:
            if b not in self._growth:
                continue
            changed = b in self._stirred or b in self._redrawn or (spaced and b in self._spaced)
            if changed or any(child in found for child in self._children[b]):
                found.add(b)
            elif moved and b.parent and b.bare and self._moves[b] and self._quiet(b) and not self._shares_size(b):
                found.add(b)
                self._respaced.add(b)
        return found

    def _steps(self) -> list[set[float]]:
        """By how much these elements grew, across and down."""
        return [{round(self._growth[b][axis], 1) for b in self._grew} | {0.0} for axis in (0, 1)]

    # Growth ----------------------------------------------------------------------------------------------------------

    def _resize(self, b: Node) -> None:
        a = self._m.back[b]
        if b not in self._growth:
            if a.kind == b.kind and not b.bare and not b.runs and drawing(a, b) == "other":
                self._report(b, Redrawn(self._naming.kept(b), shape=b in self._redrawn and reshaped(a, b)), cause=True)
            return
        follows = (
            b in self._grew
            or self._shares_size(b)
            or any(c in self._growth for c in self._children[b])
            or (magnified(a, b) in self._scales)
        )
        if b.bare or b.runs:
            return
        like, boxed = drawing(a, b), framed(b)
        if b in self._redrawn:
            self._report(b, Redrawn(self._naming.kept(b), shape=reshaped(a, b)), cause=True)
        elif like == "other" and a.kind == b.kind and not boxed and not shifted(a, b):
            self._report(b, Redrawn(self._naming.kept(b)), cause=not follows)
        if boxed or like == "scaled":
            self._report(b, Resized(self._naming.kept(b), *self._growth[b]), cause=not follows)

    def _shares_size(self, b: Node) -> bool:
        return all(round(self._growth[b][axis], 1) in self._deltas[axis] for axis in (0, 1))

    def _report(self, b: Node, change: Change, *, cause: bool) -> None:
        found = self.effects if not cause else self.soft if b.kind in SPANS else self.causes
        found.append(change)

    # Places ----------------------------------------------------------------------------------------------------------

    def _place(self, holder: Node) -> None:
        """What moved in an element."""
        if not holder.parent and not (self._quiet(holder) and holder not in self._growth):
            return  # the page is as large as its content, which lies in its middle
        moves = {c: by for c, by in self._moves[holder].items() if c.draws}
        told: list[Change] = [Moved(self._naming.kept(c), *by) for c, by in moves.items()]
        spaced = [Spaced(self._naming.kept(holder), *spacing) for spacing in self._spaced.get(holder, ())]
        self.causes += spaced
        follows = holder in self._growth and holder not in self._respaced
        if spaced or follows or not self._quiet(holder):
            self.effects += told
        elif len(set(moves.values())) > 1 and len(moves) >= FEW and not all(_spans(c, holder) for c in moves):
            self.causes.append(Rearranged(self._naming.kept(holder), len(moves)))
            self.effects += told
        else:
            for child, change in zip(moves, told, strict=True):
                found = self.soft if _spans(child, holder) else self.last if _carries(child, holder) else self.causes
                found.append(change)


def _other_shape(a: Node, b: Node) -> bool:
    """Whether a framed element has another outline, or draws more or less."""
    return framed(a) and framed(b) and not b.runs and (len(a.marks) != len(b.marks) or reshaped(a, b))


def _spans(child: Node, holder: Node) -> bool:
    """Whether the place of an element follows from others: as it spans them, or lies over or beside a diagram."""
    body = next((c for c in holder.children if c.kind not in SPANS), None)
    return bool({child.kind, holder.kind} & (SPANS | PLOTTED)) or (holder.kind == "diagram" and child is not body)


def _carries(child: Node, holder: Node) -> bool:
    """Whether an element is the body of a diagram or of the figure, which make room round it for the rest."""
    return not holder.parent or holder.kind == "diagram"
