"""Names behind the dot of an element that it does not have."""

from __future__ import annotations

import inspect

from llmfig.errors import nearest
from llmfig.layout.place import Place
from llmfig.mistakes.calls import Told
from llmfig.mistakes.synonyms import synonym

# What a method or property gives that authors can point at or hand on.
_GIVES = frozenset(
    ("Anchor", "Part", "Place", "Hull", "Part | Cell", "Node", "Cell", "Element", "list[Note]", "Legend", "Self")
)
_INTERNAL = frozenset(("element",))

# Words that are looked for behind a dot, and how the thing is done.
_WAYS = (
    (
        "width height w h x y size pos position bbox bounds coords xy get_width get_height",
        "where a thing stands and how large it is comes out only when it is drawn; name a side or a part of it",
    ),
    (
        "append add extend insert push add_child add_element children_ remove pop",
        "an element is made with all that is in it: collect that in a list, boxes = [...], and write Row(*boxes)",
    ),
    ("draw render show save plot savefig display", "return it from the figure function; `llmfig render` draws it"),
    (
        "move shift translate place set_position to_edge next_to move_to",
        "nothing has coordinates: Row, Column and Grid say what stands where; align() brings things into line",
    ),
    (
        "set set_color set_style set_role set_text style color colour fill add_style update configure",
        "what an element looks like is said when it is made: Box('words', role='model')",
    ),
    ("connect arrow arrow_to link to edge line_to", "arrows are elements: Diagram(Row(a, b), Arrow(a, b))"),
    ("rows cols cells columns cell item get", "parts are strip[0], matrix[0, 1], matrix.row(0), matrix.column(0)"),
    ("x_axis y_axis xaxis yaxis axes axis", "name a part: chart.tick('x', 1), chart.span('x', 0, 1), chart.at(x, y)"),
    ("legend_ set_title set_xlabel set_ylabel set_xlim set_ylim", 'axes are elements: Axis("x", title=..., range=...)'),
    ("copy clone deepcopy", "write a function that returns a new one, and call it for each"),
)  # fmt: skip


def names_of(kind: type[Place]) -> list[str]:
    """What an author can write behind the dot: the parts of that kind of element first, then what all have."""
    found = []
    for name in dir(kind):
        member = inspect.getattr_static(kind, name)
        function = member.fget if isinstance(member, property) else member
        gives = getattr(function, "__annotations__", {}).get("return")
        if not name.startswith("_") and name not in _INTERNAL and (gives in _GIVES or name == "highlight"):
            found.append(name)
    common: list[str] = [n for n in ("left", "right", "top", "bottom", "center") if n in found]
    common += [n for n in found if "_" in n and n.partition("_")[0] in ("top", "bottom")] + ["port"]
    own = [n for n in found if n not in common and n != "allow"]
    return [*own, *common, *(["allow"] if "allow" in found else [])]


def unknown(kind: type[Place], name: str) -> Told:
    """What to say of a name that an element does not have."""
    names = names_of(kind)
    what = f"{kind.__name__} has no part or anchor {name!r}"
    near = synonym(name, names) or nearest(name, names)
    has = f"{kind.__name__} has {', '.join(names)}"
    if near:
        return what, f"did you mean {near!r}? {has}"
    way = next((way for words, way in _WAYS if name.lower() in words.split()), "")
    return what, f"{way}; {has}" if way else has
