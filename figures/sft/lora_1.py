"""LoRA (1 of 2): a large matrix as a product of two small ones, and where such a product is added in an attention layer."""

from llmfig import Arrow, BlockSign, Box, Brace, Column, Diagram, Grid, Note, Panel, Region, Row, Text, Tracks, fan_out, figure, labeled, tr

from ._lora import D, RANK, TRAINED, adding, parameters, plus, source, symbol, weights


def decomposition():
    """The matrix, its two factors, and how many numbers each side holds."""
    full, tall, wide = (weights(rows, cols, role=TRAINED) for rows, cols in ((D, D), (D, RANK), (RANK, D)))
    before = f"{D} × {D} = {D * D:,}"
    after, share = f"{D} × {RANK} + {RANK} × {D} = {2 * D * RANK:,}", f"1/{D // (2 * RANK)}"
    fewer = tr(f"Dramatically reduced parameter count:\n{after}, only {share}", f"参数量大幅减少：\n{after}，仅为 {share}")
    note = Text(tr("Decomposed into 2\nlow-dimensional matrices", "分解为 2 个\n低维矩阵"), size="small")
    columns, rows = tr((f"{D}", f"{D}"), (f"{D} 列", f"{D} 行"))
    return Row(
        Diagram(full, Brace(label=columns), Brace(side="left", label=rows), Note(Text(before, size="small"), side="bottom", gap="m")),
        labeled(BlockSign("≈"), bottom=note),
        Diagram(tall, Brace(label=f"{RANK}"), Brace(side="right", label=f"{D}")),
        BlockSign("×"),
        Diagram(wide, Brace(label=f"{D}"), Brace(side="right", label=f"{RANK}"), Note(Text(fewer, size="small"), side="bottom", gap="m")),
        gap="l",
    )  # fmt: skip


def attention_layer():
    attention, x = Box("Attention", role="model", wide=14, tall=2.6), source(wide=14, tall=2.6)
    grid, links, starts, regions = {(0, 2.5): attention, (3, 2.5): x}, [], [], []
    rows = Tracks()
    for i, (letter, end) in enumerate(zip("QKV", (attention.left, attention.bottom, attention.right), strict=True)):
        name = rf"$\boldsymbol{{W}}_{letter.lower()}\vphantom{{W_q}}$"
        old = parameters(tr(name, f"旧参数 {name}"), trained=False, rows=rows)
        new = parameters(tr("LoRA", "LoRA\n模块参数"), trained=True, rows=rows)
        total = plus()
        grid |= {(1, 2 * i + 0.5): total, (2, 2 * i): old, (2, 2 * i + 1): new}
        links += [*adding(old, new, total, letter), Arrow(total.top, end, label=symbol(letter))]
        starts += [old.bottom, new.bottom]
        regions.append(Region(rows=(1, 2), cols=(2 * i, 2 * i + 1), role="paper"))
    return Diagram(Grid(grid, row_gap="xl", col_gap="l", regions=regions), links, fan_out(x.top, starts))


@figure(
    title=("LoRA (1 of 2)", "LoRA（1 of 2）"),
    alt=(
        "Above, a 1024 by 1024 matrix is approximated by the product of a 1024 by 2 and a 2 by 1024 matrix, with a 256th of the "
        "parameters. Below, the input X goes through a frozen weight and a trainable LoRA module for each of Q, K and V; the two "
        "results are added and go into attention.",
        "上方：1024×1024 的矩阵近似分解为 1024×2 与 2×1024 两个矩阵之积，参数量仅为 1/256。"
        "下方：输入 X 分别经过 Q、K、V 的冻结旧参数与可训练的 LoRA 模块，两路结果相加后送入 Attention。",
    ),
)
def lora_1():
    top = Panel(decomposition(), role="panel-alt", title=tr("Low-rank property", "低秩性"), title_side="top left", stick="fill-x")
    return Column(top, Panel(attention_layer(), role="panel-alt", stick="fill-x"))
