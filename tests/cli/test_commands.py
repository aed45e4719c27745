"""`list`, `check`, `new`, `accept`, `doctor` and what the shell completes."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from llmfig import doctor
from llmfig.cli.targets import complete
from llmfig.registry import load
from tests.conftest import GOOD, Sandbox


def test_version(sandbox: Sandbox) -> None:
    result = sandbox.run("--version")
    assert result.exit_code == 0
    assert result.output.startswith("llmfig ")


def test_list_goes_in_the_order_of_the_chapters(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    sandbox.write("two/other.py", GOOD.replace("Good", "Other"))
    (sandbox.root / "llmfig.toml").write_text('[[chapters]]\nid = "two"\nen = "Two"\nzh = "二"\n', encoding="utf-8")
    lines = sandbox.run("list").output.splitlines()
    assert lines == ["two/other\tOther\t好图", "one/good\tGood\t好图"]
    entries = json.loads(sandbox.run("list", "--json").output)
    assert entries[1] == {
        "id": "good",
        "chapter": "one",
        "title": {"en": "Good", "zh": "好图"},
        "alt": {"en": "A prompt goes into a model.", "zh": "提示词输入模型。"},
        "file": "figures/one/good.py",
    }


def test_list_tells_what_cannot_be_loaded(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    sandbox.write("one/bad.py", "import no_such_module\n")
    result = sandbox.run("list")
    assert result.exit_code == 1
    assert "one/good\tGood" in result.output
    assert "figures/one/bad.py:1: one/bad: there is no module" in result.output


def test_check_passes_what_is_right(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    result = sandbox.run("check")
    assert result.exit_code == 0, result.output
    assert "checked 1 figure: nothing wrong" in result.output


def test_check_tells_what_is_wrong_and_counts_what_is_allowed(sandbox: Sandbox) -> None:
    sandbox.bad("return Box('模型', role='model')")
    sandbox.write("one/good.py")
    result = sandbox.run("check")
    assert result.exit_code == 1
    assert "hanzi-in-english" in result.output
    assert "figures/one/bad.py:5: [en]" in result.output
    assert "fix: " in result.output
    (entry,) = json.loads(sandbox.run("check", "--json").stdout)
    assert (entry["rule"], entry["figure"], entry["lang"], entry["allowed"]) == ("hanzi-in-english", "bad", "en", None)
    assert sandbox.run("check", "good").exit_code == 0
    assert sandbox.run("check", "--lang", "zh").exit_code == 0

    bad = sandbox.root / "figures/one/bad.py"
    bad.write_text(bad.read_text().replace("alt=", 'allow={"hanzi-in-english": "a quotation"}, alt='))
    result = sandbox.run("check")
    assert result.exit_code == 0, result.output
    assert "hanzi-in-english x1: a quotation" in result.output


def test_new_writes_a_figure_that_works(sandbox: Sandbox) -> None:
    result = sandbox.run(
        "new", "rl_basics/policy_gradient", "--title", 'The "policy" \\ gradient', "--title-zh", "策略梯度"
    )
    assert result.exit_code == 0, result.output
    file = sandbox.root / "figures" / "rl_basics" / "policy_gradient.py"
    assert load(file).title == ('The "policy" \\ gradient', "策略梯度")
    assert sandbox.run("check").exit_code == 0
    again = sandbox.run("new", "rl_basics/policy_gradient")
    assert again.exit_code == 1
    assert "already" in again.output
    assert sandbox.run("new", "other/policy_gradient").exit_code == 1


@pytest.mark.parametrize(("name", "table"), [("llmfig.toml", "chapters"), ("pyproject.toml", "tool.llmfig.chapters")])
def test_new_tells_how_a_chapter_gets_its_title(sandbox: Sandbox, name: str, table: str) -> None:
    assert "title yet" not in sandbox.run("new", "one/first").output  # nothing is titled here
    settings = sandbox.root / name
    settings.write_text(f'[[{table}]]\nid = "one"\nen = "One"\nzh = "一"\n', encoding="utf-8")
    assert "title yet" not in sandbox.run("new", "one/second").output
    said = sandbox.run("new", "deep_rl/third").output
    head, *lines = said.partition("the chapter has no title yet; add to ")[2].splitlines()[:5]
    assert head == name
    with settings.open("a", encoding="utf-8") as file:
        file.write("\n".join(line.strip() for line in lines))
    assert sandbox.project.settings.chapter("deep_rl").en == "Deep rl"


def test_new_starts_a_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    box = Sandbox(tmp_path)
    assert box.run("new", "one/first").exit_code == 0
    source = (tmp_path / "figures/one/first.py").read_text(encoding="utf-8")
    ast.parse(source)
    assert box.run("render").exit_code == 0
    assert len(box.pictures()) == 4


@pytest.mark.parametrize(
    "name", ["alone", "a/b/c", "one/My-Figure", "one/", "/x", "1/x", "one/class", "one/_x", "one/图"]
)
def test_new_refuses_what_cannot_be_a_name(sandbox: Sandbox, name: str) -> None:
    result = sandbox.run("new", name)
    assert result.exit_code == 1
    assert "fix: " in result.output
    assert not list(sandbox.root.rglob("*.py"))


def test_accept_writes_snapshots_and_removes_stale_ones(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    other = sandbox.write("one/other.py", GOOD.replace("def good", "def other"))
    result = sandbox.run("accept")
    assert result.exit_code == 0, result.output
    folder = sandbox.root / "tests" / "snapshots"
    names = {f.relative_to(folder).as_posix() for f in folder.rglob("*.*")}
    one = {f"one/good.{lang}.{kind}" for lang in ("en", "zh") for kind in ("txt", "png")}
    assert names == {"environment.json"} | one | {name.replace("good", "other") for name in one}
    assert "0 snapshot files new or changed" in sandbox.run("accept").output
    other.unlink()
    assert sandbox.run("accept").output.count("removed ") == 4
    assert {f.relative_to(folder).as_posix() for f in folder.rglob("*.*")} == {"environment.json"} | one
    assert sandbox.run("accept", "good").exit_code == 0


def test_accept_tells_what_cannot_be_drawn(sandbox: Sandbox) -> None:
    sandbox.bad("return 1 / 0")
    result = sandbox.run("accept")
    assert result.exit_code == 1
    assert "ZeroDivisionError" in result.output


def test_completion(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    sandbox.write("one/other.py")
    assert complete("") == ["all", "good", "one", "other"]
    assert complete("o") == ["one", "other"]
    assert complete("one/g") == ["one/good"]


def test_completion_outside_a_project_is_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert complete("") == []


def test_the_shell_is_given_the_ids(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    done = sandbox.spawn(_LLMFIG_COMPLETE="complete_bash", COMP_WORDS="llmfig render go", COMP_CWORD="2")
    assert done.stdout.split() == ["good"]


def test_doctor_is_content_here(sandbox: Sandbox) -> None:
    result = sandbox.run("doctor")
    assert result.exit_code == 0, result.output
    assert "MISSING" not in result.output
    assert "everything that is needed is there" in result.output


def test_doctor_tells_what_is_missing(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_cairo(name: str) -> object:
        raise OSError("no library called cairo was found")

    monkeypatch.setattr("importlib.import_module", no_cairo)
    monkeypatch.setattr(doctor, "_system", lambda: "debian")
    monkeypatch.setattr(doctor, "PYTHON", (9, 9))
    fonts = sandbox.root / "fonts"
    fonts.mkdir()
    (fonts / "SHA256SUMS").write_text("00  gone.ttf\n00  broken.ttf\n")
    (fonts / "broken.ttf").touch()
    monkeypatch.setattr(doctor, "FONTS", fonts)
    sandbox.out.touch()
    (sandbox.root / "themes").mkdir()
    (sandbox.root / "themes" / "mine.toml").write_text("paper = 3")
    result = sandbox.run("doctor")
    assert result.exit_code == 1
    for words in (
        "apt-get install libcairo2",
        "gone.ttf is missing",
        "broken.ttf is damaged",
        "install Python 9.9",
        "mine.toml",
    ):
        assert words in result.output
    assert "5 required things are missing" in result.output or "6 required" in result.output


@pytest.mark.parametrize("system", doctor.CAIRO)
def test_doctor_knows_how_to_get_cairo_everywhere(system: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if system[0].isupper():
        monkeypatch.setattr("platform.system", lambda: system)
    else:
        monkeypatch.setattr("platform.system", lambda: "Linux")
        monkeypatch.setattr("platform.freedesktop_os_release", lambda: {"ID": "some", "ID_LIKE": f"x {system}"})
    assert doctor._system() == system
