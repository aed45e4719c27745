"""DPO: how preference pairs are made, which of their tokens count, and the steps of training."""

from llmfig import (
    Arrow, Box, Brace, Column, Cross, Diagram, Formula, Grid, Highlight, Lock, NeuralNet, Note, Panel, Person, Row, Strip, Text,
    Tick, Tracks, around, fan_out, figure, labeled, same_size, span, tr,
)  # fmt: skip

from ._parts import BETTER, POOR, QUESTION, model, ratio

PROMPT = ["May", "I", "feed", "my", "dog", "choc", "olate", "?"], ["可以", "给", "狗", "喂", "巧", "克力", "吗", "？"]
CHOSEN = ["No", ",", "it’s", "toxic", "."], ["不行", "，", "有", "毒", "。"]
REJECTED = ["Dogs", "love", "it", "."], ["狗", "很", "爱吃", "。"]
LENGTH = 7  # of the longest answer of the batch


def annotation():
    """From a prompt to the pair of its best and its worst answer."""
    prompt = Box(tr(*QUESTION), role="data")
    responses = [Box(tr(*answer), role="plain") for answer in (BETTER, ("Go look it up.", "自己上网查。"), POOR)]
    marks = [Box(tr(Tick(), "优"), role="model", wide=2.2)] + [Box(tr(Cross(), "差"), role="loss", wide=2.2) for _ in range(2)]
    pair = [Box(tr(*QUESTION), role="data"), Box(tr(*BETTER), role="model"), Box(tr(*POOR), role="loss")]
    same_size(*responses), same_size(*marks), same_size(*pair)
    symbols = [Text(s, stick="left") for s in ("Prompt", tr("$y_w$ (win)", "$y_w$（win）"), tr("$y_l$ (lose)", "$y_l$（lose）"))]
    rows = Tracks()
    stages = [
        Panel(Column(Text(title, role="note"), Grid(list(zip(*columns)), row_gap="s", rows=rows)), role="paper")
        for title, *columns in (
            (tr("Response", "模型回答结果"), responses), (tr("Annotation", "标注结果"), marks), (tr("Preference data pairs", "偏好数据对"), pair, symbols),
        )
    ]  # fmt: skip
    people = Row(*[Person(filled=True) for _ in range(3)], gap="none")
    start = labeled(prompt, top="Prompt")
    return Diagram(
        Row(start, *stages, spread=True),
        Arrow(prompt, stages[0], labels=(NeuralNet(), tr("Generation by\nthe SFT model", "SFT模型\n推理多次"))),
        Arrow(stages[0], stages[1], labels=(people, tr("Annotation", "标注"))),
        Arrow(stages[1], stages[2], labels=(None, tr("Pairing", "配对"))),
        stick="fill-x",
    )  # fmt: skip


def sequence(prompt, answer, role):
    """A padded sequence, and its answer: what is counted."""
    look = {"size": "small", "wide": 4.8, "tall": 2.6, "gap": "none", "ruled": True}
    counted = Strip([*answer, "<END>"], role=role, **look)
    padding = ["<PAD>"] * (LENGTH - len(answer) - 1)
    return Row(Strip(prompt, **look), counted, Strip(padding, role="muted", **look)), counted


def loss_region():
    """Two sequences of equal length; only the answers count, without padding."""
    chosen, better = sequence(tr(*PROMPT), tr(*CHOSEN), "model")
    rejected, poor = sequence(tr(*PROMPT), tr(*REJECTED), "loss")
    names = tr(["Better answer\n(chosen)", "Poor answer\n(rejected)"], ["优质回答\n（chosen）", "劣质回答\n（rejected）"])
    frames = [Highlight(answer, role="sample", dashed=True, below=True, pad="s") for answer in (better, poor)]
    words = Text(tr("Only the answer content is used for loss computation", "仅有回答内容参与Loss计算"), role="sample")
    grid = Grid([[Text(names[0]), chosen], [Text(names[1]), rejected]], row_gap="l", align=("center", "left"))
    return Diagram(grid, frames, Note(words, over=around(better, poor), side="bottom", gap="m"))


def law():
    """The loss, its two implicit rewards named."""
    better, poor = (rf"\term{{{y}}}{{{ratio(y)}}}" for y in "wl")
    formula = Formula(rf"\mathcal{{L}}_{{\mathrm{{DPO}}}} = -\mathbb{{E}}_{{(x, y_w, y_l) \sim \mathcal{{D}}}} \left[ \log \sigma \left( {better} - {poor} \right) \right]")
    names = tr(["implicit reward of\n[better answer ↑]{model}", "implicit reward of\n[poor answer ↓]{loss}"], ["[优质回答]{model}的隐式奖励[↑]{model}", "[劣质回答]{loss}的隐式奖励[↓]{loss}"])
    return Diagram(formula, [Brace(formula.term(y), side="bottom", label=Text(name, size="small")) for y, name in zip("wl", names, strict=True)], stick="top")


def training():
    """Loss, and the way from an untrained model to one that prefers the better answers."""
    initial, pretrained, sft = model(tr("Initial\nmodel", "初始\n模型"), role="plain"), model(tr("Pre-trained\nmodel", "预训练\n模型"), role="compute"), model(tr("SFT\nmodel", "SFT\n模型"), role="model")
    policy, reference = model(tr("Policy\nmodel", "策略\n模型"), role="model"), model(tr("Reference\nmodel", "参考\n模型"), role="model", corner=Lock())
    final = model(tr("Policy\nmodel", "策略\n模型"), role="auxiliary")
    same_size(initial, pretrained, sft, policy, reference, final)
    other = Text(tr("Or copy from another\ncompatible model", "或者从其他\n兼容模型复制"))
    grid = Grid({(0, 0): span(law(), cols=3), (0, 3): policy, (0, 4): final, (1, 0): initial, (1, 1): pretrained, (1, 2): sft, (2, 3): reference, (2, 2): other}, col_gap="xl", row_gap="m")
    steps = tr(["(1) Pre-training", "(2) SFT", "(3) DPO"], ["（1）预训练", "（2）SFT", "（3）DPO"])
    copy = tr("Copy", "复制")
    return Diagram(
        grid,
        Arrow(initial, pretrained, label=steps[0]), Arrow(pretrained, sft, label=steps[1]), Arrow(policy, final, label=steps[2]),
        fan_out(sft, [policy.left, reference.left], labels=[copy, copy], label_side="right", label_t=0.5), Arrow(other, reference, style="dash-dot"),
        Arrow(reference, final, head="both", style="dashed", label=tr("Reference", "参考")),
    )  # fmt: skip


@figure(
    title=("DPO (Direct Preference Optimization)", "DPO（Direct Preference Optimization）"),
    alt=(
        "Three panels. Answers that the SFT model samples for a prompt are annotated, and the best and the worst become a preference "
        "pair. Of the two token sequences, only the answers count in the loss. Training: the SFT model is copied into a policy and a "
        "frozen reference model, and DPO trains the policy.",
        "三个面板。SFT 模型对同一 Prompt 推理多次，经标注后选出优、劣回答组成偏好数据对；两条序列中仅有回答部分参与 Loss 计算；"
        "训练流程：由 SFT 模型复制出策略模型与冻结的参考模型，再用 DPO 训练策略模型。",
    ),
    allow={"language-mismatch": "what is annotated is a tick or a cross in English, a word in Chinese"},
)
def dpo():
    panels = (
        (annotation(), tr("DPO sample annotation and construction", "DPO样本标注与构建")),
        (loss_region(), tr("Loss computation region for a pair of DPO samples", "一对DPO样本的Loss计算区域")),
        (training(), tr("DPO training process", "DPO训练流程")),
    )
    look = {"title_side": "top left", "title_gap": "m", "role": "panel-alt", "stick": "fill-x"}
    return Column(*(Panel(content, title=title, **look) for content, title in panels))
