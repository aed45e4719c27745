"""Search in a reader's browser: what is found, in which order, and how it is shown."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page

from tests.gallery.conftest import Reader, until

pytestmark = pytest.mark.browser


def search(page: Page, query: str) -> list[str]:
    """Types into the search field by keyboard, and reads the results: where each link leads, without the query."""
    page.keyboard.press("Escape")
    page.locator("#query").fill("")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    page.keyboard.type(query)
    page.wait_for_selector("#results:not([hidden])")
    # The list is built at once, when the index is there.
    until(page, "document.getElementById('told').textContent !== ''")
    links: list[str] = page.locator("#hits a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    return [link.removeprefix("../").removeprefix("../").split(".html")[0] for link in links]


def test_a_chinese_word_inside_of_a_figure(reader: Reader) -> None:
    page = reader.go("en/index.html")
    assert search(page, "优势") == ["zh/one/flow"]
    assert page.locator("#hits .snippet mark").all_inner_texts() == ["优势"]
    assert "中文" in page.locator("#hits .where").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_url(reader.site.url("zh/one/flow.html?q=*"))
    assert page.locator("h1").inner_text() == "奖励模型"
    assert page.locator(".place").count() == 1  # and there it is


QUERIES = {
    "reward": ["en/one/flow", "en/one/plain"],  # a title before a word in a figure
    "REWARD Model": ["en/one/flow"],  # all words, whatever their case
    "model reward": ["en/one/flow"],
    "奖励": ["zh/one/flow", "zh/one/plain"],
    "策略模型": ["zh/one/flow"],  # a phrase that the figure breaks into lines
    "policy model": ["en/one/flow"],
    "ppo": ["en/one/plain"],  # full width in the figure
    "ＰＰＯ": ["en/one/plain"],
    "r = exp(log": ["en/one/flow"],  # a formula as it is spoken
    r"\mathrm{new}": ["en/one/flow"],  # and as it was written
    "reward 缓冲区": ["en/one/plain"],  # words of both languages
    "first flow": ["en/one/flow"],  # chapter and id
    "zz_broken": ["en/one/zz_broken"],  # what could not be drawn still has a title
    "nowhere to be found": [],
    "<mark>": [],
}


def test_queries(reader: Reader) -> None:
    page = reader.go("en/index.html")
    for query, found in QUERIES.items():
        assert search(page, query) == found, query
        told = {0: "No figure found", 1: "1 figure found"}.get(len(found), f"{len(found)} figures found")
        assert page.locator("#told").inner_text() == told
    until(page, "document.getElementById('announced').textContent === 'No figure found'")


def test_the_readers_language_comes_first(reader: Reader) -> None:
    page = reader.go("zh/index.html")
    assert search(page, "ppo") == ["zh/one/plain"]
    assert search(page, "buffer") == ["en/one/plain"]
    assert "English" in page.locator("#hits .where").inner_text()


def test_results_by_keyboard(reader: Reader) -> None:
    page = reader.go("en/one/zz_broken.html")
    search(page, "reward")
    focus = "document.activeElement.getAttribute('href') || document.activeElement.id"
    for key, at in (
        ("ArrowDown", "../../en/one/flow.html?q=reward"),
        ("ArrowDown", "../../en/one/plain.html?q=reward"),
        ("ArrowDown", "../../en/one/plain.html?q=reward"),
        ("Home", "../../en/one/flow.html?q=reward"),
        ("End", "../../en/one/plain.html?q=reward"),
        ("ArrowUp", "../../en/one/flow.html?q=reward"),
        ("ArrowUp", "query"),
        ("ArrowDown", "../../en/one/flow.html?q=reward"),
        ("Escape", "query"),
    ):
        page.keyboard.press(key)
        assert page.evaluate(focus) == at, key
    assert page.locator("#results").is_hidden()
    assert page.locator("#query").input_value() == "reward"
    page.mouse.click(600, 700)
    page.locator("#query").click()
    page.wait_for_selector("#results:not([hidden])")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(reader.site.url("en/one/flow.html?q=reward"))
    assert page.locator("#wanted").input_value() == "reward"


def test_a_search_can_be_kept_as_an_address(reader: Reader) -> None:
    page = reader.go("zh/index.html")
    search(page, "优势")
    assert page.url.endswith("/zh/index.html?q=%E4%BC%98%E5%8A%BF")
    reader.go("zh/index.html?q=优势")
    page.wait_for_selector("#hits a")
    assert page.locator("#query").input_value() == "优势"


FOLD = """texts => texts.map(text => llmfigSearch.fold(text).text)"""
SPOTS = """([text, query]) =>
    llmfigSearch.spots(text, llmfigSearch.terms(query)).map(([start, end]) => text.slice(start, end))"""


def test_texts_that_say_the_same_are_the_same(reader: Reader) -> None:
    page = reader.go("en/index.html")
    for same in (
        ["Straße", "STRASSE", "strasse"],
        ["ΛΌΓΟΣ", "λόγος", "λόγοσ"],
        ["ﬁne-tuning", "FINE-TUNING"],
        ["ＰＰＯ（近端）", "ppo(近端)"],
        ["𝔼[𝑟]", "E[r]"],
        ["e\u0301tude", "Étude"],
        ["RLHF 训练", "rlhf训练"],
        ["a \n\t b", "A B"],
        ["①②", "12"],
        ["训练 a b", "训练a b"],
        ["  a  ", "a"],
    ):
        assert len(set(page.evaluate(FOLD, same))) == 1, same


MARKED = [
    ("Reward model", "MODEL", ["model"]),
    ("奖励 Model 的损失", "model的", ["Model 的"]),
    ("ﬁne ﬁne", "fin", ["ﬁn", "ﬁn"]),
    ("𠀀𠀁强化学习", "强化", ["强化"]),
    ("𠀀𠀁", "𠀁", ["𠀁"]),
    ("e\u0301tude", "é", ["e\u0301"]),
    ("aaaaa", "aa", ["aa", "aa"]),
    ("one two three", "three one", ["one", "three"]),
    ("reward model", "reward rewa odel", ["reward", "odel"]),
    ("reward", "rewa ward", ["reward"]),
    ("nothing", "else", []),
]


def test_what_is_marked(reader: Reader) -> None:
    page = reader.go("en/index.html")
    for text, query, marked in MARKED:
        assert page.evaluate(SPOTS, [text, query]) == marked, (text, query)


def test_long_texts_are_cut_round_what_was_found(reader: Reader) -> None:
    page = reader.go("en/index.html")
    page.evaluate("llmfigSearch.ready()")
    long = "𠀀" * 200 + "needle" + "𠀁" * 200
    figure = {
        "path": "a/b",
        "chapter": 0,
        "title": ["T", "标"],
        "alt": [long, ""],
        "words": [[], []],
        "latex": [[], []],
    }
    data = {"chapters": [["C", "章"]], "figures": [figure | {"themes": [[], []]}]}
    (hit,) = page.evaluate(f"llmfigSearch.load({json.dumps(data)}), llmfigSearch.find('NEEDLE', 'en')")
    text, ((start, end),) = hit["snippet"]["text"], hit["snippet"]["spots"]
    units = text.encode("utf-16-le")
    assert units[2 * start : 2 * end].decode("utf-16-le") == "needle"
    assert text.startswith("…𠀀")
    assert text.endswith("𠀁…")
    assert len(text) < 80


def test_search_answers_at_once(reader: Reader) -> None:
    """Three hundred figures of a hundred words each, in two languages."""
    page = reader.go("en/index.html")
    seconds = page.evaluate("""async () => {
        await llmfigSearch.ready();
        const words = (n, side) => Array.from({length: 100}, (_, i) => side
            ? `第${n}幅图的第${i}个词：策略模型的优势函数` : `word ${i} of figure ${n}: the policy model`);
        const figures = Array.from({length: 300}, (_, n) => ({
            path: `chapter/figure_${n}`, chapter: 0, title: [`Figure ${n}`, `图 ${n}`],
            alt: ["x".repeat(300), "字".repeat(150)], words: [words(n, 0), words(n, 1)],
            latex: [[], []], themes: [[0], [0]],
        }));
        const load = performance.now();
        llmfigSearch.load({chapters: [["One", "一"]], figures});
        const times = [performance.now() - load];
        for (const query of ["优势", "policy model 99", "the", "nothing at all", "第7幅 优势函数"]) {
            const start = performance.now();
            llmfigSearch.find(query, "en");
            times.push(performance.now() - start);
        }
        return times.map(time => time / 1000);
    }""")
    print("index, queries:", [round(s, 4) for s in seconds])
    assert seconds[0] < 5
    assert max(seconds[1:]) < 1
