"""One edit of a small figure, and exactly what is said of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from llmfig import (
    Arrow,
    Axis,
    Bars,
    Box,
    Brace,
    Callout,
    Chart,
    Column,
    Curve,
    Diagram,
    Formula,
    Line,
    Lock,
    Matrix,
    Overlay,
    Panel,
    Row,
    Strip,
    Text,
    Vertical,
    labeled,
)
from llmfig.chart.mark import Mark
from llmfig.layout.element import Element
from tests.core import Draw
from tests.review.kit import said

Joins = Callable[[Box, Box, Box], list[Arrow]]


def joined(a: Box, b: Box, c: Box) -> list[Arrow]:
    return [Arrow(a, b), Arrow(b, c)]


def loop(
    middle: Callable[[], Box] | None = None, joins: Joins = joined, gap: str = "l", prompt: str = "Prompt"
) -> Draw:
    """Three boxes in a row, joined by arrows."""

    def figure() -> Element:
        a, c = Box(prompt, role="data"), Box("Reward", role="loss")
        b = middle() if middle else Box("Policy", role="model")
        return Diagram(Row(a, b, c, gap=gap), *joins(a, b, c))

    return figure


def policy(text: str = "Policy", **options: object) -> Draw:
    """The loop with another box in its middle."""
    return loop(lambda: Box(text, **({"role": "model"} | options)))  # type: ignore[arg-type]


def feeds(**options: object) -> Draw:
    """The loop with a label at its first arrow."""

    def joins(a: Box, b: Box, c: Box) -> list[Arrow]:
        return [Arrow(a, b, **({"label": "feeds"} | options)), Arrow(b, c)]  # type: ignore[arg-type]

    return loop(joins=joins, gap="xxl")


def around(first: str, last: str) -> Draw:
    """The loop with an arrow from a side of its first box to a side of its last."""
    return loop(joins=lambda a, b, c: [Arrow(getattr(a, first), getattr(c, last))])


def with_critic() -> Element:
    a, b, c = Box("Prompt", role="data"), Box("Policy", role="model"), Box("Reward", role="loss")
    critic = Box("Critic", role="auxiliary")
    return Diagram(Row(a, critic, b, c, gap="l"), Arrow(a, critic), Arrow(critic, b), Arrow(b, c))


def exchanged() -> Element:
    a, b, c = Box("Prompt", role="data"), Box("Policy", role="model"), Box("Reward", role="loss")
    return Diagram(Row(b, a, c, gap="l"), Arrow(a, b), Arrow(b, c))


def in_column() -> Element:
    a, b, c = Box("Prompt", role="data"), Box("Policy", role="model"), Box("Reward", role="loss")
    return Diagram(Column(Row(a, b, c, gap="l")), Arrow(a, b), Arrow(b, c))


def in_panel() -> Element:
    a, b, c = Box("Prompt", role="data"), Box("Policy", role="model"), Box("Reward", role="loss")
    return Diagram(Panel(Row(a, b, c, gap="l"), title="Loop"), Arrow(a, b), Arrow(b, c))


def critic_in(row: int) -> Draw:
    def figure() -> Element:
        rows = [[Box("One"), Box("Two")], [Box("Three"), Box("Four")]]
        rows[row].append(Box("Critic"))
        return Column(*(Row(*boxes) for boxes in rows))

    return figure


def hint(make: Callable[[Box], Box]) -> Draw:
    def figure() -> Element:
        model = Box("Model")
        return Column(model, make(model))

    return figure


def chart(mark: Callable[[], Mark]) -> Draw:
    return lambda: Chart(Axis("x", range=(0, 1)), Axis("y", range=(0, 1)), mark())


LONG = "a rather long sentence of words"

EDITS: dict[str, tuple[Draw, Draw, list[str]]] = {
    # Words
    "a word": (loop(), policy("Policy model"), ['text "Policy" -> "Policy model"']),
    "a formula": (lambda: Formula("x_t"), lambda: Formula(r"\pi_t"), [r'formula "x_t" -> "\pi_t"']),
    "a formula in a text": (
        lambda: Text("the $x_t$ of all"),
        lambda: Text("the $y_t$ of all"),
        ['text "the x_t of all" -> "the y_t of all"'],
    ),
    "a number": (lambda: Matrix([[1, 2], [3, 4]]), lambda: Matrix([[1, 2], [3, 5]]), ['cell "4" -> "5"']),
    "the measure": (
        lambda: Box(LONG),
        lambda: Box(LONG, wrap=6),
        [f'text "{LONG}" on 4 lines instead of 1'],
    ),
    "other LaTeX for the same": (lambda: Formula("x_t"), lambda: Formula("x_{t}"), []),
    # Look
    "a role": (loop(), policy(role="sample"), ['box "Policy": role model -> sample']),
    "a type size": (loop(), policy(size="small"), ['text "Policy": text size 18 -> 15 px']),
    "a face": (loop(), policy(bold=True), ['text "Policy": font sans -> sans-bold']),
    "dashes": (loop(), policy(dashed=True), ['box "Policy": dashes none -> 7 4']),
    "an outline": (loop(), policy(outlined=False), ['box "Policy": stroke #2e9ccb -> none']),
    "a gradient": (loop(), policy(fade="loss"), ['box "Policy": fill #71ccf5 -> #71ccf5 to #f0adb7']),
    "a shape": (policy(shape="pill"), policy(shape="diamond"), ['box "Policy": another shape']),
    "cards": (loop(), policy(cards=2), ['box "Policy" drawn differently']),
    "the way of reading": (
        lambda: Row(Text("Hidden"), Box("A")),
        lambda: Row(Vertical("Hidden"), Box("A")),
        ['text "Hidden": turn 0 -> -90 degrees'],
    ),
    # Size and place
    "a width": (loop(), policy(wide=8), ['box "Policy" 71 px wider']),
    "a padding": (loop(), policy(pad="m"), ['box "Policy" 24 px wider and 16 px taller']),
    "a gap": (loop(gap="xl"), loop(gap="xxl"), ['gaps of row "Prompt … Reward" 44 -> 72 px']),
    "an alignment": (
        lambda: Row(Box("A", tall=6), Box("B")),
        lambda: Row(Box("A", tall=6), Box("B"), align="top"),
        ['box "B" moved 37 px up'],
    ),
    "another container": (
        lambda: Row(Box("A"), Box("B")),
        lambda: Column(Box("A"), Box("B")),
        ['row "A … B" is now a column'],
    ),
    "a row to another": (
        critic_in(0),
        critic_in(1),
        ['box "Critic" moved from row "One … Critic" to row "Three … Critic"'],
    ),
    "an order": (loop(), exchanged, ['box "Policy" now first']),
    "what covers what": (
        lambda: Overlay(Box("A", wide=8), Box("", role="loss", wide=2)),
        lambda: Overlay(Box("", role="loss", wide=2), Box("A", wide=8)),
        ['box near text "A" painted in another order'],
    ),
    "a container that shows in nothing": (loop(), in_column, []),
    # Coming and going
    "one box more": (
        loop(),
        with_critic,
        [
            'box "Critic" added, with connectors "Prompt" -> "Critic" and "Critic" -> "Policy"',
            'arrow "Prompt" -> "Policy" removed',
        ],
    ),
    "one box less": (
        with_critic,
        loop(),
        [
            'arrow "Prompt" -> "Policy" added',
            'box "Critic" removed, with connectors "Prompt" -> "Critic" and "Critic" -> "Policy"',
        ],
    ),
    "a panel": (loop(), in_panel, ['panel "Loop" added']),
    "a mark": (loop(), policy(corner=Lock()), ['lock in box "Policy" added']),
    "a cell": (lambda: Strip(["a", "b"]), lambda: Strip(["a", "x", "b"]), ['cell "x" added']),
    "a note": (
        lambda: Row(Box("A"), Box("B")),
        lambda: Row(labeled(Box("A"), top="noted"), Box("B")),
        ['note "noted" added'],
    ),
    "a brace": (
        lambda: Diagram(Row(Box("A"), Box("B"))),
        lambda: Diagram(Row(Box("A"), Box("B")), Brace(label="both")),
        ['brace "both" added'],
    ),
    "a row of boxes": (
        lambda: Column(Box("A"), Box("B")),
        lambda: Column(Box("A"), Row(Box("C"), Box("D"), Box("E")), Box("B")),
        ['row "C … E" added, with 3 boxes'],
    ),
    "another kind": (
        hint(lambda model: Box("hello", role="input", size="small")),
        hint(lambda model: Callout("hello", to=model)),
        ['box "hello" is now a callout'],
    ),
    # Data
    "a curve": (
        chart(lambda: Curve(lambda x: x, label="f")),
        chart(lambda: Curve(lambda x: x * x, label="f")),
        ['curve "f" drawn differently'],
    ),
    "a bar": (
        chart(lambda: Bars([0.3, 0.5])),
        chart(lambda: Bars([0.3, 0.4])),
        ["bars drawn differently"],
    ),
    # Connectors
    "an arrow less": (loop(), loop(joins=lambda a, b, c: [Arrow(a, b)]), ['arrow "Policy" -> "Reward" removed']),
    "an arrow elsewhere": (
        loop(),
        loop(joins=lambda a, b, c: [Arrow(a, b), Arrow(a.top, c.top)]),
        ['arrow "Policy" -> "Reward" now "Prompt" -> "Reward"'],
    ),
    "an arrow turned round": (
        loop(),
        loop(joins=lambda a, b, c: [Arrow(a, b), Arrow(c, b)]),
        ['arrow "Policy" -> "Reward" now "Reward" -> "Policy"'],
    ),
    "another way": (around("top", "top"), around("bottom", "bottom"), ['arrow "Prompt" -> "Reward" takes another way']),
    "a line for an arrow": (
        loop(),
        loop(joins=lambda a, b, c: [Line(a, b), Arrow(b, c)]),
        ['line "Prompt" -> "Policy": heads end -> none'],
    ),
    "a wave": (feeds(), feeds(route="wave"), ['arrow "Prompt" -> "Policy" drawn differently']),
    "a dashed arrow": (feeds(), feeds(style="dashed"), ['arrow "Prompt" -> "Policy": dashes none -> 7 4']),
    "a double arrow": (feeds(), feeds(style="double"), ['arrow "Prompt" -> "Policy": line single -> double']),
    "a thick arrow": (feeds(), feeds(stroke="thick"), ['arrow "Prompt" -> "Policy": stroke width 1.5 -> 2.4 px']),
    "two heads": (feeds(), feeds(head="both"), ['arrow "Prompt" -> "Policy": heads end -> both']),
    "a label": (feeds(), feeds(label="feeds into"), ['label "feeds" -> "feeds into"']),
    "a label more": (feeds(label=None), feeds(), ['label "feeds" added']),
    "a label elsewhere": (feeds(), feeds(label_side="below"), ['label "feeds" moved 27 px down']),
    "a label on the line": (feeds(), feeds(label_at="on"), ['label "feeds" now on its line']),
    "a label gone with its arrow": (
        feeds(),
        loop(joins=lambda a, b, c: [Arrow(b, c)], gap="xxl"),
        ['arrow "Prompt" -> "Policy" removed, with label "feeds"'],
    ),
    # What the checks may overlook
    "an exception": (
        lambda: Box("A"),
        lambda: Box("A").allow("overlap", "on purpose"),
        ['exceptions from checks: "overlap: on purpose" added'],
    ),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_is_called_what_it_is(edit: str) -> None:
    before, after, expected = EDITS[edit]
    assert said(before, after) == expected


@pytest.mark.parametrize("edit", EDITS)
def test_undone_it_is_one_change_as_well(edit: str) -> None:
    before, after, expected = EDITS[edit]
    assert len(said(after, before)) == len(expected)
