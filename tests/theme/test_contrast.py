"""What the themes promise: readable words everywhere, and roles that a grey copy tells apart."""

from __future__ import annotations

import itertools
import math

import pytest

from llmfig.check.colors import contrast, lightness, rgb
from llmfig.theme.files import available
from llmfig.theme.load import load
from llmfig.theme.model import ROLES, Theme

THEMES = ("book", "dark", "print")
MAIN = ("data", "model", "auxiliary", "loss", "sample", "compute")
GROUNDS = ("paper", "panel", "panel-alt")


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load(request.param)


def grounds(theme: Theme) -> list[str]:
    """What labels and lines stand on."""
    fills = [theme.paper, *(theme.role(name).fill for name in GROUNDS)]
    return [f for f in fills if f]


def test_the_themes_are_there() -> None:
    assert set(THEMES) <= set(available())


def test_words_on_every_fill(theme: Theme) -> None:
    for name in ROLES:
        role = theme.role(name)
        for ground in [role.fill] if role.fill else grounds(theme):
            assert contrast(role.text, ground) >= 4.5, f"{name}: {role.text} on {ground}"


def test_ink_on_paper_and_panels(theme: Theme) -> None:
    for name in ROLES:
        for ground in grounds(theme):
            assert contrast(theme.role(name).ink, ground) >= 4.5, f"{name}: {theme.role(name).ink} on {ground}"


def test_the_frame_can_be_read(theme: Theme) -> None:
    assert contrast(theme.frame.title, theme.frame.ribbon) >= 4.5
    assert contrast(theme.frame.credit, theme.paper) >= 4.5
    assert min(contrast(theme.line, ground) for ground in grounds(theme)) >= 4.5


def test_the_colours_of_the_collection() -> None:
    book = load("book")
    fills = [book.role(name).fill for name in ("model", "data", "auxiliary", "loss")]
    assert fills == ["#71ccf5", "#ffe699", "#c0bfde", "#f0adb7"]


def test_only_the_dark_theme_is_dark() -> None:
    for name in THEMES:
        theme = load(name)
        assert theme.dark == (lightness(theme.paper) < 50) == (name == "dark")
        assert theme.name == name


def test_fills_stand_out_from_the_paper(theme: Theme) -> None:
    for name in MAIN:
        role = theme.role(name)
        assert role.fill is not None
        assert role.stroke is not None
        assert abs(lightness(role.fill) - lightness(theme.paper)) >= 6, name
        assert contrast(role.stroke, theme.paper) > contrast(role.fill, theme.paper), name


def test_fills_are_told_apart(theme: Theme) -> None:
    fills = {name: theme.role(name).fill or theme.paper for name in MAIN}
    for a, b in itertools.combinations(fills, 2):
        assert math.dist(lab(fills[a]), lab(fills[b])) >= 11, f"{a} {fills[a]}, {b} {fills[b]}"


def lab(color: str) -> tuple[float, float, float]:
    """CIE L*a*b* (D65), in which distances are about what the eye sees."""
    r, g, b = (((c / 255 + 0.055) / 1.055) ** 2.4 if c > 10.3 else c / 255 / 12.92 for c in rgb(color))
    x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505
    y = 0.2126 * r + 0.7152 * g + 0.0722 * b
    z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089
    x, y, z = x ** (1 / 3), y ** (1 / 3), z ** (1 / 3)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def test_a_grey_copy_tells_the_roles_apart() -> None:
    theme = load("print")
    assert theme.greyscale_safe
    grey = {name: lightness(theme.role(name).fill or theme.paper) for name in (*MAIN, "muted")}
    for a, b in itertools.combinations(grey, 2):
        assert abs(grey[a] - grey[b]) >= 6, f"{a} {grey[a]:.1f}, {b} {grey[b]:.1f}"


def test_shades_get_stronger_step_by_step(theme: Theme) -> None:
    fills = [theme.role(f"shade-{i}").fill or theme.paper for i in (1, 2, 3, 4)]
    away = [abs(lightness(f) - lightness(theme.paper)) for f in fills]
    assert away == sorted(away)


def test_all_themes_have_one_type_scale() -> None:
    # A figure keeps its layout when its theme changes.
    first, *others = (load(name) for name in THEMES)
    for other in others:
        assert (other.sizes, other.gaps, other.strokes, other.radius) == (
            first.sizes,
            first.gaps,
            first.strokes,
            first.radius,
        )
        assert (other.arrowhead, other.frame.margin, other.minimum_size) == (
            first.arrowhead,
            first.frame.margin,
            first.minimum_size,
        )
