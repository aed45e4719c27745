"""A small project with everything that a gallery has to cope with, and its site: made once, read by many tests."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest
from playwright.sync_api import BrowserContext, Page

from llmfig.gallery.make import Made, Wanted, make
from llmfig.project import Project, at
from tests.browser import browser

# What must never become a part of the page: it would run, break out of its place, or turn the line round.
HOSTILE = """</script><img src=x onerror="window.owned=1">'"{{7*7}}|[x](//y)"""
ENDLESS = "W" * 300
SETTINGS = f"""
[[chapters]]
id = "two"
en = '''Second {HOSTILE}'''
zh = '''第二章 {HOSTILE}'''

[[chapters]]
id = "one"
en = "First"
zh = "第一章"
"""

FLOW = '''
"""A figure with a helper."""

from llmfig import Arrow, Box, Column, Diagram, Formula, Row, figure, tr

from ._words import MODEL


@figure(
    title=("Reward model", "奖励模型"),
    alt=("A prompt goes into a model, a score comes out.", "提示词输入模型，输出分数。"),
)
def flow() -> Diagram:
    prompt = Box(tr("Prompt", "提示词"), role="data")
    model = Box(MODEL(), role="model")
    score = Box(Formula(r"r = \\exp(\\log P_{\\mathrm{new}})"), role="sample")
    return Diagram(
        Row(prompt, model, score, gap="xl"), Arrow(prompt, model), Arrow(model, score, label=tr("advantage", "优势"))
    )
'''
WORDS = '''
"""Words that figures share."""

from llmfig import tr


def MODEL() -> str:
    return tr("Policy\\nmodel", "策略\\n模型")
'''
PLAIN = """
from llmfig import Box, Row, figure, tr


@figure(title=("Plain boxes", "普通方框"), alt=("Three boxes.", "三个方框。"))
def {id}() -> Row:
    middle = Box("ＰＰＯ", role="model")
    return Row(Box(tr("Reward", "奖励"), role="data"), middle, Box(tr("Buffer", "缓冲区"), role="data"))
"""
ATTACK = """
# {code}
from llmfig import Box, Column, figure, tr

TITLE = {hostile!r}


@figure(title=("Attack " + TITLE, "攻击 " + TITLE), alt=("\\u202eesrever " + TITLE, "\\u202e反 " + TITLE))
def attack() -> Column:
    return Column(Box(tr("Label " + TITLE, "标签 " + TITLE), role="data"), Box({endless!r}, role="model"))
"""
BROKEN = """
from llmfig import Box, figure, tr


@figure(title=("Broken", "坏图"), alt=("Cannot be drawn.", "无法绘制。"))
def broken() -> Box:
    raise ValueError("no <b>luck</b>")
"""
HALF = """
from llmfig import Box, figure, tr


@figure(title=("Half", "一半"), alt=("Only in English.", "只有英文。"))
def half() -> Box:
    return Box(tr("Fine", 3 / 0 if tr(0, 1) else "好"), role="data")
"""


def write(root: Path, name: str, text: str) -> Path:
    """Writes a file of a project."""
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(dedent(text).lstrip("\n"), encoding="utf-8")
    return file


@dataclass(frozen=True)
class Site:
    """A project with its gallery."""

    project: Project
    made: Made

    @property
    def folder(self) -> Path:
        return self.made.folder

    def url(self, path: str) -> str:
        return f"{self.folder.as_uri()}/{path}"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of a project with good, hostile and broken figures, in two themes."""
    root = tmp_path_factory.mktemp("gallery project")
    write(root, "llmfig.toml", SETTINGS)
    write(root, "figures/one/_words.py", WORDS)
    write(root, "figures/one/flow.py", FLOW)
    write(root, "figures/one/plain.py", PLAIN.format(id="plain"))
    write(root, "figures/one/zz_broken.py", BROKEN)
    write(root, "figures/one/zz_half.py", HALF)
    write(root, "figures/two/attack.py", ATTACK.format(code=f"\u202e{HOSTILE}", hostile=HOSTILE, endless=ENDLESS))
    project = at(root)
    return Site(project, make(project, Wanted(themes=("book", "dark")), jobs=2))


def until(page: Page, condition: str, *, seconds: float = 10) -> None:
    """Waits for a condition in the page. Playwright's own waiting evaluates strings there, which the policy forbids."""
    deadline = time.monotonic() + seconds
    while not page.evaluate(condition):
        assert time.monotonic() < deadline, condition
        page.wait_for_timeout(20)


@dataclass
class Reader:
    """A reader's browser, open at the site; what it complains about and asks of the network is noted."""

    site: Site
    context: BrowserContext
    page: Page
    complaints: list[str]
    requests: list[str]

    def go(self, path: str) -> Page:
        self.page.goto(self.site.url(path), wait_until="load")
        return self.page


@pytest.fixture
def reader(site: Site, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """A window of 1200 x 900 px. `@pytest.mark.parametrize("reader", [{...}], indirect=True)` sets its options."""
    options = {"viewport": {"width": 1200, "height": 900}, "color_scheme": "light", **getattr(request, "param", {})}
    context = browser().new_context(**options)
    page = context.new_page()
    found = Reader(site, context, page, [], [])
    page.on("console", lambda message: found.complaints.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: found.complaints.append(str(error)))
    page.on("dialog", lambda dialog: found.complaints.append(f"dialog: {dialog.message}"))
    page.on("request", lambda asked: found.requests.append(asked.url))
    page.set_default_timeout(10_000)
    yield found
    context.close()
    assert not found.complaints
    assert all(url.startswith(site.folder.as_uri()) for url in found.requests)
