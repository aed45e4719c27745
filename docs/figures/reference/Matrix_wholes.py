"""Tensors as a whole."""

from llmfig import Matrix, figure

from ._sheet import sheet


@figure(
    title=("Tensors as a whole", "整体的张量"),
    alt=(
        "A matrix with its shape laid over it, and one with some cells hatched.",
        "叠加形状标签的矩阵，以及部分单元格带阴影线的矩阵。",
    ),
)
def matrix_wholes():
    empty = [[None] * 6 for _ in range(4)]
    shape = Matrix(empty, role="model", badge="4×6", wide=1, tall=1)
    mask = Matrix(empty, role="data", hatched=lambda row, column: column > row, wide=1, tall=1)
    return sheet([(shape, 'badge="4×6"'), (mask, "hatched=lambda row, column: column > row")], columns=2)
