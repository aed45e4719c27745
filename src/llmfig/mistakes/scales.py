"""Roles, sizes, gaps and strokes that the theme does not have."""

from __future__ import annotations

import re
from collections.abc import Collection

from llmfig.errors import choices, short
from llmfig.mistakes.calls import Told

_COLORS = (
    "red green blue yellow orange purple violet pink brown black white gray grey cyan magenta teal navy gold lime "
    "indigo turquoise olive maroon beige"
)
_COLOR = re.compile(
    rf"(light|dark|deep)?[ _-]?({'|'.join(_COLORS.split())})|#[0-9a-f]{{3,8}}|rgba?\(.*|C\d", re.IGNORECASE
)


def unknown(name: object, valid: Collection[str], noun: str) -> Told:
    """What to say of a name that a scale of the theme does not have.

    Args:
        name: what the author wrote.
        valid: what there is.
        noun: "role", "size", "gap" or "stroke".
    """
    hint = ""
    if noun == "role":
        if isinstance(name, str) and _COLOR.fullmatch(name):
            hint = "a role says what a thing means, and the theme colours it; "
    elif not isinstance(name, str) or re.match(r"[\d.]", name):
        hint = f"a {noun} is a step of the theme's scale, not a number; "
    return f"there is no {noun} {short(name)}", hint + choices(name, valid, f"{noun}s")
