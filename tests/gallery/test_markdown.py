"""The index in Markdown, read as a Markdown reader reads it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from llmfig.gallery.markdown import plain, project_index, read_titles
from llmfig.project import at
from tests.conftest import GOOD, Sandbox
from tests.gallery.conftest import HOSTILE, Site

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
IMAGE = re.compile(r'<img src="([^"<>|]*)" alt="([^"<>|]*)" width="240">')


def shown(text: str) -> str:
    """What a reader sees of one line; anything but text is kept as a tag."""
    return str(PARSER.renderInline(text))


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_the_index_of_a_site_shows_hostile_titles_as_they_are(site: Site, lang: str) -> None:
    text = (site.folder / f"figures.{lang}.md").read_text(encoding="utf-8")
    tags = set()
    for token in PARSER.parse(text):
        for part in token.children or ():
            if part.type == "html_inline":
                tags.add(part.content)
            if part.type == "link_open":
                target = str(part.attrs["href"])
                assert target.startswith("#") or (site.folder / target).is_file(), target
        assert token.type != "html_block" or re.fullmatch(r'<p><a id="\w+"></a></p>\n?', token.content)
    images = [IMAGE.fullmatch(tag) for tag in tags if tag.startswith("<img")]
    assert len(images) == {"en": 4, "zh": 3}[lang]
    for image in images:
        assert image
        assert (site.folder / image[1]).is_file()
    assert tags - {i[0] for i in images if i} == {"<br>", '<a id="one">', '<a id="two">', "</a>"}
    page = PARSER.render(text)
    words = unescape(re.sub(r"<[^>]*>", "", page))
    assert words.count(HOSTILE) == 5  # the chapter's in list and heading, the figure's in both titles and alt text
    assert "\u202e" not in text


def test_the_index_of_a_project(sandbox: Sandbox) -> None:
    sandbox.write("two/other.py", GOOD.replace("def good", "def other").replace("Good", "Other"))
    sandbox.write("one/good.py")
    (sandbox.root / "llmfig.toml").write_text('[[chapters]]\nid = "two"\nen = "Two"\nzh = "二"\n', encoding="utf-8")
    assert sandbox.run("accept", "good").exit_code == 0
    result = sandbox.run("gallery", "--index", "docs/figures.md")
    assert result.exit_code == 0, result.output
    assert result.output.splitlines() == ["wrote docs/figures.md", "wrote docs/figures.zh.md"]
    text = (sandbox.root / "docs/figures.zh.md").read_text(encoding="utf-8")
    assert text.startswith(
        "# 插图目录\n\n2 幅插图，共 2 章 · [English](figures.md)\n\n- [二](#two) (1)\n- [one](#one) (1)\n"
    )
    assert "|  | **[好图](../figures/two/other.py)**<br>Other<br>提示词输入模型。 |" in text  # no snapshot yet
    assert (
        '| [<img src="../tests/snapshots/one/good.zh.png" alt="好图" width="240">](../figures/one/good.py) '
        "| **[好图](../figures/one/good.py)**<br>Good<br>提示词输入模型。 |"
    ) in text
    for link in re.findall(r"\]\(([^)#]+)\)|src=\"([^\"]+)\"", text):
        assert (sandbox.root / "docs" / "".join(link)).is_file(), link
    assert "[中文](figures.zh.md)" in (sandbox.root / "docs/figures.md").read_text(encoding="utf-8")
    assert not sandbox.out.exists()  # nothing was drawn


def test_an_index_that_would_lack_figures_is_not_written(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    sandbox.write("one/bad.py", "import no_such_module\n")
    result = sandbox.run("gallery", "--index", "figures.md")
    assert result.exit_code == 1
    assert "figures/one/bad.py:1: one/bad: there is no module" in result.output
    assert "the index was not written" in result.output
    assert not list(sandbox.root.glob("*.md"))


@given(st.text())
def test_any_text_is_shown_as_it_is(text: str) -> None:
    seen = shown(f"x {plain(text)} x")
    assert "<" not in seen
    # White space becomes one space; what cannot be seen is left out.
    wanted = " ".join("".join(c if c.isprintable() or c.isspace() else " " for c in text).split())
    if wanted.isprintable():
        assert " ".join(unescape(seen).removeprefix("x ").removesuffix(" x").split()) == " ".join(plain_words(text))


def plain_words(text: str) -> list[str]:
    unseen = "[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]"
    return re.sub(unseen, " ", text).split()


@pytest.mark.parametrize(
    "text",
    [
        "**a**",
        "`a`",
        "[a](b)",
        "![a](b)",
        "<b>a</b>",
        "&amp;",
        "a|b",
        "~~a~~",
        "$x$",
        "https://a.b",
        "www.a.b",
        "@a #1",
    ],
)
def test_marks_are_inert(text: str) -> None:
    assert unescape(shown(plain(text))) == text
    assert "<" not in shown(plain(text))
    # GitHub's own additions work on the text of the file: there, each mark is broken by a backslash.
    assert not re.search(r"(?<!\\)\$|https://|www\.|(?<!\\)@a|(?<!\\)#1", plain(text))


def test_the_committed_index_is_current() -> None:
    project = at(Path(__file__).resolve().parents[2])
    titles, failures = read_titles(project, jobs=2)
    assert not failures
    for path, text in project_index(project, titles, project.root / "docs" / "figures.md").items():
        assert path.read_text(encoding="utf-8") == text, "run: llmfig gallery --index docs/figures.md"
