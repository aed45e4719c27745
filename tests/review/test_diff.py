"""`llmfig diff`, from a planted change to the page a reviewer opens."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests import browser
from tests.review.repository import WHO, Repo, figure, start
from tests.review.test_workflow import MAIN

HOSTILE = "</script><img src=x onerror=alert(1)>\u202e" + "W" * 300


@pytest.fixture
def repo(tmp_path: Path) -> Repo:
    return start(tmp_path / "project")


def run(repo: Repo, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The command, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-c", MAIN, "diff", *arguments],
        cwd=repo.root,
        env=os.environ | WHO | environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def report(repo: Repo) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((repo.root / "out/diff/report.json").read_text(encoding="utf-8"))
    return found


def said(repo: Repo) -> dict[str, list[str]]:
    """The words on each figure that has a card."""
    return {card["name"]: [change["words"] for change in card["changes"]] for card in report(repo)["cards"]}


def plant(repo: Repo) -> None:
    """A change of each kind: other words, another role, a new figure, one that is gone, one that cannot be drawn."""
    repo.write("figures/one/first.py", figure("Query"))
    repo.write("figures/one/second.py", figure("Question", role="loss"))
    repo.write("figures/one/fresh.py", figure("Fresh"))
    (repo.root / "figures/two/third.py").unlink()


def test_nothing_changed(repo: Repo) -> None:
    done = run(repo)
    assert done.returncode == 0, done.stderr
    assert "3 unchanged" in done.stdout
    repo.write("README.md", "# Other words\n")
    repo.write("figures/one/first.py", f"# A comment changes no picture.\n{figure('Prompt')}")
    done = run(repo)
    assert done.returncode == 0, done.stderr
    assert report(repo)["counts"] == {"changed": 0, "new": 0, "deleted": 0, "failed": 0, "unchanged": 3}
    assert "No figure differs" in (repo.root / "out/diff/index.html").read_text(encoding="utf-8")


def test_planted_changes(repo: Repo) -> None:
    plant(repo)
    done = run(repo)
    assert done.returncode == 1, done.stderr
    assert report(repo)["counts"] == {"changed": 2, "new": 1, "deleted": 1, "failed": 0, "unchanged": 0}
    assert [(card["kind"], card["name"]) for card in report(repo)["cards"]] == [
        ("changed", "one/first"),
        ("changed", "one/second"),
        ("new", "one/fresh"),
        ("deleted", "two/third"),
    ]
    words = said(repo)
    assert 'text "Prompt" -> "Query"' in words["one/first"]
    assert any('box "Policy model"' in w and "model -> loss" in w for w in words["one/second"])
    (text,) = [c for c in report(repo)["cards"][0]["changes"] if "Query" in c["words"]]
    assert text["langs"] == ["en"]
    assert text["source"] == "figures/one/first.py:7"
    assert (repo.root / "out/diff/summary.md").read_text(encoding="utf-8").startswith("<!-- llmfig-diff -->")


def test_between_two_revisions_the_working_tree_does_not_count(repo: Repo) -> None:
    first = repo.commit()
    repo.write("figures/one/first.py", figure("Query"))
    second = repo.commit()
    repo.write("figures/one/second.py", "broken(")
    before = repo.git("status", "--porcelain")
    for arguments in ((first, second), (f"{first}..{second}",)):
        done = run(repo, *arguments)
        assert done.returncode == 1, done.stderr
        assert list(said(repo)) == ["one/first"]
    assert repo.git("status", "--porcelain") == before
    assert run(repo, second, first).returncode == 1
    assert 'text "Query" -> "Prompt"' in said(repo)["one/first"]


def test_a_change_of_the_theme_is_one_group(repo: Repo) -> None:
    repo.write("themes/mine.toml", 'extends = "book"\n')
    repo.write("llmfig.toml", 'theme = "mine"\n')
    repo.commit("theme")
    repo.write("themes/mine.toml", 'extends = "book"\n\n[palette]\nblue = "#40a0e0"\n')
    repo.write("figures/one/first.py", figure("Query"))
    done = run(repo)
    assert done.returncode == 1, done.stderr
    found = report(repo)
    assert [card["name"] for card in found["cards"]] == ["one/first"]
    (group,) = found["groups"]
    assert sorted(f["name"] for f in group["figures"]) == ["one/second", "two/third"]
    assert "#40a0e0" in group["title"] + " ".join(group["words"])
    assert found["counts"]["changed"] == 3


def test_a_figure_that_cannot_be_drawn(repo: Repo) -> None:
    repo.write("figures/one/first.py", figure("Query").replace('role="data"', 'role="dta"'))
    done = run(repo)
    assert done.returncode == 2
    (card,) = report(repo)["cards"]
    assert card["kind"] == "failed"
    (fault,) = card["faults"]
    assert fault["source"] == "figures/one/first.py:7"
    assert "dta" in fault["what"]
    assert fault["where"] == "after, English and Chinese"
    repo.write("figures/one/first.py", "import os\nos._exit(3)\n")
    assert run(repo).returncode == 2
    assert "died" in report(repo)["cards"][0]["faults"][0]["what"]


def test_a_figure_in_another_chapter(repo: Repo) -> None:
    (repo.root / "figures/one/first.py").rename(repo.root / "figures/two/first.py")
    done = run(repo)
    assert done.returncode == 1, done.stderr
    assert said(repo) == {"two/first": ['moved from chapter "one"']}


def test_the_same_bytes(repo: Repo) -> None:
    plant(repo)
    run(repo, "--out", "out/a", "-j", "1")
    run(repo, "--out", "out/b", "-j", "4", PYTHONHASHSEED="7")
    for name in ("index.html", "summary.md", "report.json"):
        assert (repo.root / "out/a" / name).read_bytes() == (repo.root / "out/b" / name).read_bytes()


@pytest.mark.parametrize("arguments", [("nowhere",), ("main", "nowhere"), ("--theme", "nowhere")])
def test_what_cannot_be_compared(repo: Repo, arguments: tuple[str, ...]) -> None:
    repo.write("figures/one/first.py", figure("Query"))
    done = run(repo, *arguments)
    assert done.returncode == 2
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (repo.root / "out/diff").exists()


def test_each_side_is_drawn_by_its_own_llmfig(repo: Repo) -> None:
    """A project that carries llmfig: an edit of its code shows, and only on its own side."""
    source = Path(sys.modules["llmfig"].__file__ or "").parent
    assert source.name == "llmfig"
    target = repo.root / "src" / "llmfig"
    shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(source.parents[1] / "themes", repo.root / "themes")
    repo.commit("llmfig")
    page = target / "page.py"
    text = page.read_text(encoding="utf-8")
    slant = re.search(r"^SLANT = ([\d.]+)", text, re.M)
    assert slant, "the page has no slant to change"
    page.write_text(text.replace(slant[0], f"SLANT = {float(slant[1]) + 10}"), encoding="utf-8")
    done = run(repo, PYTHONPATH=str(source.parent))
    assert done.returncode == 1, done.stderr
    (group,) = report(repo)["groups"]
    assert len(group["figures"]) == 3


@contextmanager
def temporary(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An environment whose temporary files lie in a folder that must be empty at the end."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    yield {"TMPDIR": str(folder)}
    assert [f for f in folder.rglob("*") if f.is_file()] == []
    assert not list(folder.glob("llmfig-*"))


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_leaves_nothing_behind(repo: Repo, tmp_path: Path, how: signal.Signals) -> None:
    started = tmp_path / "started"
    repo.write(
        "figures/one/first.py", f"import pathlib, time\npathlib.Path({str(started)!r}).touch()\ntime.sleep(600)\n"
    )
    with temporary(tmp_path) as environment:
        process = subprocess.Popen(
            [sys.executable, "-c", MAIN, "diff", "HEAD"],
            cwd=repo.root,
            env=os.environ | WHO | environment,
            stderr=subprocess.PIPE,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        )
        deadline = time.monotonic() + 60
        while not started.exists():
            assert time.monotonic() < deadline
            assert process.poll() is None, process.communicate()
            time.sleep(0.02)
        children = descendants(process.pid)
        assert children
        process.send_signal(how)
        _, errors = process.communicate(timeout=30)
        assert process.returncode == 130
        assert "Traceback" not in errors
        deadline = time.monotonic() + 10
        while any(alive(pid) for pid in children):
            assert time.monotonic() < deadline
            time.sleep(0.05)
    assert repo.git("worktree", "list").count("\n") == 1
    assert not (repo.root / "out").exists()


def descendants(pid: int) -> list[int]:
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == pid:
            child = int(status.parent.name)
            found += [child, *descendants(child)]
    return found


def alive(pid: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False


# The page ------------------------------------------------------------------------------------------------------------


@contextmanager
def shown(repo: Repo) -> Iterator[Page]:
    """The page in a browser, where nothing may go wrong and nothing may be fetched."""
    problems: list[str] = []
    page = browser.browser().new_page(viewport={"width": 1500, "height": 1000})
    page.on("console", lambda message: problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("dialog", lambda dialog: problems.append(dialog.message))
    page.on("request", lambda r: problems.append(r.url) if not r.url.startswith(("file:", "blob:", "data:")) else None)
    try:
        page.goto((repo.root / "out/diff/index.html").as_uri())
        page.wait_for_selector("#cards .card, .nothing")
        yield page
        assert problems == []
    finally:
        page.close()


@pytest.mark.browser
def test_the_page(repo: Repo) -> None:
    long = 'Row(prompt, model, *(Box(f"{i}") for i in range(30)), gap="xl")'
    repo.write("figures/one/first.py", figure("Prompt").replace('Row(prompt, model, gap="xl")', long))
    repo.commit("longer")
    plant(repo)
    repo.write("figures/one/first.py", figure("Query").replace('Row(prompt, model, gap="xl")', long))
    run(repo)
    with shown(repo) as page:
        assert page.locator(".counts").inner_text().split("\n")[0].startswith("2 changed")
        first = page.locator("#one-first")
        assert first.get_by_text('text "Prompt" -> "Query"').is_visible()
        assert first.get_by_text("figures/one/first.py:7").first.is_visible()
        assert first.locator(".lang.en .stage").count() == 3
        page.wait_for_function(
            "[...document.querySelectorAll('#one-first .lang.en img')].every(i => i.naturalWidth > 50)"
        )
        # English changed, Chinese did not.
        assert first.locator(".lang.zh figcaption").inner_text() == "中文 (unchanged)"

        page.keyboard.press("j")
        assert page.locator(".card.current").get_attribute("id") == "one-first"
        page.keyboard.press("j")
        assert page.locator(".card.current").get_attribute("id") == "one-second"
        page.keyboard.press("k")

        whole = first.locator(".lang.en .after img").bounding_box()
        page.keyboard.press("c")
        smaller = first.locator(".lang.en .after img").bounding_box()
        assert whole
        assert smaller
        assert whole["width"] > smaller["width"]  # the changed region was enlarged

        page.keyboard.press("2")
        assert first.locator(".lang.en .stage").count() == 1
        over = first.locator(".lang.en .stage img").nth(1)
        first.locator(".lang.en .slider").fill("10")
        narrow = over.evaluate("e => e.style.clipPath")
        first.locator(".lang.en .slider").fill("90")
        assert over.evaluate("e => e.style.clipPath") != narrow
        page.keyboard.press("3")
        first.locator(".lang.en .slider").fill("30")
        assert float(first.locator(".lang.en .stage img").nth(1).evaluate("e => e.style.opacity")) == pytest.approx(0.3)
        page.keyboard.press("1")

        page.get_by_role("button", name="中文").click()
        assert not first.locator(".lang.en").is_visible()
        page.keyboard.press("l")

        first.get_by_text('text "Prompt" -> "Query"').click()
        assert first.locator(".lang.en .mark").count() == 2
        page.get_by_label("Filter figures").fill("fresh")
        assert page.locator("#list a:visible").count() == 1


@pytest.mark.browser
def test_the_group_on_the_page(repo: Repo) -> None:
    repo.write("themes/mine.toml", 'extends = "book"\n')
    repo.write("llmfig.toml", 'theme = "mine"\n')
    repo.commit("theme")
    repo.write("themes/mine.toml", 'extends = "book"\n\n[palette]\nblue = "#40a0e0"\n')
    run(repo)
    with shown(repo) as page:
        assert page.locator(".group").count() == 1
        assert page.locator(".group .card").count() == 1
        page.locator(".group summary").click()
        page.wait_for_function("document.querySelectorAll('.group .card').length === 3")


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_keeps_anybody_out(repo: Repo, scheme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    plant(repo)
    run(repo)
    with shown(repo) as page:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.wait_for_timeout(100)
        assert Axe().run(page).response["violations"] == []


@pytest.mark.browser
def test_hostile_text(repo: Repo) -> None:
    repo.write("figures/one/second.py", figure("Plain", title="Plain"))
    repo.commit()
    repo.git("switch", "--quiet", "-c", 'x"><img-src=x-onerror=alert(1)>')
    hostile = HOSTILE.replace("\\", "")
    repo.write("figures/one/second.py", figure(hostile, title=hostile))
    repo.commit()
    name = repo.git("branch", "--show-current").strip()
    done = run(repo, "main", name)
    assert done.returncode == 1, done.stderr
    with shown(repo) as page:
        assert page.locator("img[src='x']").count() == 0
        assert name in page.locator(".sides").inner_text()
        assert page.locator("#one-second h2").inner_text().count("</script><img") == 2
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0
    summary = (repo.root / "out/diff/summary.md").read_text(encoding="utf-8")
    assert "<img" not in summary
    assert "\u202e" not in summary
