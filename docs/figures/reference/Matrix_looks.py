"""Looks of cells."""

from llmfig import Matrix, figure

from ._sheet import each


OPTIONS = (
    {"fmt": ".2f"},
    {"size": "body"},
    {"gap": "s"},
    {"gap": "none", "ruled": True},
    {"uniform": False},
    {"wide": 3, "tall": 2},
    {"pad": 10},
    {"align": "right", "wide": 4},
    {"cards": 2},
)


def matrix(**options):
    return Matrix([[0.5, 12], [1.25, 7]], role="data", **options)


@figure(
    title=("Looks of cells", "单元格的外观"),
    alt=(
        "Matrices with each option, named below.",
        "使用各个选项的矩阵，名称在下方。",
    ),
)
def matrix_looks():
    return each(matrix, OPTIONS, columns=3)
