"""The documentation as a site: it builds without a warning, fetches nothing, and no link of it leads nowhere."""

from __future__ import annotations

import functools
import http.server
import itertools
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from markdown_it.token import Token

from tests.browser import browser

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [*sorted(DOCS.rglob("*.md")), ROOT / "README.md", *sorted(ROOT.glob("CONTRIBUTING*.md"))]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site; a warning fails."""
    target = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(target)]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    return target


class Fetched(HTMLParser):
    """What a page makes a browser fetch. Links that a reader may follow are none of it."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "link" and given.get("rel") not in ("canonical", "prev", "next"):
            self.found.append(given.get("href") or "")
        self.found += [given[key] or "" for key in ("src", "srcset", "poster", "data") if key in given]
        self.found += re.findall(r"url\(([^)]*)\)", given.get("style") or "")


def test_pages_fetch_nothing_from_elsewhere(site: Path) -> None:
    pages = list(site.rglob("*.html"))
    assert len(pages) > 20
    for page in pages:
        parser = Fetched()
        parser.feed(page.read_text(encoding="utf-8"))
        assert parser.found, page
        for address in parser.found:
            assert not re.match(r"[a-z]+:|//", address), f"{page.relative_to(site)}: {address}"
            if page.name != "404.html":  # it may be shown in any folder
                assert (page.parent / address.partition("?")[0]).is_file(), f"{page.relative_to(site)}: {address}"
    for style in site.rglob("*.css"):
        assert not re.search(r"url\([\"']?(?:https?:)?//", style.read_text(encoding="utf-8")), style


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The folder on a port of this machine."""
    handler = functools.partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None: ...


@pytest.mark.browser
def test_a_browser_asks_nobody_else(site: Path) -> None:
    with served(site) as base:
        page = browser().new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        for name in ("index.html", "reference/boxes.html", "reference/words.html", "figures.html"):
            page.goto(f"{base}/{name}", wait_until="networkidle")
            broken = page.evaluate("[...document.images].filter(i => i.complete && !i.naturalWidth).map(i => i.src)")
            assert broken == []
        assert len(asked) > 20
        assert [url for url in asked if not url.startswith((base, "data:"))] == []
        page.close()


@lru_cache(maxsize=1)
def reader() -> MarkdownIt:
    return MarkdownIt("commonmark").enable("table")


def targets(page: Path) -> list[str]:
    """Where the links and pictures of a page lead."""
    text = page.read_text(encoding="utf-8")
    found = [str(t.attrs[key]) for t in flat(reader().parse(text)) for key in ("href", "src") if key in t.attrs]
    return found + re.findall(r'<(?:img|a|source)[^>]* (?:src|href)="([^"]*)"', text)


def flat(tokens: list[Token] | None) -> Iterator[Token]:
    for token in tokens or ():
        yield token
        yield from flat(token.children)


@lru_cache
def anchors(page: Path) -> frozenset[str]:
    """The anchors of a page's headings, as the site and most hosts of repositories make them."""
    text = page.read_text(encoding="utf-8")
    tokens = reader().parse(text)
    found = re.findall(r'<[^>]* (?:id|name)="([^"]+)"', text)
    for opened, inside in itertools.pairwise(tokens):
        if opened.type == "heading_open":
            words = "".join(t.content for t in flat(inside.children) if t.type in ("text", "code_inline"))
            slug = re.sub(r"[^\w\s-]", "", words).strip().lower()
            found.append(re.sub(r"\s", "-", slug))
    return frozenset(found)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    lost = []
    for target in targets(page):
        if re.match(r"[a-z]+:", target):
            continue
        name, _, anchor = target.partition("#")
        file = (page.parent / name).resolve() if name else page
        if not file.exists():
            lost.append(f"{target}: there is no such file")
        elif anchor and file.suffix == ".md" and anchor not in anchors(file):
            lost.append(f"{target}: there is no such heading")
    assert not lost


def test_the_reader_of_links_finds_them(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    blocks = [
        "# One two",
        "[a](b.md#x) ![p](c.png)",
        "| [t](d.md) |\n| --- |",
        '<img src="e.png"><a id="y"></a>',
        "`[n](f)`",
    ]
    page.write_text("\n\n".join(blocks))
    assert targets(page) == ["b.md#x", "c.png", "d.md", "e.png"]
    assert anchors(page) == {"one-two", "y"}
