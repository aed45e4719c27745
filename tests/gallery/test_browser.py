"""The site in a reader's browser, opened as a file: languages, themes, the picture, keys."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser import browser
from tests.gallery.conftest import ENDLESS, HOSTILE, Reader, Site, until

pytestmark = pytest.mark.browser

DARK = {"color_scheme": "dark"}
NARROW = {"viewport": {"width": 360, "height": 740}}
TOUCH = {"viewport": {"width": 700, "height": 900}, "has_touch": True, "is_mobile": True}


def shown(page: Page, selector: str = "#plane img") -> str:
    """The file that a picture shows, from the site's folder."""
    source: str = page.locator(selector).first.evaluate("image => image.decode().then(() => image.currentSrc)")
    return source.split("/out/gallery/")[1]


def state(page: Page) -> dict[str, float]:
    found: dict[str, float] = page.evaluate("llmfigViewer.state()")
    return found


@pytest.mark.parametrize(
    ("name", "lang", "scheme"),
    [(name, lang, scheme) for name in ("index", "one/flow") for lang in ("en", "zh") for scheme in ("light", "dark")]
    + [(name, *rest) for name in ("two/attack", "one/zz_broken") for rest in (("en", "dark"), ("zh", "light"))],
)
def test_axe_finds_nothing(site: Site, name: str, lang: str, scheme: str) -> None:
    page = browser().new_page(color_scheme="dark" if scheme == "dark" else "light")
    try:
        page.goto(site.url(f"{lang}/{name}.html?q=e"), wait_until="load")
        page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
        if name in ("index", "one/flow"):
            page.keyboard.press("/")
            page.wait_for_selector("#hits a")
        result = Axe().run(page)
        assert result.violations_count == 0, result.generate_report()
        assert len(result.response["passes"]) > 20
    finally:
        page.close()


@pytest.mark.parametrize(("locale", "lang"), [("zh-CN", "zh"), ("zh-TW", "zh"), ("en-GB", "en"), ("fr-FR", "en")])
def test_the_way_in(site: Site, locale: str, lang: str) -> None:
    context = browser().new_context(locale=locale)
    page = context.new_page()
    page.goto(site.url("index.html"))
    page.wait_for_url(site.url(f"{lang}/index.html"))
    other = "en" if lang == "zh" else "zh"
    page.locator(f"[data-language={other}]").click()
    page.wait_for_url(site.url(f"{other}/index.html"))
    page.goto(site.url("index.html"))
    page.wait_for_url(site.url(f"{other}/index.html"))  # what was chosen counts more than what the browser prefers
    context.close()


@pytest.mark.parametrize("reader", [{"java_script_enabled": False}], indirect=True)
def test_without_scripts_everything_can_be_read(reader: Reader) -> None:
    page = reader.go("index.html")
    page.get_by_role("link", name="中文").click()
    page.get_by_role("link", name="奖励模型").click()
    assert page.locator("h1").inner_text() == "奖励模型"
    assert page.locator("#plane img").get_attribute("alt") == "提示词输入模型，输出分数。"
    assert page.locator("#plane img").bounding_box()["width"] > 300  # type: ignore[index]
    assert not page.locator(".needs-script").locator("visible=true").count()
    page.get_by_role("link", name="English").click()
    assert page.locator("h1").inner_text() == "Reward model"
    page.get_by_role("link", name="First").click()
    assert page.url.endswith("/en/index.html#chapter-one")


def test_the_language_switch_stays_where_the_reader_is(reader: Reader) -> None:
    page = reader.go("en/one/flow.html?q=model#L3")
    page.get_by_role("link", name="中文").click()
    page.wait_for_url(reader.site.url("zh/one/flow.html?q=model#L3"))
    assert page.locator("html").get_attribute("lang") == "zh-CN"
    assert page.locator("h1").inner_text() == "奖励模型"
    assert page.locator("[aria-current]").inner_text() == "中文"


def test_light_pages_show_the_book_and_dark_pages_the_dark_theme(reader: Reader) -> None:
    page = reader.go("en/one/flow.html")
    assert shown(page) == "pictures/book/en/one/flow.svg"
    page.emulate_media(color_scheme="dark")
    assert shown(page) == "pictures/dark/en/one/flow.svg"
    reader.go("zh/index.html")
    assert shown(page, ".card img") == "thumbnails/dark/zh/two/attack.png"


def test_a_theme_that_is_chosen_stays(reader: Reader) -> None:
    page = reader.go("zh/index.html")
    paper = "getComputedStyle(document.querySelector('.card .thumbnail')).backgroundColor"
    before = page.evaluate(paper)
    page.get_by_label("插图配色").select_option("深色")
    assert shown(page, ".card img") == "thumbnails/dark/zh/two/attack.png"
    assert page.evaluate(paper) != before
    reader.requests.clear()
    reader.go("en/one/flow.html")
    assert shown(page) == "pictures/dark/en/one/flow.svg"
    assert page.get_by_label("Figure colours").input_value() == "1"
    assert not [url for url in reader.requests if "/book/" in url]  # no flash of the other theme
    page.get_by_label("Figure colours").select_option("")
    assert shown(page) == "pictures/book/en/one/flow.svg"
    reader.go("en/one/flow.html")
    assert shown(page) == "pictures/book/en/one/flow.svg"


def test_buttons_and_keys_zoom(reader: Reader) -> None:
    page = reader.go("en/one/flow.html")
    stage = page.locator("#stage")
    fit = page.locator("#zoom").inner_text()
    page.get_by_role("button", name="Zoom in").click()
    page.get_by_role("button", name="Zoom in").click()
    assert state(page)["scale"] == pytest.approx(1.69)
    page.get_by_role("button", name="Zoom out").click()
    assert state(page)["scale"] == pytest.approx(1.3)
    page.get_by_role("button", name="Show all").click()
    assert state(page) == {"scale": 1, "x": 0, "y": 0}
    stage.focus()
    for _ in range(9):
        page.keyboard.press("+")
    assert state(page)["scale"] > 4
    x = state(page)["x"]
    page.keyboard.press("ArrowRight")
    assert state(page)["x"] == pytest.approx(x - 60)
    page.keyboard.press("1")
    assert page.locator("#zoom").inner_text() == "100 %"
    page.keyboard.press("0")
    assert page.locator("#zoom").inner_text() == fit
    assert page.url.endswith("flow.html")  # arrows that move the picture do not leave the page


# A picture that is narrower than its stage stays in the middle while it grows: here it is as wide.
@pytest.mark.parametrize("reader", [{"viewport": {"width": 600, "height": 700}}], indirect=True)
def test_the_wheel_zooms_where_it_points(reader: Reader) -> None:
    page = reader.go("en/one/flow.html")
    box = page.locator("#plane img").bounding_box()
    assert box
    x, y = box["x"] + 0.25 * box["width"], box["y"] + 0.5 * box["height"]
    page.mouse.move(x, y)
    page.mouse.click(x, y)
    page.mouse.wheel(0, -600)
    until(page, "llmfigViewer.state().scale > 2.4")
    zoomed = page.locator("#plane img").bounding_box()
    assert zoomed
    assert (x - zoomed["x"]) / zoomed["width"] == pytest.approx(0.25, abs=0.01)
    assert page.evaluate("scrollY") == 0
    page.mouse.dblclick(x, y)
    assert state(page)["scale"] == 1
    page.mouse.dblclick(x, y)
    assert state(page)["scale"] >= 2
    # A wheel that merely passes scrolls the page; with Ctrl, as from a touchpad's pinch, it zooms.
    page = reader.go("en/one/flow.html?again")
    page.mouse.wheel(0, 200)
    until(page, "scrollY > 0")
    assert state(page)["scale"] == 1
    page = reader.go("en/one/flow.html?once-more")
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    until(page, "llmfigViewer.state().scale > 1")
    assert page.evaluate("scrollY") == 0


def test_the_mouse_drags_no_further_than_the_picture_goes(reader: Reader) -> None:
    page = reader.go("en/one/flow.html")
    for _ in range(4):
        page.get_by_role("button", name="Zoom in").click()
    stage = page.locator("#stage").bounding_box()
    assert stage
    before = state(page)
    page.mouse.move(stage["x"] + 300, stage["y"] + 100)
    page.mouse.down()
    page.mouse.move(stage["x"] + 340, stage["y"] + 100, steps=3)
    assert state(page)["x"] == pytest.approx(before["x"] + 40)
    page.mouse.move(stage["x"] + 5000, stage["y"] + 5000, steps=3)
    page.mouse.up()
    box = page.locator("#plane").bounding_box()
    assert box
    assert box["x"] == pytest.approx(stage["x"] + 1)  # its edge at the edge of the stage, inside of the border
    page.mouse.move(stage["x"] + 100, stage["y"] + 100)
    assert page.locator("#plane").bounding_box() == box  # let go


@pytest.mark.parametrize("reader", [TOUCH], indirect=True)
def test_two_fingers_zoom(reader: Reader) -> None:
    page = reader.go("en/one/flow.html")
    stage = page.locator("#stage").bounding_box()
    assert stage
    cx, cy = stage["x"] + stage["width"] / 2, stage["y"] + stage["height"] / 2
    session = reader.context.new_cdp_session(page)

    def touch(kind: str, *spreads: float) -> None:
        points = [{"x": cx + s, "y": cy, "id": i} for i, s in enumerate(spreads)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", -40, 40)
    for spread in (50, 60, 80, 100, 120):
        touch("touchMove", -spread, spread)
    touch("touchEnd")
    until(page, "llmfigViewer.state().scale > 2")
    assert state(page)["scale"] == pytest.approx(3, rel=0.15)
    assert page.evaluate("visualViewport.scale") == 1  # the picture was zoomed, not the page


def test_the_picture_fits_again_when_the_window_changes(reader: Reader) -> None:
    page = reader.go("en/one/flow.html")
    before = page.locator("#zoom").inner_text()
    page.set_viewport_size({"width": 500, "height": 800})
    until(page, f"document.getElementById('zoom').textContent !== '{before}'")
    stage, image = page.locator("#stage").bounding_box(), page.locator("#plane img").bounding_box()
    assert stage
    assert image
    assert image["width"] <= stage["width"] <= 500


def test_words_are_found_in_the_picture(reader: Reader) -> None:
    page = reader.go("zh/one/flow.html")
    field = page.get_by_label("在图中查找").last
    field.fill("模型")
    assert page.locator("#places").inner_text() == "1 处"
    picture = next(p for f in reader.site.made.gallery.figures if f.id == "flow" for p in [f.pictures["book", "zh"]])
    word = next(w for w in picture.words if w.text == "策略模型")
    image, place = page.locator("#plane img").bounding_box(), page.locator(".place").bounding_box()
    assert image
    assert place
    x, y, w, h = word.box
    for mine, its in (
        ((place["x"] + place["width"] / 2 - image["x"]) / image["width"], (x + w / 2) / picture.width),
        ((place["y"] + place["height"] / 2 - image["y"]) / image["height"], (y + h / 2) / picture.height),
    ):
        assert mine == pytest.approx(its, abs=0.01)
    # In a small window the picture is shown small; a place that is asked for is shown so that it can be read.
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 360, "height": 740})
    until(page, "llmfigViewer.state().scale === 1 && parseInt(zoom.textContent) < 90")
    field.press("Enter")
    assert page.locator("#places").inner_text() == "第 1 处，共 1 处：策略模型"
    assert page.locator("#zoom").inner_text() == "100 %"
    stage, place = page.locator("#stage").bounding_box(), page.locator(".place.current").bounding_box()
    assert stage
    assert place
    assert place["x"] + place["width"] / 2 == pytest.approx(stage["x"] + stage["width"] / 2, abs=3)
    field.fill("没有的字")
    assert page.locator("#places").inner_text() == "图中没有"
    assert not page.locator(".place").count()


def test_arrows_lead_to_the_neighbours(reader: Reader) -> None:
    page = reader.go("en/one/flow.html")
    page.keyboard.press("ArrowRight")
    page.wait_for_url(reader.site.url("en/one/plain.html"))
    page.keyboard.press("ArrowLeft")
    page.wait_for_url(reader.site.url("en/one/flow.html"))
    page.locator("#wanted").focus()
    page.keyboard.press("ArrowLeft")
    page.locator(".code pre").first.focus()
    page.keyboard.press("ArrowRight")
    assert page.url == reader.site.url("en/one/flow.html")


def test_everything_is_reached_by_tab(reader: Reader) -> None:
    page = reader.go("en/one/flow.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))
    assert {"query", "theme", "stage", "wanted", "SVG", "PDF", "Copy", "中文", "figures/one/_words.py"} <= reached


def test_code_is_copied_as_it_is(reader: Reader) -> None:
    page = reader.go("en/one/flow.html")
    page.evaluate("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }")
    page.locator(".copy").first.click()
    assert page.locator(".copy").first.inner_text() == "Copied"
    assert page.evaluate("window.copied") == (reader.site.project.root / "figures/one/flow.py").read_text("utf-8")


@pytest.mark.parametrize("reader", [{}, DARK, NARROW], indirect=True)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_hostile_text_is_inert_and_breaks_no_page(reader: Reader, lang: str) -> None:
    for name in ("index", "two/attack"):
        page = reader.go(f"{lang}/{name}.html")
        page.locator("#query").fill(f"{HOSTILE} {ENDLESS}")
        page.wait_for_selector("#hits a")
        assert page.evaluate("window.owned") is None
        assert not page.locator("img[onerror]").count()
        width = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
        assert width[0] <= width[1]
        assert HOSTILE in page.locator("#hits .name").first.inner_text()
    assert page.locator("h1").inner_text() == f"{'Attack' if lang == 'en' else '攻击'} {HOSTILE}"
    assert HOSTILE in page.title()
    alt = page.locator("#plane img").get_attribute("alt")
    assert alt
    assert alt.startswith("\u202e")
    # What turns the line round does so only inside of its own element.
    isolated = page.locator("#description + p bdi").evaluate("e => getComputedStyle(e).unicodeBidi")
    assert isolated == "isolate"
    assert page.locator("#L1").evaluate("e => getComputedStyle(e).display") == "block"


@pytest.mark.parametrize("reader", [NARROW], indirect=True)
@pytest.mark.parametrize("name", ["index", "one/flow", "one/zz_half"])
def test_nothing_sticks_out_of_a_narrow_window(reader: Reader, name: str) -> None:
    page = reader.go(f"zh/{name}.html")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.fixture
def server(site: Site) -> Iterator[str]:
    """The site below a path of a web server, as GitHub Pages has it."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            return

        def translate_path(self, path: str) -> str:
            assert path.startswith("/project/")
            return super().translate_path(path.removeprefix("/project"))

    handler = functools.partial(Quiet, directory=str(Path(site.folder)))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        thread = threading.Thread(target=running.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{running.server_port}/project/"
        running.shutdown()
        thread.join()


def test_it_works_on_a_server_below_a_path(server: str) -> None:
    page = browser().new_page(locale="zh-CN")
    bad: list[str] = []
    page.on("response", lambda response: bad.append(response.url) if response.status >= 400 else None)
    page.on("requestfailed", lambda request: bad.append(request.url))
    page.on("request", lambda request: None if request.url.startswith(server) else bad.append(request.url))
    try:
        page.goto(server)
        page.wait_for_url(f"{server}zh/index.html")
        page.keyboard.press("/")
        page.keyboard.type("优势")
        page.wait_for_selector("#hits a")
        page.keyboard.press("Enter")
        page.wait_for_url(f"{server}zh/one/flow.html?q=**")
        page.locator("#plane img").evaluate("image => image.decode()")
        assert page.locator(".place").count() == 1
        assert not bad
    finally:
        page.close()
