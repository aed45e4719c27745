"""The files of a site: complete, relative, the same every time, and never in the way of anybody's own files."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from llmfig.errors import FigureError
from llmfig.gallery.folder import MANIFEST
from llmfig.gallery.looks import looks
from llmfig.gallery.make import Made, Wanted, make
from llmfig.gallery.wording import WORDING
from llmfig.project import at
from tests.conftest import GOOD, Sandbox
from tests.gallery.conftest import HOSTILE, Site

BOOK = Wanted(themes=("book",))


class Links(HTMLParser):
    """Everything that a page leads to or shows, and its ids."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.ids: list[str] = []
        self.lang = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {key: value or "" for key, value in attrs}
        self.found |= {values[key] for key in ("href", "src", "srcset") if key in values}
        self.found |= {v["src"] for v in json.loads(values.get("data-variants", "[]")) if v}
        self.ids += [values["id"]] if "id" in values else []
        self.lang = values["lang"] if tag == "html" else self.lang


def links(page: Path) -> Links:
    found = Links()
    found.feed(page.read_text(encoding="utf-8"))
    return found


def content(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def one(sandbox: Sandbox) -> Made:
    """A project with one figure, and its site."""
    sandbox.write("one/good.py")
    return make(sandbox.project, BOOK)


def test_every_figure_has_a_page_in_both_languages(site: Site) -> None:
    pages = {p.relative_to(site.folder).as_posix() for p in site.folder.rglob("*.html")}
    names = ("one/flow", "one/plain", "one/zz_broken", "one/zz_half", "two/attack")
    assert pages == {"index.html"} | {f"{lang}/{n}.html" for lang in ("en", "zh") for n in ("index", *names)}
    for page in pages - {"index.html"}:
        assert links(site.folder / page).lang == {"en": "en", "zh": "zh-CN"}[page[:2]]


def test_all_links_lead_to_files_of_the_site(site: Site) -> None:
    for page in site.folder.rglob("*.html"):
        found = links(page)
        assert len(found.ids) == len(set(found.ids)), page
        assert found.found
        for link in found.found:
            parts = urlsplit(link)
            assert not parts.scheme, link
            assert not parts.netloc, link
            assert not parts.path.startswith("/"), link
            target = page if not parts.path else page.parent / unquote(parts.path)
            assert target.resolve().is_relative_to(site.folder.resolve()), link
            assert target.is_file(), f"{page}: {link}"
            if parts.fragment:
                assert unquote(parts.fragment) in links(target).ids, link


def test_styles_and_scripts_load_nothing_from_elsewhere(site: Site) -> None:
    for file in (site.folder / "assets").iterdir():
        text = file.read_text(encoding="utf-8")
        assert "url(" not in text
        assert "@import" not in text
        for address in re.findall(r"\w+://[^\s\"']+", text):
            assert address == "http://www.w3.org/2000/svg"


def test_pictures_of_all_themes_are_there_in_all_formats(site: Site) -> None:
    for theme in ("book", "dark"):
        for lang in ("en", "zh"):
            for kind in ("svg", "png", "pdf"):
                name = f"{lang}/one/flow.{kind}"
                original = site.project.root / "out" / ("" if theme == "book" else theme) / name
                assert (site.folder / "pictures" / theme / name).read_bytes() == original.read_bytes()
    assert (site.folder / ".nojekyll").is_file()


def test_pages_of_a_figure_hold_what_belongs_to_it(site: Site) -> None:
    page = (site.folder / "zh/one/flow.html").read_text(encoding="utf-8")
    for words in (
        "奖励模型",
        "Reward model",
        "提示词输入模型，输出分数。",
        "优势",
        "策略模型",
        "figures/one/_words.py",
    ):
        assert words in page
    assert re.search(r'<a class="step prev" rel="prev" href="../../zh/two/attack.html">', page)
    assert re.search(r'<a class="step next" rel="next" href="../../zh/one/plain.html">', page)
    assert '<span class="k">def</span>' in page
    assert 'href="../index.html#chapter-one"' in page
    # Without a script: pictures, downloads and the other language are plain links.
    assert 'srcset="../../pictures/dark/zh/one/flow.svg"' in page
    assert 'href="../../pictures/dark/zh/one/flow.pdf" download="flow.zh.dark.pdf"' in page
    assert '<a href="../../en/one/flow.html" lang="en"' in page


def test_what_could_not_be_drawn_is_said_on_its_page(site: Site) -> None:
    assert {(f.figure, f.langs) for f in site.made.failures} == {
        ("one/zz_broken", ("en", "zh")),
        ("one/zz_half", ("zh",)),
    }
    page = (site.folder / "en/one/zz_broken.html").read_text(encoding="utf-8")
    assert WORDING["en"]["not_drawn"] in page
    assert "figures/one/zz_broken.py:6: ValueError: no &lt;b&gt;luck&lt;/b&gt;" in page
    assert "Broken" in page
    assert "pictures/" not in page
    assert WORDING["en"]["not_drawn"] not in (site.folder / "en/one/zz_half.html").read_text(encoding="utf-8")
    half = (site.folder / "zh/one/zz_half.html").read_text(encoding="utf-8")
    assert WORDING["zh"]["not_drawn"] in half
    assert not (site.folder / "pictures/book/zh/one/zz_half.svg").exists()


def test_a_picture_of_before_is_not_shown_for_a_figure_that_fails_now(sandbox: Sandbox) -> None:
    made = one(sandbox)
    assert "pictures/book/en/one/good.svg" in content(made.folder)
    sandbox.write("one/good.py", GOOD.replace("Row(prompt", "Row(1 / 0, prompt"))
    made = make(sandbox.project, BOOK)
    assert (sandbox.out / "en/one/good.svg").is_file()
    assert not [path for path in content(made.folder) if path.startswith(("pictures", "thumbnails"))]
    assert [f.figure for f in made.failures] == ["one/good"]


@pytest.mark.parametrize("text", ["import os; os._exit(3)", "import no_such_module", "1 +"])
def test_a_figure_that_cannot_be_read_has_a_page_too(sandbox: Sandbox, text: str) -> None:
    sandbox.write("one/good.py")
    sandbox.write("one/bad.py", text)
    made = make(sandbox.project, BOOK)
    assert [f.figure for f in made.failures] == ["one/bad"]
    assert WORDING["en"]["not_drawn"] in (made.folder / "en/one/bad.html").read_text(encoding="utf-8")
    assert (made.folder / "pictures/book/zh/one/good.pdf").is_file()


def test_a_file_that_is_no_figure_is_told_and_left_out(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    sandbox.write("one/deep/good.py")
    made = make(sandbox.project, BOOK)
    assert [f.what for f in made.failures] == ["a figure does not lie here"]
    assert [f.id for f in made.gallery.figures] == ["good"]
    assert made.gallery.figures[0].pictures


def test_the_search_index_has_all_words_in_both_languages(site: Site) -> None:
    text = (site.folder / "assets/search-index.js").read_text(encoding="utf-8")
    assert "<" not in text
    data = json.loads(re.search(r"load\((.*)\);\n$", text)[1])  # type: ignore[index]
    assert data["chapters"][1] == ["First", "第一章"]
    flow = next(f for f in data["figures"] if f["path"] == "one/flow")
    assert flow["title"] == ["Reward model", "奖励模型"]
    assert flow["words"] == [
        ["Prompt", "Policy model", "r = exp(log P_new)", "advantage"],
        ["提示词", "策略模型", "r = exp(log P_new)", "优势"],
    ]
    assert flow["latex"][0] == [r"r = \exp(\log P_{\mathrm{new}})"]
    assert flow["themes"] == [[0, 1], [0, 1]]
    attack = next(f for f in data["figures"] if f["path"] == "two/attack")
    assert f"标签 {HOSTILE}" in attack["words"][1]


def test_the_same_project_makes_the_same_bytes(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    made = one(sandbox)
    first = content(made.folder)
    # The second time the small pictures are kept, not made again: the processes are forked off this one.
    monkeypatch.setattr("llmfig.gallery.read.make_thumbnail", lambda file: b"made again")
    make(sandbox.project, BOOK)
    assert content(made.folder) == first
    (made.folder / "thumbnails/book/en/one/good.png").unlink()
    make(sandbox.project, BOOK)
    assert (made.folder / "thumbnails/book/en/one/good.png").read_bytes() == b"made again"
    monkeypatch.undo()
    sandbox.write("one/good.py", GOOD.replace("Policy model", "Other model"))
    make(sandbox.project, BOOK)
    again = content(made.folder)
    assert again["thumbnails/book/en/one/good.png"] not in (b"made again", first["thumbnails/book/en/one/good.png"])
    assert again["thumbnails/book/zh/one/good.png"] == first["thumbnails/book/zh/one/good.png"]


def test_what_is_gone_vanishes(sandbox: Sandbox) -> None:
    sandbox.write("one/other.py", GOOD.replace("def good", "def other"))
    made = one(sandbox)
    assert (made.folder / "en/one/other.html").is_file()
    (sandbox.root / "figures/one/other.py").unlink()
    make(sandbox.project, BOOK)
    assert not [path for path in content(made.folder) if "other" in path]
    assert "other" not in (made.folder / "assets/search-index.js").read_text(encoding="utf-8")


def test_rendering_leaves_the_site_alone(sandbox: Sandbox) -> None:
    made = one(sandbox)
    before = content(made.folder)
    sandbox.write("one/other.py", GOOD.replace("def good", "def other"))
    assert sandbox.run("render", "all").exit_code == 0
    (sandbox.root / "figures/one/good.py").unlink()
    assert "removed" in sandbox.run("render", "all").output
    assert content(made.folder) == before


def test_when_something_goes_wrong_the_site_is_what_it_was(sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch) -> None:
    made = one(sandbox)
    before = content(sandbox.out)
    for name, error in (("pages", KeyboardInterrupt), ("assets", OSError(28, "No space left on device"))):

        def fail(gallery: object, error: BaseException | type[BaseException] = error) -> dict[str, str]:
            raise error

        with monkeypatch.context() as patch:
            patch.setattr(f"llmfig.gallery.make.{name}", fail)
            with pytest.raises((KeyboardInterrupt, FigureError), match=r"No space left|^$"):
                make(sandbox.project, BOOK)
        assert content(sandbox.out) == before
        assert sorted(p.name for p in sandbox.out.iterdir() if p.is_dir()) == ["en", "gallery", "zh"]
    assert made.folder.is_dir()


def test_files_of_others_are_never_replaced(sandbox: Sandbox) -> None:
    made = one(sandbox)
    (made.folder / ".DS_Store").touch()
    make(sandbox.project, BOOK)
    for name in ("CNAME", "en/one/notes.html"):
        (made.folder / name).write_text("mine")
        with pytest.raises(FigureError, match=f"{name}.*would be replaced"):
            make(sandbox.project, BOOK)
        assert (made.folder / name).read_text() == "mine"
        (made.folder / name).unlink()
    (made.folder / MANIFEST).write_text("{")
    with pytest.raises(FigureError, match="would be replaced"):
        make(sandbox.project, BOOK)


@pytest.mark.parametrize("place", [".", "out", "figures", "figures/site", "out/en", "out/zh/deep", "out/book", ".."])
def test_places_where_a_site_cannot_go(sandbox: Sandbox, place: str) -> None:
    sandbox.write("one/good.py")
    with pytest.raises(FigureError, match=r"cannot take the place|lies (among|where)"):
        make(sandbox.project, Wanted((sandbox.root / place).resolve(), ("book",)))
    assert sorted(p.name for p in sandbox.root.iterdir()) == ["figures"]


def test_a_file_in_the_way_is_told(sandbox: Sandbox) -> None:
    sandbox.write("one/good.py")
    (sandbox.root / "site").touch()
    with pytest.raises(FigureError, match="is not a folder"):
        make(sandbox.project, Wanted(sandbox.root / "site", ("book",)))


def test_a_project_without_figures_is_told(sandbox: Sandbox) -> None:
    with pytest.raises(FigureError, match="no figures yet"):
        make(sandbox.project, BOOK)


def test_pages_tell_nothing_of_the_machine(site: Site) -> None:
    for path, data in content(site.folder).items():
        assert str(site.project.root).encode() not in data, path
        assert str(Path.home()).encode() + b"/" not in data, path


def test_themes(sandbox: Sandbox) -> None:
    def names(*wanted: str) -> tuple[list[str], str, str]:
        found = looks(at(sandbox.root), wanted)
        return found.names, found.names[found.light], found.names[found.dark]

    assert names() == (["book", "dark", "print"], "book", "dark")
    assert names("print", "dark", "print") == (["print", "dark"], "print", "dark")
    assert names("dark") == (["dark"], "dark", "dark")
    assert names("print", "book") == (["print", "book"], "book", "book")
    (sandbox.root / "llmfig.toml").write_text('theme = "dark"\n')
    assert names() == (["dark", "print"], "print", "dark")
    with pytest.raises(FigureError, match="there is no theme 'bok'"):
        names("bok")


def test_both_languages_say_the_same_things() -> None:
    assert WORDING["en"].keys() == WORDING["zh"].keys()
    for key, text in WORDING["en"].items():
        assert sorted(re.findall(r"\{\w+\}", text)) == sorted(re.findall(r"\{\w+\}", WORDING["zh"][key])), key
        assert text.isascii() or key in ("viewer_keys",), key
    # Templates write `w.name`: a name that a dict has itself would be that.
    assert not {name for name in WORDING["en"] if hasattr(dict, name)}
