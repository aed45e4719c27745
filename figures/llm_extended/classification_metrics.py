"""Classification metrics: the confusion matrix, what is computed from its cells, and the two curves drawn from that."""

import numpy as np

from llmfig import (
    Area, Arrow, Axis, Box, Chart, ChartNote, Column, Curve, Diagram, Grid, Guide, Line, Points, Region, Row, Text, Vertical,
    around, fan_out, figure, same_size, span, tr,
)  # fmt: skip

POSITIVES, NEGATIVES = 170, 150
TP = np.array([0, 30, 60, 85, 102, 119, 134, 147, 157, 165, 170])  # as the threshold falls
FP = np.array([0, 1, 5, 15, 30, 51, 71, 93, 114, 133, 150])
SHOWN_ROC, SHOWN_PR = [4], [3, 5]  # the thresholds that are read off

TPR, FPR = TP / POSITIVES, FP / NEGATIVES
PRECISION = np.array([1.0, *TP[1:] / (TP + FP)[1:]])  # nothing is predicted to be positive: 1 by convention
F1 = 2 * PRECISION * TPR / (PRECISION + TPR)
AUC = np.sum(np.diff(FPR) * (TPR[1:] + TPR[:-1]) / 2)  # trapezoids


def metric(en, zh, value, *, role):
    name = tr(en, f"{en}（{zh}）" if zh else en)
    return Box(f"**{name}**\n= {value}", role=role, shape="square", stick="fill-x")


def cell(short, en, zh, *, role):
    return Box(tr(f"**{short}**\n({en})", f"**{short}**\n（{en}）\n{zh}"), role=role)


def stack(*boxes):
    return Column(*boxes, gap="none", stick="fill-x")


def plot(x, y, titles, shown, *marks):
    """A curve through (x, y), some of its points read off on both axes."""
    return Chart(
        Axis("x", title=titles[0], title_at="middle", ticks=[*x[shown], 1], range=(0, 1)),
        Axis("y", title=titles[1], title_at="middle", ticks=[*y[shown], 1], range=(0, 1)),
        *[Guide(to=(x[i], y[i]), style="dotted") for i in shown], *marks,
        wide=15, tall=11, origin="0",
    )  # fmt: skip


def roc(*titles):
    area = ChartNote(Box(f"**AUC = {AUC:.2f}**", role="paper", outlined=False, pad="xs"), at=(0.6, 0.45), side="below")
    curve = Curve((FPR, TPR), label="ROC", label_at=0.45)
    return plot(FPR, TPR, titles, SHOWN_ROC, Area((FPR, TPR), role="muted", hatched=True), curve, area, Guide(to=(1, 1), style="dotted"))


def precision_recall(*titles):
    values = Points(TPR[SHOWN_PR], PRECISION[SHOWN_PR], labels=[f"F1 = {v:.2f}" for v in F1[SHOWN_PR]], label_side="above right")
    curve = Curve((TPR, PRECISION), label=tr("P-R Curve", "P-R Curve（PR曲线）"), label_at=0.2)
    return plot(TPR, PRECISION, titles, SHOWN_PR, curve, values)


@figure(
    title=("AUC, PR, F1, Precision, Recall", "AUC、PR、F1、Precision、Recall"),
    alt=(
        "A confusion matrix of labels and predictions. Its rows give recall and the false positive rate, its first column gives "
        "precision, all four cells give accuracy and error rate. At the right the ROC curve with its area, AUC, the P-R curve, and F1.",
        "由真实标签与预测结果构成的混淆矩阵：两行分别给出 TPR（查全率）与 FPR，第一列给出查准率，四格合起来给出准确率与错误率。右侧为 ROC 曲线及其下面积 AUC、P-R 曲线与 F1。",
    ),
)
def classification_metrics():
    tp, fn = cell("TP", "True Positive", "真正例", role="model"), cell("FN", "False Negative", "假负例", role="data")
    fp, tn = cell("FP", "False Positive", "假正例", role="data"), cell("TN", "True Negative", "真负例", role="model")
    recall, fpr = metric("TPR/Recall", "查全率", "TP/(TP+FN)", role="model"), metric("FPR", "", "FP/(FP+TN)", role="data")
    precision = metric("Precision", "查准率", "TP/(TP+FP)", role="model")
    accuracy = metric("Acc/accuracy", "准确率", "(TP+TN)/\n(TP+TN+FP+FN)", role="model")
    error = metric("Error rate", "错误率", "(FP+FN)/\n(TP+TN+FP+FN)", role="data")
    rouge, bleu = (Box(name, shape="square", stick="fill-x") for name in ("ROUGE", "BLEU"))
    like_recall, like_precision = stack(rouge, recall), stack(precision, bleu)
    same_size(tp, fn, fp, tn, like_recall, fpr, like_precision)
    across, down = ([Text(t) for t in tr(("Positive", "Negative"), ("Positive\n正例", "Negative\n负例"))] for _ in range(2))
    same_size(*across)
    predicted = Box(tr("predicted", "predicted（预测）"), role="muted", stick="fill-x")
    label = Box(Vertical(tr("label", "label（标签）")), role="muted", stick="fill-y")
    matrix = Region(rows=(2, 3), cols=(2, 3), role="paper", outlined=True)
    grid = Grid({
        (0, 2): span(predicted, cols=2), (1, 2): across[0], (1, 3): across[1],
        (2, 0): span(label, rows=2), (2, 1): down[0], (2, 2): tp, (2, 3): fn, (2, 4): like_recall,
        (3, 1): down[1], (3, 2): fp, (3, 3): tn, (3, 4): fpr,
        (4, 2): like_precision, (4, 4): stack(accuracy, error),
    }, row_gap="xl", col_gap="l", regions=[matrix])  # fmt: skip

    x_roc, y_roc = Text("FPR", role="data"), Vertical("TPR", role="model")
    x_pr, y_pr = Text(tr("Recall", "Recall（查全率）"), role="model"), Vertical(tr("Precision", "Precision（查准率）"), role="auxiliary")
    curve = precision_recall(x_pr, y_pr)
    f1 = Box("**F1**\n= 2 · Precision · Recall\n/ (Precision + Recall)", shape="square", stick="fill-x")
    dashed = {"style": "dashed", "role": "note", "route": "straight"}
    return Diagram(
        Row(grid, Column(roc(x_roc, y_roc), curve, f1, gap="l"), gap="xxl"),
        Line(around(*across).top, around(tp, fn, like_precision).bottom, **dashed),
        Line(around(*down).left, around(like_recall, fpr).right, **dashed),
        [Arrow(head, first.top) for head, first in zip(across, (tp, fn), strict=True)],
        [Arrow(head, first.left) for head, first in zip(down, (tp, fp), strict=True)],
        fan_out(recall.right, [y_roc.left, x_pr.left], role="model"), Arrow(fpr.right, x_roc.left, role="data"),
        Arrow(precision.right, y_pr.left, role="auxiliary"), Arrow(curve.at(TPR[-1], PRECISION[-1]), f1.right, head="both"),
    )  # fmt: skip
