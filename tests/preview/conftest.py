"""A project with figures to preview, the command serving it, and pages that look at it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import reduce
from pathlib import Path
from textwrap import dedent
from uuid import uuid4

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from llmfig.geometry import Rect
from tests.browser import browser

MARK = "LLMFIG_TEST_MARK"
PATIENCE = 30  # seconds that anything may take; machines that run other tests meanwhile are slow
expect.set_options(timeout=PATIENCE * 1000)
# What must never become a part of the page: it would run, break out of its place, or turn the line round.
HOSTILE = """</script><img src=x onerror="window.owned=1">'"{{7*7}}"""
ENDLESS = "W" * 300

FLOW = r"""
from llmfig import Arrow, Box, Diagram, Formula, Row, figure, tr


@figure(title=("Flow", "流程"), alt=("A prompt goes into a model.", "提示词输入模型。"))
def {id}() -> Diagram:
    prompt = Box(tr("Prompt", "提示词"), role="data")
    model = Box(tr("Policy model", "策略模型"), role="model")
    loss = Formula(r"L = \term{ratio}{r_t} \hat A_t")
    return Diagram(
        Row(prompt, model, loss, gap="xl"),
        Arrow(prompt, model),
        Arrow(model, loss.term("ratio").left),
    )
"""
TALL = """
from llmfig import Box, Column, figure, tr


@figure(title=("Tall", "高图"), alt=("Three boxes.", "三个方框。"))
def {id}() -> Column:
    last = Box(tr("Last", "最后"), role="loss")
    return Column(Box(tr("First", "首先"), role="data"), Box("$x_t$", role="model"), last, gap="l")
"""
TURNED = """
from llmfig import Arrow, Box, Diagram, Grid, figure, tr


@figure(title=("Turned", "斜标"), alt=("A label along a slanted line.", "斜线上的标签。"))
def {id}() -> Diagram:
    a, b = Box("a"), Box("b")
    grid = Grid({(0, 0): a, (1, 1): b}, gap="xxl")
    return Diagram(grid, Arrow(a, b, route="straight", label="along", label_at="slope"))
"""
LOOP = """
from llmfig import Box, figure


@figure(title=("Loop", "循环"), alt=("Never drawn.", "永远画不出。"))
def {id}() -> Box:
    while True:
        try:
            pass
        except:
            pass
"""
ATTACK = """
from llmfig import Box, Column, figure, tr

TITLE = {title}


@figure(title=("Attack " + TITLE, "攻击 " + TITLE), alt=("\\u202eesrever " + TITLE, "\\u202e反 " + TITLE))
def attack() -> Column:
    long = Box({endless}, role="model")  # \u202e{hostile}
    return Column(Box(tr("Label " + TITLE, "标签 " + TITLE), role="data"), long)
"""
FINDINGS = """
from llmfig import Box, Row, Text, figure, tr


@figure(title=("Found", "发现"), alt=("Two words.", "两个词。"))
def {id}() -> Row:
    words = Text("half-width, 逗号,")
    return Row(Box("Only in English for both of them", role="data"), words.allow("hanzi-in-english", "a test"))
"""


SETTINGS = f"""
[[chapters]]
id = "one"
en = "First"
zh = "第一章"

[[chapters]]
id = "two"
en = '''Second {HOSTILE}'''
zh = "第二章"
"""


@dataclass(frozen=True)
class Figures:
    """A project in a folder of its own."""

    root: Path

    def write(self, key: str, text: str = FLOW) -> Path:
        """Writes a figure; `{id}` in its text is what it is called."""
        return self.put(f"figures/{key}.py", dedent(text).lstrip("\n").replace("{id}", key.rpartition("/")[2]))

    def put(self, name: str, text: str) -> Path:
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def edit(self, key: str, before: str, after: str) -> None:
        """Replaces words of a figure, as an editor saves it."""
        file = self.root / "figures" / f"{key}.py"
        text = file.read_text(encoding="utf-8")
        assert before in text
        file.write_text(text.replace(before, after), encoding="utf-8")


@dataclass
class Preview:
    """`llmfig preview` in a process of its own, with a folder of its own for temporary files."""

    figures: Figures
    temporary: Path
    process: subprocess.Popen[str]
    url: str
    mark: str = ""
    notes: Path = field(default_factory=Path)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Ends it; returns the exit code."""
        self.process.send_signal(how)
        code = self.process.wait(20)
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code

    def left(self) -> list[str]:
        """What is still there of it: processes and temporary files. Processes that are about to end get their time."""
        deadline = time.monotonic() + 10
        while (found := self.processes()) and time.monotonic() < deadline:
            time.sleep(0.05)
        return [*found, *map(str, self.temporary.iterdir())]

    def processes(self) -> list[str]:
        if not Path("/proc").is_dir():
            return []
        found = []
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit():
                try:
                    if f"{MARK}={self.mark}".encode() in (folder / "environ").read_bytes():
                        found.append(f"{folder.name} {(folder / 'cmdline').read_text()}")
                except OSError:  # gone, or somebody else's
                    continue
        return found


def start(figures: Figures, *args: str, temporary: Path) -> Preview:
    """Starts the command and waits until it tells its address."""
    mark, notes = uuid4().hex, figures.root / "notes.txt"
    code = "import sys; sys.argv[0] = 'llmfig'; from llmfig.cli.app import main; main()"
    with notes.open("w") as file:
        process = subprocess.Popen(
            [sys.executable, "-c", code, "preview", "--port", "0", *args],
            cwd=figures.root,
            env=os.environ | {"TMPDIR": str(temporary), MARK: mark},
            stdout=subprocess.PIPE,
            stderr=file,
            text=True,
        )
    assert process.stdout is not None
    url = process.stdout.readline().strip()
    assert url.startswith("http://127.0.0.1:"), notes.read_text()
    return Preview(figures, temporary, process, url, mark, notes)


def stream(preview: Preview, wanted: bytes) -> None:
    """Asks for the English picture of `one/flow`, and reads what comes until that is in it."""
    answer = urllib.request.urlopen(f"{preview.url}events?figure=one/flow&lang=en")
    while wanted not in (line := answer.readline()):
        assert line, preview.notes.read_text()


@pytest.fixture
def temporary() -> Iterator[Path]:
    """A folder for temporary files; not that of the test, whose name is too long for a socket."""
    with tempfile.TemporaryDirectory() as folder:
        yield Path(folder)


@pytest.fixture
def launch(figures: Figures, temporary: Path) -> Iterator[Callable[..., Preview]]:
    """Starts the command for the project of the test; whatever the test does not end is killed."""
    started: list[Preview] = []

    def launched(*args: str, temporary: Path = temporary) -> Preview:
        started.append(start(figures, *args, temporary=temporary))
        return started[-1]

    yield launched
    for preview in started:
        preview.process.kill()
        preview.process.wait()


@pytest.fixture
def figures(tmp_path: Path) -> Figures:
    """A project with one figure."""
    found = Figures(tmp_path / "project")
    found.write("one/flow")
    return found


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A server for all tests of a module, each of which has figures of its own."""
    folder = tmp_path_factory.mktemp("preview")
    figures = Figures(folder / "project")
    figures.write("one/flow")
    figures.write("one/tall", TALL)
    words = {"{title}": repr(HOSTILE), "{endless}": repr(ENDLESS), "{hostile}": HOSTILE}
    figures.write("two/attack", reduce(lambda text, word: text.replace(*word), words.items(), ATTACK))
    figures.write("two/found", FINDINGS)
    figures.put("llmfig.toml", SETTINGS)
    with tempfile.TemporaryDirectory() as temporary:
        preview = start(figures, "--time-limit", "3", temporary=Path(temporary))
        try:
            yield preview
            assert preview.stop() == 0
            assert preview.left() == []
            assert preview.notes.read_text() == ""
        finally:
            preview.process.kill()
            preview.process.wait()


@dataclass
class Window:
    """A page of the preview in a browser; what it complains about and asks of the network is noted."""

    preview: Preview
    context: BrowserContext
    page: Page
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def go(self, figure: str, *, drawn: int = 2, **state: str) -> Page:
        """Opens a figure and waits for its pictures and what can be laid over them."""
        address = "&".join([f"figure={figure}", *(f"{name}={value}" for name, value in state.items())])
        self.page.goto(f"{self.preview.url}#{address}")
        if drawn:
            self.until(lambda: self.drawn() == drawn)
        return self.page

    def drawn(self) -> int:
        """How many pictures are shown, without anything in their place."""
        return self.page.locator(".plate:not(.failed) img[data-src]").count()

    def sources(self) -> list[str]:
        """The hashes of the pictures, English first."""
        found: list[str] = self.page.locator("img[data-src]").evaluate_all("all => all.map(i => i.dataset.src)")
        return found

    def until(self, condition: Callable[[], object], *, seconds: float = PATIENCE) -> None:
        """Waits. Playwright's own waiting evaluates strings in the page, which the policy forbids."""
        deadline = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < deadline
            self.page.wait_for_timeout(20)

    def click(self, kind: str, plate: int = 0) -> None:
        """Clicks the middle of the first element of a kind."""
        self.page.mouse.click(*self.middles(kind, plate)[0])

    def middles(self, kind: str, plate: int = 0) -> list[tuple[float, float]]:
        """The middles of all elements of a kind on the screen."""
        return [(r.cx, r.cy) for r in self.frames(kind, plate)]

    def frames(self, kind: str, plate: int = 0) -> list[Rect]:
        """The frames of all elements of a kind on the screen, as if nothing was turned, once the details are known."""
        self.until(lambda: self.page.locator(".plate").nth(plate).get_attribute("data-details"))
        found = [Rect(*r) for r in self.page.evaluate(FRAMES, [kind, plate])]
        assert found
        return found


# What the page itself knows of its elements is asked of the server once more.
FRAMES = """async ([kind, plate]) => {
  const node = document.querySelectorAll(".plate")[plate];
  const told = await (await fetch(`/blob/${node.dataset.details}`)).json();
  const box = node.querySelector(".sheet").getBoundingClientRect();
  const scale = box.width / Number(node.querySelector("img[data-src]").getAttribute("width"));
  return told.elements.filter((e) => e.kind === kind).map(({ frame: [x, y, w, h] }) =>
    [box.left + x * scale, box.top + y * scale, w * scale, h * scale]);
}"""


@pytest.fixture
def window(served: Preview, request: pytest.FixtureRequest) -> Iterator[Window]:
    """A window of 1300 x 800 px. `@pytest.mark.parametrize("window", [{...}], indirect=True)` sets its options."""
    options = {"viewport": {"width": 1300, "height": 800}, "color_scheme": "light", **getattr(request, "param", {})}
    context = browser().new_context(**options)
    page = context.new_page()
    found = Window(served, context, page)
    page.on("console", lambda message: found.complaints.append(f"{message.type}: {message.text}"))
    page.on("pageerror", lambda error: found.complaints.append(str(error)))
    page.on("dialog", lambda dialog: found.complaints.append(f"dialog: {dialog.message}"))
    page.on("request", lambda asked: found.requests.append(asked.url))
    page.set_default_timeout(PATIENCE * 1000)
    yield found
    context.close()
    assert not found.complaints
    assert all(url.startswith((served.url, "vscode:")) for url in found.requests)
