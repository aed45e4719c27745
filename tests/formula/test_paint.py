"""What formulas hand to the Scene."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest

from llmfig.formula import mathfont, set_formula
from llmfig.scene.model import Box, GlyphRun, Shape
from llmfig.text import fonts

INK = {"loss": "#aa0000", "data": "#0000aa"}


def runs(latex: str) -> list[GlyphRun]:
    items = set_formula(latex, size=20).items(5, 50, "#101010", INK.__getitem__)
    return [item for item in items if isinstance(item, GlyphRun)]


def test_roles_are_resolved_when_painted() -> None:
    latex = r"x+\role{loss}{y+\role{data}{z}+\textcolor{#ABC}{w}}"
    colors = [run.color for run in runs(latex)]
    assert colors == ["#101010", "#aa0000", "#0000aa", "#aa0000", "#aabbcc"]
    with pytest.raises(KeyError):
        runs(r"\role{nonsense}{x}")
    set_formula(r"\role{nonsense}{x}", size=20)  # no theme is needed for layout


def test_rules_and_braces_take_the_colour_of_their_formula() -> None:
    items = set_formula(r"\role{loss}{\underbrace{\frac{\sqrt a}{b}}}", size=20).items(0, 0, "#101010", INK.__getitem__)
    for item in items:
        match item:
            case GlyphRun():
                assert item.color == "#aa0000"
            case Box() | Shape():
                assert item.paint.fill == "#aa0000"


def test_glyphs_in_a_row_are_one_run() -> None:
    (run,) = runs("a+b=c")
    assert run.font == "math"
    assert run.size == 20
    assert len(run.glyphs) == 5
    assert {glyph.y for glyph in run.glyphs} == {50}
    assert [g.x for g in run.glyphs] == sorted(g.x for g in run.glyphs)
    assert run.rect.x >= 4


def test_scripts_are_smaller_glyphs() -> None:
    base, sub = runs("x_i")
    assert sub.size == pytest.approx(0.7 * base.size)


def test_text_is_drawn_in_the_fonts_of_the_figure() -> None:
    keys = [run.font for run in runs(r"x_{\text{old 旧}}\textbf{b}\texttt{c}")]
    assert keys == ["math", "sans", "sc", "sans-bold", "mono"]
    hanzi = next(run for run in runs(r"x_{\text{旧}}") if run.font == "sc")
    assert hanzi.text == "旧"


def test_latin_text_is_always_sans() -> None:
    assert [run.font for run in runs(r"\text{if}")] == ["sans"]
    assert [run.font for run in runs(r"\mathrm{if}")] == ["math"]
    assert [run.font for run in runs(r"\textrm{if}")] == ["math"]


def test_primes_are_the_glyphs_made_for_scripts() -> None:
    _, prime = runs("a'")
    assert prime.glyphs[0].gid == mathfont.gid("′", 1)
    assert prime.glyphs[0].gid != mathfont.gid("′")
    _, double = runs("a''")
    assert double.glyphs[0].gid == mathfont.gid("″", 1)


@pytest.mark.parametrize(
    ("latex", "char"),
    [
        (r"\mathbb{1}", "𝟙"), (r"\mathbb{E}", "𝔼"), (r"\mathcal{L}", "ℒ"), (r"\mathbf{W}", "𝐖"),
        (r"\boldsymbol{\theta}", "𝜽"), (r"\mathtt{x}", "𝚡"), (r"\not=", "≠"),
        (r"\not\in", "∉"), ("h", "ℎ"), ("-", "−"), (r"\mathrm{x}", "x"),
        ("Γ", "Γ"), (r"\boldsymbol{\mathcal{L}}", "𝓛"), (r"\Theta", "Θ"), (r"\varepsilon", "𝜀"), (r"\epsilon", "𝜖"),
        (r"\boldsymbol{\nabla}", "𝛁"), (r"\mathfrak{g}", "𝔤"),
    ],
)  # fmt: skip
def test_alphabets(latex: str, char: str) -> None:
    (run,) = runs(latex)
    assert [g.gid for g in run.glyphs] == [mathfont.gid(char)]


def test_outlines_come_through_the_figures_fonts() -> None:
    gid = mathfont.gid("x")
    assert gid is not None
    box = fonts.glyph_path("math", gid).bounds()
    m = mathfont.metrics(gid)
    assert (box.x, box.right) == pytest.approx((m.left / 1000, m.right / 1000), abs=0.002)
    assert (-box.bottom, -box.y) == pytest.approx((m.bottom / 1000, m.top / 1000), abs=0.002)


def test_paths_of_one_shape_turn_the_same_way() -> None:
    """Under the nonzero rule, the overlap of two paths that turn in opposite directions would be a hole."""
    (shape,) = (i for i in set_formula(r"\sqrt{x}", size=100).items(0, 0, "#000000", str) if isinstance(i, Shape))
    areas = []
    for line in shape.path.polylines():
        areas.append(sum(a.x * b.y - b.x * a.y for a, b in pairwise(line)))
    assert len(areas) == 2
    assert areas[0] * areas[1] > 0


def test_nothing_is_imported_before_a_formula_is_set() -> None:
    code = "import llmfig.formula, sys; print([m for m in ('ziamath', 'latex2mathml', 'numpy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
