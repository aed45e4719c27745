"""Several connectors at once: from one place to many, from many to one, from each to the next."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from llmfig.connect.link import Arrow, End
from llmfig.errors import FigureError, called, caller
from llmfig.layout.element import Content
from llmfig.vocabulary import Head, LabelAt, LabelSide, LineStyle, RoleName, Route, Stroke

_trunks = itertools.count()


def fan_out(
    start: End,
    ends: Iterable[End],
    *,
    labels: Sequence[Content | None] = (),
    label_at: LabelAt = "beside",
    label_side: LabelSide | None = None,
    label_t: float | None = None,
    role: RoleName | None = None,
    style: LineStyle = "solid",
    head: Head = "end",
    stroke: Stroke = "normal",
) -> list[Arrow]:
    """Arrows from one place to several that share a stem, with a dot where each branch leaves.

    Args:
        start: where they begin: an element, a part of one, or an anchor.
        ends: where they end, one each.
        labels: of the branches, in order; `None` for one that has none.
        label_at: where it stands: `beside` the line, `on` it as a tag, or along its `slope`.
        label_side: the side of the line it stands at: `left`, `right`, `above` or `below`; by default where there
            is room.
        label_t: how far along the line it stands, from 0 (start) to 1 (end); by default where there is room.
        role: draws them in the strong colour of this role; by default in the theme's line colour.
        style: `solid`, `dashed`, `dotted`, `dash-dot`, `double` or `double-dashed`.
        head: which ends have an arrowhead: `end`, `start`, `both` or `none`.
        stroke: their width: `hair`, `thin`, `normal`, `thick` or `heavy`.

    Returns:
        A list of `Arrow`, to be handed to a `Diagram`.

    Example:
        ```python
        prompt = Box(tr("Prompt", "提示词"), role="data")
        replies = [Box(tr(f"Response {i}", f"回答 {i}"), role="sample") for i in (1, 2, 3)]
        Diagram(Row(prompt, Column(*replies, gap="s"), gap="xl"), fan_out(prompt, replies))
        ```
    """
    pairs, trunk = _paired("fan_out", "ends", ends, labels), f"trunk-{next(_trunks)}"
    return [
        Arrow(
            start, end, label=label, label_at=label_at, label_side=label_side, label_t=label_t, role=role, style=style,
            head=head, stroke=stroke, trunk=trunk,
        )
        for end, label in pairs
    ]  # fmt: skip


def fan_in(
    starts: Iterable[End],
    end: End,
    *,
    labels: Sequence[Content | None] = (),
    label_at: LabelAt = "beside",
    label_side: LabelSide | None = None,
    label_t: float | None = None,
    role: RoleName | None = None,
    style: LineStyle = "solid",
    head: Head = "end",
    stroke: Stroke = "normal",
) -> list[Arrow]:
    """Arrows from several places into one that share their last stretch.

    Args:
        starts: where they begin, one each.
        end: where they end: an element, a part of one, or an anchor.
        labels: of the branches, in order; `None` for one that has none.
        label_at: where it stands: `beside` the line, `on` it as a tag, or along its `slope`.
        label_side: the side of the line it stands at: `left`, `right`, `above` or `below`; by default where there
            is room.
        label_t: how far along the line it stands, from 0 (start) to 1 (end); by default where there is room.
        role: draws them in the strong colour of this role; by default in the theme's line colour.
        style: `solid`, `dashed`, `dotted`, `dash-dot`, `double` or `double-dashed`.
        head: which ends have an arrowhead: `end`, `start`, `both` or `none`.
        stroke: their width: `hair`, `thin`, `normal`, `thick` or `heavy`.

    Returns:
        A list of `Arrow`, to be handed to a `Diagram`.

    Example:
        ```python
        reward, kl = Box(tr("Reward", "奖励"), role="data"), Box(tr("KL penalty", "KL 惩罚"), role="loss")
        total = Operator("+")
        Diagram(Row(Column(reward, kl, equal="width"), total, gap="xl"), fan_in([reward, kl], total))
        ```
    """
    pairs, trunk = _paired("fan_in", "starts", starts, labels), f"trunk-{next(_trunks)}"
    return [
        Arrow(
            start, end, label=label, label_at=label_at, label_side=label_side, label_t=label_t, role=role, style=style,
            head=head, stroke=stroke, trunk=trunk,
        )
        for start, label in pairs
    ]  # fmt: skip


def chain(
    *places: End,
    role: RoleName | None = None,
    style: LineStyle = "solid",
    head: Head = "end",
    route: Route = "auto",
    bend: float = 1.0,
    stroke: Stroke = "normal",
) -> list[Arrow]:
    """Arrows from each place to the next.

    Args:
        *places: at least two elements, parts of them, or anchors, in order.
        role: draws them in the strong colour of this role; by default in the theme's line colour.
        style: `solid`, `dashed`, `dotted`, `dash-dot`, `double` or `double-dashed`.
        head: which ends have an arrowhead: `end`, `start`, `both` or `none`.
        route: their way: `auto`, `elbow`, `straight`, `arc` or `wave`; see `Arrow`.
        bend: how far arcs stand out to the left of their direction; 1 is usual, negative numbers are for the other
            side.
        stroke: their width: `hair`, `thin`, `normal`, `thick` or `heavy`.

    Returns:
        A list of `Arrow`, to be handed to a `Diagram`.

    Raises:
        FigureError: for fewer than two places.

    Example:
        ```python
        steps = [
            Box(words, role="model")
            for words in tr(["Pre-training", "SFT", "RLHF"], ["预训练", "SFT", "RLHF"])
        ]
        Diagram(Row(*steps, equal="both"), chain(*steps))
        ```
    """
    if len(places) < 2:
        listed = len(places) == 1 and isinstance(places[0], list | tuple)
        fix = (
            "take off the brackets, or unpack the list with a star: chain(*boxes)"
            if listed
            else ("name what it joins, in order: chain(a, b, c)")
        )
        raise FigureError("chain() needs at least two places", fix=fix, source=caller())
    return [
        Arrow(a, b, role=role, style=style, head=head, route=route, bend=bend, stroke=stroke)
        for a, b in itertools.pairwise(places)
    ]


def _paired(
    name: str, noun: str, ends: Iterable[End], labels: Sequence[Content | None]
) -> list[tuple[End, Content | None]]:
    shown = "fan_out(a, [b, c])" if name == "fan_out" else "fan_in([a, b], c)"
    if not isinstance(ends, Iterable) or isinstance(ends, str):
        what = f"the {noun} of {name}() must be a list, not {called(ends)}"
        raise FigureError(what, fix=f"write {shown}", source=caller())
    if isinstance(labels, str):
        what, fix = f"the labels of {name}() must be a list, not {called(labels)}", "write labels=['yes', 'no']"
        raise FigureError(what, fix=fix, source=caller())
    found = list(ends)
    if not found:
        raise FigureError(f"{name}() is given no {noun}", fix=f"name what it joins: {shown}", source=caller())
    if len(labels) > len(found):
        raise FigureError(
            f"{name}() has {len(labels)} labels for {len(found)} {noun}",
            fix="give one for each at most, None for none",
            source=caller(),
        )
    return list(itertools.zip_longest(found, labels))
