"""An arrow round the outside."""

from llmfig import Arrow, Box, Diagram, Row, chain, figure


@figure(
    title=("An arrow round the outside", "从外围绕行的箭头"),
    alt=(
        "Three boxes in a row with an arrow that runs back below all of them.",
        "一行三个框，一支箭头从它们下方绕回。",
    ),
)
def arrow_around():
    first, middle, last = (Box(f"$s_{t}$", role="data") for t in range(3))
    back = Arrow(last, first, around="bottom", label='`around="bottom"`')
    return Diagram(Row(first, middle, last, gap="xl"), chain(first, middle, last), back)
