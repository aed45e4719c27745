"""The laws of tidy trees, for trees of any shape with nodes of any size."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig.elements.box import Box
from llmfig.elements.diagram import labeled
from llmfig.errors import FigureError
from llmfig.geometry import Rect
from llmfig.layout.engine import Layout
from llmfig.layout.linear import Column
from llmfig.layout.tracks import Tracks
from llmfig.tree import MindMap, Node, Tree, more, node
from llmfig.vocabulary import Direction, TreeAim, TreeConnector
from tests.core import law
from tests.elements_more.kit import ANY, CLOSE, ON, apart, distance, laid_out, wires

WORDS = st.sampled_from(["a", "bb", "a long label", "two\nlines", "three\nmore\nlines", "Policy $\\pi_\\theta$"])
SHAPES = st.recursive(
    st.tuples(WORDS, st.just(())), lambda below: st.tuples(WORDS, st.lists(below, max_size=4).map(tuple)), max_leaves=14
)
LAWS = law(40)
WAYS: dict[Direction, str] = {"right": "column", "down": "row"}
DIRECTIONS = ["right", "left", "down", "up"]


def grown(shape: Any, numbers: Iterator[int] | None = None) -> Node:
    """Nodes of a shape, each with a key of its own."""
    numbers = numbers or itertools.count()
    words, below = shape
    return node(words, *(grown(s, numbers) for s in below), key=f"n{next(numbers)}")


def frames(layout: Layout, tree: Tree | MindMap) -> dict[Node, Rect]:
    return {n: n.body.frame(layout) for half in tree.halves for n, _ in half.nodes}


def span(r: Rect, direction: str) -> tuple[float, float, float, float]:
    """Start and end along the tree's direction, then across it."""
    return {
        "right": (r.x, r.right, r.y, r.bottom),
        "left": (-r.right, -r.x, r.y, r.bottom),
        "down": (r.y, r.bottom, r.x, r.right),
        "up": (-r.bottom, -r.y, r.x, r.right),
    }[direction]


@LAWS
@given(
    SHAPES, st.sampled_from(DIRECTIONS), st.booleans(), st.booleans(), st.sampled_from(["straight", "bracket", "taper"])
)
def test_no_two_nodes_overlap_and_all_stay_inside(
    shape: Any, direction: Any, aligned: bool, compact: bool, connector: TreeConnector
) -> None:
    tree = Tree(grown(shape), direction=direction, aligned=aligned, compact=compact, connector=connector)
    layout, _ = laid_out(tree)
    found = list(frames(layout, tree).values())
    assert all(apart(a, b) for a, b in itertools.combinations(found, 2))
    assert all(layout.frame(tree).contains(r) for r in found)


@LAWS
@given(SHAPES, st.sampled_from(DIRECTIONS), st.booleans())
def test_children_stand_in_order_and_behind_their_parent(shape: Any, direction: Any, compact: bool) -> None:
    tree = Tree(grown(shape), direction=direction, compact=compact)
    layout, _ = laid_out(tree)
    for n, _ in tree.half.nodes:
        parent = span(n.body.frame(layout), direction)
        spans = [span(c.body.frame(layout), direction) for c in n.children]
        assert all(s[0] > parent[1] for s in spans)
        assert all(a[3] <= b[2] for a, b in itertools.pairwise(spans))


@LAWS
@given(SHAPES, st.sampled_from(DIRECTIONS))
def test_the_nodes_of_a_level_start_on_one_line(shape: Any, direction: Any) -> None:
    tree = Tree(grown(shape), direction=direction)
    layout, _ = laid_out(tree)
    starts: dict[int, list[float]] = {}
    for n, level in tree.half.nodes:
        starts.setdefault(level, []).append(span(n.body.frame(layout), direction)[0])
    assert all(max(row) - min(row) < CLOSE for row in starts.values())


@LAWS
@given(SHAPES)
def test_left_is_the_mirror_image_of_right(shape: Any) -> None:
    pictures = []
    for direction in ("right", "left"):
        tree = Tree(grown(shape), direction=direction)
        layout, _ = laid_out(tree)
        width = layout.frame(tree).w
        rects = [n.body.frame(layout) for n, _ in tree.half.nodes]
        pictures.append([r if direction == "right" else Rect(width - r.right, r.y, r.w, r.h) for r in rects])
    for a, b in zip(*pictures, strict=True):
        assert (a.x, a.y, a.w, a.h) == pytest.approx((b.x, b.y, b.w, b.h), abs=CLOSE)


@LAWS
@given(
    SHAPES,
    st.sampled_from(DIRECTIONS),
    st.sampled_from(["straight", "bracket", "taper"]),
    st.sampled_from(["side", "center"]),
)
def test_edges_end_on_the_outlines_of_their_nodes(
    shape: Any, direction: Any, connector: TreeConnector, aim: TreeAim
) -> None:
    root = grown(shape)
    tree = Tree(root, direction=direction, connector=connector, aim=aim)
    layout, drawn = laid_out(tree)
    pairs = [(n, c) for n, _ in tree.half.nodes for c in n.children]
    found = wires(drawn)
    assert len(found) == len(pairs)
    by_id = {layout.ids[n.element()]: n for n, _ in tree.half.nodes}
    for wire in found:
        assert wire.link is not None
        assert wire.link.start.target is not None
        assert wire.link.end.target is not None
        parent, child = by_id[wire.link.start.target], by_id[wire.link.end.target]
        assert child in parent.children
        for end, n in ((wire.link.start, parent), (wire.link.end, child)):
            assert distance(end.point, n.element().outline(layout)) < ON


@LAWS
@given(SHAPES)
def test_without_compacting_each_branch_has_a_band(shape: Any) -> None:
    tree = Tree(grown(shape), compact=False)
    layout, _ = laid_out(tree)
    for n, _ in tree.half.nodes:
        bands = []
        for child in n.children:
            rects = [m.body.frame(layout) for m, _ in child.walk()]
            bands.append((min(r.y for r in rects), max(r.bottom for r in rects)))
        assert all(a[1] < b[0] for a, b in itertools.pairwise(bands))


def test_a_symmetrical_tree_is_drawn_symmetrically() -> None:
    def small() -> Node:
        return node("x", node("y"), node("z"))

    root = node("root", small(), node("m"), small())
    tree = Tree(root, direction="down")
    layout, _ = laid_out(tree)
    middle = root.frame(layout).cx
    a, b, c = (n.frame(layout).cx for n in root.children)
    assert b == pytest.approx(middle, abs=CLOSE)
    assert middle - a == pytest.approx(c - middle, abs=CLOSE)


def test_a_parent_is_level_with_the_middle_one_of_three() -> None:
    root = node("r", node("a"), node("b\nb\nb"), node("c"))
    layout, _ = laid_out(Tree(root))
    assert root.frame(layout).cy == root.children[1].frame(layout).cy


def test_a_single_child_is_joined_by_a_level_line() -> None:
    root = node("one", node("two", node("three\nlines\nhere")))
    _, drawn = laid_out(Tree(root, connector="bracket", boxes=0))
    for wire in wires(drawn):
        assert wire.link is not None
        a, b = wire.link.route
        assert a.y == b.y


def test_labelled_nodes_line_up_by_their_bodies() -> None:
    a, b = Box("a"), Box("bb")
    tree = Tree(node("r", node(labeled(a, top="a very long label")), node(labeled(b, right="?"))))
    layout, drawn = laid_out(tree)
    assert layout.frame(a).x == pytest.approx(layout.frame(b).x)
    ends = {w.link.end.target: w.link.end.point for w in wires(drawn) if w.link}
    assert ends[layout.ids[a]].x == pytest.approx(layout.frame(a).x)


def test_shared_tracks_keep_the_levels_of_two_trees_level() -> None:
    tracks = Tracks()
    trees = [Tree(node(w, node("a"), node("b")), tracks=tracks) for w in ("x", "a much longer root")]
    layout, _ = laid_out(Column(*trees, align="left"))
    starts = [t.node("a").frame(layout).x - layout.frame(t).x for t in trees]
    assert starts[0] == pytest.approx(starts[1])


def test_levels_and_gaps_are_places_as_long_as_the_tree() -> None:
    tree = Tree(node("r", node("a", node("c")), node("b")))
    layout, _ = laid_out(tree)
    whole = layout.frame(tree)
    parts = [tree.level(0), tree.between(0), tree.level(1), tree.between(1), tree.level(2)]
    rects = [p.frame(layout) for p in parts]
    assert all((r.y, r.h) == (whole.y, whole.h) for r in rects)
    assert all(a.right == pytest.approx(b.x) for a, b in itertools.pairwise(rects))


def test_an_edge_is_a_place() -> None:
    for connector in ("straight", "bracket"):
        tree = Tree(node("r", node("a"), node("b"), node("c")), connector=connector)
        layout, _ = laid_out(tree)
        p = tree.edge("b").point(layout)
        assert tree.node("r").frame(layout).right < p.x < tree.node("b").frame(layout).x


def test_two_labels_stand_on_both_sides_of_an_edge() -> None:
    tree = Tree(node("r", node("a", edge=("above", "below")), node("b")))
    _, drawn = laid_out(tree)
    (wire,) = [w for w in wires(drawn) if "above" in repr(w)]
    assert "below" in repr(wire)


def test_dots_have_no_edge_and_turn_with_the_tree() -> None:
    for direction, way in WAYS.items():
        dots = more()
        _, drawn = laid_out(Tree(node("r", node("a"), dots), direction=direction))
        assert len(wires(drawn)) == 1
        assert getattr(dots.body, "direction", "") == way


def test_highlighting_colours_nodes_and_the_edges_between_them() -> None:
    for connector in ("straight", "bracket"):
        tree = Tree(node("r", node("a", node("b")), node("c")), connector=connector)
        tree.highlight("r", "a", "b", role="loss", head="start")
        _, drawn = laid_out(tree)
        assert sum(w.role == "loss" for w in wires(drawn)) == 2
        assert tree.node("a").body.role_name() == "loss"


def test_states_change_how_a_node_looks() -> None:
    tree = Tree(node("r", node("a", state="pruned"), node("b", state="active")))
    assert getattr(tree.node("a").body, "dashed", False)
    assert {a.style for a in tree.links} == {"dashed", "solid"}


def test_branches_of_different_colours_do_not_share_a_trunk() -> None:
    kinds = ["model", "data", "loss", "sample"]
    tree = Tree(node("root\nof\nall", *(node(k, branch=k) for k in kinds)), connector="taper")
    _, drawn = laid_out(tree)
    routes = [w.link.route for w in wires(drawn) if w.link]
    upright = sorted({(round(r[1].x, 3), *sorted((r[1].y, r[2].y))) for r in routes if len(r) == 4})
    for (x, a, b), (y, c, d) in itertools.combinations(upright, 2):
        assert x != y or b <= c or d <= a


@LAWS
@given(st.lists(SHAPES, min_size=1, max_size=4), st.lists(SHAPES, max_size=4))
def test_a_mind_map_has_its_root_between_both_sides(right: list[Any], left: list[Any]) -> None:
    mind = MindMap("the root", right=[grown(s) for s in right], left=[grown(s) for s in left])
    layout, _ = laid_out(mind)
    found = frames(layout, mind)
    root = mind.halves[0].root.body.frame(layout)
    rects = {n.body: r for n, r in found.items()}
    assert all(apart(a, b) for a, b in itertools.combinations(rects.values(), 2))
    assert all(layout.frame(mind).contains(r) for r in rects.values())
    sides = [[n.body.frame(layout) for n, level in half.nodes if level] for half in mind.halves]
    assert all(r.x > root.right for r in sides[0])
    assert all(r.right < root.x for r in sides[1])


def _twice() -> Tree:
    shared = node("s")
    return Tree(node("a", node("b", shared), shared))


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: node("a", ANY("b")), "must be nodes"),
        (lambda: node("a", edge_style="wavy"), "no edge_style"),  # type: ignore[arg-type]
        (lambda: node("a", state="dead"), "no state"),  # type: ignore[arg-type]
        (lambda: Tree(ANY("a")), "must be a node"),
        (lambda: Tree(node("a"), direction=ANY("north")), "no direction"),
        (lambda: Tree(node("a"), connector="elbow"), "no connector"),  # type: ignore[arg-type]
        (lambda: Tree(node("a", node("b", edge="x")), connector="bracket"), "only straight edges carry labels"),
        (lambda: Tree(node("a")).node("b"), "no node 'b'"),
        (lambda: Tree(node("a", node("b"), node("b"))).node("b"), "2 nodes are called"),
        (lambda: Tree(node("a")).level(1), "no level 1"),
        (lambda: Tree(node("a", node("b"))).edge("a"), "no edge leads"),
        (lambda: MindMap("a"), "no branches"),
        (lambda: node("a").body, "stands in no tree"),
        (_twice, "two places"),
    ],
)
def test_errors_name_the_authors_line(make: Callable[[], object], words: str) -> None:
    with pytest.raises(FigureError, match=words) as error:
        make()
    assert error.value.source is not None
    assert error.value.source.file == __file__


def test_a_style_of_all_edges_is_that_of_each() -> None:
    one, all_of_them = Tree(node("a", node("b", edge_style="zigzag"))), Tree(node("a", node("b")), style="zigzag")
    routes = [[g.link.route for g in wires(laid_out(tree)[1]) if g.link] for tree in (one, all_of_them)]
    assert routes[0] == routes[1]
    assert len(routes[0][0]) > 4  # it swings
