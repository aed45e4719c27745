"""From parse tree to boxes: rows with TeX's spacing between their atoms, and what each node becomes."""

from __future__ import annotations

from llmfig.errors import GlyphError
from llmfig.formula import alphabets, labels, mathfont, parts, scripts, stretchy, symbols
from llmfig.formula.arrays import table
from llmfig.formula.boxes import Box, Context, GlyphLeaf, LabelLeaf, glyph_box
from llmfig.formula.rows import pack
from llmfig.formula.source import fail
from llmfig.formula.spacing import Atom, core_of, sides
from llmfig.formula.tree import (
    Accent,
    Array,
    Big,
    Fenced,
    Fraction,
    Frame,
    Kind,
    Node,
    Root,
    Row,
    Scripts,
    Space,
    Stack,
    Stretch,
    Style,
    Symbol,
    Term,
    Text,
    Tinted,
    Word,
)

# The figure's sans-serif letters are larger on their em than STIX's: this makes their capitals equally tall.
_LABEL_SCALE = 0.92
_LABEL_BOX = {False: (780.0, 240.0), True: (880.0, 140.0)}  # ascent and descent without hanzi, with


class Setter:
    """Lays out one formula. Holds the source, so that a missing glyph can be shown in it."""

    def __init__(self, source: str) -> None:
        self.source = source

    def row(self, items: tuple[Node, ...], ctx: Context, *, after: Kind | None = None) -> Box:
        """A horizontal list. `after`: it continues after an atom of this class."""
        atoms: list[Atom] = []
        marks: list[tuple[str, int, int]] = []
        self._flatten(items, ctx, atoms, marks)
        if len(atoms) == 1 and not marks and after is None:
            return atoms[0].box
        return pack(atoms, marks, after)

    def _flatten(
        self, items: tuple[Node, ...], ctx: Context, atoms: list[Atom], marks: list[tuple[str, int, int]]
    ) -> None:
        """Terms and colours are transparent: what they hold joins the row round them."""
        for node in items:
            match node:
                case Term(name, inner, _):
                    first = len(atoms)
                    self._flatten(inner, ctx, atoms, marks)
                    marks.append((name, first, len(atoms)))
                case Tinted(color, inner, _):
                    self._flatten(inner, ctx._replace(color=color), atoms, marks)
                case Style(level, _):
                    ctx = ctx.styled(level)
                case Space(em, _):
                    atoms.append(Atom(Box(em * 1000 * ctx.scale), None, None, ctx))
                case _:
                    left, right = sides(node)
                    atoms.append(Atom(self.node(node, ctx), left, right, ctx))

    def node(self, node: Node, ctx: Context) -> Box:  # noqa: PLR0911, PLR0912
        """One atom."""
        match node:
            case Symbol():
                box = self.symbol(node, ctx)
                if node.large:
                    box.italic = 0.0  # an integral leans over its scripts only
                return box
            case Word(text, _, pos, _):
                return self.word(text, pos, ctx)
            case Text():
                return self.label(node, ctx)
            case Row(items, _, _):
                return self.row(items, ctx)
            case Scripts():
                return self.scripts(node, ctx)
            case Fraction():
                return self.fraction(node, ctx)
            case Root(body, degree, _):
                index = self.row(degree.items, ctx.styled(3)) if degree else None
                return parts.root(self.row(body.items, ctx.styled(ctx.style, cramped=True)), index, ctx)
            case Fenced():
                return self.fenced(node, ctx)
            case Big(char, em, _, pos):
                gid = self.gid(char, pos, ctx) if char else None
                return stretchy.delimiter(gid, em * 950 * ctx.scale, ctx) if gid is not None else Box()
            case Accent(char, body, pos, wide):
                inner = self.row(body.items, ctx.styled(ctx.style, cramped=True))
                return parts.accent(inner, self.gid(char, pos, ctx, plain=True), ctx, wide=wide)
            case Stretch(char, body, over, _):
                inner = self.row(body.items, ctx.styled(ctx.style, cramped=over))
                return parts.stretched(char, inner, ctx, over=over) if char else parts.bar(inner, ctx, over=over)
            case Stack():
                return self.stack(node, ctx)
            case Frame(how, body, _):
                return parts.frame(self.row(body.items, ctx), how, ctx)
            case Array():
                return self.array(node, ctx)
            case _:  # a term, a colour, a space or a style on its own, as the base of a script
                return self.row((node,), ctx)

    def gid(self, char: str, pos: int, ctx: Context, *, plain: bool = False) -> int:
        found = mathfont.gid(char, 0 if plain else ctx.level)
        if found is None:
            what = f"the math font has no {char!r} (U+{ord(char):04X})"
            fail(self.source, pos, what, "use another symbol, or \\text{...} for words")
        return found

    def symbol(self, node: Symbol, ctx: Context) -> Box:
        gid = self.gid(node.char, node.pos, ctx)
        if node.large:
            if ctx.style == 0:
                return stretchy.large(gid, ctx)
            box = stretchy.centered(glyph_box(gid, ctx), ctx)
            box.gid, box.flat = None, False
            return box
        box = glyph_box(gid, ctx)
        box.lean = alphabets.slanted(node.char)
        return box

    def word(self, text: str, pos: int, ctx: Context) -> Box:
        glyphs = mathfont.word(text, ctx.level)
        if glyphs is None:
            missing = next((c for c in text if mathfont.gid(c) is None), text)
            fail(self.source, pos, f"the math font has no {missing!r}", "use \\text{...} for words")
        k = ctx.scale
        out = Box(glyphs[-1][1] * k, flat=True)
        for gid, x in glyphs[:-1]:
            m = mathfont.metrics(gid)
            glyph = Box(m.advance * k, max(0.0, m.top * k), max(0.0, -m.bottom * k), leaf=GlyphLeaf(gid, k, ctx.color))
            out.put(glyph, x * k)
        if len(glyphs) == 2:
            out.gid, out.scale = glyphs[0][0], k
        return out

    def label(self, node: Text, ctx: Context) -> Box:
        k = ctx.scale * _LABEL_SCALE
        try:
            shaped = labels.shape(node.text, node.bold, node.italic, node.mono)
        except GlyphError as error:
            fail(self.source, node.pos, error.what, error.fix)
        up, down = _LABEL_BOX[any(ord(c) >= 0x2E80 for c in node.text)]
        trimmed = shaped._replace(ascent=up, descent=down)
        return Box(shaped.width * k, up * k, down * k, leaf=LabelLeaf(trimmed, k, ctx.color), flat=True)

    def scripts(self, node: Scripts, ctx: Context) -> Box:
        core = core_of(node.base)
        if isinstance(node.base, Symbol):
            base = self.symbol(node.base, ctx)
        else:
            base = self.node(node.base, ctx) if node.base else Box()
        sub = self.row(node.sub.items, ctx.script(cramped=True)) if node.sub else None
        sup = self.row(node.sup.items, ctx.script()) if node.sup else None
        if sub is None and sup is None:
            return base
        if isinstance(core, Stretch) and core.char in symbols.BRACES:
            return scripts.limits(base, sub, sup, ctx, tight=True)
        limited = node.limits
        if limited is None:
            limited = isinstance(core, Symbol | Word | Text | Row) and core.kind == "op" and ctx.style == 0
            if isinstance(core, Symbol | Word) and core.limits is False:
                limited = False
        if limited:
            return scripts.limits(base, sub, sup, ctx)
        return scripts.attach(base, sub, sup, ctx, operator=isinstance(core, Symbol) and core.large)

    def fraction(self, node: Fraction, ctx: Context) -> Box:
        ctx = ctx if node.level is None else ctx.styled(node.level)
        style = 1 if ctx.style == 0 else min(3, ctx.style + 1)
        top = self.row(node.top.items, ctx.styled(style))
        bottom = self.row(node.bottom.items, ctx.styled(style, cramped=True))
        box = parts.fraction(top, bottom, ctx, rule=node.rule)
        return self.fence(node.fences, [box], node.pos, ctx) if node.fences else box

    def fenced(self, node: Fenced, ctx: Context) -> Box:
        return self.fence(node.fences, [self.row(r.items, ctx) for r in node.rows], node.pos, ctx)

    def fence(self, fences: tuple[str, ...], bodies: list[Box], pos: int, ctx: Context) -> Box:
        """Bodies between delimiters that are all as tall as the tallest body."""
        up, down = (max(side) for side in zip(*(b.cover for b in bodies), strict=True))
        height = stretchy.fence_height(up, down, ctx)
        out, x = Box(), 0.0
        for i, char in enumerate(fences):
            if char:
                mark = stretchy.delimiter(self.gid(char, pos, ctx), height, ctx)
                pad = 0.0 if i in (0, len(fences) - 1) else 80 * ctx.scale
                out.put(mark, x + pad)
                x += mark.width + 2 * pad
                out.flat = mark.flat  # scripts after a normal parenthesis are as high as without \left and \right
            if i < len(bodies):
                out.put(bodies[i], x)
                x += bodies[i].full
        out.width = x
        covers = [(c.cover[0] - dy, c.cover[1] + dy) for c, _, dy in out.children]
        out.fence = max(c[0] for c in covers), max(c[1] for c in covers)
        return out

    def stack(self, node: Stack, ctx: Context) -> Box:
        over = self.row(node.over.items, ctx.script()) if node.over else None
        under = self.row(node.under.items, ctx.script(cramped=True)) if node.under else None
        if node.stretch:
            arrow = node.base.items[0]
            assert isinstance(arrow, Symbol)
            width = max([b.full for b in (over, under) if b], default=0.0) + 500 * ctx.scale
            base = stretchy.along(arrow.char, max(width, 1400 * ctx.scale), ctx)
            ink = base.ink()
            if ink:
                base.ascent, base.descent = -ink.top, max(0.0, ink.bottom)
            return scripts.limits(base, under, over, ctx, tight=True)
        return scripts.limits(self.row(node.base.items, ctx), under, over, ctx)

    def array(self, node: Array, ctx: Context) -> Box:
        inner = ctx.styled(max(node.level, ctx.style))
        cells = []
        for row in node.cells:
            afters: list[Kind | None] = ["ord" if node.relation and i % 2 else None for i in range(len(row))]
            cells.append([self.row(c.items, inner, after=a) for c, a in zip(row, afters, strict=True)])
        box = table(node, cells, ctx if not node.tight else inner)
        if not any(node.fences):
            return box
        room = 150 * ctx.scale  # between a fence and the outer columns
        padded = Box(box.width + room * sum(map(bool, node.fences)))
        padded.put(box, room if node.fences[0] else 0.0)
        return self.fence(node.fences, [padded], node.pos, ctx)
