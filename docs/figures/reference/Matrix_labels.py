"""Levels of labels."""

from llmfig import Diagram, Matrix, Row, Strip, figure


@figure(
    title=("Levels of labels", "标签的层级"),
    alt=(
        "A strip with ids next to its cells and positions outside of these.",
        "一条单元格，旁边是编号，外面是位置。",
    ),
)
def matrix_labels():
    tokens = Strip([*"abc"], role="data", wide=3)
    ids = tokens.label_columns(["64", "65", "66"], side="bottom")
    positions = tokens.label_columns(["0", "1", "2"], side="bottom", level=1, role="loss", size="tiny")
    grid = Matrix([[1, 2], [3, 4]], role="data")
    rows = (
        grid.label_rows(["a", "b"], side="right"),
        grid.label_rows(["0", "1"], side="right", level=1, role="loss"),
    )
    return Row(Diagram(tokens, ids, positions), Diagram(grid, *rows), gap="xl")
