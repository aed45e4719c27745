"""Levels of notes and braces."""

from llmfig import Brace, Diagram, Note, Strip, Text, figure


@figure(
    title=("Levels of notes and braces", "注释与括线的层级"),
    alt=(
        "A strip with a brace next to it and another one outside of that.",
        "一条单元格，旁边有一层括线，外面还有一层。",
    ),
)
def note_levels():
    strip = Strip([*"abcdef"], role="data")
    inner = [
        Brace(strip[:3], label="`level=0`", size="small"),
        Brace(strip[3:], label="`level=0`", size="small"),
    ]
    outer = Brace(strip, label="`level=1`", size="small", level=1)
    notes = [Note(Text(f"`level={k}`", size="small", role="note"), side="bottom", level=k) for k in (0, 1)]
    return Diagram(strip, inner, outer, notes)
