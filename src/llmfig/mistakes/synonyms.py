"""What other tools, and other hands, call the words that options take.

Of several words, the first that is valid where the mistake was made is what was meant.
"""

from __future__ import annotations

from collections.abc import Collection

SYNONYMS = {
    "above": "top", "up": "top, up", "over": "above, top", "north": "top", "upper": "top",
    "below": "bottom", "down": "bottom, down", "under": "below, bottom", "south": "bottom", "lower": "bottom",
    "top": "above, up", "bottom": "below, down", "east": "right", "west": "left", "start": "left, top",
    "middle": "center", "centre": "center", "central": "center", "baseline": "center", "inline": "on",
    "sloped": "slope",
    "stretch": "fill", "justify": "fill", "expand": "fill",
    "upper right": "top right", "upper left": "top left", "lower right": "bottom right", "lower left": "bottom left",
    "horizontal": "row, right", "vertical": "column, down", "lr": "right", "rl": "left", "tb": "down", "bt": "up",
    "->": "end", "<-": "start", "<->": "both", "-": "none, solid", "--": "dashed", ":": "dotted", "-.": "dash-dot",
    "=>": "end, double", "forward": "end", "back": "start", "backward": "start",
    "curved": "arc", "curve": "arc", "bezier": "arc", "loop": "arc", "orthogonal": "elbow, bracket", "ortho": "elbow",
    "elbow": "bracket", "rectilinear": "elbow", "diagonal": "straight", "line": "straight, solid",
    "rectangle": "square", "rect": "square", "box": "rounded", "round": "rounded", "capsule": "pill", "oval": "ellipse",
    "rhombus": "diamond", "database": "cylinder", "hexagon": "chevron", "arrow": "arrow-right", "point": "dot",
    "circle": "ring, dot", "o": "dot", "s": "square", "curly": "brace", "square": "bracket",
    "zero": "none", "tight": "xs", "medium": "m, normal, body", "big": "large, l", "large": "l, large",
    "small": "s, small", "normal": "body, m", "huge": "title, xxl", "bold": "thick", "thin": "thin, hair",
    "columns": "width", "rows": "height", "cols": "columns", "col": "column", "width": "columns", "height": "rows",
    "all": "both",
    "true": "both", "selected": "chosen", "dimmed": "muted", "grey": "muted", "gray": "muted", "disabled": "frozen",
    "warning": "negative", "error": "negative", "success": "sample", "py": "python", "logarithmic": "log",
    "cn": "zh", "chinese": "zh", "zh-cn": "zh", "zh_cn": "zh", "中文": "zh", "english": "en", "en-us": "en",
    "jpg": "png", "jpeg": "png",
}  # fmt: skip


def synonym(word: str, valid: Collection[str]) -> str | None:
    """What llmfig calls what other tools call `word`; None when it is valid itself, or nothing is known of it."""
    text = word.strip().lower()
    if text in (other.lower() for other in valid):
        return None
    return next((ours for ours in SYNONYMS.get(text, "").split(", ") if ours in valid), None)
