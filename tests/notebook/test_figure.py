"""What `@figure` returns: called, saved, checked; in scripts as in notebooks."""

from __future__ import annotations

import inspect
import linecache
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from llmfig import Box, Diagram, Figure, FigureError, Text, figure, use
from llmfig.bilingual import LANGS, drawing
from llmfig.build import build_scene
from llmfig.registry import load
from llmfig.scene.dump import dump
from llmfig.testing import assert_valid_svg
from tests.conftest import GOOD, Sandbox
from tests.core import BOOK
from tests.notebook.kit import raises, reward_model, words, wrong


def test_it_is_called_like_the_function() -> None:
    with drawing("en"):
        assert isinstance(reward_model(), Diagram)
    assert reward_model.__name__ == "reward_model"
    assert reward_model.__doc__ == "One box after the other."
    assert reward_model.__wrapped__ is reward_model.definition.function
    assert inspect.signature(reward_model).return_annotation == "Diagram"
    assert repr(reward_model) == "<Figure reward_model: 'Reward model'>"


def test_a_figure_without_a_project_is_called_by_its_function() -> None:
    assert (reward_model.definition.chapter, reward_model.definition.id) == ("", "reward_model")
    lines = linecache.getlines(reward_model.source.file)
    assert lines[reward_model.source.line - 1].startswith('@figure(title=("Reward model"')


def test_a_figure_of_a_project_is_called_by_its_path(sandbox: Sandbox) -> None:
    definition = load(sandbox.write("one/other_name.py", GOOD))
    assert (definition.chapter, definition.id) == ("one", "other_name")
    found: Figure[object] = Figure(definition)
    assert (found.name, found.project.root) == ("one/other_name", sandbox.root)


def test_figures_that_are_declared_while_another_is_loaded_are_not_its_own(sandbox: Sandbox) -> None:
    sandbox.write("one/_make.py", "from tests.notebook.kit import reward_model\n")
    file = sandbox.write("one/good.py", "from ._make import reward_model\n" + GOOD)
    assert load(file).id == "good"
    assert [load(file).function.__name__ for _ in range(2)] == ["good", "good"]


def test_it_is_the_same_picture_as_that_of_the_command() -> None:
    for lang in LANGS:
        assert dump(reward_model.scene(lang)) == dump(build_scene(reward_model.definition, lang, BOOK))


# save ----------------------------------------------------------------------------------------------------------------


def test_the_ending_says_the_format(tmp_path: Path) -> None:
    for name, start in (("a.svg", b"<?xml"), ("b.PNG", b"\x89PNG"), ("c.pdf", b"%PDF")):
        path = reward_model.save(tmp_path / "new" / name)
        assert path == tmp_path / "new" / name
        assert path.read_bytes().startswith(start)
    assert_valid_svg((tmp_path / "new" / "a.svg").read_bytes())
    assert sorted(os.listdir(tmp_path / "new")) == ["a.svg", "b.PNG", "c.pdf"]
    assert reward_model.save("picture", format="png").read_bytes().startswith(b"\x89PNG")


def test_options_of_a_file() -> None:
    svg = reward_model.save("zh.svg", lang="zh", theme="dark", text="live").read_text(encoding="utf-8")
    assert {"回答", "奖励模型"} <= words(svg)
    assert "@font-face" in svg
    assert svg != reward_model.save("zh.svg", lang="zh", text="live").read_text(encoding="utf-8")
    sizes = [Image.open(reward_model.save(f"{s}.png", scale=s)).size for s in (1, 3)]
    assert sizes[1] == (3 * sizes[0][0], 3 * sizes[0][1])


def test_files_are_as_large_as_the_figure() -> None:
    scene = reward_model.scene()
    assert f'width="{scene.width:g}" height="{scene.height:g}"' in reward_model.save("a.svg").read_text()
    assert "max-width" not in reward_model.save("a.svg").read_text()


BAD: dict[str, tuple[Callable[[], object], str, str]] = {
    "ending": (lambda: reward_model.save("a.jpg"), "does not end in a format", ".svg .png .pdf"),
    "no ending": (lambda: reward_model.save("a"), "does not end in a format", ".svg .png .pdf"),
    "format": (
        lambda: reward_model.save("a.svg", format="pgn"),  # type: ignore[arg-type]
        "no format 'pgn'",
        "png svg pdf",
    ),
    "lang": (lambda: reward_model.save("a.svg", lang="cn"), "no language 'cn'", "en zh"),
    "both": (lambda: reward_model.save("a.svg", lang="both"), "in one language", 'lang="en"'),
    "theme": (lambda: reward_model.save("a.svg", theme="drak"), "no theme 'drak'", "dark"),
    "text": (lambda: reward_model.save("a.svg", text="dead"), "'dead'", "live outline"),  # type: ignore[arg-type]
    "no scale": (lambda: reward_model.save("a.png", scale=0), "scale=0", "from 0.1"),
    "scale": (lambda: reward_model.save("a.png", scale=17), "too large", "at most 16"),
    "nan": (lambda: reward_model.save("a.png", scale=float("nan")), "scale=nan", "from 0.1"),
    "folder": (lambda: reward_model.save("a_file/a.png"), "cannot write", "folder"),
    "scene": (lambda: reward_model.scene("de"), "no language 'de'", "en zh"),
    "view": (lambda: reward_model.view("de"), "no language 'de'", "both en zh"),  # type: ignore[arg-type]
    "view theme": (lambda: reward_model.view(theme="x"), "no theme 'x'", "book dark print"),
    "view width": (lambda: reward_model.view(width=0), "width=0", "from 1"),
    "view format": (lambda: reward_model.view(format="gif"), "no format 'gif'", "png svg"),  # type: ignore[arg-type]
    "use lang": (lambda: use(lang="fr"), "no language 'fr'", "both en zh"),  # type: ignore[arg-type]
    "use theme": (lambda: use(lang="zh", theme="x"), "no theme 'x'", "book dark print"),
    "use format": (lambda: use(format="pdf"), "no format 'pdf'", "png svg"),  # type: ignore[arg-type]
}


@pytest.mark.parametrize("name", BAD)
def test_wrong_values_are_told_with_the_line_and_what_there_is(name: str, tmp_path: Path) -> None:
    call, what, fix = BAD[name]
    (tmp_path / "a_file").write_text("")
    with pytest.raises(FigureError) as caught:
        call()
    error = caught.value
    assert what in error.what
    assert set(fix.split()) <= set(error.fix.replace(",", " ").replace("'", " ").split())
    assert error.source is not None
    assert (error.source.file, "lambda" in linecache.getline(__file__, error.source.line)) == (__file__, True), error
    assert os.listdir(tmp_path) == ["a_file"]
    assert "奖励模型" not in words(reward_model.save("now.svg").read_text(encoding="utf-8"))  # nothing was chosen


def test_a_figure_that_is_wrong_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    file = tmp_path / "a.svg"
    file.write_text("before")
    for bad, word, line in ((wrong, "modle", "# wrong"), (raises, "ZeroDivisionError", "# the division")):
        with pytest.raises(FigureError, match=word) as caught:
            bad.save(file)
        source = caught.value.source
        assert source is not None
        assert line in linecache.getline(source.file, source.line)
    assert file.read_text() == "before"
    assert os.listdir(tmp_path) == ["a.svg"]


def test_what_the_author_raises_during_layout_is_told_with_its_line() -> None:
    class Odd(Text):
        def says(self) -> str:
            return str(1 / 0)  # here

    @figure(title=("Odd", "怪"), alt=("A text.", "文字。"))
    def odd() -> Text:
        return Odd("a")

    with pytest.raises(FigureError, match="ZeroDivisionError") as caught:
        odd.scene()
    assert caught.value.source is not None
    assert "# here" in linecache.getline(__file__, caught.value.source.line)


def test_a_bug_of_ours_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    from llmfig import build

    def broken(*args: object) -> None:
        raise KeyError("x")

    broken.__code__ = broken.__code__.replace(co_filename=build.__file__)
    monkeypatch.setattr(build, "_lay_out", broken)
    with pytest.raises(KeyError):
        reward_model.scene()
    with pytest.raises(KeyError):
        reward_model._repr_mimebundle_()


# check ---------------------------------------------------------------------------------------------------------------


def test_check_says_that_nothing_is_wrong() -> None:
    findings = reward_model.check()
    assert not findings
    assert repr(findings) == str(findings) == "nothing wrong"


def test_check_says_what_is_wrong_with_the_line() -> None:
    @figure(title=("Terms", "术语"), alt=("Two boxes.", "两个方框。"))
    def terms() -> Box:
        return Box("同一个")  # the same in English

    findings = terms.check()
    assert {f.rule for f in findings} == {"hanzi-in-english"}
    assert repr(findings).startswith(f"{__file__}:")
    assert repr(findings).endswith("\n1 finding")
    with pytest.raises(FigureError, match="no theme 'x'"):
        terms.check(theme="x")


def test_what_is_allowed_is_no_finding() -> None:
    @figure(title=("Terms", "术语"), alt=("A box.", "方框。"), allow={"hanzi-in-english": "a name"})
    def terms() -> Box:
        return Box("同一个")

    findings = terms.check()
    assert not findings
    assert [f.allowed for f in findings.allowed] == ["a name"]
    assert str(findings) == "nothing wrong (1 allowed)"


# The working directory ----------------------------------------------------------------------------------------------


def test_themes_terms_and_credit_are_those_of_the_working_directory(sandbox: Sandbox) -> None:
    (sandbox.root / "themes").mkdir()
    dark = Path(__file__).parents[2] / "themes" / "dark.toml"
    (sandbox.root / "themes" / "mine.toml").write_text(
        dark.read_text(encoding="utf-8").replace('name = "dark"', 'name = "mine"'), encoding="utf-8"
    )
    (sandbox.root / "llmfig.toml").write_text(
        'theme = "mine"\n[credit]\nen = "Week 3"\nzh = "第三周"\n', encoding="utf-8"
    )
    (sandbox.root / "glossary.toml").write_text(
        '[[term]]\nen = "Response"\nzh = "响应"\navoid-zh = ["回答"]\n', encoding="utf-8"
    )
    scene = reward_model.scene("zh")
    assert (scene.theme, scene.credit) == ("mine", "第三周")
    assert "回答" in str(reward_model.check())
    use(theme="print")
    assert reward_model.scene().theme == "print"


def test_settings_count_without_a_figures_folder(tmp_path: Path) -> None:
    (tmp_path / "llmfig.toml").write_text('[credit]\nen = "Week 3"\nzh = "第三周"\n', encoding="utf-8")
    assert reward_model.scene().credit == "Week 3"
    (tmp_path / "llmfig.toml").write_text("[credit\n")
    with pytest.raises(FigureError, match="not valid TOML"):
        reward_model.scene()


SCRIPT = """
import sys
from llmfig import Box, figure, tr

@figure(title=("One", "一"), alt=("A box.", "方框。"))
def one():
    return Box(tr("one", "一"), role={role!r})

@figure(title=("Two", "二"), alt=("A box.", "方框。"))
def two():
    return Box(tr("two", "二"))

for drawn in (one, two):
    for lang in ("en", "zh"):
        drawn.save(f"{{drawn.definition.id}}.{{lang}}.svg", lang=lang)
print("IPython" in sys.modules)
"""


def test_a_script_saves_its_figures(tmp_path: Path) -> None:
    (tmp_path / "draw.py").write_text(SCRIPT.format(role="data"), encoding="utf-8")
    done = subprocess.run([sys.executable, "draw.py"], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
    assert sorted(p.name for p in tmp_path.glob("*.svg")) == ["one.en.svg", "one.zh.svg", "two.en.svg", "two.zh.svg"]
    assert "二" in words((tmp_path / "two.zh.svg").read_text(encoding="utf-8"))


def test_a_script_ends_with_the_error_of_its_figure(tmp_path: Path) -> None:
    (tmp_path / "draw.py").write_text(SCRIPT.format(role="dat"), encoding="utf-8")
    done = subprocess.run([sys.executable, "draw.py"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert f"{Path('draw.py')}:7: there is no role 'dat'\n  fix: did you mean 'data'?" in done.stderr
    assert list(tmp_path.glob("*.svg")) == []
