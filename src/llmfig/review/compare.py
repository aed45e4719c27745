"""What changed between two Scenes of one figure: causes, and what followed from them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import partial

from llmfig.geometry import Point
from llmfig.review.changes import (
    Added,
    Aspect,
    Change,
    Changes,
    FigureChanged,
    GlyphsChanged,
    LinesChanged,
    Name,
    Reconnected,
    Removed,
    Reordered,
    Restyled,
    Retyped,
    TextChanged,
    Where,
)
from llmfig.review.drawing import magnified
from llmfig.review.looks import looks
from llmfig.review.match import match
from llmfig.review.motion import Motion
from llmfig.review.names import Naming
from llmfig.review.pairs import Matching
from llmfig.review.routes import Routes
from llmfig.review.structure import Structure
from llmfig.review.tree import Node, Numbers, Tree
from llmfig.scene.model import Scene

# What a reader wants to know first.
RANK = (FigureChanged, TextChanged, Added, Removed, Reconnected, Retyped, Reordered)
ROUNDING = 0.015  # of factors
IN_PICTURE: tuple[Aspect, ...] = ("title", "credit")


def compare(before: Scene, after: Scene) -> Changes:
    """The changes from one Scene to another.

    Args:
        before, after: the same figure in the same language. They may have been drawn by different versions of the
            code; `record` brings Scenes over from other processes.
    """
    numbers: Numbers = {}
    matching = match(Tree(before, numbers), Tree(after, numbers))
    naming = Naming(matching)
    structure, routes = Structure(matching, naming), Routes(matching, naming)
    figure = list(_figure(matching))
    looked = list(_looks(matching, naming))
    stirred = structure.stirred | routes.demanding | {b for b, change in looked if _takes_room(change)}
    scales = {scale for _, change in looked for scale in _scales(change)}
    motion = Motion(matching, naming, stirred, routes.demanding, structure.regrouped, scales)
    causes = [*structure.changes, *(change for _, change in looked), *routes.causes, *motion.causes]
    effects = motion.effects
    titled = any(change.aspect in IN_PICTURE for change in figure)
    known = bool(stirred or titled or motion.causes or routes.causes or structure.changes)
    for doubtful in ([*motion.soft, *routes.soft], motion.last):
        (effects if known else causes).extend(doubtful)
        known = known or bool(doubtful)
    if (before.width, before.height) != (after.width, after.height):
        size = _about_figure(matching, "size", _size(before), _size(after))
        (effects if causes or titled else causes).append(size)
    return Changes(
        tuple(sorted([*figure, *causes], key=_reading)),
        tuple(sorted(effects, key=_reading)),
        matching.before.root.rect,
        matching.after.root.rect,
        _drift(matching),
    )


def _takes_room(change: Change) -> bool:
    if isinstance(change, Restyled):
        return change.style in ("text size", "font", "turn")
    return isinstance(change, TextChanged | LinesChanged | GlyphsChanged)


def _scales(change: Change) -> list[float]:
    """By which factors type grew."""
    sizes = change.values if isinstance(change, Restyled) and change.style == "text size" else ()
    return [round(float(now) / float(was), 2) for was, now in sizes if was and now]


def rank(change: Change) -> int:
    """How important a kind of change is to a reader; 0 comes first."""
    return next((i for i, kind in enumerate(RANK) if isinstance(change, kind)), len(RANK))


def _reading(change: Change) -> tuple[object, ...]:
    """By importance, then from the top to the bottom."""
    frame = change.where.after or change.where.before
    place = (round(frame.y), round(frame.x)) if frame else (0, 0)
    return rank(change), *place, change.where.id, type(change).__name__, getattr(change, "style", "")


# The figure as a whole -----------------------------------------------------------------------------------------------


def _figure(matching: Matching) -> Iterator[FigureChanged]:
    before, after = matching.before.scene, matching.after.scene
    aspects: tuple[Aspect, ...] = ("title", "alt", "credit", "theme", "background")
    for aspect in aspects:
        was, now = getattr(before, aspect), getattr(after, aspect)
        if was != now:
            yield _about_figure(matching, aspect, was, now)
    allowed = [Counter(f"{a.rule}: {a.reason}" for a in scene.allowances) for scene in (before, after)]
    if allowed[0] != allowed[1]:
        gone, new = (sorted(left.elements()) for left in (allowed[0] - allowed[1], allowed[1] - allowed[0]))
        yield _about_figure(matching, "exceptions", "; ".join(gone), "; ".join(new))


def _about_figure(matching: Matching, aspect: Aspect, was: str, now: str) -> FigureChanged:
    frames = []
    for tree in (matching.before, matching.after):
        decor = [n for n in tree.nodes if n.group.decor and n.kind == aspect]
        frames.append((decor[0] if decor else tree.root).rect)
    where = Where(matching.after.root.group.id, Name("figure"), matching.after.scene.source, frames[0], frames[1])
    return FigureChanged(where, aspect, was, now)


def _size(scene: Scene) -> str:
    return f"{scene.width:g} × {scene.height:g}"


# The look of each element --------------------------------------------------------------------------------------------


def _looks(matching: Matching, naming: Naming) -> Iterator[tuple[Node, Change]]:
    """Changes of the look of elements; connectors have their own."""
    paper = ((matching.before.scene.background, matching.after.scene.background),)
    for b in matching.after.nodes:
        a = matching.back.get(b)
        if a is None or b.link:
            continue
        for change in looks(a, b, partial(naming.kept, b)):
            # The words of the page are told as its title and credit, its paper as its background; labels turn with the
            # line that they belong to.
            of_page = b.group.decor and (
                isinstance(change, TextChanged) or (isinstance(change, Restyled) and change.values == paper)
            )
            turned = isinstance(change, Restyled) and change.style == "turn" and b.within_link() is not None
            # Strokes of a mark that is drawn larger go with it.
            grown = isinstance(change, Restyled) and change.style == "stroke width" and _in_scale(a, b, change)
            if not (of_page or turned or grown):
                yield b, change


def _in_scale(a: Node, b: Node, change: Restyled) -> bool:
    factor = magnified(a, b)
    grown = {round(float(now) / float(was), 2) for was, now in change.values if was and now}
    return factor not in (0.0, 1.0) and all(abs(factor - g) <= ROUNDING for g in grown)


def _drift(matching: Matching) -> Point:
    """Where most of what is drawn went."""
    shifts = Counter(
        (round(by.x, 1), round(by.y, 1))
        for b in matching.back
        if not b.bare and not b.group.decor and not b.link
        for by in [matching.shift(b)]
    )
    most = max(shifts, key=lambda by: (shifts[by], -abs(by[0]) - abs(by[1]), by), default=(0.0, 0.0))
    return Point(*most)
