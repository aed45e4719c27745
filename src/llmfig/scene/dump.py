"""The Scene as text for people: the exact half of a figure's snapshot.

One line an item, children indented, lengths to 1/100 px. Everything visible is in it, so whatever changes the picture
changes the text. What changes without the picture is not: source lines, and glyph numbers of text fonts, which a new
font subset renumbers.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator

from llmfig.geometry import Path, Point, Rect
from llmfig.scene.model import Box, GlyphRun, Gradient, Group, Link, Paint, Scene, Shape

INDENT = "  "
MATH = "math"


def dump(scene: Scene) -> str:
    """The scene as text; equal texts mean equal pictures.

    Example:
        >>> from llmfig.errors import Source
        >>> from llmfig.geometry import Rect
        >>> from llmfig.scene.model import Box, Group, Paint, Scene
        >>> frame = Rect(0, 0, 80, 40)
        >>> box = Group("box-1", "box", frame, (Box(frame, Paint("#71ccf5"), 6),), role="model")
        >>> root = Group("root", "figure", frame, (box,))
        >>> about = ("a", "c", "en", 80, 40, "A", "One box.", "", "book", "#ffffff")
        >>> print(dump(Scene(*about, root, Source("a.py", 1))))
        scene c/a en 80 x 40 theme book background #ffffff
        title "A"
        alt "One box."
        credit ""
        figure root [0 0 80 40]
          box box-1 [0 0 80 40] role model
            rect [0 0 80 40] radius 6 fill #71ccf5
        <BLANKLINE>
    """
    size = f"{_n(scene.width)} x {_n(scene.height)}"
    paper = f"theme {scene.theme} background {scene.background or 'none'}"
    lines = [
        f"scene {scene.chapter}/{scene.id} {scene.lang} {size} {paper}",
        f"title {_quoted(scene.title)}",
        f"alt {_quoted(scene.alt)}",
        f"credit {_quoted(scene.credit)}",
        *_group(scene.root, ""),
        *(f"allow {a.rule} {a.target or 'everywhere'}: {_quoted(a.reason)}" for a in scene.allowances),
    ]
    return "\n".join(lines) + "\n"


def _group(group: Group, indent: str) -> Iterator[str]:
    words = [f"{group.kind} {group.id} {_rect(group.rect)}"]
    if group.role:
        words.append(f"role {group.role}")
    if group.rotate:
        words.append(f"rotate {_n(group.rotate)}")
    words += [word for word, said in (("clear", group.clear), ("decor", group.decor)) if said]
    if group.text:
        words.append(f"says {_quoted(group.text)}")
    if group.link:
        words.append(_link(group.link))
    yield indent + " ".join(words)
    below = indent + INDENT
    for child in group.children:
        match child:
            case Group():
                yield from _group(child, below)
            case GlyphRun():
                yield below + _run(child)
            case Box():
                radius = f" radius {_n(child.radius)}" if child.radius else ""
                yield f"{below}rect {_rect(child.rect)}{radius} {_paint(child.paint)}"
            case Shape():
                yield f"{below}path {_paint(child.paint)} d {_path(child.path)}"


def _run(run: GlyphRun) -> str:
    """A run. Symbols of formulas are listed one by one, since nothing else tells θ from π there. The places of letters,
    which follow from font and size, are counted and summed up, to notice when they are not what they were.
    """
    if not run.glyphs:
        return f"text {_quoted(run.text)} {run.font} {_n(run.size)} {run.color} nothing drawn"
    first = run.glyphs[0]
    ink = f"{run.font} {_n(run.size)} {run.color} at {_n(first.x)} {_n(first.y)} {_rect(run.rect)}"
    places = [(f"{_n(g.x - first.x)},{_n(g.y - first.y)}", g.gid) for g in run.glyphs]
    if run.font.startswith(MATH) or not run.text:
        said = f"{_quoted(run.text)} " if run.text else ""
        return f"symbols {said}{ink}: " + " ".join(f"{gid}@{place}" for place, gid in places)
    sum_of_places = zlib.crc32(" ".join(place for place, _ in places).encode())
    return f"text {_quoted(run.text)} {ink} glyphs {len(places)} places {sum_of_places:08x}"


def _paint(paint: Paint) -> str:
    words = []
    if isinstance(paint.fill, Gradient):
        (x1, y1), (x2, y2) = paint.fill.start, paint.fill.end
        words.append(f"fill {' to '.join(paint.fill.colors)} along {_n(x1)},{_n(y1)} {_n(x2)},{_n(y2)}")
    elif paint.fill:
        words.append(f"fill {paint.fill}")
    if paint.stroke:
        words.append(f"stroke {paint.stroke} {_n(paint.width)}")
        if paint.dash:
            words.append(f"dash {_numbers(paint.dash)}")
        if paint.cap != "butt":
            words.append(f"cap {paint.cap}")
        if paint.join != "round":
            words.append(f"join {paint.join}")
    if paint.opacity != 1:
        words.append(f"opacity {_n(paint.opacity)}")
    return " ".join(words) or "invisible"


def _link(link: Link) -> str:
    start, end = (f"{end.target or 'free'} {_point(end.point)}" for end in (link.start, link.end))
    shape = "curve" if link.curved else "route"
    return f"from {start} to {end} {shape} {' '.join(map(_point, link.route))}"


def _path(path: Path) -> str:
    return " ".join(" ".join([segment[0], *map(_n, segment[1:])]) for segment in path.segments)


def _point(point: Point) -> str:
    return f"{_n(point.x)},{_n(point.y)}"


def _rect(rect: Rect) -> str:
    return f"[{_numbers((rect.x, rect.y, rect.w, rect.h))}]"


def _numbers(values: Iterable[float]) -> str:
    return " ".join(map(_n, values))


def _n(value: float) -> str:
    """A number to two decimals, without the zeros that say nothing."""
    text = f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
    return "0" if text == "-0" else text


def _quoted(text: str) -> str:
    """A text on one line. What cannot be seen (direction marks, controls) is spelt out."""
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in json.dumps(text, ensure_ascii=False))
