"""Looks of a timeline."""

from llmfig import Timeline, event, figure, tr

from ._sheet import each


OPTIONS = (
    {"role": "sample"},
    {"roles": ("model", "loss")},
    {"wrap": 5},
    {"date_size": "small", "size": "small"},
)


def timeline(**options):
    events = event("2017", "Transformer"), event("2022", tr("instruction tuning", "指令微调"))
    return Timeline(*events, pad="s", reach="s", gap="s", **options)


@figure(
    title=("Looks of a timeline", "时间线的外观"),
    alt=(
        "The same timeline with each option, named below.",
        "同一时间线使用各个选项，名称在下方。",
    ),
)
def timeline_looks():
    return each(timeline, OPTIONS, columns=2)
