"""The index of all figures in Markdown, as a README has it: chapters, small pictures, links. In two languages."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from urllib.parse import quote

from llmfig.bilingual import LANGS, Lang
from llmfig.gallery.model import Gallery, side
from llmfig.gallery.read import plain_title
from llmfig.gallery.wording import WORDING, count
from llmfig.project import Project
from llmfig.registry import FigureRef, Pair, discover
from llmfig.runner.each import each
from llmfig.runner.outcome import Failure
from llmfig.runner.titles import Titles
from llmfig.runner.titles import titles as titles_of
from llmfig.testing import snapshot_base

WIDTH = 240  # px of a small picture: a table leaves room for the words beside it
# What Markdown, or GitHub's own additions to it (mentions, formulas, links, issues), could take for a mark.
_MARKS = re.compile(r"[\\`*_\[\]<>|~$&]|[#@](?=\w)|:(?=//|[\w+-]+:)|(?<=www)\.")
# Direction marks and controls have no business in a line of an index.
_UNSEEN = re.compile("[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")


@dataclass(frozen=True, slots=True)
class Line:
    """One figure of the index. `link` and `picture` (None without one) are paths from the index."""

    title: Pair
    alt: Pair
    link: str
    picture: str | None


def read_titles(project: Project, *, jobs: int = 0) -> tuple[dict[FigureRef, Titles], list[Failure]]:
    """What the figures of a project are called, in reading order, and what went wrong."""
    refs = sorted(discover(project), key=lambda ref: project.settings.order(ref.chapter))
    found = each(titles_of, None, refs, jobs=jobs)
    failures = [result for _, result in found if isinstance(result, Failure)]
    return {ref: result for ref, result in found if isinstance(result, Titles)}, failures


def project_index(project: Project, titles: Mapping[FigureRef, Titles], file: Path) -> dict[Path, str]:
    """The index that a project keeps among its documents: `file` in English, and beside it `<name>.zh.md`.

    Titles lead to the figures' modules; the small pictures are the accepted snapshots, which are committed as well.

    Args:
        project: the project.
        titles: the figures in reading order, with what they are called.
        file: where the English index goes.
    """
    files = {"en": file, "zh": file.with_suffix(".zh.md")}

    def line(ref: FigureRef, lang: Lang) -> Line:
        picture = snapshot_base(project, ref).with_suffix(f".{lang}.png")
        there = _relative(picture, file) if picture.is_file() else None
        return Line(plain_title(titles[ref].title), titles[ref].alt, _relative(ref.file, file), there)

    chapters: dict[str, list[FigureRef]] = {}
    for ref in titles:
        chapters.setdefault(ref.chapter, []).append(ref)
    found = {}
    for lang in LANGS:
        named = [project.settings.chapter(id) for id in chapters]
        rows = [((c.en, c.zh), c.id, [line(ref, lang) for ref in chapters[c.id]]) for c in named]
        found[files[lang]] = _index(lang, WORDING[lang]["index_title"], rows, lambda other: files[other].name)
    return found


def site_index(gallery: Gallery) -> dict[str, str]:
    """The index that stands in the site: titles lead to the figures' pages. By path."""
    found = {}
    for lang in LANGS:
        rows = []
        for chapter in gallery.chapters:
            lines = []
            for figure in chapter.figures:
                theme = next((n for n in gallery.looks.names if (n, lang) in figure.pictures), None)
                picture = figure.thumbnail(theme, lang) if theme else None
                lines.append(Line(figure.title, figure.alt, figure.page(lang), picture))
            rows.append((chapter.title, chapter.id, lines))
        found[f"figures.{lang}.md"] = _index(lang, gallery.title[side(lang)], rows, lambda other: f"figures.{other}.md")
    return found


def _index(
    lang: Lang, title: str, chapters: Sequence[tuple[Pair, str, Sequence[Line]]], file: Callable[[Lang], str]
) -> str:
    w, own = WORDING[lang], side(lang)
    number = sum(len(lines) for _, _, lines in chapters)
    told = w["apart"].join([count(lang, "figures", number), count(lang, "in_chapters", len(chapters))])
    others = [f"[{WORDING[other]['language']}]({quote(file(other))})" for other in LANGS if other != lang]
    found = [f"# {plain(title)}", "", f"{told} · {' · '.join(others)}", ""]
    found += [f"- [{plain(names[own])}](#{quote(id)}) ({len(lines)})" for names, id, lines in chapters]
    for names, id, lines in chapters:
        found += ["", f'<a id="{escape(id)}"></a>', "", f"## {plain(names[own])}", ""]
        found += [f"| {w['index_figure']} | {w['index_shows']} |", "| --- | --- |"]
        found += [_row(line, own) for line in lines]
    return "\n".join(found) + "\n"


def _row(line: Line, own: int) -> str:
    link, title = quote(line.link), plain(line.title[own])
    picture = ""
    if line.picture:
        alt = _UNSEEN.sub(" ", line.title[own])
        # In a cell a bar ends the cell, also inside of a tag.
        tag = f'<img src="{quote(line.picture)}" alt="{escape(alt)}" width="{WIDTH}">'.replace("|", "&#124;")
        picture = f"[{tag}]({link})"
    second = plain(line.title[1 - own])
    words = [f"**[{title}]({link})**", *([second] if second != title else []), plain(line.alt[own])]
    return f"| {picture} | {'<br>'.join(filter(None, words))} |"


def plain(text: str) -> str:
    """A text as Markdown that shows it as it is, on one line."""
    return _MARKS.sub(lambda mark: f"\\{mark[0]}", " ".join(_UNSEEN.sub(" ", text).split()))


def _relative(path: Path, file: Path) -> str:
    return Path(os.path.relpath(path, file.parent)).as_posix()
