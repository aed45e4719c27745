"""A Scene as SVG.

Text is drawn as glyph outlines: one `<path>` per distinct glyph in `<defs>`, one `<use>` per occurrence, so the picture
is the same with and without fonts. Beside it stands the real text, transparent, for search and selection.

Only what CairoSVG and PowerPoint draw too is ever written: no masks, filters, patterns, CSS colours or blend modes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import drawsvg as dw

from llmfig.render import rounding
from llmfig.render.glyphs import glyph_data
from llmfig.render.rounding import Frame, Ink, Ramp, Undrawable, located, number, numbers, path_data
from llmfig.render.svg_text import LiveFonts, hidden, is_math, live
from llmfig.render.xml import LANGUAGES, Ids, escape, metadata, plain, prefix, short
from llmfig.scene.model import Box, GlyphRun, Group, Scene, Shape

Text = Literal["outline", "live"]
Glyphs = Literal["use", "paths"]


def to_svg(
    scene: Scene,
    *,
    text: Text = "outline",
    hidden_text: bool = True,
    glyphs: Glyphs = "use",
    id_prefix: str | None = None,
    width: float | None = None,
) -> str:
    """The figure as an SVG document.

    Args:
        scene: what to write.
        text: `outline` draws glyph outlines, `live` writes text in embedded font subsets (formulas stay outlines).
        hidden_text: whether real text stands beside the outlines.
        glyphs: `use` shares an outline among its occurrences; `paths` repeats it, for readers that are slow at `<use>`.
        id_prefix: what all ids begin with; by default the figure and its language. Give one when the same figure stands
            twice in a page.
        width: px that a page shows it at, or less where there is less room; by default its own size, come what may.

    Raises:
        FigureError: for numbers that are not finite and colours that are not `#rrggbb`, with the element they are in.
    """
    return _Writer(scene, text, hidden_text, glyphs, id_prefix or prefix(scene), width).document()


class _Writer:
    """Writes the groups of one scene, and collects the definitions they use.

    drawsvg makes the document; what is in it reaches drawsvg as one piece of text, because an object for every element
    of a large figure costs more than everything else here together.
    """

    def __init__(
        self, scene: Scene, text: Text, hidden_text: bool, glyphs: Glyphs, id_prefix: str, shown: float | None
    ) -> None:
        self.scene = scene
        self.live = text == "live"
        self.hidden_text = hidden_text
        self.glyphs = glyphs
        self.prefix = id_prefix
        self.shown = shown
        self.short = short(id_prefix)
        self.ids = Ids(id_prefix)
        self.symbols: dict[tuple[str, int], str] = {}
        self.ramps: dict[Ramp, str] = {}
        self.fonts = LiveFonts(self.short)
        self.out: list[str] = []

    def document(self) -> str:
        scene = self.scene
        width, height = rounding.canvas(scene)
        lang = LANGUAGES[scene.lang]
        title, desc = self.ids.new("title"), self.ids.new("desc")
        drawing = dw.Drawing(
            width,
            height,
            id_prefix=self.prefix,
            role="img",
            xml__lang=lang,
            lang=lang,
            aria_labelledby=f"{title} {desc}",
        )
        if self.shown is not None:
            shown = rounding.px(self.shown)
            drawing.set_render_size(number(shown), number(rounding.px(shown * height / width)))
            drawing.svg_args["style"] = "max-width:100%;height:auto"
        self.out += [f'<desc id="{desc}">{escape(scene.alt)}</desc>', metadata(scene)]
        below = rounding.background(scene)
        if below:
            self.out.append(f'<rect width="{width}" height="{height}" fill="{below}"/>')
        self.group(scene.root)
        drawing.append_title(plain(scene.title), id=title)
        drawing.append(dw.Raw("\n".join(self.out)))
        for definition in self.definitions():
            drawing.append_def(dw.Raw(definition))
        if self.fonts:
            drawing.append_css(self.fonts.css())
        return str(drawing.as_svg())

    def definitions(self) -> Iterator[str]:
        for (font, gid), name in self.symbols.items():
            yield f'<path id="{name}" d="{glyph_data(font, gid)}"/>'
        for ramp, name in self.ramps.items():
            x1, y1, x2, y2 = map(number, ramp.line)
            first, last = ramp.colors
            yield (
                f'<linearGradient id="{name}" gradientUnits="userSpaceOnUse" x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}">'
                f'<stop offset="0" stop-color="{first}"/><stop offset="1" stop-color="{last}"/></linearGradient>'
            )

    def group(self, group: Group) -> None:
        try:
            self.out.append(self.open_tag(group))
            for child in group.children:
                if isinstance(child, Group):
                    self.group(child)
                elif isinstance(child, GlyphRun):
                    self.run(child)
                else:
                    self.item(child)
            if self.hidden_text:
                self.out += hidden(group, without_live=self.live)
            self.out.append("</g>")
        except Undrawable as error:
            raise located(error, group) from None

    def open_tag(self, group: Group) -> str:
        found = f'<g id="{self.ids.new(group.id)}" data-kind="{escape(group.kind)}"'
        if group.role:
            found += f' data-role="{escape(group.role)}"'
        if group.text:
            found += f' data-text="{escape(group.text)}"'
        if group.latex:
            found += f' data-latex="{escape(group.latex)}"'
        angle = rounding.px(group.rotate)
        if angle:
            turn = (angle, rounding.px(group.rect.cx), rounding.px(group.rect.cy))
            found += f' transform="rotate({numbers(turn)})"'
        return found + ">"

    def item(self, item: Box | Shape) -> None:
        outline = rounding.outline(item)
        ink = rounding.ink(item.paint)
        if outline is None or (ink.fill is None and ink.stroke is None):
            return
        if isinstance(outline, Frame):
            x, y, w, h = number(outline.x), number(outline.y), number(outline.w), number(outline.h)
            shape = f'<rect x="{x}" y="{y}" width="{w}" height="{h}"{self.paint(ink)}/>'
        else:
            shape = f'<path d="{path_data(outline)}"{self.paint(ink)}/>'
        self.out.append(f'<g opacity="{number(ink.opacity)}">{shape}</g>' if ink.together else shape)

    def paint(self, ink: Ink) -> str:
        found = f' fill="{self.reference(ink.fill)}"'
        alone = ink.opacity < 1 and not ink.together
        if ink.fill is not None and alone:
            found += f' fill-opacity="{number(ink.opacity)}"'
        if ink.stroke is not None:
            found += f' stroke="{ink.stroke}"'
            if ink.width != 1:
                found += f' stroke-width="{number(ink.width)}"'
            if ink.dash:
                found += f' stroke-dasharray="{numbers(ink.dash)}"'
            if ink.cap != "butt":
                found += f' stroke-linecap="{ink.cap}"'
            if ink.join != "miter":
                found += f' stroke-linejoin="{ink.join}"'
            if alone:
                found += f' stroke-opacity="{number(ink.opacity)}"'
        return found

    def reference(self, fill: str | Ramp | None) -> str:
        if isinstance(fill, Ramp):
            return f"url(#{self.ramps.setdefault(fill, f'{self.short}r{len(self.ramps)}')})"
        return fill or "none"

    def run(self, run: GlyphRun) -> None:
        if not run.glyphs:
            return
        if self.live and not is_math(run):
            self.out.append(live(run, self.fonts))
            return
        line = rounding.line(run)
        glyphs = "".join([self.glyph(run.font, gid, dx, dy) for gid, dx, dy in line.glyphs])
        if glyphs:
            place = f"translate({numbers((line.x, line.y))}) scale({number(line.scale)})"
            self.out.append(f'<g fill="{rounding.color(run.color)}" transform="{place}">{glyphs}</g>')

    def glyph(self, font: str, gid: int, dx: float, dy: float) -> str:
        data = glyph_data(font, gid)
        if not data:
            return ""
        if self.glyphs == "paths":
            move = f' transform="translate({numbers((dx, dy))})"' if dx or dy else ""
            return f'<path d="{data}"{move}/>'
        name = self.symbols.get((font, gid))
        if name is None:
            name = self.symbols[font, gid] = f"{self.short}{len(self.symbols):x}"
        down = f' y="{number(dy)}"' if dy else ""
        return f'<use xlink:href="#{name}" x="{number(dx)}"{down}/>'
