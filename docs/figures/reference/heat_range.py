"""The range of a heat map."""

from llmfig import Matrix, figure, heat

from ._sheet import sheet


@figure(
    title=("The range of a heat map", "热度的范围"),
    alt=(
        "The same matrix shaded from its least to its largest value, and from 0 to 1.",
        "同一矩阵：按最小值到最大值着色，与按 0 到 1 着色。",
    ),
)
def heat_range():
    values = [[0.2, 0.3], [0.4, 0.5]]
    own = Matrix(values, role=heat(values))
    whole = Matrix(values, role=heat(values, low=0, high=1))
    return sheet([(own, "heat(values)"), (whole, "heat(values, low=0, high=1)")], columns=2)
