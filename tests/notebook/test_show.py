"""What figures and elements hand to a notebook."""

from __future__ import annotations

import base64
import html
import io
import linecache
import re
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image

from llmfig import (
    Arrow,
    Axis,
    Box,
    Brace,
    Chart,
    Code,
    Column,
    Curve,
    Diagram,
    Enclose,
    Figure,
    FigureError,
    Formula,
    Grid,
    Highlight,
    Lock,
    Matrix,
    NumberLine,
    Panel,
    Row,
    Strip,
    Table,
    Text,
    Tree,
    Vertical,
    figure,
    node,
    use,
)
from llmfig.build import MARGIN
from llmfig.layout.element import Element
from llmfig.notebook import ids as ids_module
from llmfig.notebook import message
from llmfig.scene.dump import dump
from tests.notebook.kit import (
    HTML,
    PLAIN,
    PNG,
    SVG,
    Kernel,
    half,
    ids,
    raises,
    reward_model,
    runs_in,
    shown,
    words,
    wrong,
)

IMAGE = re.compile(r'<img src="data:(image/[a-z+]+);base64,([^"]+)" alt="([^"]*)" lang="([^"]*)"')


def images(markup: str) -> list[tuple[str, bytes, str, str]]:
    """Type, content, alternative text and language of the pictures in HTML."""
    found = IMAGE.findall(markup)
    assert len(found) == markup.count("<img")
    return [(kind, base64.b64decode(data), html.unescape(alt), lang) for kind, data, alt, lang in found]


# One language --------------------------------------------------------------------------------------------------------


def test_a_figure_is_shown_as_svg_in_english() -> None:
    data, metadata = shown(reward_model)
    assert set(data) == {SVG, PLAIN}
    assert metadata == {}
    assert data[SVG].startswith("<svg ")
    assert {"Response", "Reward model"} <= words(data[SVG])
    assert data[PLAIN] == "Reward model: A response goes into a model."


def test_what_was_chosen_holds_until_something_else_is() -> None:
    use(lang="zh")
    use(theme="dark")
    data, _ = shown(reward_model)
    assert {"回答", "奖励模型"} <= words(data[SVG])
    assert data[PLAIN] == "奖励模型: 回答输入模型。"
    assert shown(reward_model.view("en", theme="dark"))[0][SVG] != data[SVG]
    assert "回答" in words(reward_model.save("a.svg").read_text(encoding="utf-8"))
    assert reward_model.scene().theme == "dark"
    use(lang="en")
    assert reward_model.scene().theme == "dark"
    assert "Response" in words(shown(reward_model)[0][SVG])


def test_a_view_says_otherwise_for_one_picture() -> None:
    use(lang="zh", theme="dark")
    view = reward_model.view("en", theme="print", width=300)
    root = ET.fromstring(shown(view)[0][SVG])
    scene = reward_model.scene("en", "print")
    assert root.get("width") == "300"
    assert float(root.get("height") or 0) == pytest.approx(300 * scene.height / scene.width, abs=0.01)
    assert root.get("viewBox") == f"0 0 {scene.width:g} {scene.height:g}"
    assert "Response" in words(shown(view)[0][SVG])
    assert repr(view) == repr(reward_model)
    assert "回答" in words(shown(reward_model.view())[0][SVG])


def test_a_view_takes_what_is_chosen_when_it_is_shown() -> None:
    view = reward_model.view(width=300)
    use(lang="zh")
    assert "回答" in words(shown(view)[0][SVG])


def test_png_has_its_size_on_the_screen() -> None:
    scene = reward_model.scene()
    for subject, width in (
        (reward_model.view(format="png"), scene.width),
        (reward_model.view(format="png", width=200), 200),
    ):
        data, metadata = shown(subject)
        assert set(data) == {PNG, PLAIN}
        size = Image.open(io.BytesIO(base64.b64decode(data[PNG]))).size
        expected = {"width": round(width), "height": round(width * scene.height / scene.width)}
        assert metadata == {PNG: expected}
        assert size[0] == pytest.approx(2 * width, abs=2)


def test_types_can_be_asked_for_and_left_out() -> None:
    assert set(shown(reward_model, {PNG})[0]) == {PNG, PLAIN}
    assert set(shown(reward_model, {SVG, PNG})[0]) == {SVG, PNG, PLAIN}
    assert set(shown(reward_model, {PLAIN})[0]) == {PLAIN}
    assert set(shown(reward_model, exclude={SVG})[0]) == {PLAIN}
    use(format="png")
    assert set(shown(reward_model)[0]) == {PNG, PLAIN}
    assert set(shown(reward_model, {SVG})[0]) == {SVG, PLAIN}


# Both languages ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["svg", "png"])
def test_both_languages_stand_side_by_side(kind: str) -> None:
    use(lang="both", format="svg" if kind == "svg" else "png")
    data, metadata = shown(reward_model)
    assert set(data) == {HTML, PLAIN}
    assert metadata == {}
    found = images(data[HTML])
    assert [(f[0], f[2], f[3]) for f in found] == [
        (SVG if kind == "svg" else PNG, "Reward model: A response goes into a model.", "en"),
        (SVG if kind == "svg" else PNG, "奖励模型: 回答输入模型。", "zh-CN"),
    ]
    assert data[PLAIN].splitlines() == [f[2] for f in found]
    if kind == "svg":
        assert "Response" in words(found[0][1].decode())
        assert "回答" in words(found[1][1].decode())
    else:
        assert all(content.startswith(b"\x89PNG") for _, content, _, _ in found)
    # Nothing but pictures: no id to clash, no script, no style sheet, no address of anything elsewhere.
    plain = IMAGE.sub("", data[HTML])
    assert not re.search(r"<script|<style|<link|\bid=|\bon\w+=|https?:", plain)


def test_both_languages_are_html_and_nothing_else() -> None:
    view = reward_model.view("both")
    assert set(shown(view, {HTML})[0]) == {HTML, PLAIN}
    with pytest.raises(FigureError, match="one language"):
        reward_model.view("both")._repr_mimebundle_(include={PNG})


# Ids -----------------------------------------------------------------------------------------------------------------


def test_the_same_figure_shown_twice_shares_no_id(monkeypatch: pytest.MonkeyPatch) -> None:
    kernel = Kernel()
    for shell in (None, kernel):
        runs_in(monkeypatch, shell)
        found: list[str] = []
        for cell in ("", "", "a", "b"):
            kernel.run(cell)
            pictures = [shown(reward_model)[0][SVG] for _ in range(2)]
            for picture in pictures:
                used = set(re.findall(r'xlink:href="#([^"]+)"|url\(#([^)]+)\)', picture))
                assert {a or b for a, b in used} <= set(ids(picture))
                found += ids(picture)
        assert len(found) == len(set(found)) > 0


def test_running_the_notebook_again_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    runs = []
    for _ in range(2):
        kernel = Kernel()
        runs_in(monkeypatch, kernel)
        monkeypatch.setattr(ids_module, "_shown", Counter())
        pictures = []
        for cell in ("", "x", "y"):
            kernel.run(cell)
            pictures += [shown(reward_model)[0][SVG] for _ in range(2)]
        runs.append(pictures)
    assert runs[0] == runs[1]


def test_a_cell_that_is_run_again_keeps_its_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    kernel = Kernel()
    runs_in(monkeypatch, kernel)
    pictures = []
    for cell in ("again", "other", "again"):
        kernel.run(cell)
        pictures.append(shown(reward_model)[0][SVG])
    assert pictures[0] == pictures[2] != pictures[1]


# Mistakes ------------------------------------------------------------------------------------------------------------


def told(subject: Figure[object] | Element) -> str:
    """The message in place of a picture; the same in HTML as in text."""
    data, metadata = shown(subject)
    assert set(data) == {HTML, PLAIN}
    assert metadata == {}
    text = html.unescape(re.sub(r"<[^>]+>", " ", data[HTML]))
    for line in data[PLAIN].removeprefix("FigureError: ").splitlines():
        assert line.removeprefix("  fix: ").strip() in text
    assert "Traceback" not in data[HTML] + data[PLAIN]
    return data[PLAIN]


def test_a_mistake_is_shown_in_place_of_the_picture() -> None:
    first, place, code, *fix = told(wrong).splitlines()
    assert first == "FigureError: there is no role 'modle'"
    assert re.fullmatch(r"  /.*kit\.py:\d+", place)
    assert code == '      return Box("a", role="modle")  # wrong'
    assert fix[0].startswith("  fix: ")


def test_what_the_author_raises_is_shown_with_the_way_there() -> None:
    message = told(raises)
    assert message.startswith("FigureError: ZeroDivisionError: division by zero\n")
    assert message.index("return _box(0)  # the call") < message.index("return Box(str(1 / n))  # the division")


def test_a_long_way_is_cut_at_its_beginning() -> None:
    def deep(n: int) -> Box:
        return deep(n - 1) if n else Box(str(1 / 0))

    @figure(title=("Deep", "深"), alt=("A box.", "方框。"))
    def down() -> Box:
        return deep(40)

    message_ = told(down)
    assert message_.count("deep(n - 1)") <= message.MOST
    assert "1 / 0" in message_


def test_a_mistake_in_one_language_leaves_the_other() -> None:
    use(lang="both")
    data, _ = shown(half)
    assert [(alt, lang) for _, _, alt, lang in images(data[HTML])] == [("Half: A box.", "en")]
    assert "This cannot be drawn (Chinese)" in data[HTML]
    assert data[PLAIN].startswith("Half: A box.\n[Chinese] FigureError: there is no role 'daten'")


def test_a_mistake_in_both_languages_is_told_once() -> None:
    use(lang="both")
    assert told(wrong).count("modle") == 2  # the message and the line
    assert shown(wrong)[0][HTML].count("This cannot be drawn") == 1


def test_a_mistake_is_raised_where_it_cannot_be_shown() -> None:
    with pytest.raises(FigureError, match="modle"):
        wrong._repr_mimebundle_(include={PNG})


def test_cells_are_called_by_their_names(monkeypatch: pytest.MonkeyPatch) -> None:
    file = wrong.source.file
    kernel = Kernel({file: "In[7]"})
    runs_in(monkeypatch, kernel)
    line = next(i for i, text in enumerate(linecache.getlines(file), 1) if "# wrong\n" in text)
    assert f"\n  Cell In[7], line {line}\n" in told(wrong)
    with pytest.raises(FigureError) as caught:
        wrong.save("a.svg")
    head, *rest = caught.value._render_traceback_()
    assert head == "\x1b[31mFigureError\x1b[39m: there is no role 'modle'"
    assert rest[0] == f"  Cell In[7], line {line}"
    kernel.colors = "nocolor"
    assert caught.value._render_traceback_()[0] == "FigureError: there is no role 'modle'"


def test_errors_without_a_line_of_their_own_have_that_of_the_call() -> None:
    try:
        raise FigureError("something", fix="do something")  # here
    except FigureError as error:
        lines = error._render_traceback_()
    assert lines[0] == "FigureError: something"
    assert lines[2].endswith("# here")
    assert FigureError("alone")._render_traceback_() == ["FigureError: alone"]


def test_control_and_direction_characters_are_spelt_out() -> None:
    @figure(title=("Title", "标题"), alt=("Alt\u2066\x1b[2J", "图"))
    def odd() -> Box:
        return Box("a")

    assert shown(odd)[0][PLAIN] == "Title: Alt\\u2066\\x1b[2J"
    assert FigureError("a\x1b[2Jb\u202e\nc")._render_traceback_() == ["FigureError: a\\x1b[2Jb\\u202e\nc"]


def test_a_terminal_shows_text(monkeypatch: pytest.MonkeyPatch) -> None:
    runs_in(monkeypatch, Kernel(types=(PLAIN,)))
    for subject in (reward_model, wrong, Box("a"), reward_model.view("both")):
        assert subject._repr_mimebundle_() is None


# Elements ------------------------------------------------------------------------------------------------------------

ELEMENTS: dict[str, Callable[[], Element]] = {
    "text": lambda: Text("**bold** $x_t$"),
    "vertical": lambda: Vertical("上下"),
    "formula": lambda: Formula(r"\frac{a}{b}"),
    "row": lambda: Row(Box("a"), Column("b", Lock()), gap="l"),
    "grid": lambda: Grid([[Box("a"), Box("b")], [None, "c"]]),
    "panel": lambda: Panel(Box("a"), title="A"),
    "strip": lambda: Strip(["a", "b"]),
    "matrix": lambda: Matrix(np.eye(3)),
    "table": lambda: Table([["a", "b"]], head=["x", "y"]),
    "chart": lambda: Chart(Axis("x", range=(0, 1)), Axis("y", range=(0, 1)), Curve(lambda x: x)),
    "tree": lambda: Tree(node("a", node("b"), node("c"))),
    "code": lambda: Code("x = 1", language="python"),
    "line": lambda: NumberLine(0, 1),
}


@pytest.mark.parametrize("name", ELEMENTS)
def test_elements_are_shown_without_a_page(name: str) -> None:
    data, metadata = shown(ELEMENTS[name]())
    assert set(data) == {SVG, PLAIN}
    assert metadata == {}
    kinds = {e.get("data-kind") for e in ET.fromstring(data[SVG]).iter()} - {None}
    assert kinds
    assert not kinds & {"page", "title", "credit"}


def with_notes() -> Diagram:
    a, b = Box("a"), Box("b")
    strip = Strip(["x", "y", "z"])
    return Diagram(
        Column(Row(a, b, gap="l"), strip),
        Arrow(a, b),
        Arrow(a, a, route="arc"),
        Brace(strip[0:2], side="bottom", label="two"),
        Highlight(strip[2]),
        Enclose(a, b, title="both"),
    )


def test_nothing_of_an_element_is_cut_off() -> None:
    data = shown(with_notes(), {PNG})[0][PNG]
    pixels = np.asarray(Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB"))
    edge = int(MARGIN)  # half the margin, at two pixels for one px
    border = [pixels[:edge], pixels[-edge:], pixels[:, :edge], pixels[:, -edge:]]
    assert all((part == 255).all() for part in border)
    assert (pixels != 255).any()


def test_an_element_can_be_used_after_it_was_shown() -> None:
    def draw(look: bool) -> str:
        box, strip = Box("a"), Strip(["x", "y"])

        @figure(title=("One", "一"), alt=("Some.", "一些。"))
        def one() -> Diagram:
            return Diagram(Row(box, strip, gap="l"), Arrow(box, strip[1], route="straight"))

        if look:
            for subject in (box, strip, Row(box, strip)):
                shown(subject)
        return dump(one.scene())

    assert draw(True) == draw(False)


def test_elements_are_shown_once_and_in_the_chosen_theme_and_format() -> None:
    use(lang="both", theme="dark", format="png")
    data, metadata = shown(Box("a"))
    assert set(data) == {PNG, PLAIN} == set(metadata) | {PLAIN}
    pixels = np.asarray(Image.open(io.BytesIO(base64.b64decode(data[PNG]))).convert("RGB"))
    assert pixels[0, 0].max() < 64


def test_mistakes_of_elements_are_shown() -> None:
    assert "there is no role 'modle'" in told(Box("a", role="modle"))
    assert "Diagram(Row(a, b), Arrow(a, b))" in told(Arrow(Box("a"), Box("b")))
    box = Box("a")
    assert "twice" in told(Row(box, box))
