"""The two sides of a comparison: git revisions, copied out into folders of their own, or the working tree as it is.

A revision is written out by way of an index of its own, so neither the working tree nor the repository's administration
(index, list of worktrees) is touched, and there is nothing to be taken back but a temporary folder.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from llmfig.errors import FigureError

MAIN = ("origin/HEAD", "origin/main", "main", "origin/master", "master")
WORKING_TREE = "working tree"


@dataclass(frozen=True, slots=True)
class Revision:
    """A state of the project.

    Attributes:
        name: what it was asked for as: a branch, a tag, a commit, or `working tree`.
        commit: its full hash; empty for the working tree.
    """

    name: str
    commit: str

    def __str__(self) -> str:
        short = self.commit[:10]
        return self.name if not short or self.name.startswith(short) else f"{self.name} ({short})"


@dataclass(frozen=True, slots=True)
class Folder:
    """The project's folder in a state, which a process may still be writing."""

    revision: Revision
    _path: Path
    _writer: subprocess.Popen[bytes] | None = None

    @property
    def path(self) -> Path:
        """The folder, complete.

        Raises:
            FigureError: when git could not write it.
        """
        if self._writer is not None and self._writer.wait():
            told = self._writer.stderr.read().decode(errors="replace").strip() if self._writer.stderr else ""
            raise FigureError(f"git cannot write out {self.revision}: {told}", fix="free some space, or try git fsck")
        return self._path


class Repository:
    """The git repository that a project lies in.

    Args:
        root: the project's folder: the top of the repository or one below it.

    Raises:
        FigureError: when it is in none, or git is missing.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.prefix = self._git("rev-parse", "--show-prefix").strip()

    def revision(self, name: str) -> Revision:
        """A revision by any name that git knows.

        Raises:
            FigureError: when there is none of that name.
        """
        # Names that begin with a dash would be options.
        found = self._try("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if not found:
            raise FigureError(
                f"git knows no revision {name!r}",
                fix="name a branch, a tag or a commit; in a shallow clone it may be missing (git fetch --unshallow)",
            )
        return Revision(name, found.strip())

    def base(self) -> Revision:
        """Where the present branch left the main one.

        Raises:
            FigureError: when there is no main branch, or nothing in common with it.
        """
        for main in MAIN:
            if self._try("rev-parse", "--verify", "--quiet", f"{main}^{{commit}}"):
                common = self.parted(main, "HEAD")
                return Revision(f"where this branch left {main}", common.commit)
        raise FigureError(
            "there is no main branch to compare with", fix="name the revision to compare with: llmfig diff BASE"
        )

    def parted(self, one: str, other: str) -> Revision:
        """The last commit that two revisions have in common.

        Raises:
            FigureError: when there is none.
        """
        a, b = self.revision(one), self.revision(other)
        common = self._try("merge-base", a.commit, b.commit).strip()
        if not common:
            raise FigureError(
                f"{one} and {other} have no commit in common here",
                fix="fetch the whole history (git fetch --unshallow), or name another base",
            )
        return Revision(f"where {other} left {one}", common)

    def changed(self, before: Revision, after: Revision) -> list[str]:
        """Paths, from the project's folder, of files that differ between two states; those outside of it are left
        out. In the working tree, files that git does not know and does not ignore count as well.
        """
        sides = [side.commit for side in (before, after) if side.commit]
        listed = self._git("diff", "--name-only", "--no-renames", "--relative", "-z", *sides, "--")
        if not after.commit:
            listed += self._git("ls-files", "--others", "--exclude-standard", "-z")
        return sorted({path for path in listed.split("\0") if path})

    @contextmanager
    def folder(self, revision: Revision) -> Iterator[Folder]:
        """The project's folder in a state: a copy that vanishes at the end, or the working tree itself.

        The copy is made while the caller goes on: `Folder.path` waits for it.
        """
        if not revision.commit:
            yield Folder(revision, self.root)
            return
        with tempfile.TemporaryDirectory(prefix="llmfig-diff-", ignore_cleanup_errors=True) as name:
            target = Path(name).resolve() / "project"
            target.mkdir()
            with self._export(revision, target) as process:
                try:
                    yield Folder(revision, target, process)
                finally:
                    process.kill()

    def _export(self, revision: Revision, target: Path) -> subprocess.Popen[bytes]:
        tree = f"{revision.commit}:{self.prefix.rstrip('/')}"
        index = target.with_name("index")
        environment = os.environ | {"GIT_INDEX_FILE": str(index)}
        top = self._git("rev-parse", "--show-toplevel").strip()  # elsewhere git writes out only what is below
        done = self._run(["read-tree", tree], cwd=Path(top), env=environment)
        if done.returncode:
            raise FigureError(
                f"there is no project in {revision}: {done.stderr.strip()}", fix="compare with a later revision"
            )
        return subprocess.Popen(
            ["git", "checkout-index", "--all", "--quiet", f"--prefix={target}/"],
            cwd=top,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )

    def _git(self, *arguments: str) -> str:
        done = self._run(arguments)
        if done.returncode:
            told = done.stderr.strip().removeprefix("fatal: ").splitlines()
            raise FigureError(
                f"git {arguments[0]} failed: {told[0] if told else done.returncode}",
                fix="llmfig diff compares revisions: run it in a git repository with at least one commit",
            )
        return done.stdout

    def _try(self, *arguments: str) -> str:
        """What git prints, or nothing when it refuses."""
        done = self._run(arguments)
        return "" if done.returncode else done.stdout

    def _run(
        self, arguments: Sequence[str], *, cwd: Path | None = None, env: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        try:
            return subprocess.run(
                ["git", "-c", "core.quotePath=false", *arguments],
                cwd=cwd or self.root,
                env=env,
                capture_output=True,
                encoding="utf-8",
                errors="surrogateescape",
                check=False,
            )
        except FileNotFoundError:
            raise FigureError("git is not installed", fix="install it: llmfig diff compares git revisions") from None


def sides(repository: Repository, base: str | None, head: str | None) -> tuple[Revision, Revision]:
    """The two states that are meant.

    Args:
        repository: where they are.
        base: the older one; where the branch left main when not given. `A..B` names both at once, `A...B` compares B
            with where it left A; without B they mean the working tree.
        head: the newer one; the working tree when not given.

    Raises:
        FigureError: for a revision that git does not know.
    """
    if base is not None and head is None and ".." in base:
        parted = "..." in base
        first, _, second = base.partition("..." if parted else "..")
        before = repository.parted(first, second or "HEAD") if parted else repository.revision(first)
        head = second or None
    else:
        before = repository.base() if base is None else repository.revision(base)
    return before, Revision(WORKING_TREE, "") if head is None else repository.revision(head)
