"""Themes that extend others: what they say replaces, all else stays; mistakes are told of the file they are in."""

from __future__ import annotations

from pathlib import Path

import pytest

from llmfig.errors import ThemeError
from llmfig.theme.files import BUILT_IN, chain
from llmfig.theme.load import load
from llmfig.theme.model import ROLES
from tests.conftest import Sandbox


@pytest.fixture
def themes(tmp_path: Path) -> Path:
    folder = tmp_path / "themes"
    folder.mkdir()
    return folder


def write(folder: Path, name: str, text: str) -> Path:
    file = folder / f"{name}.toml"
    file.write_text(text, encoding="utf-8")
    return file


def refused(folder: Path, name: str) -> str:
    with pytest.raises(ThemeError) as error:
        load(name, folder.parent)
    assert "fix:" in str(error.value)
    return str(error.value)


def test_what_is_not_said_is_that_of_the_extended_theme(themes: Path) -> None:
    write(themes, "own", 'extends = "book"\n')
    book, own = load("book"), load("own", themes.parent)
    assert own.name == "own"
    assert own == book.model_copy(update={"name": "own"})


def test_a_colour_of_the_palette_changes_wherever_it_is_used(themes: Path) -> None:
    write(themes, "own", 'extends = "book"\n[palette]\nyellow-edge = "#112233"\n')
    book, own = load("book"), load("own", themes.parent)
    users = {name for name in ROLES if book.role(name).stroke == "#d9ae2b"}
    assert len(users) > 4
    for name in ROLES:
        assert (own.role(name).stroke == "#112233") == (name in users)
        assert own.role(name).fill == book.role(name).fill


def test_tables_are_replaced_key_by_key_and_lists_as_a_whole(themes: Path) -> None:
    write(
        themes,
        "own",
        'extends = "print"\nname = "house"\nradius = 0\n'
        '[palette]\nleaf = "#abcdef"\n[roles]\ndata = { fill = "leaf" }\nmodel.stroke = "none"\n'
        '[sizes]\nbody = 20\n[dashes]\ndashed = [1, 2, 3]\n[credit]\nen = "mine"\n',
    )
    base, own = load("print"), load("own", themes.parent)
    assert (own.name, own.radius, own.size("body"), own.size("small")) == ("house", 0, 20, base.size("small"))
    assert own.role("data") == base.role("data").model_copy(update={"fill": "#abcdef"})
    assert own.role("model") == base.role("model").model_copy(update={"stroke": None})
    assert own.dashes["dashed"] == (1, 2, 3)
    assert own.dashes["dotted"] == base.dashes["dotted"]
    assert (own.credit.en, own.credit.zh, own.credit.rights.en) == ("mine", "", "")
    assert own.greyscale_safe


def test_themes_extend_themes_that_extend_themes(themes: Path) -> None:
    write(themes, "house", 'extends = "dark"\nradius = 1\nline = "#111111"\n')
    write(themes, "talk", 'extends = "house"\nline = "#222222"\n')
    talk = load("talk", themes.parent)
    assert (talk.name, talk.dark, talk.radius, talk.line) == ("talk", True, 1, "#222222")
    assert [file.name for file in chain("talk", themes.parent)] == ["talk.toml", "house.toml", "dark.toml"]


def test_a_theme_may_take_over_the_name_of_the_one_it_extends(themes: Path) -> None:
    own = write(themes, "book", 'extends = "book"\nradius = 1\n')
    write(themes, "talk", 'extends = "book"\n')
    assert load("book", themes.parent).radius == load("talk", themes.parent).radius == 1
    assert chain("talk", themes.parent)[1:] == (own, BUILT_IN / "book.toml")


def test_a_theme_that_there_is_not(themes: Path) -> None:
    file = write(themes, "own", 'extends = "bok"\n')
    told = refused(themes, "own")
    assert str(file) in told
    assert "there is no theme 'bok'" in told
    assert "did you mean 'book'?" in told
    assert all(name in told.partition("valid themes: ")[2] for name in ("book", "dark", "print"))
    write(themes, "own", "extends = 3\n")
    assert "own.toml:1: extends cannot be the number 3" in refused(themes, "own")


@pytest.mark.parametrize("name", ["own", "other", "third"])
def test_a_circle(themes: Path, name: str) -> None:
    write(themes, "own", 'extends = "own"\n')
    write(themes, "other", 'extends = "third"\n')
    write(themes, "third", 'extends = "other"\n')
    assert "circle: " in refused(themes, name)


def test_a_mistake_is_told_of_the_file_it_is_in(themes: Path) -> None:
    base = write(themes, "house", 'extends = "book"\nradus = 3\n')
    own = write(themes, "talk", 'extends = "house"\n[roles]\ndata = { fil = "blue" }\n')
    told = refused(themes, "talk")
    assert f"{base}:2: a theme has no key 'radus'" in told
    assert str(own) not in told
    write(themes, "house", 'extends = "book"\nradius = 3\n')
    told = refused(themes, "talk")
    assert f"{own}:3: a theme has no key 'roles.data.fil'" in told
    assert str(base) not in told
    write(themes, "house", "extends = ")
    assert f"{base}:1: not valid TOML" in refused(themes, "talk")
    base.write_bytes(b"\xff\xfe")
    assert f"{base}:1: cannot be read" in refused(themes, "talk")


def test_a_colour_that_changes_nothing(themes: Path) -> None:
    file = write(themes, "own", 'extends = "book"\n[palette]\nbleu = "#112233"\n')
    told = refused(themes, "own")
    assert f"{file}:3: palette.bleu: nothing has this colour" in told
    assert "did you mean 'blue'?" in told


@pytest.mark.parametrize("palette", ["palette = 3", "[palette]\nblue = 3", '[palette]\nblue = { en = "#112233" }'])
def test_a_palette_that_is_none(themes: Path, palette: str) -> None:
    write(themes, "own", f'extends = "book"\n{palette}\n')
    assert "own.toml:2: palette is no table of colours" in refused(themes, "own")


def test_a_table_that_is_none(themes: Path) -> None:
    write(themes, "own", 'extends = "book"\nroles = 3\n')
    assert "own.toml:2: roles cannot be the number 3" in refused(themes, "own")


def test_figures_are_drawn_again_when_an_extended_theme_changes(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    folder = sandbox.root / "themes"
    folder.mkdir()
    write(folder, "house", 'extends = "book"\n')
    write(folder, "talk", 'extends = "house"\n')
    arguments = ("render", "--theme", "talk", "--format", "svg")
    assert "wrote 2 files" in sandbox.run(*arguments).output
    before = sandbox.pictures()
    assert "nothing to do" in sandbox.run(*arguments).output
    write(folder, "house", 'extends = "book"\n[palette]\nyellow = "#123456"\n')
    assert "wrote 2 files" in sandbox.run(*arguments).output
    assert sandbox.pictures() != before
    assert b"#123456" in sandbox.pictures()["talk/en/one/good.svg"]
