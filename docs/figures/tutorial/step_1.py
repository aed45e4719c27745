"""Speculative decoding: a small model drafts tokens, a large one judges all of them in one pass."""

from llmfig import Box, Diagram, Row, Strip, chain, figure, tr


@figure(
    title=("Speculative decoding", "推测解码"),
    alt=(
        "The draft model continues “The cat sat” by four tokens: “on the moon and”.",
        "草稿模型为“小猫趴在”续写四个词元：“温暖的月亮上”。",
    ),
)
def speculative_decoding():
    prefix = Strip(tr(["The", "cat", "sat"], ["小猫", "趴", "在"]), role="muted")
    draft_model = Box(tr("Draft model", "草稿模型"), role="auxiliary")
    drafted = Strip(tr(["on", "the", "moon", "and"], ["温暖", "的", "月亮", "上"]), role="data")
    return Diagram(
        Row(prefix, draft_model, drafted, gap="l"),
        chain(prefix, draft_model, drafted),
    )
