"""Revisions: what they are called, what differs between them, and folders of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from llmfig.errors import FigureError
from llmfig.review.revisions import Repository, sides
from tests.review.repository import Repo, figure, start


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return start(tmp_path / "project")


def state(repo: Repo) -> tuple[str, str, str, list[str]]:
    """What must not change: HEAD, the index and worktrees, and all files."""
    files = sorted(str(f.relative_to(repo.root)) for f in repo.root.rglob("*") if ".git" not in f.parts)
    return repo.git("rev-parse", "HEAD"), repo.git("status", "--porcelain"), repo.git("worktree", "list"), files


def test_the_base_is_where_the_branch_left_main(repo: Repo) -> None:
    fork = repo.git("rev-parse", "HEAD").strip()
    repo.git("switch", "--quiet", "-c", "mine")
    repo.commit("mine")
    repo.git("switch", "--quiet", "main")
    repo.commit("theirs")
    repo.git("switch", "--quiet", "mine")
    before, after = sides(Repository(repo.root), None, None)
    assert (before.commit, after.commit) == (fork, "")
    assert str(before) == f"where this branch left main ({fork[:10]})"
    assert str(after) == "working tree"


def test_revisions_are_named_as_in_git(repo: Repo) -> None:
    first = repo.git("rev-parse", "HEAD").strip()
    repo.git("tag", "v1")
    second = repo.commit("more")
    repository = Repository(repo.root)
    assert repository.revision("v1").commit == first
    assert repository.revision("HEAD~1").commit == first
    assert str(repository.revision(second[:12])) == second[:12]
    before, after = sides(repository, "v1", "main")
    assert (before.commit, after.commit) == (first, second)


def test_three_dots_mean_where_they_parted(repo: Repo) -> None:
    fork = repo.git("rev-parse", "HEAD").strip()
    repo.git("switch", "--quiet", "-c", "mine")
    mine = repo.commit("mine")
    repo.git("switch", "--quiet", "main")
    repo.commit("theirs")
    repository = Repository(repo.root)
    before, after = sides(repository, "main...mine", None)
    assert (before.commit, after.commit) == (fork, mine)
    repo.git("switch", "--quiet", "mine")
    before, after = sides(repository, "main...", None)
    assert (before.commit, after.commit) == (fork, "")
    before, after = sides(repository, "main..mine", None)
    assert (before.commit, after.commit) == (repo.git("rev-parse", "main").strip(), mine)


@pytest.mark.parametrize("name", ["nowhere", "-x", "--output=x", "", "$(touch x)", "a b"])
def test_unknown_revisions(repo: Repo, name: str) -> None:
    with pytest.raises(FigureError) as caught:
        Repository(repo.root).revision(name)
    assert f"git knows no revision {name!r}" in caught.value.what
    assert "branch" in caught.value.fix


def test_no_repository(tmp_path: Path) -> None:
    with pytest.raises(FigureError) as caught:
        Repository(tmp_path)
    assert "not a git repository" in caught.value.what


def test_no_main_branch(repo: Repo) -> None:
    repo.git("branch", "-m", "trunk")
    with pytest.raises(FigureError, match="no main branch"):
        sides(Repository(repo.root), None, None)


def test_changed_files(repo: Repo) -> None:
    repository = Repository(repo.root)
    first = repository.revision("HEAD")
    repo.write("figures/one/first.py", figure("Other"))
    repo.write("figures/one/数据 1.csv", "1\n")
    repo.write("out/junk.png", "ignored")
    (repo.root / "figures/one/second.py").unlink()
    expected = ["figures/one/first.py", "figures/one/second.py", "figures/one/数据 1.csv"]
    assert repository.changed(first, sides(repository, "HEAD", None)[1]) == expected
    repo.commit()
    assert repository.changed(first, repository.revision("HEAD")) == expected


def test_a_project_below_the_top_of_its_repository(tmp_path: Path) -> None:
    repo = start(tmp_path / "top" / "papers")
    top = Repo(tmp_path / "top")
    (repo.root / ".git").rename(top.root / ".git")
    top.commit("moved down")
    top.write("elsewhere.txt", "x")
    top.write("papers/figures/one/first.py", figure("Other"))
    repository = Repository(repo.root)
    before = repository.revision("HEAD")
    assert repository.changed(before, sides(repository, "HEAD", None)[1]) == ["figures/one/first.py"]
    with repository.folder(before) as folder:
        assert (folder.path / "figures/one/first.py").read_text() == figure("Prompt")


def test_folders_leave_nothing_behind(repo: Repo) -> None:
    repository = Repository(repo.root)
    repo.write("figures/one/first.py", figure("Other"))
    was = state(repo)
    with repository.folder(repository.revision("HEAD")) as folder:
        path = folder.path
        assert (path / "figures/one/first.py").read_text() == figure("Prompt")
        assert not (path / ".git").exists()
    assert not path.parent.exists()
    paths = []

    def interrupted() -> None:
        with repository.folder(repository.revision("HEAD")) as folder:
            paths.append(folder.path)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert not paths[0].parent.exists()
    with repository.folder(repository.revision("HEAD")):
        pass  # ended before it was written
    assert state(repo) == was


def test_a_revision_without_the_project(tmp_path: Path) -> None:
    top = Repo(tmp_path / "top")
    top.root.mkdir()
    top.git("init", "--quiet", "--initial-branch=main")
    first = top.commit("empty")
    top.write("papers/figures/one/first.py", figure())
    top.commit("project")
    repository = Repository(top.root / "papers")
    with pytest.raises(FigureError, match="there is no project in"), repository.folder(repository.revision(first)):
        pass
