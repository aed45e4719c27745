"""Every role, as a box and as words."""

from llmfig import Box, Column, Grid, Text, figure, tr


def specimen(role):
    words = Text(tr("words", "文字"), role=role, size="small", bold=True)
    return Column(Box(role, role=role, size="small", outlined=False, wide=5), words, gap="xs")


@figure(
    title=("Every role, as a box and as words", "所有角色：框与文字"),
    alt=(
        "A box in each role with its name inside, and below it words in the strong colour of that role.",
        "每个角色一个框，框中写着角色名，框下是该角色颜色的文字。",
    ),
)
def rolename():
    return Grid(
        [
            [specimen(role) for role in roles]
            for roles in (
                ("plain", "data", "model", "auxiliary", "loss", "sample", "compute"),
                ("muted", "frozen", "ghost", "panel", "panel-alt", "input", "output"),
                ("highlight", "negative", "sign", "exponent", "fraction", "integer", "note"),
                ("paper", "cell", "shade-1", "shade-2", "shade-3", "shade-4", "formula"),
            )
        ],
        col_gap="s",
    )
