"""What each control sequence does to the parser."""

from __future__ import annotations

from typing import TYPE_CHECKING

from llmfig.formula import alphabets, arguments, symbols, textmode
from llmfig.formula.constructs import SPECIAL, Nodes
from llmfig.formula.tree import Accent, Big, Node, Row, Space, Stack, Stretch, Style, Symbol, Word

if TYPE_CHECKING:
    from llmfig.formula.parser import Parser

# Advice for commands that people try and that are left out on purpose.
ADVICE = {
    "label": "equations are not numbered here",
    "tag": "equations are not numbered here; put the number in a text element",
    "newcommand": "write a Python function that returns the LaTeX",
    "def": "write a Python function that returns the LaTeX",
    "mathds": "use \\mathbb{...}",
    "mathbbm": "use \\mathbb{...}",
    "bold": "use \\mathbf{...} or \\boldsymbol{...}",
    "textsc": "use \\text{...}",
    "cssId": "name a sub-formula with \\term{name}{...}",
    "colorbox": "highlight a term with an element of the figure: formula.term(name)",
    "displaylimits": "use \\limits",
    "usepackage": "there are no packages: everything that can be set is known already",
    "ref": "equations are not numbered here",
    "newline": "break lines by \\\\ in \\begin{aligned} ... \\end{aligned}",
}


def space(name: str, pos: int) -> Nodes:
    return (Space(symbols.SPACES[name], pos),)


def run(p: Parser, name: str, pos: int) -> Nodes:
    """Carry out the control sequence `name`, which has been taken at `pos`."""
    for table in _TABLES:
        if (found := table(p, name, pos)) is not None:
            return found
    handler = SPECIAL.get(name)
    if handler is None:
        if name in ("right", "middle", "end", "\\", "hline", "limits", "nolimits", "color"):
            p.fail(f"\\{name} cannot stand here", pos, "remove it, or use it inside its own construction")
        p.unknown(name, pos)
    return handler(p, name, pos)


def _symbol(p: Parser, name: str, pos: int) -> Nodes | None:
    if name in symbols.GREEK:
        return (p.letter(symbols.GREEK[name], pos),)
    if name in symbols.SYMBOLS:
        char, kind = symbols.SYMBOLS[name]
        if p.alphabet in ("bold", "boldsymbol"):
            if char in "∇∂":
                return (p.letter(char, pos),)
            if p.alphabet == "boldsymbol" and kind == "ord":
                p.fail(f"there is no bold \\{name}", pos, "take it out of \\boldsymbol{...}")
        return (Symbol(char, kind, pos),)
    if name in symbols.LARGE:
        return (Symbol(symbols.LARGE[name], "op", pos, large=True),)
    if name in symbols.INTEGRALS:
        return (Symbol(symbols.INTEGRALS[name], "op", pos, large=True, limits=False),)
    return None


def _word(p: Parser, name: str, pos: int) -> Nodes | None:
    if name in symbols.WORDS:
        return (Word(name, "op", pos, limits=False),)
    if name in symbols.LIMIT_WORDS:
        return (Word(symbols.LIMIT_WORDS[name].replace(" ", "\u2009"), "op", pos),)
    return None


def _spacing(p: Parser, name: str, pos: int) -> Nodes | None:
    if name in symbols.SPACES or (len(name) == 1 and name.isspace()):
        return space(name if name in symbols.SPACES else " ", pos)
    if name in symbols.STYLES:
        return (Style(symbols.STYLES[name], pos),)
    return None


def _lettering(p: Parser, name: str, pos: int) -> Nodes | None:
    if name in symbols.ALPHABETS:
        alphabet = alphabets.within(p.alphabet, symbols.ALPHABETS[name])
        start = p.at
        body = p.styled(alphabet, "\\" + name)
        if alphabet == "roman":
            return _upright(p, body, start)
        return (body,)
    if name in symbols.TEXTS:
        bold, italic, mono = symbols.TEXTS[name]
        raw, at = p.raw("\\" + name)
        return textmode.text_nodes(p, raw, at, bold=bold, italic=italic, mono=mono)
    return None


def _upright(p: Parser, body: Row, pos: int) -> Nodes:
    """Letters side by side in \\mathrm are one word, so that they are kerned."""
    out: list[Node] = []
    for node in body.items:
        last = out[-1] if out else None
        if isinstance(node, Symbol) and node.kind == "ord" and node.char.isascii() and node.char.isalnum():
            if isinstance(last, Word) and last.kind == "ord":
                out[-1] = Word(last.text + node.char, "ord", last.pos)
            else:
                out.append(Word(node.char, "ord", node.pos))
        elif isinstance(last, Word) and _is_hyphen(p, node):
            out[-1] = Word(last.text + "-", "ord", last.pos)
        else:
            out.append(node)
    return (Row(tuple(out), pos),)


def _is_hyphen(p: Parser, node: Node) -> bool:
    """A minus sign inside a name is a hyphen: \\mathrm{PPO-Clip}."""
    before, after = p.source[node.pos - 1 : node.pos], p.source[node.pos + 1 : node.pos + 2]
    return isinstance(node, Symbol) and node.char == "−" and before.isalpha() and after.isalnum()


def _marks(p: Parser, name: str, pos: int) -> Nodes | None:
    owner = "\\" + name
    if name in symbols.ACCENTS:
        return (Accent(symbols.ACCENTS[name], p.argument(owner), pos),)
    if name in symbols.WIDE_ACCENTS:
        return (Accent(symbols.WIDE_ACCENTS[name], p.argument(owner), pos, wide=True),)
    if name in symbols.STRETCHES:
        char, over = symbols.STRETCHES[name]
        return (Stretch(char, p.argument(owner), over, pos),)
    if name in symbols.CLASSES:
        body = p.argument(owner)
        return (Row(body.items, pos, symbols.CLASSES[name]),)
    if name in symbols.ARROWS:
        below = p.bracket(owner)
        under = arguments.sub_parse(p, *below) if below else None
        arrow = Row((Symbol(symbols.ARROWS[name], "rel", pos),), pos)
        return (Stack(arrow, p.argument(owner), under, "rel", pos, stretch=True),)
    return None


def _big(p: Parser, name: str, pos: int) -> Nodes | None:
    for size, em in symbols.BIGS.items():
        if name.startswith(size) and name[len(size) :] in symbols.BIG_KINDS:
            char = arguments.delimiter(p, "\\" + name)
            kind = symbols.BIG_KINDS[name[len(size) :]]
            return (Big(char, em, kind, pos),)
    return None


_TABLES = (_symbol, _word, _spacing, _lettering, _marks, _big)
