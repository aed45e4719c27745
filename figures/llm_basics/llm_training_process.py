"""LLM training process: data, training and objective of pre-training and of the three parts of post-training."""

from llmfig import Box, Grid, Text, Vertical, figure, same_size, span, tr

ROLES = ("loss", "cell", "model", "auxiliary")  # of pre-training, fine-tuning, alignment, reasoning


def box(content, role):
    """A cell of the overview; several lines in a list get bullets."""
    if isinstance(content, list):
        content = Grid([[Text("•", stick="top"), Text(line, align="left")] for line in content], row_gap="s", col_gap="s", align="left", stick="left")
    return Box(content, role=role, pad="m", tall=7, outlined=False, stick="fill")


def head(text, **options):
    return Box(text, role="panel", shape="chevron", outlined=False, stick="fill", **options)


@figure(
    title=("LLM training process", "LLM训练流程"),
    alt=(
        "Pre-training and post-training as two chevrons over a table of data sets, training and objectives: self-supervised training "
        "on web pages, books and long context; then SFT, preference training with DPO or RLHF, and reinforcement learning for deep thinking.",
        "预训练与后训练两大阶段下的数据、范式与目标：先在网页、书籍、长文本等数据上自监督训练，再依次进行 SFT 等微调、基于偏好数据集的 DPO 或 RLHF，以及面向深度思考能力的强化学习。",
    ),
)
def llm_training_process():
    pre, _, align, _ = ROLES
    phases = [Box(Text(t, size="title", bold=True), role=role, shape="chevron", outlined=False, tall=3.6, stick="fill")
              for t, role in zip(tr(["Pre-Training", "Post-Training"], ["预训练（Pre-Training）", "后训练（Post-Training）"]), (pre, align))]  # fmt: skip
    heads = [head(Text(en, size="large", bold=True)) for en in ("Datasets", "Training", "Objective")], [head(Vertical(zh, size="large", bold=True)) for zh in ("数据", "范式", "目标")]
    web, long_context, talk, preferences, prompts = tr(
        [["Webpages, news, encyclopedias", "Books, papers, code", "Synthetic data, etc."], "Long context\n(Mid-training)",
         ["Conversation", "Knowledge Q&A", "Long-text Q&A, etc."], "Preference\ndatasets", "Prompts, etc."],
        [["网页、新闻、百科", "书籍、论文、代码", "合成数据等"], "长文本\n（中期训练）", ["日常交流对话", "知识问答", "长文本问答等"], "偏好数据集", "Prompt 等"],
    )  # fmt: skip
    training = tr(
        ["Self-supervised training", "SFT, distillation,\nrejection sampling\nfine-tuning", "DPO/RLHF", "RL\n(GRPO, CoT, PRM,\nSelf-Play)"],
        ["自监督训练", "SFT、蒸馏、\n拒绝采样微调", "DPO 或 RLHF", "结合 GRPO、\nCoT、PRM、\nSelf-Play\n等技术进行训练"],
    )
    objectives = tr(
        [["Vector representations of text", "Semantics, syntax", "Basic knowledge"],
         ["Dialogue ability", "Instruction-following", "Specific abilities\n(e.g., tool use)"], ["Helpfulness", "Honesty", "Harmlessness"], "Deep thinking\nability"],
        [["文本的向量表示", "语义、语法", "基础知识"], ["对话能力", "指令跟随能力", "特定能力\n（如工具调用等）"], ["有用性", "价值观", "安全性"], "深度思考能力"],
    )  # fmt: skip
    names, post = tr(*heads), [[box(c, role) for c, role in zip(cells, ROLES[1:])] for cells in ((talk, preferences, prompts), training[1:], objectives[1:])]
    same_size(*(b for cells in post for b in cells), axis="width")
    rows = [
        [None, span(phases[0], cols=2), None, span(phases[1], cols=3)],
        [names[0], box(web, pre), box(long_context, pre), *post[0]],
        *([name, span(box(first, pre), cols=2), None, *cells] for name, first, cells in zip(names[1:], (training[0], objectives[0]), post[1:])),
    ]  # fmt: skip
    return Grid(rows, gap="m")
