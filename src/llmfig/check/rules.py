"""The rules by name: what each catches, and where its limits are."""

from __future__ import annotations

from llmfig.check import canvas, colors, crossing, doubled, evenness, fit, language, overlap, terms, wires
from llmfig.check.finding import Rule

_ALL = (
    Rule(
        "text-overflow",
        "text leaves its box or comes too near its edge",
        "The ink of a text must stay inside the inner rectangle of its box "
        f"({fit.INNER:g} px of slanted letters may overhang) and keep {fit.MARGIN:g} px from the box's "
        f"edge, {fit.SNUG:g} px from that of a cell. "
        "A label that lies wholly outside its box, a tag on a line and the page do not count.",
        fit.overflow,
    ),
    Rule(
        "sticking-out",
        "something sticks out of its panel",
        f"A box, cell or other area lies partly outside the panel it stands in, by more than {fit.OUT:g} px.",
        fit.sticking_out,
    ),
    Rule(
        "overlap",
        "two things lie on each other",
        f"Areas, words and strokes that share more than {overlap.TOLERANCE:g} px both ways, and neither of which holds "
        "the other. Not meant: backdrops (panels, highlights), layers of one overlay, parts of one chart or icon, "
        "ghosts, see-through fills, and words on an otherwise wordless shape.",
        overlap.overlap,
    ),
    Rule(
        "text-on-line",
        "a line runs through text",
        f"A connector, a brace or another visible stroke covers more than {crossing.TOUCH:g} px of ink. "
        "A plate painted between line and words (a tag) and the thin ruling of charts and tables do not count.",
        crossing.text_on_line,
    ),
    Rule(
        "text-on-text",
        "two pieces of text lie on each other",
        f"Two texts share more than {crossing.TOUCH:g} px both ways, and glyphs of theirs meet.",
        crossing.text_on_text,
    ),
    Rule(
        "line-through-node",
        "a connector runs through something it does not end at",
        f"More than {wires.THROUGH:g} px of the route lie inside an area that is neither end of the connector, nor "
        "holds an end, nor is a backdrop; or the connector crosses its own end from the far side.",
        wires.through_node,
    ),
    Rule(
        "loose-end",
        "a connector misses the outline of what it belongs to",
        f"An end is more than {wires.GAP:g} px off the outline of its target. "
        "Ends at a part (a term, a cell, a point of a chart) may lie inside the whole.",
        wires.loose_end,
    ),
    Rule(
        "nearly-straight",
        "a connector is a little off level or plumb",
        f"A piece of a straight connector that is off by less than {wires.SLANT:g} px (or {wires.ANGLE:g} degrees), "
        "or two pieces that jog by as little. Curves, rounded corners and short steep lines are left alone.",
        wires.nearly_straight,
    ),
    Rule(
        "doubled-line",
        "a connector runs on another line",
        f"Level or upright pieces of two connectors run less than {doubled.NEAR:g} px apart for more than "
        f"{doubled.LONG:g} px. "
        "The same goes for the edge of a box or panel, but not of a cell. Connectors with a common stem "
        "(a shared end, a branch) may lie on each other.",
        doubled.doubled_line,
    ),
    Rule(
        "off-canvas",
        "ink leaves the picture or its frame",
        f"More than {canvas.EDGE:g} px of ink outside; the title and the credit may lie on the frame.",
        canvas.off_canvas,
    ),
    Rule(
        "not-a-number",
        "a coordinate is not a finite number",
        "Writers would pass it on, and viewers drop the shape.",
        canvas.not_a_number,
    ),
    Rule(
        "too-small",
        "text is too small to read",
        f"Text below the theme's `minimum_size`; scripts of formulas may go down to {fit.SCRIPT:.0%} of it.",
        fit.too_small,
    ),
    Rule(
        "contrast",
        "text is too faint on what is under it",
        f"WCAG: {colors.RATIO:g}:1, {colors.LARGE_RATIO:g}:1 from {colors.LARGE:g} px ({colors.LARGE_BOLD:g} px bold). "
        "Measured on the fills that are really under the text, see-through ones mixed, gradients at both ends.",
        colors.low_contrast,
    ),
    Rule(
        "off-palette",
        "a colour is not of the theme",
        "Every fill, stroke and letter has a colour that a role of the theme holds.",
        colors.off_palette,
    ),
    Rule(
        "untranslated",
        "one language is missing",
        "A `tr` with an empty side, or an English sentence left in a Chinese picture.",
        language.untranslated,
    ),
    Rule("missing-title", "the figure has no title", "Each language needs one.", language.missing_title),
    Rule(
        "missing-alt",
        "the figure tells a blind reader nothing",
        "The alt text is empty, a placeholder, or only the title again.",
        language.missing_alt,
    ),
    Rule(
        "hanzi-in-english",
        "an English picture holds hanzi or full-width marks",
        "Also in its title, alt text and credit. Curly quotes, the ellipsis and the middle dot are fine.",
        language.hanzi_in_english,
    ),
    Rule(
        "half-width-in-chinese",
        "a Chinese picture holds English marks between hanzi",
        "One of , ; : ! ? after a hanzi and before a hanzi or the end, and straight quotes beside a hanzi.",
        language.half_width_in_chinese,
    ),
    Rule("missing-glyph", "a character has no glyph", "The font draws its empty box instead.", fit.missing_glyph),
    Rule(
        "glossary",
        "a term is not called what the glossary calls it",
        "A wording that the glossary avoids, or a `tr` whose English side is a term of the glossary and whose Chinese "
        "side is another one.",
        terms.glossary,
    ),
    Rule(
        "uneven-sizes",
        "siblings are almost equally large, or lettered differently",
        "Boxes of one kind, shape and role in a row (height) or column (width) that differ by "
        f"{evenness.EQUAL:g} to {evenness.CLOSE:g} px, or whose words have different sizes. "
        "Parts of charts are left alone.",
        evenness.uneven_sizes,
    ),
    Rule(
        "language-mismatch",
        "the two pictures do not show the same",
        "A label empty in one language only, another number of connectors, boxes or formulas, or formulas that differ "
        "in more than words and numbers. Figures with other data per language (more cells) are not counted.",
    ),
    Rule(
        "stale-allowance",
        "an exception that nothing needs",
        "An allowance that matches no finding in either language, or names a rule or group that does not exist.",
    ),
)

RULES: dict[str, Rule] = {rule.name: rule for rule in _ALL}
