"""Finding a project and reading its settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from llmfig.errors import FigureError
from llmfig.project import at, find
from llmfig.settings import Settings
from tests.conftest import Sandbox


def test_the_nearest_folder_with_figures_is_the_project(sandbox: Sandbox) -> None:
    inner = sandbox.root / "sub" / "book"
    (inner / "figures" / "one").mkdir(parents=True)
    assert find(inner / "figures" / "one").root == inner
    assert find(sandbox.root / "sub").root == sandbox.root


def test_no_project_is_told(tmp_path: Path) -> None:
    with pytest.raises(FigureError, match="there is no figures/ folder"):
        find(tmp_path)


def test_settings_may_stand_in_either_file_but_not_in_both(sandbox: Sandbox) -> None:
    (sandbox.root / "pyproject.toml").write_text('[tool.llmfig]\nout = "pictures"\n[tool.other]\nx = 1\n')
    assert at(sandbox.root).settings.out == "pictures"
    (sandbox.root / "llmfig.toml").write_text('theme = "dark"\n')
    with pytest.raises(FigureError, match="settings stand in"):
        at(sandbox.root)
    (sandbox.root / "pyproject.toml").write_text("[tool.other]\nx = 1\n")
    assert at(sandbox.root).settings.theme == "dark"


def test_without_settings_the_defaults_hold(sandbox: Sandbox) -> None:
    assert at(sandbox.root).settings == Settings()


def test_chapters_that_are_not_named_come_last() -> None:
    settings = Settings.model_validate(
        {"chapters": [{"id": "b", "en": "B", "zh": "乙"}, {"id": "a", "en": "A", "zh": "甲"}]}
    )
    assert sorted(["z", "a", "b", "c"], key=settings.order) == ["b", "a", "c", "z"]
    assert settings.chapter("a").zh == "甲"
    assert settings.chapter("c").en == "c"


def test_the_settings_of_this_collection_are_valid() -> None:
    project = find(Path(__file__).parent)
    assert [chapter.id for chapter in project.settings.chapters][:2] == ["overview", "llm_basics"]
    assert len(project.settings.chapters) == 10
