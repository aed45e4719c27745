"""Laws of routing that hold for any figure."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from llmfig.connect.routing import Terminal, Wire, route
from llmfig.geometry import OPPOSITE, Rect, Side
from tests.routing.laws import check, overlaps
from tests.routing.strategies import BOUNDS, boxes, figures


@settings(max_examples=120, deadline=None)
@given(figures())
def test_right_angles_ends_and_obstacles(figure: tuple[list[Rect], list[Wire]]) -> None:
    frames, wires = figure
    result = route(wires, frames, bounds=BOUNDS)
    check(wires, frames, result)
    assert result.blocked == ()  # there is room everywhere


@settings(max_examples=40, deadline=None)
@given(figures())
def test_same_input_same_routes(figure: tuple[list[Rect], list[Wire]]) -> None:
    frames, wires = figure
    assert route(wires, frames, bounds=BOUNDS) == route(wires, frames, bounds=BOUNDS)


@settings(max_examples=60, deadline=None)
@given(boxes())
def test_names_do_not_matter(frames: list[Rect]) -> None:
    ends = [(i, (i * 7 + 3) % len(frames)) for i in range(len(frames))]
    ends = [(a, b) for a, b in ends if a != b]

    def drawn(prefix: str) -> object:
        wires = [
            Wire(Terminal(frames[a], key=f"{prefix}{a}"), Terminal(frames[b], key=f"{prefix}{b}")) for a, b in ends
        ]
        return route(wires, frames, bounds=BOUNDS)

    assert drawn("a") == drawn("zz")


@settings(max_examples=80, deadline=None)
@given(figures(most=6))
def test_different_wires_do_not_run_on_each_other(figure: tuple[list[Rect], list[Wire]]) -> None:
    frames, wires = figure
    wires = [Wire(w.start, w.end) for w in wires]
    result = route(wires, frames, bounds=BOUNDS, lane=10)
    for i, a in enumerate(result.routes):
        for b in result.routes[:i]:
            assert not overlaps(a.points, b.points, 1.5)


@given(
    st.floats(0, 300),
    st.floats(30, 200),
    st.floats(30, 200),
    st.floats(20, 300),
    st.sampled_from(["right", "left", "top", "bottom"]),
)
def test_level_centres_are_joined_straight(shift: float, w: float, h: float, gap: float, side: Side) -> None:
    a = Rect(shift, shift / 3, w, h)
    dx, dy = {"right": (w + gap, 0), "left": (-w - gap, 0), "bottom": (0, h + gap), "top": (0, -h - gap)}[side]
    b = Rect(a.x + dx, a.y + dy, w, h)
    result = route([Wire(Terminal(a), Terminal(b))], [a, b], bounds=Rect(-900, -900, 2400, 2400))
    (points,) = (r.points for r in result.routes)
    assert points == (a.port(side), b.port(OPPOSITE[side]))
    assert points[0].x == points[1].x or points[0].y == points[1].y
