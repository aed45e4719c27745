"""Drawing in a process, however that process was started, and what is handed to it."""

from __future__ import annotations

import multiprocessing
import pickle
from pathlib import Path

import pytest

from llmfig.cache import Cache
from llmfig.glossary import load as load_glossary
from llmfig.registry import discover
from llmfig.runner import inspect, snapshots
from llmfig.runner.draw import Context, Drawn, draw
from llmfig.runner.opened import opened
from llmfig.runner.plan import Options, plan
from llmfig.runner.pool import run
from llmfig.runner.render import theme
from tests.conftest import Sandbox


@pytest.mark.parametrize("start", multiprocessing.get_all_start_methods())
def test_every_start_method_draws_the_same(sandbox: Sandbox, start: str) -> None:
    sandbox.write("one/good.py")
    options = Options(out=sandbox.out)
    jobs = plan(sandbox.project, discover(sandbox.project), options, Cache(sandbox.out))
    context = Context(sandbox.root, theme(sandbox.project, "book"), options)
    here = draw(context, jobs[0])
    ((_, there),) = run(draw, context, jobs, jobs=1, start=start)
    assert isinstance(there, Drawn)
    assert not there.failures
    assert [(o.name, inputs, w.digest) for o, inputs, w in there.files] == [
        (o.name, inputs, w.digest) for o, inputs, w in here.files
    ]
    assert set(there.files[0][1]) == {"figures/one/good.py"}


def test_what_processes_are_given_can_be_sent(sandbox: Sandbox) -> None:
    project = sandbox.project
    look = theme(project, "book")
    for context in (
        inspect.Context(project.root, look, load_glossary(project.root), ("en",)),
        snapshots.Context(project, look),
    ):
        assert pickle.loads(pickle.dumps(context)).theme == look


def test_only_files_that_are_read_in_the_project_are_noted(tmp_path: Path) -> None:
    project = tmp_path / "project"
    project.mkdir()
    (project / "read.txt").write_text("a")
    (tmp_path / "outside.txt").write_text("a")
    found: dict[str, str] = {}
    with opened(project, found):
        (project / "read.txt").read_text()
        (tmp_path / "outside.txt").read_text()
        (project / "written.txt").write_text("b")
        with pytest.raises(FileNotFoundError):
            (project / "missing.txt").read_text()
    (project / "written.txt").read_text()
    assert set(found) == {"read.txt"}
