"""Formulas on their own line and within it."""

from llmfig import Formula, figure

from ._sheet import sheet


@figure(
    title=("Formulas on their own line and within it", "行间与行内公式"),
    alt=(
        "The same sum with its limits above and below, and beside the sign.",
        "同一求和式：上下限在符号上下方，与在符号旁。",
    ),
)
def formula_display():
    latex = r"\sum_{t=0}^{T} \gamma^t r_t"
    return sheet(
        [(Formula(latex), "display=True"), (Formula(latex, display=False), "display=False")], columns=2
    )
