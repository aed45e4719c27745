"""Marks keep to their frames, take the theme's sizes and colours, and refuse what they cannot draw."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from llmfig.connect.link import Arrow
from llmfig.elements.box import Box
from llmfig.elements.diagram import Diagram
from llmfig.elements.icons import Cross, Icon, Person, Scissors, Star, Tick
from llmfig.elements.marks import Dots, Lock, NeuralNet, Number
from llmfig.elements.marks_base import MARK_SIZES, Mark
from llmfig.elements.marks_flow import BreakMark, CycleArrows, FunnelMark, MiniArrows
from llmfig.elements.marks_signs import BLOCKS, OPERATORS, BlockSign, Operator, Stop
from llmfig.elements.matrix import Strip
from llmfig.errors import FigureError
from llmfig.geometry import union
from llmfig.layout.linear import Row
from llmfig.scene.model import Box as SceneBox
from llmfig.scene.model import Shape, walk
from tests.elements_more.kit import ANY, ON, distance, groups, laid_out, theme, wires

Make = Callable[..., Mark]
ALL: list[Make] = [
    NeuralNet,
    Lock,
    lambda **k: Lock(open=True, **k),
    lambda **k: NeuralNet((3, 4, 2), **k),
    lambda **k: NeuralNet(mirrored=True, direction="down", **k),
    Dots,
    lambda **k: Dots("column", **k),
    lambda **k: Number(3, **k),
    lambda **k: Number("k", outlined=True, **k),
    MiniArrows,
    FunnelMark,
    BreakMark,
    Stop,
    Tick,
    Cross,
    Scissors,
    Person,
    Star,
    lambda **k: CycleArrows("Loop", **k),
    lambda **k: CycleArrows("Loop", style="block", **k),
    lambda **k: CycleArrows("Loop", style="turn", **k),
    lambda **k: CycleArrows(style="turn", clockwise=False, **k),
    *[lambda s=s, **k: Operator(s, **k) for s in OPERATORS],
    *[lambda s=s, **k: BlockSign(s, **k) for s in BLOCKS],
]
ICONS = [
    "user", "bot", "database", "star", "scissors", "check", "x", "brain", "book-open", "thumbs-up", "thumbs-down",
    "search", "image", "music", "dog", "globe", "settings", "zap", "lightbulb", "trophy", "lock", "lock-open",
    "cpu", "server", "cloud", "message-square", "file-text", "clock", "arrow-right", "calculator", "palette",
    "graduation-cap", "robot-arm", "eye", "git-branch", "recycle",
]  # fmt: skip


def ink(mark: Mark) -> tuple[list[Shape | SceneBox], object]:
    layout, drawn = laid_out(mark)
    items = [i for i in walk(drawn) if isinstance(i, Shape | SceneBox)]
    return items, layout.frame(mark)


@pytest.mark.parametrize("make", ALL)
@pytest.mark.parametrize("size", list(MARK_SIZES))
def test_a_mark_stays_in_its_frame(make: Make, size: str) -> None:
    mark = make(size=size)
    layout, drawn = laid_out(mark)
    frame = layout.frame(mark)
    reach = union(i.path.bounds() for i in walk(drawn) if isinstance(i, Shape))
    # The border of a shape runs half a stroke outside, that of a torn edge a whole one.
    assert frame.grown(1.2).contains(reach), (frame, reach)


@pytest.mark.parametrize("make", ALL)
def test_marks_grow_with_their_size(make: Make) -> None:
    sizes = []
    for size in MARK_SIZES:
        mark = make(size=size)
        layout, _ = laid_out(mark)
        sizes.append(layout.measure(mark).h)
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[-1]


@pytest.mark.parametrize("make", ALL)
def test_marks_take_their_colours_from_the_theme(make: Make) -> None:
    for role in (None, "loss"):
        mark = make(role=role) if role else make()
        _, drawn = laid_out(mark)
        for item in walk(drawn):
            if isinstance(item, Shape):
                assert {item.paint.fill, item.paint.stroke} - {None} <= theme().colors


def test_a_role_colours_a_mark() -> None:
    items, _ = ink(Dots(role="loss"))
    assert items[0].paint.fill == theme().role("loss").ink
    items, _ = ink(Dots())
    assert items[0].paint.fill == theme().line


def test_arrows_end_on_the_circle_of_an_operator() -> None:
    a, plus = Box("a"), Operator("⊕")
    layout, drawn = laid_out(Diagram(Row(a, plus, gap="xl"), Arrow(a, plus)))
    (wire,) = wires(drawn)
    assert wire.link is not None
    assert distance(wire.link.end.point, plus.outline(layout)) < ON


def test_plain_signs_are_as_good() -> None:
    assert Operator("-").sign == "−"
    assert BlockSign("x").sign == "×"


def test_a_mirrored_net_is_the_mirror_image() -> None:
    plain, mirrored = NeuralNet((3, 2, 1)), NeuralNet((3, 2, 1), mirrored=True)
    nodes = []
    for net in (plain, mirrored):
        layout, _ = laid_out(net)
        frame = layout.frame(net)
        nodes.append([p.shifted(-frame.cx, -frame.cy) for layer in net.nodes(layout, frame) for p in layer])
    assert {(round(-p.x, 6), round(p.y, 6)) for p in nodes[0]} == {(round(p.x, 6), round(p.y, 6)) for p in nodes[1]}


def test_a_break_mark_tears_its_cell() -> None:
    strip = Strip([1, 0, BreakMark(), 1], gap="none", ruled=True)
    _, drawn = laid_out(strip)
    (mark,) = [g for g in groups(drawn) if g.kind == "icon"]
    (cell,) = [g for g in groups(drawn) if g.kind == "cell" and mark in g.children]
    gap = next(i for i in mark.children if isinstance(i, Shape))
    assert cell.rect.x <= gap.path.bounds().x
    assert gap.path.bounds().right <= cell.rect.right
    assert gap.path.bounds().h > cell.rect.h


@pytest.mark.parametrize("name", ICONS)
def test_icons_are_drawn(name: str) -> None:
    items, _ = ink(Icon(name))
    assert items


@pytest.mark.parametrize(
    ("name", "near"), [("usr", "'user'"), ("thumbs-upp", "'thumbs-up'"), ("robot", "'bot'"), ("tick", "'check'")]
)
def test_an_unknown_icon_names_its_neighbours(name: str, near: str) -> None:
    with pytest.raises(FigureError, match=near) as error:
        Icon(name)
    assert error.value.source is not None
    assert error.value.source.file == __file__


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: Dots(ANY("diagonal")), "no direction"),
        (lambda: NeuralNet((3,)), "no network"),
        (lambda: NeuralNet(direction=ANY("up")), "no direction"),
        (lambda: Lock(size="huge"), "no size 'huge'"),  # type: ignore[arg-type]
        (lambda: Number("1234"), "does not fit"),
        (lambda: Operator("softmax"), "shape='circle'"),  # type: ignore[arg-type]
        (lambda: BlockSign("⊕"), "cannot draw"),  # type: ignore[arg-type]
        (lambda: CycleArrows("a", style=ANY("wavy")), "no style"),
        (lambda: CycleArrows("a", count=1), "from 2 to 8"),
        (lambda: MiniArrows(0), "from 1"),
        (lambda: MiniArrows(direction="in"), "no direction"),  # type: ignore[arg-type]
    ],
)
def test_errors_name_the_authors_line(make: Callable[[], object], words: str) -> None:
    with pytest.raises(FigureError, match=words) as error:
        make()
    assert error.value.source is not None
    assert error.value.source.file == __file__
