"""A key-value cache over the steps of decoding: what is read, what is new, and how it grows."""

from itertools import pairwise

import numpy as np

from llmfig import Arrow, Box, ColorKey, Column, Diagram, Grid, Segments, Strip, Text, Tracks, Unit, figure, labeled, tr

LAYERS, KV_HEADS, HEAD_DIM, BYTES = 32, 8, 128, 2  # a model of 8 B parameters, in bf16
PER_TOKEN = 2 * LAYERS * KV_HEADS * HEAD_DIM * BYTES // 1024  # KiB of keys and values
NEW = np.array([4, 1, 1, 1])  # tokens that each step adds: the prompt, then one by one


@figure(
    title=("A key-value cache, step by step", "KV 缓存逐步增长"),
    alt=(
        "Four rows. Prefill computes keys and values of four prompt tokens at once. Each of three decoding "
        "steps reads all of the cache and adds one token. The cache grows from 512 to 896 KiB.",
        "四行。预填充一次算出四个提示词元的键和值；随后三个解码步各读取整个缓存，只新增一个词元。"
        "缓存从 512 KiB 增至 896 KiB。",
    ),
)
def kv_cache_timeline():
    words = tr(["The", "cat", "sat", "on", "the", "warm", "mat", "today"],
               ["小猫", "趴", "在", "温暖", "的", "沙发", "上", "打盹"])
    columns, unit, rows, strips = Tracks(), Unit(0.012), [], []
    for step, (new, held) in enumerate(zip(NEW, np.cumsum(NEW))):
        name = tr(f"Decoding step {step}", f"第 {step} 步解码") if step else tr("Prefill", "预填充")
        roles = ["data"] * (held - new) + ["sample"] * new + ["ghost"]
        bar = [(held - new) * PER_TOKEN, new * PER_TOKEN][0 if step else 1 :]
        strips.append(Strip(words[: held + 1], role=roles, tracks=columns))
        rows.append([
            Box(name, role="compute", stick="fill-x"), strips[-1],
            Segments(bar, role=["data", "sample"][0 if step else 1 :], unit=unit, size="small"),
            Text(f"{held * PER_TOKEN}", bold=True),
        ])
    says = tr("predicted, goes in next", "预测结果，下一步输入")
    rows[0][1] = labeled(strips[0], right=Text(says, role="note", size="small"))
    heads = tr(["Step", "Keys and values of the tokens", "Read and new (KiB)", "Total"],
               ["步骤", "各词元的键和值", "读取与新增（KiB）", "合计"])
    grid = Grid([[Text(h, bold=True) for h in heads], *rows], align=("center", "left", "left", "right"), gap="l")
    feed = [Arrow(a[-1].bottom, b[len(a) - 1].top) for a, b in pairwise(strips)]
    key = tr({"read from the cache": "data", "computed and added": "sample"}, {"从缓存读取": "data", "新计算并写入": "sample"})
    return Column(Diagram(grid, feed), ColorKey(key, across=True, framed=False), gap="l")
