"""`llmfig gallery` as people run it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from tests.conftest import Sandbox


def test_a_gallery(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    done = sandbox.spawn("gallery", "--theme", "book,dark", "--title", "All <of> it", "--title-zh", "全部")
    assert done.returncode == 0, done.stderr
    assert "wrote a gallery of 1 figure in " in done.stdout
    assert done.stdout.endswith("open out/gallery/index.html\n")
    assert "<bdi>All &lt;of&gt; it</bdi>" in (sandbox.out / "gallery/en/index.html").read_text(encoding="utf-8")
    assert "<bdi>全部</bdi>" in (sandbox.out / "gallery/zh/index.html").read_text(encoding="utf-8")
    assert (sandbox.out / "gallery/pictures/dark/zh/one/good.svg").is_file()


def test_failures_are_told_and_the_others_are_there(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    sandbox.bad("return 1 / 0")
    done = sandbox.spawn("gallery", "--theme", "book,dark", "--out", "site")
    assert done.returncode == 1
    assert done.stderr.count("figures/one/bad.py:5: one/bad") == 1
    assert "division by zero" in done.stderr
    assert "Traceback" not in done.stderr
    assert "1 figure failed" in done.stdout
    assert (sandbox.root / "site/en/one/good.html").is_file()
    assert (sandbox.root / "site/en/one/bad.html").is_file()


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["--theme", "bok"], "there is no theme 'bok'"),
        (["--out", "figures"], "cannot take the place of the figures"),
        (["--index", "figures.txt"], "is no Markdown file"),
        (["--index", "a.md", "--theme", "book"], "--index writes no site"),
    ],
)
def test_mistakes_are_told(sandbox: Sandbox, args: list[str], told: str) -> None:
    sandbox.write("one/good.py")
    result = sandbox.run("gallery", *args)
    assert result.exit_code in (1, 2)
    assert told in result.output
    assert "Traceback" not in result.output
    assert sorted(p.name for p in sandbox.root.iterdir()) == ["figures"]


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_ctrl_c_leaves_the_site_of_before(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    assert sandbox.run("gallery", "--theme", "book").exit_code == 0
    before = (sandbox.out / "gallery/en/index.html").read_bytes()
    started = sandbox.root / "started"
    # Loading is fine the first time, when it is drawn, and hangs the second time, when it is read for the pages.
    text = (sandbox.root / "figures/one/good.py").read_text(encoding="utf-8")
    hang = f"""
import pathlib, time
mark = pathlib.Path({str(started)!r})
if mark.with_suffix(".drawn").exists():
    mark.touch()
    while True: time.sleep(0.05)
mark.with_suffix(".drawn").touch()
"""
    sandbox.write("one/slow.py", hang + text.replace("def good", "def slow"))
    process = subprocess.Popen(
        [sys.executable, "-c", "from llmfig.cli.app import main; main()", "gallery", "--theme", "book", "-j", "1"],
        cwd=sandbox.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while not started.exists():
        assert process.poll() is None
        assert time.monotonic() < deadline
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "interrupted" in errors
    assert "Traceback" not in errors
    assert (sandbox.out / "gallery/en/index.html").read_bytes() == before
    assert sorted(p.name for p in sandbox.out.iterdir() if p.is_dir()) == ["en", "gallery", "zh"]


def test_nothing_heavy_is_imported_for_other_commands(sandbox: Sandbox) -> None:
    code = "import sys; import llmfig.cli.app; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=sandbox.root, capture_output=True, text=True, check=True)
    assert not {"jinja2", "pygments", "PIL", "numpy", "llmfig.gallery.make"} & set(done.stdout.split())
