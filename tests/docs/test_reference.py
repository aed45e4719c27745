"""Every public name is described, with an example that is drawn; what is generated from that is current."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path, PurePosixPath

import pytest
from scripts.build_docs import drawing, files, pictures, public, sheets, shown
from scripts.build_docs.chapters import CHAPTERS
from scripts.build_docs.complaints import complaints
from scripts.build_docs.public import Entry
from scripts.build_docs.sheets import Sheet
from scripts.build_docs.spoken import spoken

import llmfig
from llmfig.check.finding import Finding
from llmfig.errors import FigureError
from llmfig.project import at
from llmfig.testing import same_environment

ENTRIES = list(public.entries())
EXAMPLES = list(pictures.examples())
SHEETS = sheets.sheets(at(files.DOCS))


def test_every_public_name_has_its_place() -> None:
    told = Counter(name for chapter in CHAPTERS for name in chapter.names)
    assert sorted(told) == sorted(public.names())
    assert set(told.values()) == {1}
    assert set(llmfig.__all__) <= set(told)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_everything_is_described(entry: Entry) -> None:
    assert not complaints(entry)


@pytest.mark.parametrize(("entry", "i"), EXAMPLES, ids=[f"{entry.name}-{i}" for entry, i in EXAMPLES])
def test_examples_are_clean_in_both_languages(entry: Entry, i: int) -> None:
    drawn = pictures.draw_example(entry, i)
    assert [scene.lang for scene in drawn.scenes] == ["en", "zh"]
    assert not told(drawn.findings())


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.picture)
def test_sheets_are_clean_in_both_languages(sheet: Sheet) -> None:
    # They put things of different size side by side on purpose.
    found = [f for f in drawing.draw_sheet(sheet.definition).findings() if f.rule != "uneven-sizes"]
    assert not told(found)


def told(findings: list[Finding]) -> str:
    return "\n".join(map(str, findings))


def test_every_option_can_be_seen() -> None:
    assert not shown.missing(SHEETS)
    # With some sheets left out, what only these show is missed.
    less = [sheet for sheet in SHEETS if sheet.owner not in ("Box", "Matrix")]
    assert {"Box.cards", "Matrix.badge"} <= set(shown.missing(less))


def test_what_is_generated_is_current() -> None:
    wanted = generated()
    stale = [path for path in files.present() if path not in wanted]
    # Elsewhere other libraries may set a glyph a hair beside its place, as for the snapshots.
    exact = same_environment(at(drawing.ROOT))
    changed = [path for path, data in wanted.items() if not current(path, data, exact=exact or path.suffix != ".svg")]
    assert not [*stale, *changed], "run: python -m scripts.build_docs"


def current(path: PurePosixPath, data: bytes, *, exact: bool) -> bool:
    file = files.DOCS / path
    return file.is_file() and (not exact or file.read_bytes() == data)


def test_pictures_are_small() -> None:
    sizes = {str(path): len(data) for path, data in generated().items() if path.match("pictures/reference/*.svg")}
    assert len(sizes) > 200
    # Whole figures aside, a page of pictures is quick to load.
    large = {path: size for path, size in sizes.items() if size > 72_000 and "load_figure" not in path}
    assert not large


@lru_cache(maxsize=1)
def generated() -> dict[PurePosixPath, bytes]:
    return files.contents()


# Does the checker see what it is there for? -------------------------------------------------------------------------


def undescribed(content: str) -> None: ...


def half(content: str, *marks: str, wide: float = 0.0) -> None:
    """Something with content.

    Args:
        content: a string.
        narrow: no option of that name.
    """


def unordered(content: str, wide: float = 0.0) -> None:
    """Something with content

    Args:
        wide: its width.
        content: a string.

    Example:
        Box("not fenced")
    """


class Good:
    """Something with content.

    Args:
        *content: strings.

    Example:
        ```python
        Box("a")
        ```
    """

    def __init__(self, *content: str) -> None: ...

    def part(self, i: int) -> None:
        """A part.

        Example:
            ```python
            Box("b")
            ```
        """

    def inner(self) -> None:
        """No example: not for authors."""


class Heir(Good):
    def part(self, i: int) -> None: ...


@pytest.mark.parametrize(
    ("thing", "messages"),
    [
        (undescribed, ["there is no docstring"]),
        (
            half,
            [
                "the option *marks is not described",
                "the option wide is not described",
                "there is no option narrow",
                "there is no example",
            ],
        ),
        (
            unordered,
            [
                "the summary is no sentence",
                "the options are described in another order than content, wide",
                "an example is not fenced as ```python",
            ],
        ),
        (Good, []),
        (Good.part, ["the option i is not described"]),
        # A class needs a docstring of its own.
        (Heir, ["there is no docstring"]),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_the_checker_complains(thing: object, messages: list[str]) -> None:
    entry = public.described("X", thing)
    assert complaints(entry) == [f"X: {m}" for m in messages]


def test_members_are_those_with_an_example() -> None:
    entry = public.described("Good", Good)
    assert [m.name for m in entry.members] == ["Good.part"]
    assert complaints(entry.members[0]) == ["Good.part: the option i is not described"]
    assert entry.members[0].heading == "good.part"


def test_a_name_without_docstring_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(llmfig.Box, "__doc__", None)
    assert complaints(public.described("Box", llmfig.Box)) == ["Box: there is no docstring"]


def test_a_broken_example_is_found() -> None:
    with pytest.raises(FigureError, match="example of Bad:2: there is no shape 'circel'"):
        drawing.draw("Bad", 'a = "x"\nBox(a, shape="circel")', alt=("", ""))
    with pytest.raises(FigureError, match="is not an element"):
        drawing.draw("Bad", 'a = Box("x")', alt=("", ""))
    with pytest.raises(FigureError, match="the last line of Bad"):
        drawing.draw("Bad", "3 + 4", alt=("", ""))
    crowded = drawing.draw("Crowded", 'Overlay(Box("much too long for it"), Strip(["other words"]))', alt=("", ""))
    assert {f.rule for f in crowded.findings()} & {"overlap", "text-on-text"}


def test_an_example_leaves_nothing_behind() -> None:
    before = list(drawing.ROOT.iterdir())
    code = 'use(theme="dark")\nload_figure("rl_basics/backward_return").save("a.svg")\nBox("x")'
    dark, light = (drawing.draw("X", c, alt=("", "")).scenes[0] for c in (code, 'Box("x")'))
    assert (dark.theme, light.theme) == ("dark", "book")
    assert list(drawing.ROOT.iterdir()) == before


@pytest.mark.parametrize(
    ("annotation", "words"),
    [
        ("Content | None", "string or element"),
        ("RoleName | None", "[`RoleName`](words.md#rolename)"),
        ("Literal['x', 'y']", "`x`, `y`"),
        ("Sequence[Content | None] | None", "list of strings or elements"),
        ("Iterable[Iterable[CellValue]]", "rows of strings, elements, numbers"),
        ("tuple[float, float] | None", "pair of numbers"),
        ("Mapping[str, str] | None", "mapping from string to string"),
        ("RoleName | Callable[[int], RoleName]", "[`RoleName`](words.md#rolename) or function"),
        ("dict[str, Thing]", "`dict`"),
        ("Thing", "`Thing`"),
        ("None", "`None`"),
    ],
)
def test_types_are_told_in_words(annotation: str, words: str) -> None:
    assert spoken(annotation) == words


def test_every_type_in_a_signature_can_be_told() -> None:
    bare = {
        "`FigureDef`",
        "`Project`",
        "`Source`",
        "`View`",
        "`Findings`",
        "`Scene`",
        "`Path`",
        "`TextMode`",
        "`Format`",
    }
    for entry in ENTRIES:
        for option in entry.options:
            words = spoken(option.annotation)
            assert words not in bare or entry.name.startswith(("Figure", "FigureError")), (entry.name, option.name)
            assert "`Any`" not in words


def test_the_first_page_shows_the_example_of_a_figure() -> None:
    example = public.entry("figure").doc.examples[0].code.removesuffix("\n\nreward_model")
    assert f"{example}\n```" in (files.DOCS / "index.md").read_text(encoding="utf-8")


def test_an_exception_at_an_element_counts_without_a_page() -> None:
    code = public.entry("Element").members[0].doc.examples[0].code
    assert ".allow(" in code
    plain = code.replace('.allow("text-on-line", why).allow("line-through-node", why)', "")
    assert {f.rule for f in drawing.draw("X", plain, alt=("", "")).findings()} == {"text-on-line", "line-through-node"}
    assert not drawing.draw("X", code, alt=("", "")).findings()


def test_files_are_brought_up_to_date(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept, new, old = (PurePosixPath("reference", f"{name}.md") for name in ("kept", "new", "old"))
    monkeypatch.setattr(files, "contents", lambda: {kept: b"kept", new: b"new"})
    page = tmp_path / "tutorial.md"
    for path, text in ((tmp_path / kept, "kept"), (tmp_path / old, "old"), (page, "written by hand")):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert files.write(tmp_path) == ([new], [old])
    assert files.present(tmp_path) == [kept, new]
    assert page.exists()
    assert files.write(tmp_path) == ([], [])
