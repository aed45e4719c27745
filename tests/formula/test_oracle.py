"""The same characters as an independent implementation draws: ziamath, for what it is known to get right."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from llmfig.formula import set_formula
from llmfig.formula.paint import FONT
from llmfig.scene.model import GlyphRun

SIMPLE = (
    r"G_t=\sum_{k=0}\gamma^kR_{t+k+1}",
    r"A(s,a)=Q(s,a)-V(s)",
    r"\delta_t=r_t+\gamma V(s_{t+1})-V(s_t)",
    r"\theta_{k+1}=\theta_k+\alpha\nabla_\theta J(\theta_k)",
    r"\frac{a+b}{c-d}+\frac{x}{y}",
    r"\mathcal{L}=-\mathbb{E}[\log\pi(y\mid x)]",
    r"H(p,q)=-\sum_ip_i\log q_i",
    r"\mathbf{W}x+b\leq\infty",
    r"a\oplus b\otimes c\odot d\times e\approx f\in g",
    r"\max(a,b)\rightarrow\min(c,d)",
)


def _glyphs(node: Any) -> Counter[int]:
    if type(node).__name__ == "Glyph":
        return Counter([node.glyph.index])
    return sum((_glyphs(child) for child in node.nodes), Counter[int]())


@pytest.mark.parametrize("latex", SIMPLE)
def test_draws_the_same_glyphs(latex: str) -> None:
    ziamath = pytest.importorskip("ziamath")
    theirs = _glyphs(ziamath.Math.fromlatex(latex, size=20).node)
    items = set_formula(latex, size=20).items(0, 0, "#000000", lambda _: "#000000")
    ours = Counter(g.gid for item in items if isinstance(item, GlyphRun) and item.font == FONT for g in item.glyphs)
    thin_space = ziamath.Math.fromlatex("x", size=20).font.glyphindex("\u2009")
    del theirs[thin_space]  # its functions are padded with space characters
    assert ours == theirs
