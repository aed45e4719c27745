"""Whatever a figure says, a notebook that shows it runs nothing, loads nothing and keeps its shape."""

from __future__ import annotations

import base64

import pytest
from playwright.sync_api import Dialog

from llmfig import Box, Column, Figure, figure, tr
from llmfig.notebook.view import View
from tests import browser
from tests.notebook.kit import HTML, PNG, SVG, reward_model, shown

RUN = "window.hit = 1; alert(1); fetch('https://example.org/')"
HOSTILE = (
    f"<script>{RUN}</script>",
    f'"><img src=x onerror="{RUN}">',
    f"</title></svg></div><svg onload='{RUN}'>",
    f"]]>--><iframe srcdoc='<script>parent.hit = 1</script>'></iframe><a href='javascript:{RUN}'>x</a>",
    "\u202eright to left",
    "w" * 400,
)


def hostile(text: str) -> Figure[Column]:
    @figure(title=(text, text), alt=(text, text))
    def drawn() -> Column:
        return Column(Box(tr(text, text)), text)

    return drawn


def wrong(text: str) -> Figure[Box]:
    @figure(title=("Wrong", "错误"), alt=("A box.", "方框。"))
    def drawn() -> Box:
        return Box("a", role=text)

    return drawn


def views(text: str) -> list[View]:
    return [
        hostile(text).view("en"),
        hostile(text).view("both"),
        hostile(text).view("both", format="png"),
        wrong(text).view("en"),
        wrong(text).view("both"),
    ]


@pytest.mark.browser
def test_nothing_runs_and_nothing_is_loaded() -> None:
    shown_page = browser.page("", 600, 800)
    asked: list[str] = []
    dialogs: list[str] = []
    shown_page.on("request", lambda request: asked.append(request.url))

    def dismissed(dialog: Dialog) -> None:
        dialogs.append(dialog.message)
        dialog.dismiss()

    shown_page.on("dialog", dismissed)
    try:
        # The harness notices: this very text runs when it is not escaped.
        shown_page.evaluate("html => { document.body.innerHTML = html }", HOSTILE[1])
        shown_page.wait_for_function("window.hit === 1")
        shown_page.evaluate("() => { window.hit = 0; document.body.innerHTML = '' }")
        asked.clear()
        dialogs.clear()
        for text in HOSTILE:
            for view in views(text):
                data = shown(view)[0]
                markup = data.get(HTML) or data[SVG]
                # As front ends put it into their page, and as a page that is exported has it.
                shown_page.evaluate("html => { document.body.innerHTML = html }", markup)
                settled = "() => Promise.all([...document.images].map(i => i.decode())).then(() => 0)"
                assert shown_page.evaluate(settled) == 0
                found = shown_page.evaluate(
                    """() => ({
                        hit: window.hit,
                        roots: document.body.children.length,
                        strange: document.body.querySelectorAll('script, iframe, a, object, foreignObject').length,
                        handlers: [...document.body.querySelectorAll('*')]
                            .flatMap(e => e.getAttributeNames()).filter(n => n.startsWith('on')),
                        wide: document.documentElement.scrollWidth,
                    })"""
                )
                assert found == {"hit": 0, "roots": 1, "strange": 0, "handlers": [], "wide": 600}, (text, view.lang)
                shown_page.set_content(f"<!doctype html><body style='margin:0'>{markup}", wait_until="load")
                assert shown_page.evaluate("window.hit || 0") == 0
                shown_page.evaluate("() => { window.hit = 0 }")
        assert [url for url in asked if not url.startswith("data:")] == []
        assert dialogs == []
    finally:
        shown_page.close()


@pytest.mark.browser
def test_the_second_showing_does_not_need_the_first() -> None:
    """Front ends fold outputs away, and what ids name in there is gone for others."""

    @figure(title=("Fade", "渐变"), alt=("A box.", "方框。"))
    def fade() -> Box:
        return Box("a", role="model", fade="data")

    first, second = (shown(fade)[0][SVG] for _ in range(2))

    def kept(two: str) -> bool:
        """Whether the second picture stays what it is when the first is folded away."""
        place = "position: absolute; left: 0; top: 300px"
        page = browser.page(f"<div id=one>{first}</div><div id=two style='{place}'>{two}</div>", 1000, 600)
        try:
            before = browser.screenshot(page.locator("#two"))
            page.evaluate("() => { document.getElementById('one').style.display = 'none' }")
            return bool((browser.screenshot(page.locator("#two")) == before).all())
        finally:
            page.close()

    assert kept(second)
    assert not kept(first)  # ids that are shared do harm, so this test would notice


@pytest.mark.browser
def test_pictures_keep_to_the_width_there_is() -> None:
    """However a front end shows them; both languages are equally enlarged."""
    scenes = [reward_model.scene(lang) for lang in ("en", "zh")]
    svg = shown(reward_model)[0][SVG]
    small = shown(reward_model.view(width=120))[0][SVG]
    both = shown(reward_model.view("both"))[0][HTML]
    png = shown(reward_model.view(format="png"))
    data = f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"
    markup = f"{svg}<img id=data style='max-width:100%' src='{data}'>{small}<div id=both>{both}</div>"
    sizes = """() => [...document.querySelectorAll('body > svg, img')].map(e => {
        const r = e.getBoundingClientRect(); return [r.x, r.y, r.width, r.height] })"""
    for window in (1400, 700, 400):
        page = browser.page(markup, window, 800)
        try:
            inline, image, narrow, en, zh = page.evaluate(sizes)
            assert page.evaluate("document.documentElement.scrollWidth") == window
        finally:
            page.close()
        width = min(scenes[0].width, window)
        for _, _, w, h in (inline, image):
            assert w == pytest.approx(width, abs=1)
            assert w / h == pytest.approx(scenes[0].width / scenes[0].height, rel=0.02)
        assert narrow[2] == 120
        scales = [box[2] / scene.width for box, scene in zip((en, zh), scenes, strict=True)]
        if window > 660:
            assert en[1] == zh[1]  # side by side
            assert zh[0] > en[0]
            assert scales[0] == pytest.approx(scales[1], rel=0.01)
        else:
            assert zh[1] > en[1]
        assert all(box[2] <= window for box in (en, zh))
    assert png[1][PNG]["width"] == round(scenes[0].width)
