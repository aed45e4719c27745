"""How many dots."""

from llmfig import Dots, figure

from ._sheet import each


@figure(
    title=("How many dots", "省略号的点数"),
    alt=(
        "Rows of two, three and five dots.",
        "两个、三个与五个点。",
    ),
)
def dots_count():
    return each(Dots, ({"count": 2}, {"count": 3}, {"count": 5, "role": "loss"}), columns=3)
