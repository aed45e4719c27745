"""What can be wrong with a connector."""

from __future__ import annotations

import pytest

from llmfig import Arrow, Box, Brace, Column, Diagram, Line, Row, Strip, fan_in, fan_out
from llmfig.errors import called
from llmfig.layout.element import Element
from tests.core import fails, scene


@pytest.mark.parametrize(
    ("option", "value", "near"),
    [
        ("route", "stright", "straight"),
        ("style", "dash", "dashed"),
        ("head", "bot", "both"),
        ("label_at", "besides", "beside"),
        ("label_side", "abov", "above"),
        ("around", "botom", "bottom"),
    ],
)
def test_unknown_words(option: str, value: str, near: str) -> None:
    def figure() -> Element:
        a, b = Box("a"), Box("b")
        return Diagram(Row(a, b), Arrow(a, b, **{option: value}))  # type: ignore[arg-type]

    fails(figure, f"an arrow has no {option}={value!r}", f"did you mean {near!r}?", at="Arrow(")


def test_unknown_steps_and_roles() -> None:
    def role() -> Element:
        a, b = Box("a"), Box("b")
        return Diagram(Row(a, b), Arrow(a, b, role="los"))  # here

    fails(role, "there is no role 'los'", "did you mean 'loss'?", at="# here")

    def stroke() -> Element:
        a, b = Box("a"), Box("b")
        return Diagram(Row(a, b), Arrow(a, b, stroke="bold"))  # here

    fails(stroke, "there is no stroke 'bold'", "did you mean 'thick'?", "hair, thin, normal, thick, heavy", at="# here")

    def words() -> Element:
        a, b = Box("a"), Box("b")
        return Diagram(Row(a, b), Arrow(a, b, label="x", role="los"))  # here

    fails(words, "there is no role 'los'", at="# here")


@pytest.mark.parametrize("end", ["b", None, 3, ["b"]])
def test_what_is_no_end(end: object) -> None:
    def figure() -> Element:
        a = Box("a")
        return Diagram(a, Arrow(a, end))  # type: ignore[arg-type]

    fails(figure, "the end of an arrow cannot be", called(end), at="Arrow(")

    def start() -> Element:
        a = Box("a")
        return Diagram(a, Line(end, a))  # type: ignore[arg-type]

    fails(start, "the start of an arrow cannot be", at="Line(")


def test_a_class_instead_of_an_element() -> None:
    def figure() -> Element:
        a = Box("a")
        return Diagram(a, Arrow(a, Box))  # type: ignore[arg-type]

    fails(figure, "the end of an arrow cannot be the class Box", "a = Box(...)")


def test_what_is_no_label() -> None:
    a, b = Box("a"), Box("b")
    fails(lambda: Arrow(a, b, label=3), "the label of an arrow cannot be the number 3")  # type: ignore[arg-type]
    fails(lambda: Arrow(a, b, label=["a"]), "the label of an arrow cannot be a list")  # type: ignore[arg-type]
    fails(lambda: Arrow(a, b, labels=("a", 3)), "the label of an arrow cannot be the number 3")  # type: ignore[arg-type]


def test_labels_are_two() -> None:
    a, b = Box("a"), Box("b")
    fails(lambda: Arrow(a, b, labels=("a",)), "labels=('a',)", "labels=(above, below)")  # type: ignore[arg-type]
    fails(lambda: Arrow(a, b, labels=("a", "b", "c")), "labels=(above, below)")  # type: ignore[arg-type]
    fails(lambda: Arrow(a, b, labels="ab"), "labels='ab'", "labels=(above, below)")  # type: ignore[arg-type]
    fails(lambda: Arrow(a, b, label="a", labels=("b", "c")), "either label= or labels=", "labels=(above, below)")


def test_ends_outside_of_the_figure() -> None:
    def element() -> Element:
        a = Box("a")
        lost = Box("lost")
        return Diagram(a, Arrow(a, lost))  # here

    line = element.__code__.co_firstlineno + 2
    fails(element, f"refers to the Box of line {line}, which is not in the figure", "put the Box into", at="# here")

    def part() -> Element:
        a = Box("a")
        lost = Strip("lost")
        return Diagram(a, Arrow(lost[0], a))

    fails(part, "which is not in the figure")

    def anchor() -> Element:
        a = Box("a")
        lost = Box("lost")
        return Diagram(a, Line(lost.right, a, route="straight"))  # here

    fails(anchor, "the Box of line", "which is not in the figure", at="# here")


def test_a_start_on_an_arrow_that_is_not_in_the_figure() -> None:
    def figure() -> Element:
        a, b, c = Box("a"), Box("b"), Box("c")
        lost = Arrow(a, b)
        return Diagram(Row(a, b, c, gap="xl"), Arrow(lost.middle, c))  # here

    fails(figure, "the Arrow of line", "which is not in the figure", "the Diagram as well", at="# here")


def test_an_arrow_that_is_made_and_not_handed_over() -> None:
    def figure() -> Element:
        a, b = Box("a"), Box("b")
        Arrow(a, b)  # lost
        return Row(a, b)

    fails(figure, "this Arrow is made and never drawn", "Diagram(Row(a, b), Arrow(a, b))", at="# lost")

    def brace() -> Element:
        a = Strip("abc")
        note = Brace(a[0:2], label="two")  # lost
        assert note.label
        return Diagram(a, Brace(a))

    fails(brace, "this Brace is made and never drawn", "Diagram(layout, Brace(...))", at="# lost")


def test_an_arrow_between_things_that_are_not_drawn_either() -> None:
    def figure() -> Element:
        a, b = Box("a"), Box("b")
        Diagram(Row(a, b), Arrow(a, b))
        return Box("c")

    assert scene(figure).root


def test_arrows_that_start_on_each_other_in_a_circle() -> None:
    def figure() -> Element:
        a, b = Box("a"), Box("b")
        first = Arrow(a, b)
        second = Arrow(first.middle, b)  # second
        first.start = second.middle
        return Diagram(Row(a, b, gap="xl"), first, second)

    fails(figure, "start on each other in a circle", "start one of them on an element")

    def itself() -> Element:
        a, b = Box("a"), Box("b")
        arrow = Arrow(a, b)
        arrow.start = arrow.middle
        return Diagram(Row(a, b, gap="xl"), arrow)

    fails(itself, "in a circle")


def test_nothing_level_with_it() -> None:
    def figure() -> Element:
        a, b, c = Box("a"), Box("b"), Box("c")
        across = Arrow(a, b)
        return Diagram(Row(a, b, c, gap="xl"), across, Arrow(across.level_with(c), c))  # here

    fails(figure, "no part of the arrow is level with the Box of line", "beside the line", at="# here")


def test_sides_and_ends_that_a_line_has_not() -> None:
    def side() -> Element:
        a, b = Box("a"), Box("b")
        return Diagram(Row(a, b), Arrow(a, b, label="x", label_side="left"))  # here

    fails(side, "this Arrow is level and has no side 'left'", "label_side='above' or 'below'", at="# here")

    def upright() -> Element:
        a, b = Box("a"), Box("b")
        return Diagram(Column(a, b), Line(a, b, label="x", label_side="above"))  # here

    fails(upright, "this Line is upright and has no side 'above'", "'left' or 'right'", at="# here")

    def loop() -> Element:
        a = Box("a")
        return Diagram(a, Arrow(a, a))  # here

    fails(loop, "both ends of this arrow are the same element", "route='arc'", at="# here")


def test_an_arrow_in_two_diagrams() -> None:
    def figure() -> Element:
        a, b = Box("a"), Box("b")
        arrow = Arrow(a, b)  # arrow
        return Diagram(Diagram(Row(a, b), arrow), arrow)

    fails(figure, "this Arrow stands in the Diagram of line", at="# arrow")


def test_a_label_in_two_places() -> None:
    def figure() -> Element:
        a, b, words = Box("a"), Box("b"), Box("words")  # words
        return Diagram(Row(a, b), Arrow(a, b, label=words), Arrow(b, a, label=words))

    fails(figure, "this Box stands in the Arrow of line", at="# words")


def test_what_lies_over_no_diagram() -> None:
    def row() -> Element:
        a, b = Box("a"), Box("b")
        return Diagram(a, b)  # type: ignore[arg-type]  # here

    fails(row, "does not lie over a layout", "Diagram(Row(a, b), Arrow(a, b))", at="# here")

    def words() -> Element:
        return Diagram(Box("a"), "note")

    fails(words, "the string 'note' does not lie over a layout", "Note('note', over=a)")


def test_an_arrow_outside_of_a_diagram() -> None:
    def figure() -> Element:
        a, b = Box("a"), Box("b")
        return Row(a, b, Arrow(a, b))  # here

    fails(figure, "Diagram", at="# here")

    def whole() -> Element:
        a, b = Box("a"), Box("b")
        Row(a, b)
        return Arrow(a, b)  # here

    fails(whole, "Diagram")


def test_an_arrow_to_where_it_starts() -> None:
    def figure() -> Element:
        a = Box("a")
        return Diagram(a, Arrow(a.center, a.center))  # here

    fails(figure, "at the same place", at="# here")


def test_fans_and_chains() -> None:
    def out() -> Element:
        a, b = Box("a"), Box("b")
        return Diagram(Row(a, b), fan_out(a, b))

    fails(out, at="fan_out(")

    def into() -> Element:
        a, b = Box("a"), Box("b")
        return Diagram(Row(a, b), fan_in([a, "b"], b))  # type: ignore[list-item]

    fails(into, "the start of an arrow cannot be", at="fan_in(")

    def labels() -> Element:
        a, b, c = Box("a"), Box("b"), Box("c")
        return Diagram(Row(a, Column(b, c)), fan_out(a, [b, c], labels=["1", "2", "3"]))

    fails(labels, "3 labels for 2", at="fan_out(")
