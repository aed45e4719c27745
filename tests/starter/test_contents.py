"""What a new project holds: settings, theme, guide and workflows that are right, and its own."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import Distribution, version
from pathlib import Path
from typing import Any

import pytest
import yaml

from llmfig.settings import Settings
from llmfig.starter import requirement
from llmfig.starter.contents import contents
from llmfig.starter.first import snapshots
from llmfig.theme.load import load
from tests.theme import test_contrast as promises

ROOT = Path(__file__).parents[2]
PROJECT = ROOT / "src" / "llmfig" / "starter" / "project"
TEXTS = {name: data.decode() for name, data in contents().items()}
WORKFLOWS = {name: yaml.safe_load(text) for name, text in TEXTS.items() if name.startswith(".github/workflows/")}
FIGURES, COMMENT = ".github/workflows/figures.yml", ".github/workflows/figures-comment.yml"


def uncommented(text: str) -> str:
    """A TOML file with the settings that it has as comments."""
    return re.sub(r"^# ?(?=\[|[\w-]+ = )", "", text, flags=re.MULTILINE)


def steps(name: str) -> list[dict[str, Any]]:
    return [step for job in WORKFLOWS[name]["jobs"].values() for step in job["steps"]]


def test_nothing_is_of_the_collection() -> None:
    drawn = {name: data for name, data in snapshots(contents()).items() if name.endswith(".txt")}
    assert len(drawn) == 2
    for name, text in TEXTS.items() | {(name, data.decode()) for name, data in drawn.items()}:
        for word in ("Changye", "余昌叶", "Large Model Algorithms", "LLM-RL", "scripts/", "src/llmfig", "noreply"):
            assert word not in text, name
    assert all('credit ""' in data.decode() for data in drawn.values())


def test_the_settings_that_are_commented_out_are_the_defaults() -> None:
    given = tomllib.loads(TEXTS["llmfig.toml"])
    table = tomllib.loads(uncommented(TEXTS["llmfig.toml"]))
    default = Settings()
    assert set(table) - set(given) == {"theme", "out", "snapshots"}
    for key in set(table) - set(given):
        assert table[key] == getattr(default, key)
    assert set(Settings.model_fields) == set(table)
    assert {c.id for c in Settings.model_validate(table).chapters} == {"basics"}


def test_the_colours_that_are_commented_out_are_those_of_the_book() -> None:
    given = tomllib.loads(TEXTS["themes/own.toml"])
    table = tomllib.loads(uncommented(TEXTS["themes/own.toml"]))
    book = tomllib.loads((ROOT / "themes" / "book.toml").read_text(encoding="utf-8"))
    own = set(given["palette"])
    assert own
    assert own < set(table["palette"]) <= set(book["palette"])
    assert {k: v for k, v in table["palette"].items() if k not in own} == {
        k: book["palette"][k] for k in table["palette"] if k not in own
    }
    assert table["frame"] == {"radius": book["frame"]["radius"], "visible": True}


def test_the_theme_of_ones_own_keeps_the_promises_of_the_others() -> None:
    own, book = load("own", PROJECT), load("book")
    assert own.name == "own"
    assert own.role("model") != book.role("model")
    promises.test_words_on_every_fill(own)
    promises.test_ink_on_paper_and_panels(own)
    promises.test_fills_stand_out_from_the_paper(own)
    promises.test_fills_are_told_apart(own)


def test_the_guide_stands_alone() -> None:
    guide = TEXTS["docs/authoring.md"]
    assert guide.startswith("# ")
    for said in ("@figure(", "tr(", "Strip(", "llmfig check"):
        assert said in guide
    assert not [link for link in re.findall(r"\]\(([^)]*)\)", guide) if not re.match(r"\w+:|#", link)]


def test_links_of_the_readme_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)]*)\)", TEXTS["README.md"])
    assert links
    for link in links:
        assert link in TEXTS or link == "#中文"


def test_the_readme_names_what_there_is() -> None:
    for name in re.findall(r"^\| `([^`]*)` \|", TEXTS["README.md"], flags=re.MULTILINE):
        assert any(path.startswith(name) for path in TEXTS), name
    english, chinese = TEXTS["README.md"].split("## 中文")
    blocks = [re.findall(r"```sh\n(.*?)```", part, flags=re.DOTALL) for part in (english, chinese)]
    assert blocks[0] == blocks[1]


def test_actions_are_those_of_this_repository() -> None:
    trusted: set[str] = set()
    for file in (ROOT / ".github" / "workflows").glob("*.yml"):
        trusted |= set(re.findall(r"uses: (\S+@[0-9a-f]{40} # v[\d.]+)$", file.read_text(), flags=re.MULTILINE))
    for name in WORKFLOWS:
        used = re.findall(r"uses: (.*)$", TEXTS[name], flags=re.MULTILINE)
        assert used
        assert set(used) <= trusted


def test_what_runs_strange_code_may_only_read() -> None:
    figures = WORKFLOWS[FIGURES]
    assert set(figures[True]) == {"pull_request", "push"}  # YAML 1.1 reads `on` as a truth value
    assert figures["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in figures["jobs"].values())
    assert "secrets." not in TEXTS[FIGURES]


def test_what_may_write_runs_nothing_of_the_pull_request() -> None:
    comment = WORKFLOWS[COMMENT]
    assert comment[True] == {"workflow_run": {"workflows": [WORKFLOWS[FIGURES]["name"]], "types": ["completed"]}}
    assert comment["permissions"] == {}
    (job,) = comment["jobs"].values()
    assert job["permissions"] == {"actions": "read", "contents": "read", "pull-requests": "write"}
    (checkout,) = [s for s in job["steps"] if s.get("uses", "").startswith("actions/checkout@")]
    assert "ref" not in checkout["with"]  # the main branch
    for step in job["steps"]:
        assert ("GH_TOKEN" in step.get("env", {})) == (step.get("name") == "Comment")


@pytest.mark.parametrize("name", WORKFLOWS)
def test_names_that_strangers_choose_are_no_commands(name: str) -> None:
    for step in steps(name):
        assert "${{" not in step.get("run", "")
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_both_workflows_speak_of_one_artifact() -> None:
    (upload,) = [s["with"] for s in steps(FIGURES) if "upload-artifact" in s.get("uses", "")]
    (download,) = [s["with"] for s in steps(COMMENT) if "download-artifact" in s.get("uses", "")]
    assert upload["name"] == download["name"]
    (compare,) = [s["run"] for s in steps(FIGURES) if "llmfig diff" in s.get("run", "")]
    assert f"--out {upload['path'].rstrip('/')}" in compare


ORIGINS = {
    "": "",
    '{"url": "file:///home/me/llmfig", "dir_info": {"editable": true}}': "",
    '{"url": "file:///home/me/llmfig-1.whl", "archive_info": {}}': "",
    '{"url": "https://x.org/r.git", "vcs_info": {"vcs": "git", "commit_id": "a1b2", "requested_revision": "main"}}': (
        "git+https://x.org/r.git@a1b2"
    ),
    '{"url": "https://x.org/r", "vcs_info": {"vcs": "hg", "commit_id": "a1"}, "subdirectory": "py"}': (
        "hg+https://x.org/r@a1#subdirectory=py"
    ),
    '{"url": "https://x.org/llmfig-1-py3-none-any.whl", "archive_info": {}}': "https://x.org/llmfig-1-py3-none-any.whl",
    "{": "",
    "[]": "",
}


@pytest.mark.parametrize("origin", ORIGINS)
def test_the_same_llmfig_is_asked_for(origin: str, monkeypatch: pytest.MonkeyPatch) -> None:
    class Installed(Distribution):
        def read_text(self, filename: str) -> str | None:
            assert filename == "direct_url.json"
            return origin or None

        def locate_file(self, path: Any) -> Any:
            raise NotImplementedError

    monkeypatch.setattr(requirement, "distribution", lambda name: Installed())
    address = ORIGINS[origin]
    expected = f"llmfig[testing] @ {address}" if address else f"llmfig[testing]=={version('llmfig')}"
    assert requirement.requirement() == expected
    assert requirement.is_local() == ("file:" in origin)
