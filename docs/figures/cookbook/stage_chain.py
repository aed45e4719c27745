"""Pre-training data: the stages a web page goes through, and how many of a thousand are left."""

import numpy as np

from llmfig import Box, Diagram, Grid, Segments, Text, Unit, chain, figure, tr

KEPT = [1000, 0.8, 0.5, 0.4, 0.5]  # pages crawled, then the share that each stage lets through


@figure(
    title=("From web pages to training data", "从网页到训练数据"),
    alt=(
        "Five stages from top to bottom: crawl, extract text, filter by language, remove duplicates, "
        "filter by quality. Bars beside them: of 1000 pages 800, 400, 160 and 80 are left.",
        "自上而下五个阶段：抓取、提取正文、语言过滤、去重、质量过滤；"
        "旁边的条形表示 1000 个网页依次剩下 800、400、160、80 个。",
    ),
)
def stage_chain():
    stages = tr(
        {"Crawl": "", "Extract text": "menus, scripts", "Filter by language": "other languages",
         "Remove duplicates": "near copies", "Filter by quality": "spam, lists of links"},
        {"抓取": "", "提取正文": "菜单、脚本", "语言过滤": "其他语言",
         "去重": "近似重复", "质量过滤": "垃圾内容、链接列表"},
    )
    boxes = [Box(name, role="compute", stick="fill-x") for name in stages]
    dropped = [Text(words, size="small", role="note") for words in stages.values()]
    unit = Unit(0.017)  # em for one page
    left = [Segments([pages], role="data", unit=unit) for pages in np.cumprod(KEPT)]
    heads = tr(["Stage", "What it drops", "Pages left"], ["阶段", "去除的内容", "剩余网页"])
    grid = Grid(
        [[Text(head, bold=True) for head in heads], *zip(boxes, dropped, left)],
        align=("center", "left", "left"), row_gap="m", col_gap="l",
    )
    return Diagram(grid, chain(*boxes))
