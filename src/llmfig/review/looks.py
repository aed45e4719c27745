"""How an element looks that both pictures have: its words, their type, and the paint of its shapes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from llmfig.review.changes import Change, GlyphsChanged, LinesChanged, Restyled, Style, TextChanged, Value, Where
from llmfig.review.pairs import STILL
from llmfig.review.tree import Node
from llmfig.scene.model import Box, GlyphRun, Gradient, Paint, Shape

MATH = "math"  # what the names of the fonts for formulas begin with
EVEN, STRETCH = 0.01, 0.2  # by which factors of dashes may differ, and how far they are from 1 when they are fitted
NEW_LINE = 0.5  # em that a line lies below another, at least
Place = Callable[[], Where]
Pairs = tuple[tuple[Value, Value], ...]

PAINT: dict[str, Style] = {
    "fill": "fill",
    "stroke": "stroke",
    "width": "stroke width",
    "dash": "dashes",
    "cap": "line caps",
    "join": "line joins",
    "opacity": "opacity",
}
OF_STROKE = ("width", "dash", "cap", "join")  # say nothing where there is no stroke
BY_ROLE = frozenset(("fill", "stroke", "text colour"))  # follow from the role of the element or of one round it


def looks(a: Node, b: Node, where: Place) -> Iterator[Change]:
    """What changed in the look of an element.

    Args:
        a, b: the element before and after.
        where: gives the place of the changes; names take time, and most elements have no change.
    """
    if a.role != b.role:
        yield Restyled(where(), "role", ((a.role, b.role),))
    if a.spin != b.spin:
        yield Restyled(where(), "turn", ((a.spin, b.spin),))
    recast = (a.role, _role_round(a)) != (b.role, _role_round(b))  # colours then follow from that
    for change in (*_text(a, b, where), *paints(a.marks, b.marks, where)):
        if not (recast and isinstance(change, Restyled) and change.style in BY_ROLE):
            yield change


def _role_round(node: Node) -> str | None:
    return next((holder.role for holder in node.above() if holder.role), None)


# Words ---------------------------------------------------------------------------------------------------------------


def _text(a: Node, b: Node, where: Place) -> Iterator[Change]:
    said = _said(a, b, where)
    if said:
        yield said
    same = not said and [r.text for r in a.runs] == [r.text for r in b.runs]
    sizes = _values(a.runs, b.runs, "size", same)
    fonts = _values(a.runs, b.runs, "font", same)
    if sizes:
        # A formula has symbols of several sizes, which follow from the largest.
        ratios = {round(float(y or 0) / float(x), 3) for x, y in sizes if x}
        main = ((max(r.size for r in a.runs), max(r.size for r in b.runs)),)
        yield Restyled(where(), "text size", main if len(ratios) == 1 else sizes)
    if fonts:
        yield Restyled(where(), "font", fonts)
    colors = _values(a.runs, b.runs, "color", same)
    if colors:
        yield Restyled(where(), "text colour", colors)
    if not (said or sizes or fonts):
        lines = _lines(a.runs), _lines(b.runs)
        if lines[0] != lines[1]:
            yield LinesChanged(where(), len(lines[0]), len(lines[1]))
        elif not same or any(_symbols(x) != _symbols(y) for x, y in zip(a.runs, b.runs, strict=True)):
            yield GlyphsChanged(where(), symbols=True)
        elif not _near(_places(a.runs), _places(b.runs)):
            yield GlyphsChanged(where(), symbols=False)


def _said(a: Node, b: Node, where: Place) -> TextChanged | None:
    x, y = a.group, b.group
    if x.kind == y.kind == "formula" and x.latex != y.latex and (x.text != y.text or not _drawn_alike(a, b)):
        return TextChanged(where(), x.latex, y.latex, latex=True)
    if x.text != y.text:
        return TextChanged(where(), x.text, y.text)
    if x.latex != y.latex and not _drawn_alike(a, b):
        return TextChanged(where(), x.latex, y.latex, latex=True)
    return None


def _drawn_alike(a: Node, b: Node) -> bool:
    """Whether the letters and symbols are the same ones: other LaTeX for the same formula is no change."""
    return [(r.text, _symbols(r)) for r in a.runs] == [(r.text, _symbols(r)) for r in b.runs]


def _symbols(run: GlyphRun) -> object:
    """Which glyphs a run shows. Those of text fonts follow from the text; another cut of a font numbers them anew."""
    return tuple([g.gid for g in run.glyphs]) if run.font.startswith(MATH) or not run.text else len(run.glyphs)


def _places(runs: Sequence[GlyphRun]) -> list[float]:
    """Where the glyphs are, from the first one."""
    if not runs or not runs[0].glyphs:
        return []
    x, y = runs[0].glyphs[0].x, runs[0].glyphs[0].y
    return [n for run in runs for g in run.glyphs for n in (g.x - x, g.y - y)]


def _near(a: list[float], b: list[float]) -> bool:
    return len(a) == len(b) and all(abs(x - y) <= STILL for x, y in zip(a, b, strict=True))


def _lines(runs: Sequence[GlyphRun]) -> list[str]:
    """The lines of a text: another one begins where words stand below and to the left of those before."""
    lines: list[str] = []
    last: GlyphRun | None = None
    for run in runs:
        if not run.text or run.font.startswith(MATH):
            continue
        below = last and run.rect.y - last.rect.y > NEW_LINE * run.size and run.rect.x < last.rect.right
        if last is None or below:
            lines.append("")
        lines[-1] += run.text
        last = run
    return [line.strip() for line in lines]


def _values(a: Sequence[GlyphRun], b: Sequence[GlyphRun], field: str, same: bool) -> Pairs:
    """What a field of the runs was and is: run by run where they say the same, else that of most of the letters."""
    if same:
        return _distinct((getattr(x, field), getattr(y, field)) for x, y in zip(a, b, strict=True))
    a, b = _letters(a), _letters(b)
    return _distinct([(_main(a, field), _main(b, field))]) if a and b else ()


def _letters(runs: Sequence[GlyphRun]) -> list[GlyphRun]:
    """The runs that are no symbols of formulas."""
    return [run for run in runs if run.glyphs and run.text and not run.font.startswith(MATH)]


def _main(runs: Sequence[GlyphRun], field: str) -> Value:
    counts: Counter[Value] = Counter()
    for run in runs:
        counts[getattr(run, field)] += len(run.glyphs)
    return max(counts, key=lambda value: (counts[value], str(value)), default=None)


def _distinct(pairs: Iterable[tuple[Value, Value]]) -> Pairs:
    """Each pair of different values once."""
    return tuple(dict.fromkeys((x, y) for x, y in pairs if x != y))


# Paint ---------------------------------------------------------------------------------------------------------------


def paints(a: Sequence[Box | Shape], b: Sequence[Box | Shape], where: Place) -> Iterator[Restyled]:
    """What changed in the paint of shapes: shape by shape where there are as many, else of what only one side has."""
    pairs = list(zip(a, b, strict=True)) if len(a) == len(b) else _odd(a, b)
    pairs = [(x, y) for x, y in pairs if x.paint != y.paint or isinstance(x, Box)]
    for field, style in PAINT.items():
        values = _distinct(
            (_paint(x.paint, field), _paint(y.paint, field))
            for x, y in pairs
            if field not in OF_STROKE or (x.paint.stroke and y.paint.stroke and not (field == "dash" and _fitted(x, y)))
        )
        if values:
            yield Restyled(where(), style, values)
    radii = _distinct((x.radius, y.radius) for x, y in pairs if isinstance(x, Box) and isinstance(y, Box))
    if radii:
        yield Restyled(where(), "corner radius", radii)


def _odd(a: Sequence[Box | Shape], b: Sequence[Box | Shape]) -> list[tuple[Box | Shape, Box | Shape]]:
    """The one shape on either side whose paint the other side does not have."""
    known = {x.paint for x in a}, {y.paint for y in b}
    left = list({x.paint: x for x in a if x.paint not in known[1]}.values())
    right = list({y.paint: y for y in b if y.paint not in known[0]}.values())
    return [(left[0], right[0])] if len(left) == len(right) == 1 else []


def _fitted(x: Box | Shape, y: Box | Shape) -> bool:
    """Whether dashes were only stretched a little, so that a whole number of them fits a line of another length."""
    now, was = y.paint.dash, x.paint.dash
    if len(was) != len(now) or not was or not all(was):
        return False
    stretched = [b / a for a, b in zip(was, now, strict=True)]
    return max(stretched) - min(stretched) < EVEN and abs(stretched[0] - 1) < STRETCH


def _paint(paint: Paint, field: str) -> Value:
    value = getattr(paint, field)
    if isinstance(value, Gradient):
        return " to ".join(value.colors)
    if isinstance(value, tuple):
        return " ".join(f"{v:g}" for v in value) or None
    return value  # type: ignore[no-any-return]
