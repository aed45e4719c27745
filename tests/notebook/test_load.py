"""Figures of a project in notebooks and scripts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from llmfig import Figure, FigureError, load_figure
from llmfig.errors import Source
from tests.conftest import GOOD, Sandbox


@pytest.fixture
def book(sandbox: Sandbox) -> Sandbox:
    """A project with two figures, in a folder that is not the working directory."""
    book = Sandbox(sandbox.root / "book")
    book.write("one/good.py")
    book.write("two/better.py", GOOD.replace("def good", "def better").replace('"Good"', '"Better"'))
    (book.root / "llmfig.toml").write_text('theme = "dark"\n')
    (sandbox.root / "figures").rmdir()
    return book


NAMES: dict[str, Callable[[Path], Figure[object]]] = {
    "id": lambda root: load_figure("better", project=root),
    "name": lambda root: load_figure("two/better", project=str(root / "figures" / "one")),
    "file": lambda root: load_figure(root / "figures" / "two" / "better.py"),
    "relative file": lambda root: load_figure("book/figures/two/better.py"),
}


@pytest.mark.parametrize("by", NAMES)
def test_a_figure_is_found_and_belongs_to_its_project(book: Sandbox, by: str) -> None:
    found = NAMES[by](book.root)
    assert repr(found) == "<Figure two/better: 'Better'>"
    assert found.project.root == book.root
    assert found.scene("zh").theme == "dark"
    assert not found.check()


def test_the_working_directory_is_the_project(book: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(book.root / "figures" / "two")
    assert load_figure("good").name == "one/good"
    assert load_figure("better.py").name == "two/better"


def test_it_is_the_figure_as_its_file_is_now(book: Sandbox) -> None:
    before = load_figure("good", project=book.root)
    book.write("one/good.py", GOOD.replace('"Good"', '"Goof"'))
    assert load_figure("good", project=book.root).definition.title[0] == "Goof"
    assert before.definition.title[0] == "Good"
    assert before.scene().title == "Good"


BAD: dict[str, tuple[Callable[[Path], object], str, str]] = {
    "id": (lambda root: load_figure("god", project=root), "no figure 'god'", "did you mean 'good'?"),
    "name": (lambda root: load_figure("one/god", project=root), "no figure 'one/god'", "'one/good'"),
    "chapter": (lambda root: load_figure("two", project=root), "'two' is a chapter", "better"),
    "nothing like it": (lambda root: load_figure("xyz", project=root), "no figure 'xyz'", "one/good, two/better"),
    "file": (lambda root: load_figure("book/figures/one/gone.py"), "there is no file", "chapter/id"),
    "project": (lambda root: load_figure("good"), "no figures/ folder", 'project="path/to/it"'),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_not_there_is_told_with_what_is(book: Sandbox, name: str) -> None:
    call, what, fix = BAD[name]
    with pytest.raises(FigureError) as caught:
        call(book.root)
    assert what in caught.value.what
    assert fix in caught.value.fix
    assert caught.value.source is not None
    assert caught.value.source.file == __file__


def test_an_empty_project_is_told(sandbox: Sandbox) -> None:
    with pytest.raises(FigureError, match="llmfig new chapter/id"):
        load_figure("good")


def test_figures_that_cannot_be_loaded_are_told_with_their_line(book: Sandbox) -> None:
    bad = book.write("one/bad.py", "x = 1\nprint(1 / 0)\n")
    with pytest.raises(FigureError, match="ZeroDivisionError") as caught:
        load_figure("bad", project=book.root)
    assert caught.value.source == Source(str(bad), 2)
    assert "      print(1 / 0)" in caught.value._render_traceback_()
    twice = book.write("two/good.py")
    with pytest.raises(FigureError, match="is taken") as caught:
        load_figure("two/good", project=book.root)
    assert caught.value.source == Source(str(twice), 1)
    (book.root / "llmfig.toml").write_text("theme = \n")
    with pytest.raises(FigureError, match="not valid TOML"):
        load_figure("good", project=book.root)
