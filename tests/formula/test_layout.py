"""How the parts of a formula lie: scripts, limits, fences, lines, and the terms an author can point at."""

from __future__ import annotations

import pytest

from llmfig.errors import LatexError
from llmfig.formula import SetFormula, set_formula
from llmfig.geometry import Rect


def formula(latex: str, *, display: bool = True) -> SetFormula:
    return set_formula(latex, size=100, display=display)


def boxes(latex: str, *, display: bool = True) -> list[Rect]:
    """The boxes of the terms a, b, c ... in a formula."""
    terms = formula(latex, display=display).terms
    return [terms[name] for name in sorted(terms)]


def test_terms_do_not_change_a_formula() -> None:
    plain = formula(r"-x+\frac{a}{b}=\log y")
    named = formula(r"\term{a}{-x}\term{b}{+}\term{c}{\frac{\term{d}{a}}{b}}\term{e}{=\log y}")
    assert named.width == pytest.approx(plain.width)
    assert (named.ascent, named.descent) == pytest.approx((plain.ascent, plain.descent))


def test_colours_do_not_change_a_formula() -> None:
    plain = formula(r"r_t-x+1")
    assert formula(r"\role{loss}{r_t}\textcolor{#ff0000}{-}{\color{data}x}+1").width >= plain.width
    assert formula(r"\role{loss}{r_t}\textcolor{#ff0000}{-x}\role{data}{+}1").width == pytest.approx(plain.width)


def test_nested_terms_lie_inside_each_other() -> None:
    a, b, c, d = boxes(r"1+\term{a}{\frac{x}{\term{b}{y_{\term{c}{t}}}}+\underbrace{z}_{\term{d}{\text{标签}}}}")
    assert a.contains(b)
    assert b.contains(c)
    assert a.contains(d)


def test_terms_in_aligned_lines_lie_below_each_other() -> None:
    a, b = boxes(r"\begin{aligned}x&\term{a}{=1}\\xyz&\term{b}{=2}\end{aligned}")
    assert a.x == pytest.approx(b.x)
    assert a.bottom < b.y


def test_an_unknown_term_names_the_ones_there_are() -> None:
    with pytest.raises(LatexError, match="did you mean 'advantage'"):
        formula(r"\term{advantage}{A}").term("advantege")
    with pytest.raises(LatexError, match="name one with"):
        formula("A").term("a")
    assert formula(r"\term{a}{A}").term("a").w > 0


def test_scripts_lie_above_and_below() -> None:
    base, sub, sup = boxes(r"\term{a}{x}_{\term{b}{i}}^{\term{c}{2}}")
    assert sub.bottom > base.bottom
    assert sup.y < base.y
    assert sub.y > sup.bottom
    assert sub.h < 0.8 * formula("i").ascent + 20


def test_limits_stand_above_and_below_in_display_and_beside_in_text() -> None:
    latex = r"\sum_{\term{a}{i=1}}^{\term{b}{N}}x"
    under, over = boxes(latex)
    assert under.cx == pytest.approx(over.cx, abs=2)
    assert boxes(latex, display=False)[0].x > under.x
    under, over = boxes(r"\max_{\term{a}{x}}\term{b}{f}")
    assert under.right < over.x + 5
    assert under.y > 0


@pytest.mark.parametrize(
    ("tight", "loose"),
    [("-x", "a-x"), ("(-x)", "(a-x)"), ("=-x", "=a-x"), (",-x", ",a-x"), (r"\log -x", r"\log a-x")],
)
def test_a_sign_is_not_an_operator(tight: str, loose: str) -> None:
    minus = formula(loose).width - formula(loose.replace("-", " ")).width
    assert formula(tight).width - formula(tight.replace("-", " ")).width < minus


def test_fences_fit_what_they_enclose() -> None:
    plain = formula("(x)")
    assert formula(r"\left(x\right)").ascent == pytest.approx(plain.ascent)
    assert formula(r"\left(x^2\right)").width == pytest.approx(formula("(x^2)").width)
    tall = formula(r"\left(\frac{a}{b}\right)")
    inner = formula(r"\frac{a}{b}")
    assert tall.ascent + tall.descent > 0.9 * (inner.ascent + inner.descent)
    sizes = [formula(rf"\{size}(").ascent for size in ("big", "Big", "bigg", "Bigg")]
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == 4


def test_fences_do_not_grow_for_the_label_of_a_brace() -> None:
    label = r"\underbrace{0.0009}_{\text{No}}"
    fence, _ = boxes(rf"\term{{a}}{{\left(\term{{b}}{{{label}}}\right)}}")
    brace = formula(r"\left(\underbrace{0.0009}\right)")
    labelled = formula(rf"\left({label}\right)")
    assert labelled.ascent == pytest.approx(brace.ascent)
    assert labelled.width == pytest.approx(brace.width)
    assert fence.h > 0


def test_labels_of_braces_reach_under_their_neighbours() -> None:
    narrow = formula(r"a+b+\underbrace{x+y}_{\text{a}}+c+d")
    wide = formula(r"a+b+\underbrace{x+y}_{\text{a longer label}}+c+d")
    assert wide.width == pytest.approx(narrow.width)
    deep = formula(r"\frac{a}{b}\underbrace{x+y}_{\text{a longer label}}\frac{c}{d}")
    assert deep.width > formula(r"\frac{a}{b}\underbrace{x+y}_{\text{a}}\frac{c}{d}").width


def test_labels_of_braces_never_meet() -> None:
    a, b = boxes(r"\underbrace{x}_{\term{a}{\text{一个很长的标签}}}+\underbrace{y}_{\term{b}{\text{另一个很长的标签}}}")
    assert a.right < b.x
    labelled = r"\underbrace{x}_{\text{很长的标签}}"
    a, b, plus = boxes(rf"\term{{a}}{{{labelled}}}\term{{c}}{{+}}\term{{b}}{{{labelled}}}")
    assert plus.cx == pytest.approx((a.cx + b.cx) / 2, abs=1)


def test_braces_are_as_wide_as_their_body() -> None:
    for body in ("x+y", "0.0009", "a+b+c+d+e", "+".join("abcdefghijklm")):
        assert formula(rf"\underbrace{{{body}}}").width == pytest.approx(formula(body).width, abs=1)
        assert formula(rf"\overline{{{body}}}").width == pytest.approx(formula(body).width, abs=1)


def test_aligned_lines_meet_at_their_relation() -> None:
    a, b, c = boxes(r"\begin{aligned}x&\term{a}{=}1\\long&\term{b}{=}2\\&\term{c}{\approx}3\end{aligned}")
    assert a.x == pytest.approx(b.x)
    assert b.x == pytest.approx(c.x, abs=1)


def test_columns_are_centred_and_lines_evenly_spaced() -> None:
    a, b, c = boxes(r"\begin{pmatrix}\term{a}{0}\\\term{b}{0}\\\term{c}{0}\end{pmatrix}")
    assert b.y - a.y == pytest.approx(c.y - b.y)
    assert a.cx == pytest.approx(b.cx)
    wide, narrow = boxes(r"\begin{matrix}\term{a}{1000}\\\term{b}{1}\end{matrix}")
    assert wide.cx == pytest.approx(narrow.cx)


def test_accents_sit_over_their_letter() -> None:
    plain, hat = formula("y"), formula(r"\hat y")
    assert hat.width == pytest.approx(plain.width, abs=3)
    assert hat.ascent > plain.ascent
    assert formula(r"\hat y_t").descent == pytest.approx(formula("y_t").descent, abs=1)


def test_words_carry_scripts_at_one_height() -> None:
    low, high = boxes(r"\mathrm{Logits}_{\term{a}{w}}\mathrm{Probs}_{\term{b}{w}}")
    assert low.y == pytest.approx(high.y)


def test_hyphens_in_names_are_short() -> None:
    name = formula(r"\mathrm{PPO-Clip}")
    assert name.spoken == "PPO-Clip"
    assert name.width < formula(r"\mathrm{PPO}-\mathrm{Clip}").width


def test_the_axis_is_the_height_of_a_minus_sign() -> None:
    minus = formula(r"\term{a}{-}")
    assert minus.axis == pytest.approx(minus.ascent, rel=0.25)


@pytest.mark.parametrize(
    ("latex", "text"),
    [
        (r"r_t=\exp(\log P_{\text{new}}-\log P_{\text{old}})", "r_t = exp(log P_new - log P_old)"),
        (r"\frac{a+1}{b}x", "(a + 1)/b x"),
        (r"\hat A_t^{(i)}", "Â_t^(i)"),
        (r"\sum_{i=1}^N x_i'", "∑_(i=1)^N x'_i"),
        (r"\underbrace{V(s)}_{\text{价值}}-1", "V(s) (价值) - 1"),
        (r"\begin{cases}1&\text{if }x\\0\end{cases}", "{1 if x; 0"),
        (r"\sqrt{x}\cdot\mathbb{1}[a\neq b]", "sqrt(x) · 1[a ≠ b]"),
        (r"y_{<t}=-x", "y_(<t) = -x"),
    ],
)
def test_says_itself_in_plain_text(latex: str, text: str) -> None:
    assert formula(latex).spoken == text
