"""`llmfig render`: what is drawn, where it goes, and when it is drawn again."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from llmfig.cache import NAME
from tests.conftest import GOOD, Sandbox

ALL = {f"{lang}/one/good.{kind}" for lang in ("en", "zh") for kind in ("svg", "png")}
NOTHING = "nothing to do: 4 files are up to date"


@pytest.fixture
def drawn(sandbox: Sandbox) -> Sandbox:
    """A project with one figure, drawn."""
    sandbox.write("one/good.py")
    result = sandbox.run("render", "all")
    assert result.exit_code == 0, result.output
    assert set(sandbox.pictures()) == ALL
    return sandbox


def written(sandbox: Sandbox, *args: str) -> int:
    """How many files a run writes."""
    result = sandbox.run("render", *args)
    assert result.exit_code == 0, result.output
    return int(result.output.split("wrote ")[1].split()[0]) if "wrote " in result.output else 0


def test_a_second_run_has_nothing_to_do(drawn: Sandbox) -> None:
    assert drawn.run("render").output.strip() == NOTHING


def test_force_draws_again(drawn: Sandbox) -> None:
    assert written(drawn, "--force") == 4


def test_languages_and_formats_are_chosen(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    assert written(sandbox, "--lang", "zh", "--format", "pdf") == 1
    assert set(sandbox.pictures()) == {"zh/one/good.pdf"}
    assert written(sandbox) == 4
    assert written(sandbox, "--format", "pdf,svg") == 1


def test_an_option_touches_only_the_formats_that_depend_on_it(drawn: Sandbox) -> None:
    before = drawn.pictures()
    assert written(drawn, "--scale", "1") == 2
    after = drawn.pictures()
    assert before["en/one/good.svg"] == after["en/one/good.svg"]
    assert before["en/one/good.png"] != after["en/one/good.png"]
    assert written(drawn, "--scale", "1", "--text", "live") == 2


def test_another_theme_has_a_folder_of_its_own(drawn: Sandbox) -> None:
    from llmfig.theme.files import BUILT_IN

    (drawn.root / "themes").mkdir()
    text = (BUILT_IN / "book.toml").read_text(encoding="utf-8")
    (drawn.root / "themes" / "mine.toml").write_text(text, encoding="utf-8")
    assert written(drawn, "--theme", "mine") == 4
    assert set(drawn.pictures()) == ALL | {f"mine/{name}" for name in ALL}
    (drawn.root / "themes" / "mine.toml").write_text(text + "# edited\n", encoding="utf-8")
    assert written(drawn) == 0
    assert written(drawn, "--theme", "mine") == 4


def test_another_output_folder(drawn: Sandbox) -> None:
    assert written(drawn, "--out", "elsewhere") == 4
    assert (drawn.root / "elsewhere" / "en" / "one" / "good.svg").is_file()


@pytest.mark.parametrize("change", ["edit", "helper", "data", "missing", "altered", "credit", "package"])
def test_what_makes_a_figure_out_of_date(sandbox: Sandbox, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    helper = sandbox.write(
        "one/_help.py", "from pathlib import Path\nWORDS = Path(__file__).with_name('w.txt').read_text()\n"
    )
    data = sandbox.write("one/w.txt", "Prompt")
    figure = sandbox.write("one/good.py", "from ._help import WORDS\n" + GOOD.replace('"Prompt"', "WORDS"))
    sandbox.write("one/other.py", GOOD.replace("def good", "def other"))
    assert written(sandbox) == 8
    assert written(sandbox) == 0
    expected = 4
    match change:
        case "edit":
            figure.write_text(figure.read_text().replace("策略模型", "奖励模型"))
        case "helper":
            helper.write_text(helper.read_text() + "# a comment\n")
        case "data":
            data.write_text("Query")
        case "missing":
            (sandbox.out / "zh" / "one" / "good.png").unlink()
            expected = 1
        case "altered":
            (sandbox.out / "zh" / "one" / "good.svg").write_text("<svg/>")
            expected = 1
        case "credit":
            (sandbox.root / "llmfig.toml").write_text('[credit]\nen = "By us"\nzh = "我们"\n', encoding="utf-8")
            expected = 8
        case "package":
            monkeypatch.setattr("llmfig.cache.Cache.package_hash", lambda self: "another")
            expected = 8
    assert written(sandbox) == expected
    assert written(sandbox) == 0


def test_settings_that_change_no_picture_draw_nothing(drawn: Sandbox) -> None:
    (drawn.root / "llmfig.toml").write_text('[[chapters]]\nid = "one"\nen = "One"\nzh = "一"\n', encoding="utf-8")
    assert written(drawn) == 0


@pytest.mark.parametrize("text", ["", "{", '{"schema": 1}'])
def test_a_damaged_cache_is_ignored(drawn: Sandbox, text: str) -> None:
    (drawn.out / NAME).write_text(text)
    before = drawn.pictures()
    assert written(drawn) == 4
    assert drawn.pictures() == before


def test_pictures_of_a_figure_that_is_gone_are_removed(drawn: Sandbox) -> None:
    other = drawn.write("one/other.py", GOOD.replace("def good", "def other"))
    assert written(drawn) == 4
    (drawn.out / "en" / "one" / "other.svg").write_text("<svg>by hand</svg>")
    (drawn.out / "en" / "one" / "foreign.svg").write_text("<svg/>")
    other.unlink()
    assert "removed" not in drawn.run("render", "good").output
    output = drawn.run("render", "all").output
    assert output.count("removed") == 3
    assert "left alone" in output
    assert set(drawn.pictures()) == ALL | {"en/one/other.svg", "en/one/foreign.svg"}
    assert drawn.run("render", "all").output.strip() == NOTHING


def test_targets(sandbox: Sandbox) -> None:
    for name in ("one/alpha", "one/beta", "two/gamma"):
        sandbox.write(f"{name}.py")
    for targets, figures in (
        (["alpha"], {"one/alpha"}),
        (["one/beta"], {"one/beta"}),
        (["two"], {"two/gamma"}),
        (["*a", "beta"], {"one/alpha", "one/beta", "two/gamma"}),
        (["one/*"], {"one/alpha", "one/beta"}),
        (["figures/two/gamma.py"], {"two/gamma"}),
        (["alpha", "all"], {"one/alpha", "one/beta", "two/gamma"}),
    ):
        result = sandbox.run("render", *targets, "--format", "svg", "--lang", "en", "--force")
        drawn = {line.split("] ")[1] for line in result.output.splitlines() if line.startswith("[")}
        assert drawn == figures, targets


def test_a_project_is_found_from_below(drawn: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(drawn.root / "figures" / "one")
    assert drawn.run("render").output.strip() == NOTHING


def test_the_same_bytes_whatever_the_circumstances(sandbox: Sandbox) -> None:
    for i in range(6):
        sandbox.write(f"one/good{i}.py", GOOD.replace('"Prompt"', f'"Prompt {i}"'))
    runs = []
    for jobs, seed in (("1", "0"), ("4", "0"), ("4", "1"), ("2", "random")):
        done = sandbox.spawn("render", "--force", "-j", jobs, "--format", "svg,png,pdf", PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stderr
        runs.append(sandbox.pictures())
    (sandbox.out / "zh" / "one" / "good3.png").unlink()
    assert "wrote 1 files" in sandbox.spawn("render", "--format", "svg,png,pdf").stdout
    runs.append(sandbox.pictures())
    assert len(runs[0]) == 36
    assert all(run == runs[0] for run in runs)


def test_nothing_to_do_imports_nothing_that_draws(drawn: Sandbox) -> None:
    code = "import sys; from llmfig.cli.app import app; app(standalone_mode=False); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code, "render", "all"], cwd=drawn.root, capture_output=True, text=True, check=True
    )
    assert NOTHING in done.stdout
    # Not pydantic: some versions of typer import it to read the options.
    heavy = {"numpy", "cairocffi", "cairosvg", "drawsvg", "uharfbuzz", "ziamath", "rich", "multiprocessing"}
    assert not heavy & set(done.stdout.split())


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("stuck", [False, True])
def test_ctrl_c_leaves_nothing_half_done(sandbox: Sandbox, stuck: bool) -> None:
    started = sandbox.root / "started"
    wait = f"import pathlib, time\npathlib.Path({str(started)!r}).touch()\nwhile True: time.sleep(0.05)\n"
    if stuck:
        sandbox.bad(wait, "zzz/bad.py")
    for i in range(60):
        sandbox.write(f"one/good{i}.py")
    process = subprocess.Popen(
        [sys.executable, "-c", "from llmfig.cli.app import main; main()", "render", "-j", "2"],
        cwd=sandbox.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    deadline = time.monotonic() + 30
    while not (started.exists() if stuck else len(list(sandbox.out.rglob("*.png"))) > 4):
        assert time.monotonic() < deadline
        assert process.poll() is None
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the parent and to its processes
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "interrupted" in errors
    assert "Traceback" not in errors
    assert not sandbox.strays()
    kept = json.loads((sandbox.out / NAME).read_text())["entries"]
    assert all((sandbox.out / name).is_file() for name in kept)
    if not stuck:
        assert 0 < len(kept) < 240


def test_a_process_that_dies_leaves_no_temporary_file(sandbox: Sandbox) -> None:
    sandbox.bad(
        f"""
        import os
        from pathlib import Path
        folder = Path({str(sandbox.out)!r}, "en", "one")
        folder.mkdir(parents=True)
        (folder / f".bad.svg.{{os.getpid()}}.tmp").touch()
        os._exit(1)
        """
    )
    assert sandbox.run("render").exit_code == 1
    assert not sandbox.strays()


def test_prints_of_an_author_do_not_mix_with_ours(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py", "print('hello')\n" + GOOD)
    done = sandbox.spawn("list", "--json")
    assert [entry["id"] for entry in json.loads(done.stdout)] == ["good"]
    assert "hello" in done.stderr


def test_paths_have_no_machine_in_them(drawn: Sandbox) -> None:
    for name, data in drawn.pictures().items():
        assert str(drawn.root).encode() not in data, name
    assert str(Path.home()) not in (drawn.out / NAME).read_text()
