"""Every role of a theme: a box in it, and words in its ink."""

from llmfig import Box, Column, Grid, Text, figure, tr


def specimen(role):
    ink = Text(tr("words in its ink", "墨色文字"), size="small", role=role)
    return Column(Box(f"`{role}`", role=role, wide=6.6), ink, gap="xs")


@figure(
    title=("Roles", "角色"),
    alt=(
        "Seven rows of boxes, one for each role of the theme, with words in the ink of the role below.",
        "七行方框，每个方框是主题的一个角色，下方是该角色墨色的文字。",
    ),
)
def roles():
    groups = [
        (tr("Models, steps", "模型与步骤"), ["model", "frozen", "auxiliary", "compute"]),
        (tr("Data", "数据"), ["data", "sample", "cell", "formula"]),
        (tr("Outcomes", "结果"), ["loss", "negative", "highlight", "sign"]),
        (tr("Quiet", "弱化"), ["plain", "muted", "ghost", "note"]),
        (tr("Grounds", "背景"), ["panel", "panel-alt", "paper", "input", "output"]),
        (tr("Parts of a number", "数的各部分"), ["exponent", "fraction", "integer"]),
        (tr("Values, low to high", "数值由低到高"), ["shade-1", "shade-2", "shade-3", "shade-4"]),
    ]
    rows = {(r, 0): Text(name, bold=True) for r, (name, _) in enumerate(groups)}
    for r, (_, names) in enumerate(groups):
        rows |= {(r, c): specimen(role) for c, role in enumerate(names, 1)}
    return Grid(rows, align=("right", "left", "left", "left", "left", "left"))
