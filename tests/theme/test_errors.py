"""Mistakes in a theme file: the message names the file, the key, and what is allowed there."""

from __future__ import annotations

from pathlib import Path

import pytest

from llmfig.errors import FigureError, Source, ThemeError
from llmfig.theme.files import BUILT_IN, available
from llmfig.theme.load import load, parse

BOOK = (BUILT_IN / "book.toml").read_text(encoding="utf-8")
FILE = "themes/mine.toml"


def broken(old: str, new: str) -> str:
    """What is told of the book theme with one thing changed."""
    assert old in BOOK
    with pytest.raises(ThemeError) as error:
        parse(BOOK.replace(old, new, 1), FILE)
    assert FILE in str(error.value)
    assert "fix:" in str(error.value)
    return str(error.value)


def test_a_colour_that_is_none() -> None:
    told = broken('fill = "yellow"', 'fill = "yelow"')
    assert "roles.data.fill" in told
    assert "'yelow'" in told
    assert "did you mean 'yellow'?" in told


def test_a_palette_entry_that_is_no_colour() -> None:
    assert "#rrggbb" in broken('ink = "#1C2530"', 'ink = "#1C25"')


def test_an_unknown_key() -> None:
    told = broken("radius = 6", "radus = 6")
    assert "radus" in told
    assert "did you mean 'radius'?" in told


def test_an_unknown_key_of_a_role() -> None:
    told = broken('data = { fill = "yellow"', 'data = { fil = "yellow"')
    assert "roles.data.fil" in told
    assert "fill" in told


def test_a_role_or_a_size_that_is_missing() -> None:
    line = next(line for line in BOOK.splitlines() if line.startswith("auxiliary ="))
    assert "[roles] lacks auxiliary" in broken(line, "")
    line = next(line for line in BOOK.splitlines() if line.startswith("body ="))
    assert "[sizes] lacks body" in broken(line, "")


def test_a_number_out_of_range() -> None:
    line = next(line for line in BOOK.splitlines() if line.startswith("tiny ="))
    told = broken(line, "tiny = 2")
    assert "sizes.tiny" in told
    assert "greater than or equal to 6" in told


def test_a_number_that_is_a_word() -> None:
    told = broken("margin =", 'margin = "wide" #')
    assert "frame.margin" in told
    assert "'wide'" in told


def test_broken_toml() -> None:
    assert "not valid TOML" in broken("[palette]", "[palette")


def test_an_unknown_theme_lists_the_themes() -> None:
    with pytest.raises(ThemeError, match="did you mean 'print'") as error:
        load("prnt")
    assert all(name in str(error.value) for name in ("book", "dark", "print"))


def test_a_theme_of_the_project_wins(tmp_path: Path) -> None:
    (tmp_path / "themes").mkdir()
    own = tmp_path / "themes" / "book.toml"
    own.write_text(BOOK.replace('name = "book"', 'name = "mine"'), encoding="utf-8")
    assert available(tmp_path)["book"] == own
    assert load("book", tmp_path).name == "mine"


@pytest.mark.parametrize(
    ("table", "name", "near"),
    [("role", "modle", "model"), ("size", "boddy", "body"), ("gap", "xxs", "xs"), ("stroke", "thik", "thick")],
)
def test_unknown_names_list_the_valid_ones_with_the_place(table: str, name: str, near: str) -> None:
    theme = load("book")
    with pytest.raises(FigureError, match=f"did you mean '{near}'") as error:
        getattr(theme, table)(name, Source("fig.py", 7))
    assert str(error.value).startswith("fig.py:7: ")
