"""Connectors."""

from __future__ import annotations

import pytest

from llmfig.geometry import Rect
from llmfig.scene.model import Group
from tests.check.scenes import arrow, box, findings, group, labelled, only, panel, rules, text


def pair() -> tuple[Group, Group]:
    """Two boxes whose middles are at y = 70, from x = 20 to 120 and from 300 to 400."""
    return labelled("A", 20, 50, id="a"), labelled("B", 300, 50, id="b")


def test_a_level_arrow_from_edge_to_edge() -> None:
    assert rules(*pair(), arrow((120, 70), (300, 70), start="a", end="b")) == []


def test_through_a_node() -> None:
    wire = arrow((120, 70), (300, 70), start="a", end="b")
    found = only("line-through-node", findings(*pair(), box(180, 55, 60, 30), wire))
    assert "57 px" in found.message
    assert "from box “A” to box “B”" in found.message


def test_not_through_what_it_passes_or_what_is_a_backdrop() -> None:
    wire = arrow((120, 70), (300, 70), start="a", end="b")
    assert rules(*pair(), box(180, 80, 60, 30), wire) == []
    assert rules(panel(160, 40, 100, 60), *pair(), wire) == []


def test_containers_of_the_ends_are_no_obstacles() -> None:
    inner = labelled("A", 40, 50, id="a")
    outer = box(20, 20, 200, 120, inner, id="outer", inner=False)
    assert rules(outer, labelled("B", 300, 50, id="b"), arrow((140, 70), (300, 70), start="a", end="b")) == []


def test_a_part_may_be_reached_through_the_whole() -> None:
    cells = [box(300 + 40 * i, 55, 40, 30, kind="cell", id=f"c{i}") for i in range(3)]
    strip = group("strip", *cells, id="strip", rect=Rect(300, 55, 120, 30))
    assert rules(labelled("A", 20, 50, id="a"), strip, arrow((120, 70), (300, 70), start="a", end="c0")) == []
    assert rules(labelled("A", 20, 50, id="a"), strip, arrow((120, 70), (340, 70), start="a", end="c1")) == [
        "line-through-node"
    ]


def test_across_its_own_end() -> None:
    assert "line-through-node" in rules(*pair(), arrow((20, 70), (300, 70), start="a", end="b"))


def test_free_ends_may_lie_anywhere() -> None:
    chart = group("chart", box(300, 20, 200, 150, inner=False), id="chart", rect=Rect(300, 20, 200, 150))
    assert rules(chart, arrow((100, 70), (400, 70))) == []


def test_through_an_icon() -> None:
    icon = group("icon", box(190, 60, 20, 20, inner=False))
    assert rules(*pair(), icon, arrow((120, 70), (300, 70), start="a", end="b")) == ["line-through-node"]


@pytest.mark.parametrize(("x", "expected"), [(300, []), (300.7, []), (296, ["loose-end"]), (304, ["loose-end"])])
def test_loose_ends(x: float, expected: list[str]) -> None:
    assert rules(*pair(), arrow((120, 70), (x, 70), start="a", end="b")) == expected


def test_a_loose_end_says_how_far_it_is_off() -> None:
    found = only("loose-end", findings(*pair(), arrow((120, 70), (294.5, 70), start="a", end="b")))
    assert "5.5 px short of the outline of box “B”" in found.message


def test_an_unknown_target() -> None:
    assert rules(*pair(), arrow((120, 70), (300, 70), start="a", end="nowhere")) == ["loose-end"]


def test_ends_at_terms_lie_inside_the_formula() -> None:
    formula = text("L", 300, 60, 100, 24, kind="formula", id="f")
    assert rules(labelled("A", 320, 150, id="a"), formula, arrow((370, 150), (370, 84), start="a", end="f")) == []


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([(20, 70), (200, 70)], []),
        ([(20, 70), (200, 72)], ["nearly-straight"]),
        ([(20, 70), (23, 200)], ["nearly-straight"]),
        ([(20, 70), (420, 86)], ["nearly-straight"]),  # 2.3 degrees
        ([(20, 70), (200, 130)], []),  # clearly slanted
        ([(20, 70), (28, 65)], []),  # short and steep
        ([(20, 70), (100, 70), (100, 71), (200, 71)], ["nearly-straight"]),  # a jog
        ([(20, 70), (100, 70), (100, 150), (200, 150)], []),
    ],
)
def test_nearly_straight(points: list[tuple[float, float]], expected: list[str]) -> None:
    assert rules(arrow(*points)) == expected


def test_curves_are_never_nearly_straight() -> None:
    assert rules(arrow((20, 70), (110, 73), (200, 72), curved=True)) == []


def test_a_slanted_line_may_be_long_but_not_a_few_px_off() -> None:
    assert rules(arrow((20, 70), (420, 86), curved=True)) == []
    assert rules(arrow((20, 70), (420, 73), curved=True)) == ["nearly-straight"]


def test_two_connectors_side_by_side() -> None:
    one = arrow((20, 70), (300, 70))
    assert rules(one, arrow((60, 80), (240, 80))) == []
    found = only("doubled-line", findings(one, arrow((60, 72), (240, 72))))
    assert "2.0 px beside" in found.message
    assert "180 px" in found.message


def test_a_connector_along_an_edge() -> None:
    wire = arrow((20, 70), (120, 70), (120, 300), (200, 300))
    assert rules(panel(20, 100, 99, 150), wire) == ["doubled-line"]
    assert "2.0 px beside the edge of panel" in only("doubled-line", findings(panel(20, 100, 102, 150), wire)).message
    assert rules(panel(20, 100, 90, 150), wire) == []
    assert rules(group("strip", box(80, 100, 39, 40, kind="cell"), box(121, 100, 39, 40, kind="cell")), wire) == []


def test_connectors_on_each_other_need_a_common_stem() -> None:
    one = arrow((20, 70), (200, 70), (200, 200))
    assert rules(one, arrow((20, 70), (200, 70), (200, 20))) == []  # they begin together
    assert rules(one, arrow((120, 70), (160, 70), (160, 20))) == []  # one branches off
    assert rules(one, arrow((60, 20), (60, 70), (160, 70), (160, 20))) == ["doubled-line"]


def test_rounded_corners_are_not_slants() -> None:
    corner = [(100, 70), (104, 71), (107, 74), (108, 78)]
    assert rules(arrow((20, 70), *corner, (108, 200))) == []
