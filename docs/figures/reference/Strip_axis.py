"""The axis of cells."""

from llmfig import Column, Strip, figure


@figure(
    title=("The axis of cells", "单元格的轴"),
    alt=(
        "Two strips, one below the other, lined up by the border where the response begins.",
        "上下两条单元格，以回答开始处的边界对齐。",
    ),
)
def strip_axis():
    short = Strip(["$x_1$", "$y_1$", "$y_2$"], role=["data", "sample", "sample"], axis=1)
    long = Strip(["$x_1$", "$x_2$", "$x_3$", "$y_1$"], role=["data"] * 3 + ["sample"], axis=3)
    return Column(short, long, gap="s")
