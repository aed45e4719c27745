"""The scales of a theme: text sizes, gaps, strokes."""

from llmfig import Box, Diagram, Grid, Line, Panel, Row, Text, figure, tr

SIZES = ["tiny", "small", "body", "large", "heading", "title"]
GAPS = ["none", "hair", "xs", "s", "m", "l", "xl", "xxl"]
STROKES = ["hair", "thin", "normal", "thick", "heavy"]


def panel(name, *rows):
    specimens = Grid(rows, align=("right", "left"), row_gap="s", col_gap="m")
    return Panel(specimens, title=name, title_gap="m", stick="fill")


def gap(name):
    pair = [Box(role="compute", wide=0.6, tall=0.6, pad="none", shape="square") for _ in range(2)]
    return Row(*pair, gap=name)


def stroke(name):
    start, end = (Text("") for _ in range(2))
    return Diagram(Row(start, end, gap="xxl"), Line(start, end, stroke=name))


def code(name):
    return Text(f"`{name}`", role="note", size="small")


@figure(
    title=("Sizes, gaps, strokes", "字号、间距、线宽"),
    alt=(
        "Three panels: six text sizes, eight gaps, five line widths.",
        "三个面板：六种字号、八种间距、五种线宽。",
    ),
)
def scales():
    return Row(
        panel(tr("Sizes", "字号"), *[(code(n), Text(tr("Policy", "策略"), size=n)) for n in SIZES]),
        panel(tr("Gaps", "间距"), *[(code(n), gap(n)) for n in GAPS]),
        panel(tr("Strokes", "线宽"), *[(code(n), stroke(n)) for n in STROKES]),
        align="fill",
    )
