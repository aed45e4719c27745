"""Categories of fine-tuning: which layers are trained, and the families of techniques."""

from llmfig import Arrow, Box, Brace, Column, Diagram, Grid, Lock, Panel, Row, Text, Tracks, around, figure, same_size, tr

LAYERS = (4, 3, 2, 1)  # from the top


def stacks():
    """Four models, and what of them is trained."""
    marks = Tracks()

    def layer(number, *, trained):
        lock = Lock(open=trained)
        return Box(Row(lock, f"Layer {number}", gap="s", tracks=marks), role="model" if trained else "muted", shape="square", wide=8)

    full, top, bottom = ([layer(n, trained=n in trained) for n in LAYERS] for trained in (LAYERS, LAYERS[:1], LAYERS[-1:]))
    structure = [Box(Lock(open=True), role="model", shape="square") for _ in LAYERS]
    parts = [Row(layer(n, trained=False), s, gap="none", align="fill") for n, s in zip(LAYERS, structure, strict=True)]
    same_size(*full, *top, *bottom, *parts, axis="width")
    everything, *models = (Column(*layers, gap="s") for layers in (full, top, bottom, parts))
    captions = tr(
        ["Full-parameter\nfine-tuning", "Partial-parameter\nfine-tuning\n(output layer)", "Partial-parameter\nfine-tuning\n(input layer)",
         "Partial-parameter\nfine-tuning\n(some structures)"],
        ["全参数微调", "部分参数微调\n（微调输出层）", "部分参数微调\n（微调输入层）", "部分参数微调\n（微调局部结构）"],
    )  # fmt: skip
    divided = Diagram(everything, Brace(side="right", style="rule", gap="xl"))
    return Grid([[divided, *models], [Text(c, stick="top") for c in captions]], col_gap="xl", row_gap="m")


def families():
    """The categories, each with what belongs to it."""
    rows = tr(
        [("Full parameter", "Train all parameters of the pre-trained model."),
         ("Partial parameter", "Train only some of the parameters, as in LayerNorm tuning."),
         ("Parallel low-rank (LoRA)", "LoRA, AdaLoRA, QLoRA, PiSSA, OLoRA, LoHa, DoRA"),
         ("Adapter Tuning", "Insert bottleneck-shaped adapter modules into the layers."),
         ("Prompt-based fine-tuning", "Prefix-Tuning, Prompt Tuning, P-Tuning, P-Tuning v2")],
        [("全参数微调", "更新预训练模型的全部参数。"),
         ("部分参数微调", "只更新预训练模型的一部分参数，例如 LayerNorm Tuning。"),
         ("并联低秩微调", "LoRA、AdaLoRA、QLoRA、PiSSA、OLoRA、LoHa、DoRA 等"),
         ("Adapter Tuning", "在模型的各层中插入瓶颈形状的 Adapter 模块。"),
         ("基于 Prompt 的微调", "Prefix-Tuning、Prompt Tuning、P-Tuning、P-Tuning v2 等")],
    )  # fmt: skip
    names = [Box(name, role="model", stick="fill-x") for name, _ in rows]
    texts = [Box(Text(text, stick="left"), role="paper", stick="fill-x") for _, text in rows]
    return Grid(list(zip(names, texts, strict=True))), names, texts


@figure(
    title=("Categories of fine-tuning techniques", "微调（Fine-Tuning）技术分类"),
    alt=(
        "Four stacks of four layers: all trained; only the output layer; only the input layer; a part of each layer. Below, five "
        "categories of fine-tuning: full parameter, partial parameter, low-rank (LoRA), adapters, and prompt-based.",
        "四个各含四层的模型：全部参数可训练；仅输出层；仅输入层；每层的局部结构。下方为五类微调技术：全参数、部分参数、并联低秩（LoRA）、Adapter、基于 Prompt。",
    ),
)
def fine_tuning_categories():
    table, names, texts = families()
    root = Box(tr("Fine-tuning", "微调技术"), role="data")
    brace = Brace(around(names[0], names[-1]), side="left", gap="s", label=root)
    lower = Diagram(table, brace, [Arrow(n, t) for n, t in zip(names, texts, strict=True)])
    return Column(*(Panel(part, role="panel-alt", pad="l", stick="fill-x") for part in (stacks(), lower)))
