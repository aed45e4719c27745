"""The page in a real browser: it follows what is saved, tells what is wrong, and shows where things come from."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from llmfig.theme.files import BUILT_IN
from tests.browser import browser
from tests.preview.conftest import FINDINGS, FLOW, LOOP, TALL, TURNED, Figures, Preview, Window

pytestmark = pytest.mark.browser

NARROW = {"viewport": {"width": 400, "height": 800}}
DARK = {"color_scheme": "dark"}


def test_a_figure_in_both_languages_side_by_side(window: Window) -> None:
    page = window.go("one/flow")
    plates = page.locator(".plate")
    expect(plates).to_have_count(2)
    boxes = [plates.nth(i).bounding_box() for i in range(2)]
    assert boxes[0]
    assert boxes[1]
    assert boxes[0]["y"] == boxes[1]["y"]
    assert boxes[0]["x"] + boxes[0]["width"] < boxes[1]["x"]
    alts = page.locator("img[data-src]").evaluate_all("all => all.map(i => i.alt)")
    assert alts == ["A prompt goes into a model.", "提示词输入模型。"]
    assert len(set(window.sources())) == 2


def test_themes_and_languages_are_chosen(window: Window) -> None:
    page = window.go("one/flow")
    page.get_by_role("button", name="dark", exact=True).click()
    window.until(lambda: window.drawn() == 4)
    assert len(set(window.sources())) == 4
    page.get_by_role("button", name="book", exact=True).click()
    page.get_by_role("button", name="English", exact=True).click()
    window.until(lambda: page.locator(".plate").count() == 1 and window.drawn() == 1)
    expect(page.locator(".plate")).to_have_attribute("aria-label", "中文, dark")
    page.get_by_role("button", name="中文").click()  # the last one cannot be left out
    expect(page.locator(".plate")).to_have_count(1)


def test_a_saved_file_is_drawn_again_within_half_a_second(window: Window) -> None:
    window.preview.figures.write("one/quick")
    page = window.go("one/quick")
    page.evaluate(WATCH)
    took = []
    for i in range(7):
        page.evaluate("window.seen = []")
        text = FLOW.replace('"Prompt", "提示词"', f'"Prompt {i}", "提示词 {i}"')
        began = time.time()
        window.preview.figures.write("one/quick", text)
        window.until(lambda: len(page.evaluate("window.seen")) >= 2)
        took.append(max(page.evaluate("window.seen")) / 1000 - began)
    # Measured: 0.15 s. The bar is half a second; a machine that runs other tests meanwhile may take six times that.
    assert sorted(took)[3] < 3.0, took


# Notes when each new picture is in the page.
WATCH = """() => {
  window.seen = [];
  const known = new Set();
  new MutationObserver(() => {
    for (const image of document.querySelectorAll("img[data-src]")) {
      if (known.has(image)) continue;
      known.add(image);
      window.seen.push(Date.now());
    }
  }).observe(document.body, { subtree: true, childList: true });
}"""


def test_a_mistake_is_told_over_the_last_good_picture_until_it_is_corrected(window: Window) -> None:
    window.preview.figures.write("one/wrong", TALL)
    page = window.go("one/wrong")
    before = window.sources()
    window.preview.figures.edit("one/wrong", 'role="loss"', 'role="lost"')
    card = page.locator("#common .failure")
    expect(card).to_be_visible()
    expect(card).to_contain_text("there is no role 'lost'")
    expect(card).to_contain_text("did you mean 'loss'?")
    place = card.get_by_role("link")
    expect(place).to_have_text("figures/one/wrong.py:6")
    path = window.preview.figures.root / "figures/one/wrong.py"
    assert place.get_attribute("href") == f"vscode://file{path}:6"
    expect(card.locator(".meant")).to_have_text(re.compile(r'^6\s*last = Box\(tr\("Last"'))
    expect(page.locator(".card:visible")).to_have_count(0)  # said once, not in every picture
    assert window.sources() == before
    assert float(page.locator("img[data-src]").first.evaluate("i => getComputedStyle(i).opacity")) < 0.5
    assert page.title().startswith("✗")
    window.preview.figures.edit("one/wrong", 'role="lost"', 'role="loss"')
    window.until(lambda: window.drawn() == 2)
    expect(card).to_have_count(0)
    assert window.sources() == before
    assert not page.title().startswith("✗")


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ("def ", "dfe ", "Python cannot read this line"),
        ("last = Box", "last = 1 / 0; Box", "ZeroDivisionError"),
        ("from llmfig import", "import os\nos._exit(3)\nfrom llmfig import", "ended with exit code 3"),
        ("from llmfig import", "from ._none import x\nfrom llmfig import", "there is no helper"),
        ("@figure", "def other(): ...\n\n#", "no function here is declared"),
    ],
)
def test_every_kind_of_mistake_is_told_and_recovered_from(window: Window, before: str, after: str, words: str) -> None:
    window.preview.figures.write("one/kinds", TALL)
    page = window.go("one/kinds")
    window.preview.figures.edit("one/kinds", before, after)
    expect(page.locator("#common .failure")).to_contain_text(words)
    window.preview.figures.write("one/kinds", TALL)
    window.until(lambda: window.drawn() == 2)
    expect(page.locator(".failure")).to_have_count(0)


def test_a_mistake_in_one_language_leaves_the_other(window: Window) -> None:
    window.preview.figures.write("one/half", TALL.replace('"最后"', "1 / 0"))
    page = window.go("one/half", drawn=0)
    expect(page.locator("#common .failure")).to_contain_text("ZeroDivisionError")
    expect(page.locator("#common")).to_be_visible()
    window.preview.figures.write("one/half", TALL.replace('role="loss"', 'role=tr("loss", "lost")'))
    window.until(lambda: window.drawn() == 1)
    expect(page.locator(".plate").nth(1).locator(".failure")).to_contain_text("there is no role 'lost'")
    expect(page.locator("#common")).to_be_hidden()


def test_an_endless_loop_is_told_with_its_line(window: Window) -> None:
    window.preview.figures.write("one/loop", LOOP)
    page = window.go("one/loop", drawn=0, lang="en")
    card = page.locator(".failure")
    expect(card).to_contain_text("still being drawn after 3 s")
    expect(card.get_by_role("link")).to_have_text(re.compile(r"figures/one/loop\.py:(6|7|8|9|10)$"))
    window.preview.figures.write("one/loop", TALL)
    window.until(lambda: window.drawn() == 1)


def test_a_save_supersedes_the_drawing_under_way(window: Window) -> None:
    window.preview.figures.write("one/hang", TALL)
    page = window.go("one/hang")
    window.preview.figures.write("one/hang", LOOP)
    expect(page.locator(".state").first).to_have_text("drawing …")
    began = time.monotonic()
    window.preview.figures.write("one/hang", TALL.replace("First", "Second"))
    window.until(lambda: window.drawn() == 2 and "drawing" not in page.locator(".state").first.inner_text())
    assert time.monotonic() - began < 2.8  # less than the time limit: nobody waited for the loop
    expect(page.locator(".failure")).to_have_count(0)


def test_only_what_a_figure_is_made_from_draws_it_again(window: Window) -> None:
    figures = window.preview.figures
    figures.put("figures/one/_help.py", 'from pathlib import Path\nWORDS = Path("data/words.txt").read_text()\n')
    figures.put("data/words.txt", "data one")
    text = TALL.replace("from llmfig", "from ._help import WORDS\nfrom llmfig", 1).replace('"$x_t$"', "WORDS")
    figures.write("one/inputs", text)
    window.go("one/inputs")
    first = window.sources()
    figures.put("data/words.txt", "data two")
    window.until(lambda: window.sources()[0] != first[0] and window.sources()[1] != first[1])
    second = window.sources()
    figures.put("figures/one/_help.py", 'WORDS = "helped"\n')
    window.until(lambda: window.sources()[0] != second[0] and window.sources()[1] != second[1])
    third = window.sources()
    states = window.page.locator(".plate .state").all_inner_texts()
    figures.write("one/unrelated", TALL)
    figures.put("data/words.txt", "data three")
    expect(window.page.locator("#chapters a[data-key='one/unrelated']")).to_be_visible()
    assert window.sources() == third
    assert window.page.locator(".plate .state").all_inner_texts() == states  # how long it took: not drawn again


def test_the_theme_and_the_settings_are_followed(window: Window) -> None:
    figures = window.preview.figures
    theme = (BUILT_IN / "book.toml").read_text(encoding="utf-8")
    page = window.go("one/tall")
    figures.put("themes/mine.toml", theme)
    page.get_by_role("button", name="mine").click()
    window.until(lambda: window.drawn() == 4)
    before = window.sources()
    figures.put("themes/mine.toml", theme.replace("#71CCF5", "#55AA55"))
    window.until(lambda: not {*before[2:]} & {*window.sources()[2:]})
    assert window.sources()[:2] == before[:2]
    figures.put("themes/mine.toml", theme.replace("[sizes]", "[seizes]"))
    line = theme.splitlines().index("[sizes]") + 1
    expect(page.locator(".plate").nth(2).locator(".failure")).to_contain_text("mine.toml")
    expect(page.locator(".plate").nth(2).get_by_role("link")).to_have_text(f"themes/mine.toml:{line}")
    figures.put("themes/mine.toml", theme)
    window.until(lambda: window.sources() == before and window.drawn() == 4)
    settings = (figures.root / "llmfig.toml").read_text(encoding="utf-8")
    figures.put("llmfig.toml", settings + '\n[credit]\nen = "By us"\nzh = "我们"\n')
    window.until(lambda: not {*before} & {*window.sources()})
    figures.put("llmfig.toml", settings)
    window.until(lambda: window.sources() == before)
    (figures.root / "themes/mine.toml").unlink()
    expect(page.locator(".plate").nth(3).locator(".failure")).to_contain_text("there is no theme 'mine'")


def test_figures_come_and_go(window: Window) -> None:
    page = window.go("one/tall")
    file = window.preview.figures.write("three/fresh", TALL.replace('"Tall"', '"Quite **new**"'))
    link = page.locator("nav").get_by_role("link", name="fresh")
    link.click()
    window.until(lambda: window.drawn() == 2 and page.locator("h1").inner_text() == "three / fresh")
    expect(link).to_have_attribute("aria-current", "page")
    page.get_by_role("searchbox").fill("quite new")  # titles are found, without their markup
    expect(page.locator("#chapters a")).to_have_text([re.compile("^fresh")])
    page.get_by_role("searchbox").fill("")
    file.unlink()
    expect(page.locator("#common .failure")).to_contain_text("there is no figure 'three/fresh'")
    expect(link).to_have_count(0)
    window.preview.figures.write("three/fresh", TALL)
    window.until(lambda: window.drawn() == 2)


def test_a_folder_that_is_replaced_is_still_followed(window: Window) -> None:
    window.preview.figures.write("one/moved", TALL)
    page = window.go("one/moved")
    before = window.sources()
    folder = window.preview.figures.root / "figures"
    aside = folder.rename(folder.with_name("aside"))
    expect(page.locator("#common .failure")).to_contain_text("there is no figure 'one/moved'")
    shutil.copytree(aside, folder)
    window.until(lambda: window.drawn() == 2)
    window.preview.figures.edit("one/moved", '"First"', '"Other"')
    window.until(lambda: window.sources()[0] != before[0])
    shutil.rmtree(aside)


def test_a_broken_figure_is_marked_in_the_list(window: Window) -> None:
    page = window.go("one/tall")
    window.preview.figures.write("one/torn", "def")
    expect(page.get_by_role("link", name="torn cannot be loaded")).to_be_visible()
    window.preview.figures.write("one/torn", TALL)
    expect(page.get_by_role("link", name="torn 高图")).to_be_visible()


def test_hostile_text_is_inert(window: Window) -> None:
    page = window.go("two/attack", show="elements,anchors,tracks,checks")
    window.click("box")
    expect(page.locator("#side dd").first).to_be_visible()
    page.mouse.move(*window.middles("text")[0])
    window.preview.figures.edit("two/attack", 'role="model"', "role=TITLE")
    expect(page.locator("#common .what")).to_contain_text("onerror")
    page.get_by_role("searchbox").fill("</script>")
    expect(page.locator("nav").get_by_role("link", name="attack")).to_be_visible()
    assert page.evaluate("window.owned") is None
    assert page.locator("main img, nav img, aside img").count() == 2  # the pictures
    width = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert width <= 0
    window.preview.figures.edit("two/attack", "role=TITLE", 'role="model"')
    window.until(lambda: window.drawn() == 2)


def test_a_click_shows_the_line(window: Window) -> None:
    page = window.go("one/flow")
    window.click("text", plate=1)
    side = page.locator("#side")
    expect(side.locator("h2")).to_contain_text("text")
    file = window.preview.figures.root / "figures/one/flow.py"
    line = next(i for i, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1) if "Prompt" in text)
    link = side.get_by_role("link")
    expect(link).to_have_text(f"figures/one/flow.py:{line}")
    assert link.get_attribute("href") == f"vscode://file{file}:{line}"
    expect(side.locator(".meant")).to_contain_text('prompt = Box(tr("Prompt", "提示词"), role="data")')
    expect(side.locator("dd").first).to_have_text("diagram/row-1/box-1/text-1")
    side.get_by_role("button", name="box “提示词”").click()  # what it stands in
    expect(side.locator("h2")).to_contain_text("box")
    expect(side.get_by_text("data", exact=True)).to_be_visible()
    assert page.locator(".overlay .chosen").count() == 2  # in both languages
    page.keyboard.press("Escape")
    expect(side).to_be_hidden()


def test_what_is_chosen_stays_chosen_over_a_save(window: Window) -> None:
    window.preview.figures.write("one/stays", TALL)
    page = window.go("one/stays")
    window.click("text")
    side = page.locator("#side")
    expect(side.locator("h2")).to_contain_text("First")
    page.evaluate("""() => {
      window.hidden = 0;
      const side = document.getElementById("side");
      new MutationObserver(() => (window.hidden += side.hidden)).observe(side, { attributes: true });
    }""")
    before = window.sources()
    window.preview.figures.edit("one/stays", '"First"', '"Number one"')
    expect(side.locator("h2")).to_contain_text("Number one")
    assert window.sources() != before
    assert page.evaluate("window.hidden") == 0  # nor do the pictures jump meanwhile
    window.preview.figures.edit("one/stays", 'Box(tr("Number one", "首先"), role="data"), ', "")
    expect(side.locator("h2")).to_contain_text("x_t")  # the id now stands for the next one


def test_a_double_click_opens_the_editor(window: Window) -> None:
    page = window.go("one/flow")
    page.evaluate(
        "document.addEventListener('click', e => { const a = e.target.closest('a'); "
        "if (a?.href.startsWith('vscode:')) { window.opened = a.href; e.preventDefault(); } }, true);"
        "HTMLAnchorElement.prototype.click = function () { window.opened = this.href; }"
    )
    page.mouse.dblclick(*window.middles("text")[0])
    window.until(lambda: page.evaluate("window.opened"))
    assert re.search(r"figures/one/flow\.py:\d+$", page.evaluate("window.opened"))


def test_connectors_parts_and_ground_are_hit(window: Window) -> None:
    page = window.go("one/flow", show="anchors")
    side = page.locator("#side")
    window.click("arrow")
    expect(side.locator("h2")).to_contain_text("arrow")
    expect(side.get_by_text("diagram/row-1/box-1 at")).to_be_visible()
    window.click("formula")
    expect(side.get_by_text('term("ratio")', exact=True)).to_be_visible()
    expect(page.locator(".overlay text.anchor", has_text="term")).to_have_count(2)
    box = page.locator(".sheet").first.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + 3)  # the margin of the page
    expect(side).to_be_hidden()


def test_what_is_turned_is_hit_where_it_is_drawn(window: Window) -> None:
    window.preview.figures.write("one/turned", TURNED)
    page = window.go("one/turned")
    side = page.locator("#side")
    window.click("label")
    expect(side.locator("h2")).to_contain_text("along")
    label = window.frames("label")[0]
    page.mouse.click(label.x + 2, label.y + label.h / 2)  # in its frame, were that not turned
    expect(side.locator("h2")).not_to_contain_text("along")


def test_overlays_are_drawn_on_demand(window: Window) -> None:
    page = window.go("one/tall")
    window.middles("box")
    paths = page.locator(".plate").first.locator(".overlay path")
    expect(paths).to_have_count(0)
    drawn: dict[str, str] = {}
    for name in ("Elements", "Anchors", "Tracks"):
        button = page.get_by_role("button", name=name)
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        drawn[name] = "".join(path.get_attribute("d") or "" for path in paths.all())
        button.click()
        expect(paths).to_have_count(0)
    assert drawn["Elements"].count("M") > 5
    assert drawn["Anchors"].count("h0") > 12
    assert drawn["Tracks"].count("M") > 8  # three rows with their axes, two gaps
    page.get_by_role("button", name="Tracks").click()
    (x, y), (_, below) = window.middles("box")[:2]
    page.mouse.move(x, (y + below) / 2)
    expect(page.locator(".overlay text.row").first).to_be_visible()


def test_findings_are_listed_and_drawn(window: Window) -> None:
    window.preview.figures.write("two/lint", FINDINGS)
    page = window.go("two/lint")
    expect(page.locator("#count")).to_be_visible()
    count = int(page.locator("#count").inner_text())
    page.keyboard.press("4")
    side = page.locator("#side")
    entries = side.locator("ol:not(.allowed) > li")
    expect(entries).to_have_count(count)
    expect(side).to_contain_text("untranslated")
    expect(side).to_contain_text("Fix:")
    expect(side.locator("summary").first).to_have_text("1 allowed by the author")
    expect(page.locator(".overlay .findings").first).to_be_attached()
    entries.first.get_by_role("button", name=re.compile(r"^\d+")).click()
    expect(side.locator("section[aria-label=Element] h2")).to_be_visible()
    window.preview.figures.edit("two/lint", '"Only in English for both of them"', 'tr("Only", "仅有")')
    window.until(lambda: not page.locator("#count").is_visible() or int(page.locator("#count").inner_text()) < count)


def test_a_reload_keeps_everything(window: Window) -> None:
    page = window.go("one/tall", theme="dark", lang="zh", show="tracks", zoom="1.5", drawn=1)
    page.keyboard.press("1")
    page.keyboard.press("s")
    page.reload()
    window.until(lambda: window.drawn() == 1)
    expect(page.locator(".plate")).to_have_attribute("aria-label", "中文, dark")
    expect(page.locator("#zoom-value")).to_have_text("150%")
    for name, pressed in (("Elements", "true"), ("Tracks", "true"), ("Anchors", "false"), ("Fit", "false")):
        expect(page.get_by_role("button", name=name, exact=True)).to_have_attribute("aria-pressed", pressed)
    expect(page.locator("#list")).to_be_hidden()


def test_a_reload_while_something_is_wrong_keeps_the_last_good_picture(window: Window) -> None:
    window.preview.figures.write("one/kept", TALL)
    page = window.go("one/kept")
    before = window.sources()
    window.preview.figures.edit("one/kept", 'role="loss"', 'role="lost"')
    expect(page.locator("#common .failure")).to_be_visible()
    page.reload()
    expect(page.locator("#common .failure")).to_be_visible()
    window.until(lambda: window.sources() == before)


def test_keys(window: Window) -> None:
    page = window.go("one/flow")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    expect(page.get_by_role("dialog")).to_contain_text("next figure")
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.keyboard.press("n")
    expect(page.get_by_role("link", name=re.compile("^flow"))).not_to_have_attribute("aria-current", "page")
    page.keyboard.press("p")
    window.until(lambda: page.locator("h1").inner_text() == "First / flow" and window.drawn() == 2)
    page.keyboard.press("l")
    expect(page.locator(".plate")).to_have_attribute("aria-label", "English, book")
    page.keyboard.press("l")
    expect(page.locator(".plate")).to_have_attribute("aria-label", "中文, book")
    page.keyboard.press("l")
    expect(page.locator(".plate")).to_have_count(2)
    page.keyboard.press("t")
    expect(page.locator(".plate").first).to_have_attribute("aria-label", "English, dark")
    page.keyboard.press("v")
    expect(page.get_by_role("button", name="Stack")).to_have_attribute("aria-pressed", "true")
    page.keyboard.press("/")
    page.keyboard.type("one/tall")
    expect(page.locator("#chapters a")).to_have_count(1)
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("First / tall")
    page.go_back()
    expect(page.locator("h1")).to_have_text("First / flow")


def test_elements_are_reached_by_the_keyboard(window: Window) -> None:
    page = window.go("one/tall")
    window.middles("box")
    page.locator(".pane").first.focus()
    page.keyboard.press("Enter")
    side = page.locator("#side")
    expect(side.locator("h2")).to_contain_text("figure")
    expect(side.get_by_role("button", name="Close the details")).to_be_focused()
    side.get_by_role("button", name="column (“First” …)").focus()
    expect(page.locator(".overlay .hover").first).to_be_attached()
    page.keyboard.press("Enter")
    expect(side.locator("h2")).to_contain_text("column")
    expect(side.get_by_role("button", name="box “First”")).to_be_visible()


def test_all_pictures_have_one_scale_and_scroll_together(window: Window) -> None:
    page = window.go("one/tall")
    sizes = page.locator(".sheet").evaluate_all(
        "all => all.map(s => s.offsetWidth / s.querySelector('img').getAttribute('width'))"
    )
    assert abs(sizes[0] - sizes[1]) < 0.02
    page.keyboard.press("0")
    for _ in range(6):
        page.keyboard.press("+")
    expect(page.locator("#zoom-value")).to_have_text("381%")
    box = page.locator(".pane").first.bounding_box()
    assert box
    page.mouse.move(box["x"] + 60, box["y"] + 60)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    expect(page.locator("#zoom-value")).to_have_text("477%")
    panes = page.locator(".pane")
    panes.first.evaluate("pane => pane.scrollTo(60, 400)")
    window.until(lambda: panes.nth(1).evaluate("pane => pane.scrollTop") > 300)
    page.keyboard.press("f")
    window.until(lambda: panes.first.evaluate("pane => pane.scrollHeight <= pane.clientHeight"))


@pytest.mark.parametrize("window", [{}, DARK, NARROW], indirect=True, ids=["light", "dark", "narrow"])
def test_axe_finds_nothing(window: Window) -> None:
    page = window.go("two/found", show="elements,checks", theme="book,dark", drawn=4)
    window.click("text")
    expect(page.locator("#side h2").first).to_be_visible()
    check(window)
    window.preview.figures.write("one/ugly", TALL.replace('role="loss"', 'role="lost"'))
    window.go("one/ugly", drawn=0)
    expect(page.locator("#common .failure")).to_be_visible()
    check(window)
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_visible()
    check(window)


def check(window: Window) -> None:
    result = Axe().run(window.page)
    assert result.violations_count == 0, result.generate_report()
    assert len(result.response["passes"]) > 15


def test_a_page_outlives_its_server(figures: Figures, launch: Callable[..., Preview]) -> None:
    first = launch("--no-open")
    page = browser().new_page()
    try:
        page.goto(first.url)
        expect(page.locator("img[data-src]")).to_have_count(2)
        assert first.stop() == 0
        expect(page.get_by_text("The preview has ended.")).to_be_visible()
        figures.edit("one/flow", '"Prompt"', '"Another"')
        before = page.locator("img[data-src]").first.get_attribute("data-src")
        second = launch("--no-open", "--port", first.url.rstrip("/").rpartition(":")[2])
        assert second.url == first.url
        expect(page.get_by_text("The preview has ended.")).to_be_hidden()
        expect(page.locator("img[data-src]").first).not_to_have_attribute("data-src", str(before))
    finally:
        page.close()


@pytest.mark.parametrize("window", [NARROW], indirect=True)
def test_a_narrow_window(window: Window) -> None:
    page = window.go("one/tall")
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.get_by_role("button", name="Figures").click()
    page.get_by_role("link", name=re.compile("^flow")).click()
    window.until(lambda: window.drawn() == 2)
    expect(page.locator("#list")).to_be_hidden()
    boxes = [page.locator(".plate").nth(i).bounding_box() for i in range(2)]
    assert boxes[0]
    assert boxes[1]
    assert boxes[0]["y"] + boxes[0]["height"] <= boxes[1]["y"]
