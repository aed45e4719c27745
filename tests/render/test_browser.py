"""What a browser makes of our SVG."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from llmfig.geometry import Rect
from llmfig.render.cairo_painter import paint_pixels
from llmfig.render.svg import Text, to_svg
from llmfig.render.write import write
from llmfig.scene.model import Group, Scene
from tests import browser
from tests.render import scenes

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("text", ["outline", "live"])
@pytest.mark.parametrize("scene", [scenes.full(), scenes.crowd(1), scenes.crowd(2)], ids=["full", "one", "two"])
def test_a_browser_shows_the_same_picture(tmp_path: Path, scene: Scene, text: Text) -> None:
    """Live text is less alike, since browsers put the lines of a text on whole pixels."""
    expected = paint_pixels(scene, 2)
    height, width = expected.shape[:2]
    found = browser.rasterise(write(scene, tmp_path / "a.svg", text=text), width, height)
    assert browser.similarity(found, expected) > (0.995 if text == "outline" else 0.985)


def test_hidden_text_is_found_and_not_seen() -> None:
    group = Group(
        "t",
        "text",
        Rect(10, 10, 90, 40),
        (scenes.run("Reward", 10, 30), scenes.run("model", 10, 50)),
        text="Reward model",
    )
    scene = scenes.scene(group, scenes.words("zh", "奖励模型", 10, 90, font="sc"))
    pictures = []
    for hidden in (True, False):
        shown = browser.page(to_svg(scene, hidden_text=hidden).split("\n", 1)[1], 480, 320)
        pictures.append(shown.screenshot())
        assert shown.evaluate("window.find('Reward model')") is hidden
        assert shown.evaluate("window.find('奖励模型')") is hidden
        if hidden:
            box = shown.evaluate("(([a]) => [a.x, a.width])(document.querySelectorAll('text')[1].getClientRects())")
            assert np.allclose(box, [10, 64], atol=0.6)
        shown.close()
    assert pictures[0] == pictures[1]


def test_figures_in_one_page_do_not_disturb_each_other() -> None:
    """Inlined, ids and styles of all figures share one name space."""
    figures = [to_svg(scenes.crowd(seed, 20), id_prefix=f"f{seed}-", text="live") for seed in (1, 2)]
    inline = [figure.split("\n", 1)[1].replace("<svg", '<svg style="display:block"') for figure in figures]
    alone = browser.page(inline[1], 480, 320)
    both = browser.page("".join(inline), 480, 640)
    pictures = [browser.screenshot(p.locator("svg").last) for p in (alone, both)]
    assert browser.similarity(pictures[0], pictures[1]) > 0.9995  # letters are placed anew for each place on the page
    alone.close()
    both.close()
