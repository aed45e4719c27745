"""Classification metrics: the confusion matrix, what is computed from its cells, and the two curves drawn from that."""

import numpy as np

from llmfig import (
    Area, Arrow, Axis, Box, Chart, Column, Curve, Diagram, Grid, Guide, Inset, Line, Points, Region, Row, Text, Vertical,
    around, fan_out, figure, same_size, span, tr,
)  # fmt: skip

POSITIVES, NEGATIVES = 170, 150
TP = np.array([0, 30, 60, 85, 102, 119, 134, 147, 157, 165, 170])  # as the threshold falls
FP = np.array([0, 1, 5, 15, 30, 51, 71, 93, 114, 133, 150])
SHOWN_ROC, SHOWN_PR = 4, (3, 5)  # the thresholds that are read off

TPR, FPR = TP / POSITIVES, FP / NEGATIVES
PRECISION = np.array([1.0, *TP[1:] / (TP + FP)[1:]])  # nothing is predicted to be positive: 1 by convention
F1 = 2 * PRECISION * TPR / (PRECISION + TPR)
AUC = np.trapezoid(TPR, FPR)


def metric(name, value, *, role):
    return Box(f"**{name}**\n= {value}", role=role, shape="square", size="small")


def stack(*boxes):
    return Column(*boxes, gap="none", equal="width", stick="fill")


def roc(x, y):
    chart = Chart(
        Axis("x", title=x, title_at="middle", ticks=[FPR[SHOWN_ROC], 1], range=(0, 1)),
        Axis("y", title=y, title_at="middle", ticks=[TPR[SHOWN_ROC], 1], range=(0, 1)),
        Area((FPR, TPR), role="output", hatched=True), Curve((FPR, TPR), label="ROC", label_at=0.45),
        Guide(to=(1, 1), style="dotted"), Guide(to=(FPR[SHOWN_ROC], TPR[SHOWN_ROC]), style="dotted"),
        wide=15, tall=12, origin="0",
    )  # fmt: skip
    return Diagram(chart, Inset(Box(f"[**AUC = {AUC:.2f}**]{{model}}", role="paper", outlined=False, pad="xs"), over=chart, at="center"))


def precision_recall(x, y):
    marks = list(SHOWN_PR)
    return Chart(
        Axis("x", title=x, title_at="middle", ticks=[*TPR[marks], 1], range=(0, 1)),
        Axis("y", title=y, title_at="middle", ticks=[*PRECISION[marks], 1], range=(0, 1)),
        Curve((TPR, PRECISION), label=tr("P-R Curve", "P-R Curve（PR曲线）"), label_at=0.2),
        *[Guide(to=(TPR[i], PRECISION[i]), style="dotted") for i in marks],
        Points(TPR[marks], PRECISION[marks], labels=[f"F1 = {F1[i]:.2f}" for i in marks], label_side="above right"),
        wide=15, tall=12, origin="0",
    )  # fmt: skip


@figure(
    title=("AUC, PR, F1, Precision, Recall", "AUC、PR、F1、Precision、Recall"),
    alt=(
        "A confusion matrix of labels and predictions. Its rows give recall and the false positive rate, its first column gives "
        "precision, all four cells give accuracy and error rate. At the right the ROC curve with its area, AUC, the P-R curve, and F1.",
        "由真实标签与预测结果构成的混淆矩阵：两行分别给出 TPR（查全率）与 FPR，第一列给出查准率，四格合起来给出准确率与错误率。右侧为 ROC 曲线及其下面积 AUC、P-R 曲线与 F1。",
    ),
)
def classification_metrics():
    tp, fn = Box(tr("**TP**\n(True Positive)", "**TP**\n（True Positive）"), role="model"), Box(tr("**FN**\n(False Negative)", "**FN**\n（False Negative）"), role="data")
    fp, tn = Box(tr("**FP**\n(False Positive)", "**FP**\n（False Positive）"), role="data"), Box(tr("**TN**\n(True Negative)", "**TN**\n（True Negative）"), role="model")
    recall = metric(tr("TPR/Recall", "TPR/Recall（查全率）"), "TP/(TP+FN)", role="model")
    fpr = metric("FPR", "FP/(FP+TN)", role="data")
    precision = metric(tr("Precision", "Precision（查准率）"), "TP/(TP+FP)", role="model")
    accuracy = metric(tr("Acc/accuracy", "Acc/accuracy（准确率）"), "(TP+TN)/\n(TP+TN+FP+FN)", role="model")
    error = metric(tr("Error rate", "Error rate（错误率）"), "(FP+FN)/\n(TP+TN+FP+FN)", role="data")
    rouge, bleu = Box("ROUGE", shape="square", size="small"), Box("BLEU", shape="square", size="small")
    f1 = metric("F1", "(2*Precision*Recall)/\n(Precision+Recall)", role="plain")
    same_size(tp, fn, fp, tn)
    across, down = ([Text(t) for t in tr(("Positive", "Negative"), ("Positive", "Negative"))] for _ in range(2))
    predicted, label = Box("predicted", role="muted", stick="fill-x"), Box(Vertical("label"), role="muted", stick="fill-y")
    matrix = Region(rows=(2, 3), cols=(2, 3), role="paper", outlined=True)
    grid = Grid({
        (0, 2): span(predicted, cols=2), (1, 2): across[0], (1, 3): across[1], (2, 0): span(label, rows=2), (2, 1): down[0], (3, 1): down[1],
        (2, 2): tp, (2, 3): fn, (3, 2): fp, (3, 3): tn, (2, 4): stack(rouge, recall), (3, 4): fpr,
        (4, 2): stack(precision, bleu), (4, 4): stack(accuracy, error),
    }, row_gap="l", col_gap="l", regions=[matrix])  # fmt: skip
    titles = [Text("FPR", role="data"), Vertical("TPR", role="model"), Text(tr("Recall", "Recall（查全率）"), role="model"), Vertical(tr("Precision", "Precision（查准率）"), role="auxiliary")]
    curve = precision_recall(*titles[2:])
    charts = Column(roc(*titles[:2]), curve, f1, gap="l")
    dashed = {"style": "dashed", "role": "note", "route": "straight"}
    return Diagram(
        Row(grid, charts, gap="xxl"),
        Line(around(*across).top, around(tp, fn, bleu).bottom, **dashed), Line(around(*down).left, around(recall, fpr).right, **dashed),
        [Arrow(a, b.top) for a, b in zip(across, (tp, fn))], [Arrow(a, b.left) for a, b in zip(down, (tp, fp))],
        fan_out(recall.right, [titles[1].left, titles[2].left], role="model"), Arrow(fpr.right, titles[0].left, role="data"),
        Arrow(precision.right, titles[3].left, role="auxiliary"), Arrow(curve, f1, head="both"),
    )  # fmt: skip
