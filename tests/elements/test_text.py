"""Text, vertical text and formulas as elements."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig import Box, Column, Formula, Row, Text, Vertical, tr
from llmfig.bilingual import LANGS, Lang
from llmfig.elements.text import AIR
from llmfig.geometry import Rect, union
from llmfig.layout.element import Element
from llmfig.scene.model import GlyphRun, Group, groups, walk
from llmfig.vocabulary import TextAlign
from tests.core import BOOK, Spec, fails, laid, law, lay_out, near, same, scene
from tests.layout.trees import formulas, texts, verticals, words

langs = st.sampled_from(LANGS)
FORMULAS = (
    r"\term{a}{x_t} + \term{b}{y}",
    r"L = \term{a}{\frac{\pi_\theta(a \mid s)}{\pi_{old}(a \mid s)}} \hat A_t + \term{b}{\sum_{i=1}^N w_i}",
    r"\term{a}{\text{奖励}} - \beta \term{b}{\mathbb{D}_{KL}}",
    r"\term{b}{\term{a}{x}^2}",
)


def runs(picture: object, kind: str) -> list[GlyphRun]:
    """The glyphs of the first element of a kind."""
    group = next(g for g in groups(picture) if g.kind == kind and not g.decor)  # type: ignore[arg-type]
    return [item for item in walk(group) if isinstance(item, GlyphRun)]


@law(80)
@given(texts, langs)
def test_the_lines_of_a_text_lie_in_its_frame(spec: Spec, lang: Lang) -> None:
    picture = scene(spec, lang)
    group = next(g for g in groups(picture) if g.kind == "text")
    for run in runs(picture, "text"):
        # The blank half of a full-width mark at either end is left out of the frame.
        assert group.rect.grown(run.size / 2 + 0.5, 12).contains(run.rect)
    assert group.outline is not None
    assert same(group.outline.bounds(), group.rect.grown(*AIR))


@law(40)
@given(verticals, langs)
def test_the_glyphs_of_a_vertical_text_lie_in_its_frame(spec: Spec, lang: Lang) -> None:
    picture = scene(spec, lang)
    group = next(g for g in groups(picture) if g.kind == "text")
    turned = [g for g in walk(group) if isinstance(g, Group) and g.id.endswith("/turned")]
    assert bool(turned) == (lang == "en" or not any("\u4e00" <= c <= "\u9fff" for c in group.text))
    for g in turned:
        assert near(g.rect.w, group.rect.h)
        assert near(g.rect.h, group.rect.w)
        assert g.rect.center == pytest.approx(group.rect.center)
        assert g.rotate == -90


@law(40)
@given(formulas, langs)
def test_a_formula_is_aligned_by_its_axis(spec: Spec, lang: Lang) -> None:
    figure = laid(spec, lang)
    formula = figure.root
    assert isinstance(formula, Formula)
    made, size = formula.set(figure.layout), figure.size(formula)
    assert near(size.h, made.ascent + made.descent)
    assert near(size.ay, made.ascent - made.axis)


@pytest.mark.parametrize("latex", FORMULAS)
@pytest.mark.parametrize("size", ["small", "title"])
def test_terms_lie_in_their_formula(latex: str, size: str) -> None:
    formula = Formula(latex, size=size)
    figure = lay_out(Row("x", formula, Box("y", tall=9)))
    a, b = (figure.place(formula.term(name)) for name in "ab")
    for term in (a, b):
        assert figure[formula].grown(1).contains(term)
        assert term.w > 0
    if "{b}{\\term{a}" in latex:
        assert b.grown(0.5).contains(a)
    else:
        assert not a.intersects(b)
    assert formula.term("a").element() is formula


def test_words_are_drawn_once_and_in_order() -> None:
    drawn = [r.text for r in runs(scene(lambda: Text("one **two** three")), "text")]
    assert "".join(drawn).split() == ["one", "two", "three"]


@pytest.mark.parametrize("lang", LANGS)
def test_the_language_decides_the_words(lang: Lang) -> None:
    drawn = "".join(r.text for r in runs(scene(lambda: Text(tr("reward", "奖励")), lang), "text"))
    assert drawn == {"en": "reward", "zh": "奖励"}[lang]


def test_text_is_as_large_as_its_step() -> None:
    for step in ("tiny", "body", "title"):

        def figure(step: str = step) -> Element:
            return Text("a", size=step)

        assert {r.size for r in runs(scene(figure), "text")} == {BOOK.size(step)}


def test_text_has_the_ink_of_its_role_or_of_what_it_stands_on() -> None:
    assert runs(scene(lambda: Text("a", role="loss")), "text")[0].color == BOOK.role("loss").ink
    assert runs(scene(lambda: Box("a", role="frozen")), "text")[0].color == BOOK.role("frozen").text
    assert runs(scene(lambda: Text("a")), "text")[0].color == BOOK.role("plain").text
    inked = runs(scene(lambda: Text("a [b]{loss}")), "text")
    assert [r.color for r in inked if r.text.strip() == "b"] == [BOOK.role("loss").ink]


@law(40)
@given(words, st.sampled_from((4.0, 8.0, 15.0)), langs)
def test_wrapped_text_is_no_wider_than_plain_text(text: object, wrap: float, lang: Lang) -> None:
    plain = laid(Spec(Text, (text,)), lang)
    wrapped = laid(Spec(Text, (text,), {"wrap": wrap}), lang)
    assert wrapped.size(wrapped.root).w <= plain.size(plain.root).w + 0.01
    assert wrapped.size(wrapped.root).h >= plain.size(plain.root).h - 0.01


@pytest.mark.parametrize(("align", "at"), [("left", 0.0), ("center", 0.5), ("right", 1.0)])
def test_lines_are_aligned_in_their_text_and_in_a_wider_frame(align: TextAlign, at: float) -> None:
    def figure() -> Element:
        return Column(Text("a long line\nab", align=align, stick="fill-x"), Box("b", wide=20), align="fill")

    picture = scene(figure)
    frame = next(g for g in groups(picture) if g.kind == "text").rect
    lines = [r.rect for r in runs(picture, "text")]
    upper = union([r for r in lines if r.y == lines[0].y])
    lower = union([r for r in lines if r.y != lines[0].y])
    assert near(upper.at(at, 0).x, lower.at(at, 0).x, 0.5)
    assert near(upper.at(at, 0).x, frame.at(at, 0).x, 0.5)
    assert isinstance(upper, Rect)


def test_what_texts_and_formulas_say() -> None:
    picture = scene(lambda: Row(Text("**bold** and $x_t$"), Formula(r"\frac{a}{b}")))
    said = {g.kind: (g.text, g.latex) for g in groups(picture) if g.kind in ("text", "formula")}
    assert said["text"][0].startswith("bold and x_t")
    assert "x_t" in said["text"][1]
    assert said["formula"][1] == r"\frac{a}{b}"
    assert "\\" not in said["formula"][0]


# Errors --------------------------------------------------------------------------------------------------------------


def test_what_is_no_text() -> None:
    fails(lambda: Text(3), "text cannot be the number 3", "str(n)", at="Text(")  # type: ignore[arg-type]
    fails(lambda: Text(None), "text cannot be None", at="Text(")  # type: ignore[arg-type]
    fails(lambda: Text(Box("a")), "text cannot be the Box of line", at="Text(")  # type: ignore[arg-type]
    fails(lambda: Vertical(["a"]), "text cannot be a list", at="Vertical(")  # type: ignore[arg-type]
    fails(lambda: Formula(3), "a formula cannot be the number 3", at="Formula(")  # type: ignore[arg-type]


def test_unknown_words() -> None:
    fails(lambda: Text("a", align="centre"), "text has no align='centre'", "did you mean 'center'?", at="Text(")  # type: ignore[arg-type]
    fails(lambda: Text("a", size="bodi"), "there is no size 'bodi'", "did you mean 'body'?", at="Text(")
    fails(lambda: Text("a", role="los"), "there is no role 'los'", "did you mean 'loss'?", at="Text(")
    fails(lambda: Text("a", stick="lef"), "stick='lef'", "did you mean 'left'?", at="Text(")  # type: ignore[arg-type]
    fails(lambda: Formula("a", size="heding"), "did you mean 'heading'?", at="Formula(")
    fails(lambda: Formula("a", role="los"), "did you mean 'loss'?", at="Formula(")


def test_unknown_roles_inside_of_text() -> None:
    fails(lambda: Row("a", Text("[word]{los}")), "there is no role 'los'", "did you mean 'loss'?", at="Text(")
    fails(lambda: Row("a", Box("[word]{los}")), "there is no role 'los'", at="Box(")
    fails(lambda: Formula(r"\role{los}{x}"), "there is no role 'los'", at="Formula(")
    fails(lambda: Text(r"$\role{los}{x}$"), "there is no role 'los'", at="Text(")


def test_broken_formulas() -> None:
    fails(lambda: Formula(r"\frac{a"), at="Formula(")
    fails(lambda: Row("a", Formula(r"\sqrtt{a}")), r"did you mean \sqrt?", at="Formula(")
    fails(lambda: Row("a", Text(r"a $\alpah$")), r"did you mean \alpha?", at="Text(")
    fails(lambda: Row("a", Box("a $x")), at="Box(")


def test_characters_that_no_font_has() -> None:
    fails(lambda: Row("a", Text("a \ue000")), "U+E000", at="Text(")


def test_wraps_that_are_no_widths() -> None:
    for wrap in (0, -3, float("nan"), "10"):

        def figure(wrap: object = wrap) -> Element:
            return Text("a", wrap=wrap)  # type: ignore[arg-type]

        fails(figure, f"wrap={wrap!r}", "a number", at="Text(")
