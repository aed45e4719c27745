"""Memory of the key-value cache against the length of the context, for two kinds of attention."""

import numpy as np

from llmfig import Axis, Callout, Chart, Curve, Diagram, Guide, Inset, figure, tr

LAYERS, HEAD_DIM, BYTES = 80, 128, 2  # a model of 70 B parameters, in bf16
CARD = 80  # GB


def cache(thousands, heads):
    """GB of keys and values of so many thousand tokens, with so many key-value heads."""
    return 2 * LAYERS * heads * HEAD_DIM * BYTES * thousands * 1000 / 1e9


@figure(
    title=("Memory of the key-value cache", "KV 缓存的显存占用"),
    alt=(
        "Two straight lines over the length of the context. With 64 key-value heads the cache fills a "
        "card of 80 GB at 31 thousand tokens; with 8 heads it needs an eighth.",
        "以上下文长度为横轴的两条直线：64 个键值头时，缓存在约 3.1 万词元处占满 80 GB "
        "显存；8 个键值头时仅需八分之一。",
    ),
)
def chart_callouts():
    lengths = np.arange(65)  # thousand tokens
    full = CARD / cache(1, 64)
    many = Curve((lengths, cache(lengths, 64)), role="loss", label=tr("64 heads (MHA)", "64 头（MHA）"))
    few = Curve((lengths, cache(lengths, 8)), role="model", label=tr("8 heads (GQA)", "8 头（GQA）"))
    chart = Chart(
        Axis("x", title=tr("context (thousand tokens)", "上下文长度（千词元）"), title_at="middle",
             ticks=[0, 16, 32, 48, 64]),
        Axis("y", title=tr("cache (GB)", "缓存（GB）"), ticks="auto", range=(0, 180)),
        Guide(y=CARD, label=tr("memory of one card", "单卡显存")),
        many, few,
        wide=24, tall=12,
    )
    filled = tr(f"full at {full:.0f} thousand tokens", f"{full:.0f} 千词元时占满")
    saved = tr("an eighth of the memory", "仅需八分之一")
    return Diagram(
        chart,
        Inset(Callout(filled, to=chart.at(full, CARD)), over=chart, at="top"),
        Inset(Callout(saved, to=few.at(56)), over=chart, at="bottom right"),
    )
