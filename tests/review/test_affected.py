"""Which figures a change can have touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from llmfig.review.affected import Affected, affected
from tests.review.repository import Repo, figure, start

NAMES = ["one/first", "one/second", "two/third"]


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Repo, Repo]:
    return start(tmp_path / "before"), start(tmp_path / "after")


def of(pair: tuple[Repo, Repo], *paths: str, theme: str = "book") -> Affected:
    return affected(paths, (pair[0].root, pair[1].root), theme)


def test_a_figure(pair: tuple[Repo, Repo]) -> None:
    found = of(pair, "figures/one/first.py")
    assert found.shared == ()
    assert found.own == {"one/first": ("figures/one/first.py",)}
    assert found.names(NAMES) == ["one/first"]


def test_a_helper(pair: tuple[Repo, Repo]) -> None:
    assert of(pair, "figures/two/_parts.py").names(NAMES) == ["two/third"]


@pytest.mark.parametrize(
    "statement",
    [
        "from ._deep import X",
        "from . import _deep",
        "from .._all import Y",
        "from .. import _all",
        "from .._pack.inner import Z",
        "from .._pack import inner",
        "from ..one.first import draw",
    ],
)
def test_helpers_are_found_however_they_are_imported(pair: tuple[Repo, Repo], statement: str) -> None:
    for repo in pair:
        repo.write("figures/one/_deep.py", "from .._all import Y\nX = 1\n")
        repo.write("figures/_all.py", "from ._pack import inner\nY = 1\n")
        repo.write("figures/_pack/__init__.py", "")
        repo.write("figures/_pack/inner.py", "from ..two import _parts\n")
        repo.write("figures/one/user.py", f"def f():\n    {statement}\n" + figure())
    imported = {"first": "figures/one/first.py", "_deep": "figures/one/_deep.py", "_all": "figures/_all.py"}
    path = next((p for word, p in imported.items() if word in statement), "figures/_pack/inner.py")
    assert "one/user" in of(pair, path).own
    if "first" not in statement:
        assert "one/user" in of(pair, "figures/two/_parts.py").own
    assert "one/second" not in of(pair, path).own


def test_an_import_that_only_one_side_has(pair: tuple[Repo, Repo]) -> None:
    pair[1].write("figures/one/first.py", "from ..two._parts import WORD\n" + figure())
    assert of(pair, "figures/two/_parts.py").names(NAMES) == ["one/first", "two/third"]


def test_modules_that_cannot_be_read(pair: tuple[Repo, Repo]) -> None:
    pair[1].write("figures/one/first.py", "def (")
    assert of(pair, "figures/one/first.py").names(NAMES) == ["one/first"]


def test_what_everything_is_made_from(pair: tuple[Repo, Repo]) -> None:
    for path in ("src/llmfig/page.py", "src/llmfig/assets/fonts/x.otf", "themes/book.toml"):
        assert of(pair, path).names(NAMES) == NAMES
    assert of(pair, "themes/dark.toml").names(NAMES) == []
    assert of(pair, "themes/dark.toml", theme="dark").names(NAMES) == NAMES
    pair[1].write("themes/own.toml", 'extends = "house"\n')
    pair[1].write("themes/house.toml", 'extends = "book"\n')
    assert of(pair, "themes/house.toml", theme="own").names(NAMES) == NAMES
    assert of(pair, "themes/house.toml").names(NAMES) == []
    pair[1].write("themes/house.toml", "extends =")
    assert of(pair, "themes/house.toml", theme="own").names(NAMES) == NAMES


def test_settings_matter_when_they_show(pair: tuple[Repo, Repo]) -> None:
    pair[1].write("llmfig.toml", '[[chapters]]\nid = "one"\nen = "One"\nzh = "一"\n')
    assert of(pair, "llmfig.toml").names(NAMES) == []
    pair[1].write("llmfig.toml", 'theme = "dark"\n')
    assert of(pair, "llmfig.toml").shared == ("llmfig.toml",)
    pair[1].write("llmfig.toml", "not toml")
    assert of(pair, "llmfig.toml").shared == ("llmfig.toml",)


def test_data(pair: tuple[Repo, Repo]) -> None:
    for repo in pair:
        repo.write("figures/one/second.py", 'DATA = "losses.csv"\n' + figure())
    assert of(pair, "data/losses.csv").names(NAMES) == ["one/second"]
    assert of(pair, "figures/one/losses.csv").names(NAMES) == ["one/second"]
    # A file that nobody names may be read by anybody.
    assert of(pair, "figures/one/run_7.csv").names(NAMES) == NAMES
    assert of(pair, "data/run_7.csv").names(NAMES) == NAMES


def test_what_no_picture_is_made_from(pair: tuple[Repo, Repo]) -> None:
    aside = ["README.md", "tests/test_figures.py", "tests/snapshots/one/first.en.png", ".github/workflows/x.yml"]
    assert of(pair, *aside, "docs/a.md", "figures/NOTES.md", ".gitignore").names(NAMES) == []
