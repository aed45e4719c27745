"""The workflow of a pull request: its rights, and its steps, which are commands that run anywhere."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from llmfig.review.markdown import MARKER
from tests.review.repository import WHO, Repo, figure, start
from tests.review.test_markdown import report

ROOT = Path(__file__).parents[2]
WORKFLOWS = ROOT / ".github" / "workflows"
HEAD = "0123456789abcdef0123456789abcdef01234567"
STRANGE = "x;touch${IFS}hacked"  # a valid name of a branch


def workflow(name: str) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load((WORKFLOWS / name).read_text(encoding="utf-8"))
    return loaded


def steps(name: str) -> list[dict[str, Any]]:
    return [step for job in workflow(name)["jobs"].values() for step in job["steps"]]


def test_what_runs_strange_code_may_only_read() -> None:
    figures = workflow("figures.yml")
    triggers = figures[True]  # YAML 1.1 reads `on` as a truth value
    assert "pull_request_target" not in triggers
    assert figures["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in figures["jobs"].values())
    assert not re.search(r"secrets\.", (WORKFLOWS / "figures.yml").read_text())


def test_what_may_write_runs_nothing_of_the_pull_request() -> None:
    comment = workflow("figures-comment.yml")
    assert set(comment[True]) == {"workflow_run"}
    assert comment["permissions"] == {}
    (job,) = comment["jobs"].values()
    assert job["permissions"] == {"actions": "read", "contents": "read", "pull-requests": "write"}
    (checkout,) = [s for s in job["steps"] if s.get("uses", "").startswith("actions/checkout@")]
    assert "ref" not in checkout["with"]  # the main branch


@pytest.mark.parametrize("name", ["figures.yml", "figures-comment.yml"])
def test_steps_are_pinned_and_take_names_as_arguments(name: str) -> None:
    for step in steps(name):
        if "uses" in step:
            assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step["uses"])
            if step["uses"].startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False
        else:
            # What strangers choose (names of branches, titles) never stands in a command itself.
            assert "${{" not in step["run"]
            words = step["run"].split()
            assert (ROOT / words[words[0] == "python3"]).is_file(), step["run"]


def test_the_figures_of_a_pull_request_are_reviewed(tmp_path: Path) -> None:
    """The step that draws, checks and compares, as it stands in the workflow."""
    repo = start(tmp_path / "project")
    (step,) = [s for s in steps("figures.yml") if "review.sh" in s.get("run", "")]
    repo.write("scripts/review.sh", (ROOT / "scripts/review.sh").read_bytes()).chmod(0o755)
    command = repo.write(".venv/bin/llmfig", f'#!/bin/sh\nexec {sys.executable} -c "{MAIN}" "$@"\n')
    command.chmod(0o755)
    repo.write(".gitignore", "out/\n.venv/\n__pycache__/\n")
    base = repo.commit("scripts")
    repo.git("switch", "--quiet", "-c", "mine")
    repo.write("figures/one/first.py", figure("Changed prompt"))
    repo.commit("mine")

    done = run_step(step["run"], repo, BASE=base)
    assert done.returncode == 0, done.stderr
    written = json.loads((repo.root / "out/diff/report.json").read_text(encoding="utf-8"))
    assert [card["name"] for card in written["cards"]] == ["one/first"]
    assert (repo.root / "out/diff/index.html").is_file()
    assert repo.git("status", "--porcelain") == ""

    repo.write("figures/one/first.py", figure("Changed prompt").replace("return", "return +"))
    repo.commit("broken")
    done = run_step(step["run"], repo, BASE=base)
    assert done.returncode == 1
    assert json.loads((repo.root / "out/diff/report.json").read_text(encoding="utf-8"))["counts"]["failed"] == 1


MAIN = "import sys; sys.argv[0] = 'llmfig'; from llmfig.cli.app import main; main()"


def run_step(command: str, repo: Repo, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-e", "-c", command],
        cwd=repo.root,
        env=os.environ | WHO | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


# A GitHub that holds two pull requests and the comments of the first; it notes what is written to it.
GH = """#!{python}
import json, os, shutil, sys
arguments = sys.argv[1:]
with open(os.environ["GH_LOG"], "a") as log:
    print(json.dumps(arguments), file=log)
method = arguments[arguments.index("--method") + 1]
if method == "GET" and any(a.endswith("/pulls") for a in arguments):
    head = dict(a.split("=", 1) for a in arguments if "=" in a)["head"]
    one = dict(number=12, head=dict(sha={head!r}, repo=dict(full_name="stranger/figures")), base=dict(sha="b" * 40))
    two = dict(number=13, head=dict(sha="f" * 40, repo=dict(full_name="stranger/figures")), base=dict(sha="b" * 40))
    gone = dict(number=14, head=dict(sha={head!r}, repo=None), base=dict(sha="b" * 40))
    print(json.dumps([gone, two, one] if head.startswith("stranger:") else []))
elif method == "GET":
    print(os.environ["GH_COMMENTS"])
for a in arguments:
    if a.startswith("body=@"):
        shutil.copy(a.removeprefix("body=@"), os.environ["GH_BODY"])
"""
PERSON = {"id": 1, "user": {"type": "User"}, "body": f"{MARKER} mine"}
OTHER_BOT = {"id": 2, "user": {"type": "Bot"}, "body": "hello"}
OURS = {"id": 3, "user": {"type": "Bot"}, "body": f"{MARKER}\n## Figure changes"}


@pytest.mark.parametrize("present", [[], [PERSON, OTHER_BOT], [PERSON, OTHER_BOT, OURS]])
@pytest.mark.parametrize("branch", ["mine", STRANGE])
def test_one_comment_is_kept_up_to_date(tmp_path: Path, present: list[dict[str, Any]], branch: str) -> None:
    asked = commented(tmp_path, comments=present, branch=branch)
    writes = [a for a in asked if "POST" in a or "PATCH" in a]
    (write,) = writes
    if OURS in present:
        assert write[:4] == ["api", "--method", "PATCH", "repos/owner/figures/issues/comments/3"]
    else:
        assert write[:4] == ["api", "--method", "POST", "repos/owner/figures/issues/12/comments"]
    body = (tmp_path / "body").read_text(encoding="utf-8")
    assert body.startswith(MARKER)
    assert f"https://github.com/owner/figures/raw/{'b' * 40}/tests/snapshots/one/first.en.png" in body
    assert f"https://github.com/stranger/figures/raw/{HEAD}/tests/snapshots/one/first.en.png" in body
    assert "(https://github.com/owner/figures/actions/runs/5)" in body
    assert not (tmp_path / "hacked").exists()


def test_nothing_is_said_when_there_is_nothing_to_say(tmp_path: Path) -> None:
    assert commented(tmp_path, comments=[], given=None) == []
    asked = commented(tmp_path, comments=[], sha="c" * 40)  # the branch has moved on
    assert len(asked) == 1
    assert asked[0][2] == "GET"


def test_a_report_that_is_none_is_not_posted(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        commented(tmp_path, comments=[], given={"cards": "</details>"})
    assert "POST" not in (tmp_path / "log").read_text()


def commented(
    tmp_path: Path,
    *,
    comments: list[dict[str, Any]],
    branch: str = "mine",
    sha: str = HEAD,
    given: dict[str, Any] | None = report(),  # noqa: B008 - read only
) -> list[list[str]]:
    """Runs the step that comments; returns what gh was asked."""
    (step,) = [s for s in steps("figures-comment.yml") if "run" in s]
    file = tmp_path / "figure-changes" / "report.json"
    file.parent.mkdir(exist_ok=True)
    if given is not None:
        file.write_text(json.dumps(given), encoding="utf-8")
    gh = tmp_path / "bin" / "gh"
    gh.parent.mkdir(exist_ok=True)
    gh.write_text(GH.format(python=sys.executable, head=HEAD), encoding="utf-8")
    gh.chmod(0o755)
    environment = {
        "PATH": f"{gh.parent}{os.pathsep}{os.environ['PATH']}",
        "GH_LOG": str(tmp_path / "log"),
        "GH_BODY": str(tmp_path / "body"),
        "GH_COMMENTS": json.dumps(comments),
        "RUNNER_TEMP": str(tmp_path),
        "REPOSITORY": "owner/figures",
        "HEAD_REPOSITORY": "stranger/figures",
        "HEAD_BRANCH": branch,
        "HEAD_SHA": sha,
        "RUN_URL": "https://github.com/owner/figures/actions/runs/5",
    }
    subprocess.run(
        ["bash", "-e", "-c", step["run"]], cwd=ROOT, env=os.environ | environment, capture_output=True, check=True
    )
    log = tmp_path / "log"
    return [json.loads(line) for line in log.read_text().splitlines()] if log.exists() else []
