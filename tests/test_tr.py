"""Two languages from one source."""

from __future__ import annotations

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from llmfig import Box, FigureError, Row, Strip, language, tr
from llmfig.bilingual import LANGS, Lang, drawing
from llmfig.layout.element import Element
from llmfig.scene.model import groups
from tests.core import complain, fails, law, scene

values = st.one_of(st.text(max_size=5), st.integers(), st.lists(st.text(max_size=3), max_size=3), st.none())


@law(50)
@given(values, values)
def test_the_side_of_the_language_is_picked(en: object, zh: object) -> None:
    for lang, expected in zip(LANGS, (en, zh), strict=True):
        with drawing(lang):
            assert tr(en, zh) is expected
            assert language() == lang


def test_the_picture_is_in_its_language() -> None:
    def figure() -> Element:
        assert language() in LANGS
        return Row(Box(tr("Prompt", "提示词")), Strip(tr(["How", "are"], ["你", "好", "吗"])), tr("$x$", "$x$"))

    said = {lang: {g.text for g in groups(scene(figure, lang)) if g.kind == "text"} for lang in LANGS}
    assert said == {"en": {"Prompt", "How", "are", "x"}, "zh": {"提示词", "你", "好", "吗", "x"}}


def test_uses_are_recorded_with_their_lines() -> None:
    with drawing("zh") as uses:
        tr("Prompt", "提示词")
        tr("a", "b"), tr(3, 4), tr(["x"], ["y"])
    assert [(u.en, u.zh) for u in uses] == [("Prompt", "提示词"), ("a", "b")]
    first, second = (u.source for u in uses)
    assert first.file == __file__
    assert second.line == first.line + 1


def test_both_languages_record_the_same_uses() -> None:
    def figure() -> Element:
        return Row(tr("a", "甲"), *(tr(f"{i}", f"第{i}") for i in range(3)))

    en, zh = (scene(figure, lang).translations for lang in LANGS)
    assert en == zh
    assert len(en) == 4


def test_drawings_may_be_nested_and_end() -> None:
    with drawing("en"):
        with drawing("zh"):
            assert language() == "zh"
        assert language() == "en"
    with pytest.raises(FigureError):
        language()


def test_a_drawing_ends_when_the_figure_fails() -> None:
    def figure() -> Element:
        raise ValueError("broken")

    fails(figure, "broken")
    with pytest.raises(FigureError):
        language()


def test_each_thread_has_its_own_language() -> None:
    found: dict[Lang, list[Lang]] = {}
    gate = threading.Barrier(2)

    def work(lang: Lang) -> None:
        with drawing(lang):
            gate.wait()
            found[lang] = [tr("en", "zh") for _ in range(50)]

    threads = [threading.Thread(target=work, args=(lang,)) for lang in LANGS]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    assert found == {lang: [lang] * 50 for lang in LANGS}


def test_outside_of_a_figure_function() -> None:
    with pytest.raises(FigureError) as caught:
        tr("a", "b")
    complain(caught.value, "tr()", "no language is being drawn", "inside the figure function")
    assert caught.value.source is not None
    assert caught.value.source.file == __file__
    with pytest.raises(FigureError) as caught:
        language()
    complain(caught.value, "language()", "no language is being drawn")


def test_one_side_is_missing() -> None:
    def figure() -> Element:
        return Box(tr("a"))  # type: ignore[call-arg]  # here

    fails(figure, "tr is given no 'zh'", 'tr("English", "中文")', at="# here")
