"""LoRA (2 of 2): the frozen weight and its low-rank update, small on the left and enlarged on the right."""

from llmfig import Arrow, BlockSign, Box, Brace, Column, Diagram, Formula, Grid, Note, Panel, Region, Row, Text, Tracks, fan_out, figure, same_size, tr

from ._lora import D, FROZEN, RANK, TRAINED, adding, parameters, plus, source, state, symbol, weights

MERGED = (
    r"\boldsymbol{Q} = \boldsymbol{Q}_1 + \boldsymbol{Q}_2 = \boldsymbol{W}_q \boldsymbol{X} + \Delta\boldsymbol{W}_q \boldsymbol{X}"
    r" = \boldsymbol{W}_q \boldsymbol{X} + \boldsymbol{BAX} = (\boldsymbol{W}_q + \boldsymbol{BA})\boldsymbol{X}"
    r" = \boldsymbol{W}_q^{\mathrm{Merged}} \boldsymbol{X}"
)
UPDATE = r"$\Delta\boldsymbol{W}_q$"


def both(old, new):
    """The two paths from the input to Q, in a frame."""
    x, total, result = source(), plus(), symbol("Q")
    same_size(old, new, axis="height")
    frame = Region(rows=(1, 2), cols=(0, 1), role="highlight", dashed=True)
    grid = Grid({(0, 0.5): result, (1, 0.5): total, (2, 0): old, (2, 1): new, (3, 0.5): x}, row_gap="xl", col_gap="l", regions=[frame])
    return Diagram(grid, adding(old, new, total, "Q"), Arrow(total, result), fan_out(x.top, [old.bottom, new.bottom]))


def enlarged(matrices, name, *, trained, rows):
    """A panel with matrices, what they are, and whether they are trained, on rows shared with the other panel."""
    return Panel(Column(matrices, Column(name, state(trained=trained), gap="xs"), gap="m", tracks=rows), role="integer" if trained else "paper", outlined=True)


def update():
    """The product of the up-projection, which starts at zero, and the down-projection, which starts at random."""
    up, down = weights(D, RANK, role=TRAINED), weights(RANK, D, role=TRAINED)
    zeros, random = tr(("Init with\nzeros", "Init with random numbers"), ("用 0\n初始化", "用随机数初始化"))
    captions = [Column(symbol(name), Text(words, size="small"), gap="xs") for name, words in (("B", zeros), ("A", random))]
    return Row(
        Diagram(up, Brace(label=f"$r = {RANK}$"), Brace(side="left", label="$d$"), Note(captions[0], side="bottom")),
        BlockSign("×"),
        Diagram(down, Brace(label="$d$"), Brace(side="right", label="$r$"), Note(captions[1], side="bottom")),
    )


@figure(
    title=("LoRA (2 of 2)", "LoRA（2 of 2）"),
    alt=(
        "The output Q is the sum of a frozen path and a LoRA path from the same input X. Enlarged, the frozen weight is a d by d "
        "matrix with d = 1024; the LoRA update is the product of B, d by r and zero at first, and A, r by d and random at first, with r = 2.",
        "输出 Q 是同一输入 X 的冻结路径与 LoRA 路径之和。放大后：冻结的旧参数是 d×d 矩阵（d = 1024）；"
        "LoRA 更新量是 B（d×r，用 0 初始化）与 A（r×d，用随机数初始化）之积，r = 2。",
    ),
)
def lora_2():
    name = r"$\boldsymbol{W}_q$"
    rows, large_rows = Tracks(), Tracks()
    small = both(
        parameters(tr(name, f"旧参数\n{name}"), trained=False, rows=rows),
        parameters(tr("LoRA\n", "LoRA\n模块参数\n") + UPDATE, trained=True, rows=rows),
    )
    old = Diagram(weights(D, D, role=FROZEN), Brace(label=f"$d = {D}$"), Brace(side="left", label="$d$"))
    product = rf"{tr('LoRA', 'LoRA 模块参数')} $\Delta\boldsymbol{{W}}_q = \boldsymbol{{B}} \times \boldsymbol{{A}}$"
    large = both(
        enlarged(old, tr(name, f"旧参数 {name}"), trained=False, rows=large_rows),
        enlarged(update(), product, trained=True, rows=large_rows),
    )
    return Column(Formula(MERGED), Row(small, Box(shape="arrow-right", role="loss", wide=3, tall=2), large, gap="l"), gap="l")
