"""Speculative decoding: a small model drafts tokens, a large one judges all of them in one pass."""

from llmfig import Arrow, Box, Diagram, Grid, Strip, figure, span, tr


@figure(
    title=("Speculative decoding", "推测解码"),
    alt=(
        "The draft model continues “The cat sat” by four tokens, one by one. "
        "The target model reads prefix and draft at once.",
        "草稿模型为“小猫趴在”逐个续写四个词元；目标模型一次读入前缀与草稿。",
    ),
)
def speculative_decoding():
    prefix = Strip(tr(["The", "cat", "sat"], ["小猫", "趴", "在"]), role="muted")
    drafted = Strip(tr(["on", "the", "moon", "and"], ["温暖", "的", "月亮", "上"]), role="data")
    draft_model = Box(tr("Draft model", "草稿模型"), role="auxiliary", stick="fill-x")
    target_model = Box(tr("Target model", "目标模型"), role="model", stick="fill-x")
    grid = Grid({
        (0, 1): draft_model,
        (1, 0): prefix, (1, 1): drafted,
        (2, 0): span(target_model, cols=2),
    }, gap="l")
    return Diagram(
        grid,
        Arrow(prefix, draft_model.left), Arrow(prefix, target_model),
        Arrow(draft_model, drafted, label=tr("one by one", "逐个生成")),
        Arrow(drafted, target_model, label=tr("all at once", "一次并行打分")),
    )
