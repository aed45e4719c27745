"""What the checks know of element kinds, in one place.

Rules go by what is painted wherever they can; kinds only settle what paint cannot tell.
"""

from __future__ import annotations

from llmfig.scene.model import Group

# Written words. The outermost such group is one unit: a label may wrap a text, a paragraph may hold a formula.
TEXT = frozenset({"text", "label", "formula", "code", "paragraph"})
FORMULA = frozenset({"formula"})
# The page itself: everything lies on it.
PAGE = frozenset({"figure", "page", "frame"})
# Children are stacked on purpose.
LAYERED = frozenset({"overlay", "stack", "layers"})
# One drawing whose strokes and areas belong together; only its words can collide with each other.
DRAWING = frozenset({"chart", "curve", "plot", "icon", "venn", "landscape", "glyph"})
# Drawings that are one thing for whatever runs past them, even if they only have strokes.
ATOMIC = frozenset({"icon", "lock", "cycle"})
# Their inner lines separate cells, they do not cross words.
RULED = frozenset({"matrix", "table", "grid", "strip", "cells"})
# Words that interrupt a line on purpose.
ON_LINE = frozenset({"tag", "edge-label"})
# Small things that sit on a border on purpose.
ATTACHED = ON_LINE | {"badge", "lock"}


def is_backdrop(group: Group) -> bool:
    """Whether other things may lie on a group."""
    return group.clear or group.kind in PAGE
