"""What llmfig does to text by itself: what the author writes on the left, what is set on the right."""

from llmfig import Column, Grid, Row, Text, Vertical, figure, tr


@figure(
    title=("Typesetting", "排版"),
    alt=(
        "On the left what is written, on the right how it is set: quotes, line breaks, vertical text.",
        "左边是写下的文字，右边是排出的效果：中西文间距、标点挤压、引号、换行与竖排。",
    ),
)
def typesetting():
    short, quoted, long, upright = tr(
        [
            "the **loss** of *one* $x_t$", "“Reward” (the ‘score’) …",
            "An advantage above 0 makes the action likelier.", "Policy, 12 layers",
        ],
        [
            "第3步：用PPO训练LLM", "“奖励”（Reward）、《论文》。",
            "优势大于 0 时，该动作的概率会被提高。", "策略模型，第12层",
        ],
    )
    wrapped = Text(long, wrap=tr(12, 11), align="left")
    rows = [(short, Text(short)), (quoted, Text(quoted)), (long, wrapped)]
    written = [Text(f"`{words}`", role="note", size="small", wrap=20, align="left") for words, _ in rows]
    heads = [Text(t, bold=True) for t in tr(("written", "set", "turned"), ("写下的", "排出的", "竖排"))]
    level = Grid([heads[:2], *zip(written, [text for _, text in rows])], align="left", col_gap="l")
    return Row(level, Column(heads[2], Vertical(upright)), gap="l", align="top")
