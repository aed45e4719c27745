"""The caption: what the colours mean, the sizes of the model, and how axes are drawn."""

from llmfig import Column, Diagram, Grid, Legend, Panel, Row, Table, Text, tr

from ._overview_parts import HEADS, LAYERS, SIZES, array, axis

MEANINGS = {
    "max_seq_len": ("Maximum sequence length", "最大序列长度"), "hid_size": ("Hidden state dimension", "隐藏状态维度"), "vocab_size": ("Vocabulary size", "词表大小"),
    "num_head": ("Number of attention heads", "注意力头数"), "head_dim": ("Dimension of a head: hid_size / num_head", "每个头的维度：hid_size / num_head"), "intermediate_size": ("Inner dimension of the FFN block", "FFN block 内维度"),
}  # fmt: skip


def axes():
    """A tensor with four axes."""
    arrays = {(s, b): array("num_head", "head_dim", role="heads") for s in range(SIZES["seq_len"]) for b in range(SIZES["batch"])}
    corner = arrays[SIZES["seq_len"] - 1, 0]
    return Diagram(Grid(arrays, row_gap="m", col_gap="l"), axis("head_dim", "bottom", corner), axis("num_head", "left", corner), axis("seq_len", "right"), axis("batch", "top"))


def caption():
    colors = Legend(
        [(tr("Trainable parameters", "可训练参数"), "sample"), (tr("Computed results, other components", "计算结果、其他部分"), "plain"),
         (tr("First attention head", "第一个注意力头"), HEADS[1]), (tr("Second attention head (of dozens in practice)", "第二个注意力头（实际中通常有数十个）"), HEADS[0]),
         (tr("Masked or padding", "掩码或填充"), "muted")], framed=False,
    )  # fmt: skip
    sizes = Table([[f"`{name}`", str(SIZES[name]), tr(*meaning)] for name, meaning in MEANINGS.items()], align=("left", "center", "left"))
    layers = Text(tr(f"Decoder layers here: {LAYERS}; actual models usually have dozens or more.", f"图中 Decoder 层数为 {LAYERS}，实际中通常有数十层以上。"), size="small", wrap=32, align="left")
    order = Text(tr("Axes of a tensor: columns to the right, rows down, further ones up or to the left. The arrows run counterclockwise (figure on the right).", "张量的各维（见右图）：\n列向右，行向下，更高的维\n向上或向左；箭头沿逆时针。"), size="small", wrap=16, align="left")
    return Panel(Column(colors, sizes, layers, Row(order, axes(), gap="l"), gap="m", align="left"), title=tr("Caption", "图注"), title_side="top left", role="panel", pad="l", title_gap="m")
