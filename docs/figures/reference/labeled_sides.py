"""Notes at every side."""

from llmfig import Box, figure, labeled


@figure(
    title=("Notes at every side", "四周的注释"),
    alt=(
        "A circle with a note at each of its four sides.",
        "一个圆，四边各有一个注释。",
    ),
)
def labeled_sides():
    state = Box("$s$", role="data", shape="circle")
    return labeled(state, top="`top`", right="`right`", bottom="`bottom`", left="`left`", gap="s")
