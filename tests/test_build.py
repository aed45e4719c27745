"""From a figure function to a Scene: ids, determinism, both languages, the page, and every way to go wrong."""

from __future__ import annotations

import json
import pickle
import statistics
import traceback
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from llmfig import Arrow, Box, Column, Diagram, Note, Row, Strip, Text, Tracks, Vertical, fan_out, tr
from llmfig.bilingual import LANGS, Lang
from llmfig.build import author_line, build_scene
from llmfig.errors import FigureError, Source, ThemeError, called, caller, check_number, choices
from llmfig.geometry import Rect, union
from llmfig.layout.element import Element
from llmfig.page import Page
from llmfig.scene.dump import dump
from llmfig.scene.model import Box as SceneBox
from llmfig.scene.model import GlyphRun, Group, Scene, Shape, groups, walk
from llmfig.theme.load import load
from llmfig.theme.model import Credit, Words
from llmfig.vocabulary import BoxShape, Route
from tests.connect.figures import bodies, boxes
from tests.core import BOOK, Spec, complain, define, fails, law, near, scene
from tests.layout.trees import trees, words

langs = st.sampled_from(LANGS)
CREDIT = Credit(en="After *a book*", zh="改编自某书", rights=Words(en="Name the author.", zh="请署名"))
CREDITED = BOOK.model_copy(update={"credit": CREDIT})


def joined(elements: list[Element], ends: list[tuple[int, int, Route]], labels: list[str]) -> Element:
    """A column of elements with connectors between them."""
    arrows = [
        Arrow(elements[a % len(elements)], elements[b % len(elements)], label=label, route=route)
        for (a, b, route), label in zip(ends, labels, strict=False)
        if a % len(elements) != b % len(elements)
    ]
    return Diagram(Column(*elements, gap="xl"), arrows)


numbers = st.integers(0, 3)
joins = st.lists(st.tuples(numbers, numbers, st.sampled_from(("auto", "straight", "arc", "wave"))), max_size=3)
figures = st.one_of(
    trees,
    st.builds(
        lambda b, e, w: Spec(joined, (b, e, w)),
        st.lists(bodies, min_size=2, max_size=4),
        joins,
        st.lists(words, min_size=3, max_size=3),
    ),
)


def shape(picture: Scene) -> list[tuple[str, str]]:
    """Ids and kinds of all elements. How a vertical text is turned depends on the language."""
    return [(g.id, g.kind) for g in groups(picture) if g.kind != "run"]


# Laws ----------------------------------------------------------------------------------------------------------------


@law(60)
@given(figures, langs)
def test_ids_are_unique(figure: Spec, lang: Lang) -> None:
    counts = Counter(g.id for g in groups(scene(figure, lang)))
    assert {i: n for i, n in counts.items() if n > 1} == {}


@law(60)
@given(figures)
def test_both_languages_have_the_same_elements(figure: Spec) -> None:
    en, zh = (scene(figure, lang) for lang in LANGS)
    assert shape(en) == shape(zh)
    assert [g.role for g in groups(en) if g.kind != "run"] == [g.role for g in groups(zh) if g.kind != "run"]


@law(60)
@given(figures, langs)
def test_two_builds_are_the_same(figure: Spec, lang: Lang) -> None:
    first, second = scene(figure, lang), scene(figure, lang)
    assert dump(first) == dump(second)
    assert first == second


@law(40)
@given(figures, langs)
def test_a_build_does_not_depend_on_those_before(figure: Spec, lang: Lang) -> None:
    before = dump(scene(figure, lang))
    for other in LANGS:
        scene(figure, other)
    assert dump(scene(figure, lang)) == before


@law(60)
@given(figures, langs)
def test_everything_lies_on_the_page(figure: Spec, lang: Lang) -> None:
    picture = scene(figure, lang)
    margin = BOOK.frame.margin
    room = Rect(0, 0, picture.width, picture.height)
    for group in groups(picture):
        if not group.decor and group.kind not in ("figure", "run"):
            assert room.grown(-margin + 1).contains(group.rect), (group.id, group.rect, picture.width, picture.height)


@law(60)
@given(figures, langs)
def test_content_title_and_credit_keep_off_each_other(figure: Spec, lang: Lang) -> None:
    picture = build_scene(define(figure.build), lang, CREDITED)
    title, credit = (next(g.rect for g in groups(picture) if g.kind == kind) for kind in ("title", "credit"))
    placed = [g.rect for g in groups(picture) if not g.decor and g.kind not in ("figure", "run")]
    content = union(r for r in placed if r.w and r.h)
    assert content.bottom <= title.y
    assert content.bottom <= credit.y
    assert title.right < credit.x
    assert near(content.cx, picture.width / 2, 1)


@law(60)
@given(figures, langs)
def test_groups_tell_where_their_elements_were_built(figure: Spec, lang: Lang) -> None:
    for group in groups(scene(figure, lang)):
        if not group.decor and group.kind != "run":
            assert group.source is not None, group.id
            assert not group.source.file.startswith(str(Path(load.__code__.co_filename).parent.parent))


@law(60)
@given(figures, langs)
def test_all_colours_are_those_of_the_theme(figure: Spec, lang: Lang) -> None:
    for item in walk(scene(figure, lang).root):
        if isinstance(item, GlyphRun):
            assert item.color in BOOK.colors
        elif isinstance(item, SceneBox | Shape):
            assert {item.paint.fill, item.paint.stroke} <= {None, *BOOK.colors}


@law(40)
@given(st.lists(boxes, min_size=2, max_size=3), joins)
def test_connectors_name_what_they_touch(pair: list[Spec], ends: list[tuple[int, int, str]]) -> None:
    assume(ends)
    picture = scene(Spec(joined, (pair, ends, ["a", "b", "c"])))
    by_id = {g.id: g for g in groups(picture)}
    for group in by_id.values():
        if group.link:
            for end in (group.link.start, group.link.end):
                assert end.target is not None
                assert by_id[end.target].kind == "box"
                assert by_id[end.target].rect.grown(0.5).holds(end.point)
            assert group.link.route[0] == group.link.start.point
            assert group.link.route[-1] == group.link.end.point


# Examples ------------------------------------------------------------------------------------------------------------


def example() -> Element:
    prompt, model = Box(tr("Prompt", "提示词"), role="data"), Box(tr("Model", "模型"), role="model")
    tokens = Strip(tr(["How", "are", "you"], ["你", "好", "吗"]))
    row = Row(prompt, model, gap="l")
    return Diagram(Column(row, tokens), Arrow(prompt, model, label=tr("in", "输入")), Note("$x$"))


def test_ids_follow_the_structure() -> None:
    ids = [g.id for g in groups(scene(example)) if not g.decor]
    assert ids == [
        "figure",
        "diagram",
        "diagram/column-1",
        "diagram/column-1/row-1",
        "diagram/column-1/row-1/box-1",
        "diagram/column-1/row-1/box-1/text-1",
        "diagram/column-1/row-1/box-2",
        "diagram/column-1/row-1/box-2/text-1",
        "diagram/column-1/strip-1",
        *(f"diagram/column-1/strip-1/cell-{i}{text}" for i in (1, 2, 3) for text in ("", "/text-1")),
        "diagram/note-1",
        "diagram/note-1/text-1",
        "link-1",
        "link-1/label-1",
        "link-1/label-1/text",
    ]


def test_what_a_scene_says_of_the_figure() -> None:
    picture = build_scene(define(example, "The **title** $x_t$", zh="标题"), "en", BOOK)
    assert (picture.id, picture.chapter, picture.lang) == ("one", "tests", "en")
    assert picture.title == "The title x_t"
    assert picture.alt == "What it shows."
    assert (picture.credit, picture.rights) == ("", "")
    assert "credit" not in {group.kind for group in groups(picture)}
    assert picture.theme == "book"
    assert picture.source == Source(__file__, example.__code__.co_firstlineno)
    assert build_scene(define(example), "zh", BOOK).title == "标题"
    credited = build_scene(define(example), "zh", CREDITED)
    assert (credited.credit, credited.rights) == ("改编自某书", "请署名")
    assert [(t.en, t.zh) for t in picture.translations] == [("Prompt", "提示词"), ("Model", "模型"), ("in", "输入")]


def test_allowances_come_with_the_place() -> None:
    def figure() -> Element:
        return Row(Box("a"), Box("b").allow("overlap", "on purpose"))

    (allowance,) = scene(figure).allowances
    assert (allowance.rule, allowance.target, allowance.reason) == ("overlap", "row/box-2", "on purpose")
    assert allowance.source.file == __file__


def test_elements_at_the_top_of_a_module_can_be_shared_by_languages() -> None:
    tracks = Tracks()
    other = Box("outside")

    def figure() -> Element:
        return Column(Row(tr("a far longer text", "短"), "x", tracks=tracks), Row("a", other, tracks=tracks))

    alone = dump(scene(figure, "zh"))
    scene(figure, "en")
    assert dump(scene(figure, "zh")) == alone


def test_vertical_text_is_turned_in_english_only() -> None:
    def figure() -> Element:
        return Row(Vertical(tr("Hidden size", "隐藏维度")), Box("a"))

    en, zh = ([g for g in groups(scene(figure, lang)) if g.rotate] for lang in LANGS)
    assert [g.rotate for g in en] == [-90]
    assert zh == []


@pytest.mark.parametrize("theme", ["book", "dark", "print"])
def test_every_theme_draws(theme: str) -> None:
    picture = build_scene(define(example), "en", load(theme))
    assert picture.theme == theme
    assert picture.background == load(theme).paper
    assert shape(picture) == shape(scene(example))


def test_fans_of_different_builds_do_not_share_trunks() -> None:
    def figure() -> Element:
        a, b, c = Box("a"), Box("b"), Box("c")
        return Diagram(Row(a, Column(b, c), gap="xl"), fan_out(a, [b, c]))

    assert dump(scene(figure)) == dump(scene(figure))


# The page ------------------------------------------------------------------------------------------------------------


@law(60)
@given(st.floats(10, 2000), st.floats(10, 1500), st.sampled_from(("A", "A title " * 3, "标题" * 12)), langs)
def test_a_page_holds_content_title_and_credit(w: float, h: float, title: str, lang: Lang) -> None:
    page = Page.around(Rect(0, 0, w, h), title, lang, CREDITED)
    canvas, content = Rect(0, 0, page.width, page.height), Rect(page.dx, page.dy, w, h)
    found = {g.kind: g.rect for g in walk(page.group()) if isinstance(g, Group)}
    assert canvas.grown(-BOOK.frame.margin).contains(content, 0.5)
    assert near(content.cx, page.width / 2, 0.51)
    for kind in ("title", "credit"):
        assert canvas.contains(found[kind])
        assert not found[kind].intersects(content)
    assert not found["title"].intersects(found["credit"])
    assert page.width == round(page.width)
    assert page.height == round(page.height)


def test_a_long_title_takes_a_second_line_before_it_widens_the_page() -> None:
    short, long = (
        Page.around(Rect(0, 0, 900, 300), t, "en", CREDITED) for t in ("A title", "A title of many words " * 3)
    )
    assert len(short.title.lines) == 1
    assert len(long.title.lines) > 1
    assert long.width == short.width
    assert long.height > short.height


def test_a_theme_without_a_frame() -> None:
    bare = BOOK.model_copy(update={"frame": BOOK.frame.model_copy(update={"visible": False})})
    picture = build_scene(define(example), "en", bare)
    assert {g.kind for g in groups(picture) if g.decor} == {"page"}
    content = union(g.rect for g in groups(picture) if not g.decor and g.kind != "figure")
    assert near(content.x, BOOK.frame.margin, 0.6)
    assert near(picture.width, content.w + 2 * BOOK.frame.margin, 1)


# Errors --------------------------------------------------------------------------------------------------------------


def test_a_function_that_returns_nothing() -> None:
    def figure() -> None:
        Row("a")

    fails(figure, "the figure function ends here and returns nothing", "return Row(a, b)", at='Row("a")')


@pytest.mark.parametrize("value", ["words", 3, [Box("a")], (Box("a"), Box("b")), Box, {"a": 1}])
def test_a_function_that_returns_something_else(value: object) -> None:
    def figure() -> object:
        return value  # here

    fails(figure, f"what the figure function returns cannot be {called(value)}", at="# here")


def test_a_function_that_returns_what_lies_over_a_layout() -> None:
    def figure() -> Element:
        a, b = Box("a"), Box("b")
        return Arrow(a, b)  # here

    fails(figure, "cannot be", "Arrow", "Diagram(Row(a, b), Arrow(a, b))", at="# here")


def test_errors_of_python_are_told_with_the_line_of_the_author() -> None:
    def division() -> Element:
        return Box(str(1 / 0))  # here

    fails(division, "ZeroDivisionError: division by zero", "--traceback", at="# here")

    def name() -> Element:
        return Bx("a")  # type: ignore[name-defined,no-any-return]  # noqa: F821  # here

    fails(name, "the name 'Bx' is not known here", "did you mean 'Box'?", at="# here")

    def option() -> Element:
        return Box("a", colour="red")  # type: ignore[call-arg]  # here

    fails(option, "Box has no option 'colour'", "instead of colour= write role=", at="# here")


def test_errors_within_libraries_are_told_with_the_line_of_the_author() -> None:
    def standard() -> Element:
        return Box(str(json.loads("{")))  # here

    fails(standard, "JSONDecodeError", at="# here")

    def installed() -> Element:
        import numpy as np

        return Box(str(np.linalg.inv(np.zeros((2, 2)))))  # here

    fails(installed, "LinAlgError", at="# here")

    def deep() -> Element:
        return Box(str(statistics.mean([])))  # here

    fails(deep, "StatisticsError", at="# here")


def test_errors_in_functions_that_the_figure_calls() -> None:
    def figure() -> Element:
        def part(shape: BoxShape) -> Element:
            return Box("a", shape=shape)  # part

        return Row(part("circle"), part("circel"))  # type: ignore[arg-type]

    fails(figure, "there is no shape 'circel'", "did you mean 'circle'?", at="# part")


def test_nothing_to_draw() -> None:
    fails(lambda: Text(""), "nothing to draw", "content")


@pytest.mark.parametrize("value", [12, None, ["m"], 1.5])
def test_numbers_where_names_of_steps_are_due(value: object) -> None:
    fails(lambda: Row("a", "b", gap=value), f"there is no gap {value!r}", "none, hair, xs, s, m, l, xl, xxl")  # type: ignore[arg-type]
    fails(lambda: Text("a", size=value), f"there is no size {value!r}", "valid sizes")  # type: ignore[arg-type]
    fails(lambda: Box("a", pad=value), f"there is no gap {value!r}")  # type: ignore[arg-type]
    fails(lambda: Box("a", role=value), f"there is no role {value!r}", "valid roles")  # type: ignore[arg-type]


def test_words_that_are_numbers() -> None:
    fails(lambda: Row("a", align=0), "a Row has no align=0")  # type: ignore[arg-type]
    fails(lambda: Box("a", shape=7), "there is no shape 7")  # type: ignore[arg-type]
    fails(lambda: Box("a", stick=1), "stick=1")  # type: ignore[arg-type]


# FigureError ---------------------------------------------------------------------------------------------------------


def test_an_error_says_what_where_and_what_to_do() -> None:
    error = FigureError("it is wrong", fix="do it right", source=Source("a.py", 7))
    assert str(error) == "a.py:7: it is wrong\n  fix: do it right"
    complain(error)
    assert str(FigureError("it is wrong")) == "it is wrong"


def test_the_first_place_counts() -> None:
    error = FigureError("wrong")
    assert error.at(Source("a.py", 7)) is error
    assert str(error.at(Source("b.py", 9))) == "a.py:7: wrong"


@pytest.mark.parametrize("kind", [FigureError, ThemeError])
def test_errors_pass_from_process_to_process(kind: type[FigureError]) -> None:
    error = kind("it is wrong", fix="do it right", source=Source("a.py", 7))
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is kind
    assert (again.what, again.fix, again.source, str(again)) == (error.what, error.fix, error.source, str(error))


def test_choices_name_the_nearest() -> None:
    assert choices("blu", ["red", "blue"], "colours") == "did you mean 'blue'? valid colours: red, blue"
    assert choices("x", {"red", "blue"}, "colours") == "valid colours: blue, red"
    assert choices(3, ["red"], "colours") == "valid colours: red"


@pytest.mark.parametrize(("value", "least", "whole"), [(0, 0, False), (1.5, 1, False), (3, 0, True), (True, 0, True)])
def test_numbers_that_can_be_drawn(value: float, least: float, whole: bool) -> None:
    check_number("wide", value, Source("a.py", 1), least=least, whole=whole)


@pytest.mark.parametrize(("value", "least", "whole"), [(-1, 0, False), (1, 2, False), (1.5, 0, True), ("1", 0, False)])
def test_numbers_that_cannot_be_drawn(value: object, least: float, whole: bool) -> None:
    with pytest.raises(FigureError, match="cannot be drawn") as caught:
        check_number("wide", value, Source("a.py", 1), least=least, whole=whole)
    assert f"wide={value!r}" in str(caught.value)
    assert f"from {least}" in caught.value.fix


def test_the_caller_is_the_nearest_line_outside_of_the_package() -> None:
    here = caller()
    assert here.file == __file__
    assert Box("a").source.line == here.line + 2


def test_a_project_may_be_a_neighbour_of_the_package() -> None:
    beside = Path(load.__code__.co_filename).parent.parent
    names: dict[str, object] = {"Box": Box, "caller": caller}
    exec(compile("here = caller()\nbox = Box('a')", f"{beside}_figures/one.py", "exec"), names)
    assert names["here"] == Source(f"{beside}_figures/one.py", 1)
    box = names["box"]
    assert isinstance(box, Box)
    assert box.source.line == 2


def test_the_line_of_the_author_in_a_traceback() -> None:
    with pytest.raises(ValueError, match="property name") as caught:
        json.loads("{")
    trace = caught.value.__traceback__
    assert author_line(trace) == Source(__file__, traceback.extract_tb(trace)[0].lineno or 0)
    assert author_line(None) is None
