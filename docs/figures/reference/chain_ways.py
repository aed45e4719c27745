"""Chains of arrows."""

from llmfig import Box, Diagram, Row, chain, figure

from ._sheet import each


OPTIONS = (
    {"role": "loss", "style": "dashed"},
    {"head": "both", "stroke": "thick"},
    {"route": "arc"},
    {"route": "arc", "bend": -1},
)


def joined(**options):
    states = [Box(f"$s_{t}$", role="data") for t in range(3)]
    return Diagram(Row(*states, gap="xxl"), chain(*states, **options))


@figure(
    title=("Chains of arrows", "箭头链"),
    alt=(
        "Chains with each option, named below.",
        "使用各个选项的箭头链，名称在下方。",
    ),
)
def chain_ways():
    return each(joined, OPTIONS, columns=2)
