"""Words of other tools, and what llmfig has in their place: of matplotlib, TikZ, Graphviz, CSS, slide programs."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

# Their words; our options for it, the likeliest first; a remark on it; what to say where none of our options is there.
_OPTIONS = (
    (
        "color colour fill facecolor background background_color bg bgcolor fillcolor edgecolor fontcolor linecolor "
        "palette tint fg",
        "role",
        "colours follow from meaning, 'model', 'data', 'loss', 'muted', ...",
        "colours follow from the roles of the theme",
    ),
    ("cmap colormap", "role", "role=heat(values) shades by value", "heat() has four shades of the theme"),
    (
        "fontsize font_size textsize text_size font",
        "size",
        "sizes are names, 'small', 'body', 'large', ...",
        "the size goes with the text: Text('...', size='small')",
    ),
    (
        "width w min_width minimum_width",
        "wide long",
        "the least width in em; more comes with the content",
        "it is as wide as what is in it; equal='width' or same_size() evens out",
    ),
    (
        "height h min_height minimum_height",
        "tall",
        "the least height in em; more comes with the content",
        "it is as tall as what is in it; equal='height' or same_size() evens out",
    ),
    ("figsize dimensions dpi", "wide", "in em", "a figure is as large as what is in it"),
    ("radius", "", "", "it is as large as its content asks for"),
    (
        "x y pos position xy coords coordinates left_ top_ row col column",
        "at",
        "",
        "nothing has coordinates: Row, Column and Grid say what stands where",
    ),
    (
        "spacing margin margins sep hspace wspace gutter distance node_distance nodesep ranksep gaps space separation "
        "hgap vgap",
        "gap level_gap",
        "a step of the spacing scale, 's', 'm', 'l', ...",
        "distances belong to the container: Row(a, b, gap='l')",
    ),
    ("padding inner_sep inset", "pad", "a step of the spacing scale, 's', 'm', 'l', ...", ""),
    (
        "linewidth line_width lw thickness penwidth border borderwidth border_width stroke_width outline",
        "stroke outlined",
        "line widths are names, stroke='normal', 'thick'; outlined=False draws no border",
        "the theme says how wide lines are",
    ),
    ("linestyle ls dash dashes line_style dashstyle dotted", "style dashed", "", ""),
    (
        "opacity alpha transparency faded",
        "role",
        "what stands back has role='muted' or 'ghost'",
        "what stands back has the role 'muted' or 'ghost'",
    ),
    (
        "rotation rotate angle rotated",
        "turned down direction",
        "",
        "Vertical('...') sets words upright",
    ),
    (
        "orientation vertical horizontal direction",
        "down direction turned",
        "",
        "",
    ),
    (
        "halign valign ha va text_align textalign horizontalalignment verticalalignment anchor alignment justify align",
        "align stick title_side side",
        "",
        "align= of a container lines its elements up; stick='top left' holds one in its place",
    ),
    ("loc where location placement", "side title_side label_side at", "", ""),
    ("zorder z z_index layer order", "below", "", "what comes later lies over what comes before"),
    ("weight fontweight font_weight strong", "bold", "", "words in ** are bold: '**so**'"),
    ("fontstyle font_style emph oblique", "italic", "", "words in * are italic: '*so*'"),
    ("family fontfamily font_family monospace", "mono", "the fonts are the theme's", "words in ` are code: '`so`'"),
    ("arrowhead arrowstyle arrow arrows headstyle dir tip", "head heads", "", ""),
    (
        "connectionstyle curved rad curve curvature",
        "route",
        "route='arc', and bend= for how far it stands out",
        "",
    ),
    (
        "xlim ylim xlabel ylabel xticks yticks axes xscale yscale",
        "",
        "",
        'axes are elements: Chart(Axis("x", title=..., range=(0, 1), ticks=[0, 1]), ...)',
    ),
    ("lim limits min max extent bounds", "range domain", "range=(from, to)", ""),
    ("ticklabels tick_labels", "ticks", "a mapping gives words: ticks={0: 'start', 1: 'end'}", ""),
    ("log", "scale", "scale='log'", ""),
    ("legend", "", "", "give the marks a name=..., and stand chart.legend() beside the chart"),
    ("grid", "", "", 'lines at the ticks are Axis("y", grid=True)'),
    ("marker symbol", "shape", "", ""),
    ("vmin", "low", "", ""),
    ("vmax", "high", "", ""),
    ("header headers columns col_labels column_names", "head cols", "", "the rows say how many columns there are"),
    ("rows nrows ncols", "", "", "the rows are the first value: [[a, b], [c, d]]"),
    (
        "labels row_labels column_labels",
        "label",
        "",
        "words beside cells: strip.label_columns([...]), matrix.label_rows([...])",
    ),
    ("colspan columnspan col_span", "cols", "", ""),
    ("rowspan row_span", "rows", "", ""),
    ("lang syntax lexer language", "language lang", "", ""),
    ("cn chinese zh_cn", "zh", "", ""),
    ("english en_us", "en", "", ""),
    ("theme template", "theme", "", "one theme is chosen for all figures: llmfig render --theme dark"),
    ("linenos line_numbers numbers", "numbered", "", ""),
    ("caption description desc alt_text", "alt label title", "", ""),
    ("id name key", "name key", "", "an element is called by the variable that it is kept in"),
    ("text content value string words", "label title content", "", ""),
    ("label", "edge title label content text", "", ""),
    ("title", "label", "", "a heading is a Text over it, in a Column, or the title= of a Panel"),
    ("children", "", "", "what is below comes behind the words: node('root', node('a'), node('b'))"),
    ("edge_style", "style", "", ""),
    ("edge_label", "edge", "", ""),
    ("target to on element over", "to over", "", ""),
    ("above up north", "top", "", ""),
    ("below down south", "bottom", "", ""),
    ("top", "above", "", ""),
    ("bottom", "below", "", ""),
    ("shadow shadows", "cards", "cards=2 draws a stack", ""),
    ("closed locked", "open", "", ""),
    ("rounded corner_radius rx border_radius", "shape", "shape='rounded', 'square', 'pill', ...", ""),
    ("style kind type variant", "style look shape role dashed connector", "", ""),
    ("max_width wrap_width textwidth text_width line_length", "wrap", "in em", ""),
    ("base baseline", "base down to", "", ""),
    ("n num number", "count", "", ""),
    ("head", "heads", "", "an Arrow has a head, a Line has none"),
)

# Their words for a thing, and ours.
_NAMES = (
    ("rectangle rect block square roundedrectangle fancybboxpatch", "Box"),
    ("circle ellipse diamond cylinder database trapezoid pill", "Box(..., shape=...)"),
    ("vertex", "Box, or node in a Tree"),
    ("edge connector connection link fancyarrowpatch", "Arrow"),
    ("label paragraph caption markdown", "Text"),
    ("hstack hbox", "Row"),
    ("vstack vbox stack", "Column"),
    ("zstack", "Overlay"),
    ("group frame container cluster subgraph card section", "Panel"),
    ("latex math equation tex mathtex", "Formula"),
    ("tensor array heatmap imshow vector", "Matrix"),
    ("tokens token sequence", "Strip"),
    ("plot axes graph subplot", "Chart"),
    ("bar barplot histogram hist", "Bars"),
    ("scatter point", "Points"),
    ("function functionplot", "Curve"),
    ("vline hline axvline axhline", "Guide"),
    ("axvspan axhspan interval", "Band"),
    ("annotation annotate bubble speechbubble", "Callout"),
    ("bracket curlybrace underbrace", "Brace"),
    ("dataframe tabular", "Table"),
    ("padlock", "Lock"),
    ("image picture svg", "Icon; pictures from files are not drawn"),
    ("translate i18n gettext", "tr"),
    ("ellipsis", "Dots"),
    ("network mlp neuralnetwork", "NeuralNet"),
    ("spacer space", "gap='l' of the container"),
    ("fig scene canvas", "figure, a decorator: @figure(title=..., alt=...)"),
    ("colorbar", "ColorKey"),
)


def instead(word: str, options: Iterable[str]) -> str:
    """What to say of an option that belongs to another tool; "" when nothing is known of it."""
    ours, remark, otherwise = _table().get(word.lower(), ("", "", ""))
    has = set(options)
    found = next((name for name in ours.split() if name in has and name != word), None)
    if found is None:
        return otherwise
    return f"instead of {word}= write {found}=" + (f": {remark}" if remark else "")


def name_for(word: str) -> str:
    """What llmfig calls a thing that other tools call so; "" when nothing is known of it."""
    return next((ours for theirs, ours in _NAMES if word.lower() in theirs.split()), "")


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, str, str]]:
    return {word: (ours, *rest) for theirs, ours, *rest in _OPTIONS for word in theirs.split()}  # type: ignore[misc]
