"""SVG drawings as paths: what a small icon file can hold, and nothing more."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree import ElementTree

from llmfig.elements.shapes import ellipse, rounded
from llmfig.geometry import Path, Point, Rect, Segment, polyline

COMMAND = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^MmLlHhVvCcSsQqTtAaZz]*)")
NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
FLAG = re.compile(r"[01]")
COUNT = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


@dataclass(frozen=True, slots=True)
class Piece:
    """One shape of an icon, in the icon's own units."""

    path: Path
    filled: bool


def pieces(svg: str) -> tuple[Piece, ...]:
    """The shapes of an SVG drawing: path, circle, ellipse, rect, line, polyline, polygon.

    Raises:
        ValueError: for anything else.
    """
    found = []
    for e in ElementTree.fromstring(svg).iter():
        tag = e.tag.rsplit("}", 1)[-1]
        if tag in ("svg", "g", "title", "desc"):
            continue
        found.append(
            Piece(_shape(tag, {k: str(v) for k, v in e.attrib.items()}), e.attrib.get("fill", "none") != "none")
        )
    return tuple(found)


def _shape(tag: str, a: dict[str, str]) -> Path:
    def n(name: str, default: float = 0.0) -> float:
        return float(a.get(name, default))

    match tag:
        case "path":
            return path(a["d"])
        case "circle":
            return ellipse(Rect(n("cx") - n("r"), n("cy") - n("r"), 2 * n("r"), 2 * n("r")))
        case "ellipse":
            return ellipse(Rect(n("cx") - n("rx"), n("cy") - n("ry"), 2 * n("rx"), 2 * n("ry")))
        case "rect":
            return rounded(Rect(n("x"), n("y"), n("width"), n("height")), n("rx", n("ry")))
        case "line":
            return polyline([Point(n("x1"), n("y1")), Point(n("x2"), n("y2"))])
        case "polyline" | "polygon":
            values = [float(v) for v in NUMBER.findall(a["points"])]
            return polyline(
                [Point(x, y) for x, y in zip(values[::2], values[1::2], strict=True)], closed=tag == "polygon"
            )
    raise ValueError(f"an icon with <{tag}> cannot be drawn")


def path(d: str) -> Path:
    """The `d` of an SVG path in moves, lines and cubic curves.

    Raises:
        ValueError: when numbers are missing.
    """
    out: list[Segment] = []
    at = begin = Point(0, 0)
    handle: Point | None = None  # last control point, which S and T mirror
    last = ""
    for word, v in _commands(d):
        rel = word.islower()
        o = at if rel else Point(0, 0)
        kind = word.upper()
        mirror = at if handle is None else Point(2 * at.x - handle.x, 2 * at.y - handle.y)
        curve: tuple[Point, Point, Point] | None = None
        handle_after: Point | None = None
        match kind:
            case "Z":
                out.append(("Z",))
                at = begin
            case "M":
                at = begin = o.shifted(v[0], v[1])
                out.append(("M", *at))
            case "L" | "H" | "V":
                at = Point(at.x if kind == "V" else o.x + v[0], at.y if kind == "H" else o.y + v[-1])
                out.append(("L", *at))
            case "C":
                curve = o.shifted(v[0], v[1]), o.shifted(v[2], v[3]), o.shifted(v[4], v[5])
                handle_after = curve[1]
            case "S":
                curve = (mirror if last in "CS" else at), o.shifted(v[0], v[1]), o.shifted(v[2], v[3])
                handle_after = curve[1]
            case "Q" | "T":
                handle_after = o.shifted(v[0], v[1]) if kind == "Q" else (mirror if last in "QT" else at)
                curve = _raised(at, handle_after, o.shifted(v[-2], v[-1]))
            case "A":
                goal = o.shifted(v[5], v[6])
                out += arc(at, goal, (v[0], v[1]), turn=v[2], large=bool(v[3]), clockwise=bool(v[4]))
                at = goal
        if curve is not None:
            out.append(("C", *curve[0], *curve[1], *curve[2]))
            at = curve[2]
        handle, last = handle_after, kind
    return Path(tuple(out))


def _raised(a: Point, q: Point, b: Point) -> tuple[Point, Point, Point]:
    """A quadratic curve as a cubic one."""
    return a.towards(q, a.distance(q) * 2 / 3), b.towards(q, b.distance(q) * 2 / 3), b


def _commands(d: str) -> Iterator[tuple[str, list[float]]]:
    """Commands with their numbers, repeated ones spelled out."""
    for word, rest in COMMAND.findall(d):
        count = COUNT[word.upper()]
        if count == 0:
            yield word, []
            continue
        values = _numbers(rest, word.upper() == "A")
        if not values or len(values) % count:
            raise ValueError(f"the path command {word}{rest} has {len(values)} numbers")
        for i in range(0, len(values), count):
            # What follows the first pair of a move are lines.
            yield ("l" if word == "m" else "L") if i and word in "mM" else word, values[i : i + count]


def _numbers(text: str, arc: bool) -> list[float]:
    """The numbers of a command; the two flags of an arc may be written without anything between them."""
    values: list[float] = []
    at = 0
    while True:
        pattern = FLAG if arc and len(values) % 7 in (3, 4) else NUMBER
        found = pattern.search(text, at)
        if found is None:
            return values
        values.append(float(found.group()))
        at = found.end()


def arc(
    a: Point, b: Point, radii: tuple[float, float], *, turn: float = 0.0, large: bool = False, clockwise: bool = True
) -> list[Segment]:
    """An elliptical arc as cubic curves of at most a quarter turn each (the construction of SVG 1.1, appendix F.6).

    Args:
        a, b: its ends.
        radii: of the ellipse.
        turn: degrees that the ellipse is turned.
        large: the longer way round.
        clockwise: its direction.
    """
    rx, ry = radii
    if a == b:
        return []
    if rx == 0 or ry == 0:
        return [("L", *b)]
    rx, ry = abs(rx), abs(ry)
    phi = math.radians(turn)
    c, s = math.cos(phi), math.sin(phi)
    dx, dy = (a.x - b.x) / 2, (a.y - b.y) / 2
    x, y = c * dx + s * dy, -s * dx + c * dy
    grow = (x / rx) ** 2 + (y / ry) ** 2
    if grow > 1:  # too small to reach
        rx, ry = rx * math.sqrt(grow), ry * math.sqrt(grow)
    below = (rx * y) ** 2 + (ry * x) ** 2
    k = math.sqrt(max(0.0, ((rx * ry) ** 2 - below) / below)) * (-1 if large == clockwise else 1)
    ux, uy = k * rx * y / ry, -k * ry * x / rx
    cx, cy = c * ux - s * uy + (a.x + b.x) / 2, s * ux + c * uy + (a.y + b.y) / 2
    start = math.atan2((y - uy) / ry, (x - ux) / rx)
    sweep = math.atan2((-y - uy) / ry, (-x - ux) / rx) - start
    if clockwise and sweep < 0:
        sweep += 2 * math.pi
    elif not clockwise and sweep > 0:
        sweep -= 2 * math.pi
    n = max(1, math.ceil(abs(sweep) / (math.pi / 2) - 1e-9))
    step = sweep / n
    arm = 4 / 3 * math.tan(step / 4)

    def on(t: float, ahead: float) -> Point:
        px, py = rx * (math.cos(t) - ahead * math.sin(t)), ry * (math.sin(t) + ahead * math.cos(t))
        return Point(c * px - s * py + cx, s * px + c * py + cy)

    out: list[Segment] = []
    for i in range(n):
        t, u = start + step * i, start + step * (i + 1)
        end = b if i == n - 1 else on(u, 0)
        out.append(("C", *on(t, arm), *on(u, -arm), *end))
    return out
