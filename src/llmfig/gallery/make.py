"""From a project to a site: draw what is out of date, read it, write the pages, put the new site in place."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path

from llmfig.bilingual import LANGS, Lang
from llmfig.cache import Cache, hash_of
from llmfig.elements.inline import said
from llmfig.errors import FigureError
from llmfig.gallery import folder as site
from llmfig.gallery.looks import looks as find_looks
from llmfig.gallery.markdown import site_index
from llmfig.gallery.model import FORMATS, Chapter, Figure, Gallery, Looks, thumbnail
from llmfig.gallery.pages import assets, pages
from llmfig.gallery.read import Context, Read, read
from llmfig.gallery.source import helpers, module
from llmfig.project import Project
from llmfig.registry import FigureRef, Pair, discover
from llmfig.runner.each import each
from llmfig.runner.outcome import Failure, failed
from llmfig.runner.plan import Options
from llmfig.runner.render import Progress, render, theme
from llmfig.text.markup import parse

TITLE: Pair = ("Figure gallery", "插图集")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to make.

    Attributes:
        folder: where the site goes; `gallery` in the project's output folder when not given.
        themes: names of themes; see `looks`.
        title: what the gallery is called, in English and in Chinese.
    """

    folder: Path | None = None
    themes: tuple[str, ...] = ()
    title: Pair = TITLE


@dataclass(frozen=True, slots=True)
class Made:
    """What was made: the site's folder, its content, its size in files and bytes, and what went wrong."""

    folder: Path
    gallery: Gallery
    files: int
    bytes: int
    failures: list[Failure]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The pictures in the output folder: how each theme was rendered, what could not be drawn, and the books."""

    options: tuple[Options, ...]
    failures: list[Failure]
    missing: frozenset[tuple[str, str, Lang]]
    cache: Cache


# Called for each theme, round the drawing of its figures.
Progresses = Callable[[], AbstractContextManager[Progress]]


def make(project: Project, wanted: Wanted, *, jobs: int = 0, progress: Progresses | None = None) -> Made:
    """Writes the site of a project. Figures that cannot be drawn are told, and have a page that says so.

    Args:
        project: the project.
        wanted: what to make.
        jobs: how many processes; 0 is one per processor.
        progress: is told how far the drawing is.

    Raises:
        FigureError: when there are no figures, or settings, a theme or a folder are wrong.
    """
    refs = sorted(discover(project), key=lambda ref: project.settings.order(ref.chapter))
    if not refs:
        raise FigureError("there are no figures yet", fix="start one with: llmfig new my_chapter/my_figure")
    looks = find_looks(project, wanted.themes)
    out = (project.root / project.settings.out).absolute()
    folder = (wanted.folder or out / "gallery").absolute()
    _check_place(project, folder, out, looks)
    site.check_ours(folder)

    faulty = [failed(ref.fault, ref) for ref in refs if ref.fault]
    sound = [ref for ref in refs if not ref.fault]
    drawn = _draw(project, sound, out, looks, jobs, progress)
    made = _made(sound, drawn)
    before = site.thumbnails(folder)
    kept = {p for p in made if before.get(p) == made[p] and (folder / p).is_file()}
    with site.replaced(folder, made) as new:
        found = each(read, Context(drawn.options, drawn.missing, kept), sound, jobs=jobs)
        figures = [_figure(project, ref, result, drawn) for ref, result in found]
        gallery = Gallery(wanted.title, _credit(project), looks, _chapters(project, figures))
        fresh = {p: data for _, result in found if isinstance(result, Read) for p, data in result.thumbnails.items()}
        _write(new, gallery, drawn.options, refs={(r.chapter, r.id): r for r in sound})
        for figure in gallery.figures:
            for name, lang in figure.pictures:
                path = figure.thumbnail(name, lang)
                data = fresh[path] if path in fresh else (folder / path).read_bytes()
                _put(new / path, data)
        sizes = [file.stat().st_size for file in new.rglob("*") if file.is_file()]
    unread = [result for _, result in found if isinstance(result, Failure)]
    return Made(folder, gallery, len(sizes), sum(sizes), _told([*faulty, *drawn.failures, *unread]))


def _check_place(project: Project, folder: Path, out: Path, looks: Looks) -> None:
    """The site must neither hold the project or its pictures, nor lie where pictures or figures go."""
    fix = "name another folder with --out"
    for kind, inner in (("the project", project.root), ("the pictures", out), ("the figures", project.figures)):
        if inner.is_relative_to(folder):
            raise FigureError(f"the gallery cannot take the place of {kind} ({folder})", fix=fix)
    if folder.is_relative_to(project.figures):
        raise FigureError(f"{folder} lies among the figures", fix=fix)
    if folder.is_relative_to(out) and folder.relative_to(out).parts[0] in {*LANGS, *looks.names}:
        raise FigureError(f"{folder} lies where pictures are drawn", fix=fix)


def _draw(
    project: Project, refs: Sequence[FigureRef], out: Path, looks: Looks, jobs: int, progress: Progresses | None
) -> _Drawn:
    own = Options(out=out, default_theme=project.settings.theme, formats=FORMATS)
    options = tuple(replace(own, theme=name) for name in looks.names)
    failures: list[Failure] = []
    missing: set[tuple[str, str, Lang]] = set()
    for each_theme in options:
        with progress() if progress else nullcontext() as watch:
            report = render(project, refs, each_theme, jobs=jobs, progress=watch)
        failures += report.failures
        missing |= {(f.figure, each_theme.theme, lang) for f in report.failures for lang in LANGS if _in(f, lang)}
    return _Drawn(options, failures, frozenset(missing), Cache.read(out))


def _in(failure: Failure, lang: Lang) -> bool:
    return not failure.langs or lang in failure.langs


def _made(refs: Sequence[FigureRef], drawn: _Drawn) -> dict[str, str]:
    """What the small pictures are made from: path in the site to a hash."""
    found = {}
    for options in drawn.options:
        for ref in refs:
            for lang in LANGS:
                entry = drawn.cache.entries.get(options.name(ref, lang, "png"))
                if entry and (ref.name, options.theme, lang) not in drawn.missing:
                    made = f"{drawn.cache.package[1]} {entry.written.digest}"
                    found[thumbnail(ref, options.theme, lang)] = hash_of(made.encode())
    return found


def _figure(project: Project, ref: FigureRef, result: Read | Failure, drawn: _Drawn) -> Figure:
    path = ref.file.relative_to(project.root).as_posix()
    failures = [f for f in drawn.failures if f.figure == ref.name]
    inputs: set[str] = set()
    if isinstance(result, Read):
        for options in drawn.options:
            for lang in LANGS:
                entry = drawn.cache.entries.get(options.name(ref, lang, "svg"))
                inputs |= set(entry.inputs) if entry else set()
    else:
        failures.append(result)
    faults = {
        lang: tuple(dict.fromkeys(_public(project, f) for f in failures if _in(f, lang)))
        for lang in LANGS
        if any(_in(f, lang) for f in failures)
    }
    title, alt = (result.title, result.alt) if isinstance(result, Read) else ((ref.id, ref.id), ("", ""))
    pictures = result.pictures if isinstance(result, Read) else {}
    return Figure(
        ref.id, ref.chapter, title, alt, module(project, path), helpers(project, ref, inputs), pictures, faults
    )


def _public(project: Project, failure: Failure) -> str:
    """A failure for the readers of the site, who need not know where the project lies."""
    file = Path(failure.source.file)
    where = f"{project.shown(file)}:{failure.source.line}: " if file.is_relative_to(project.root) else ""
    return f"{where}{failure.what}".replace(f"{project.root}/", "")


def _chapters(project: Project, figures: Sequence[Figure]) -> tuple[Chapter, ...]:
    found: dict[str, list[Figure]] = {}
    for figure in figures:
        found.setdefault(figure.chapter, []).append(figure)
    names = {id: project.settings.chapter(id) for id in found}
    return tuple(Chapter(id, (names[id].en, names[id].zh), tuple(inside)) for id, inside in found.items())


def _credit(project: Project) -> Pair:
    credit = theme(project, project.settings.theme).credit
    return said(parse(credit.en)), said(parse(credit.zh))


def _write(new: Path, gallery: Gallery, options: Sequence[Options], refs: dict[tuple[str, str], FigureRef]) -> None:
    for path, text in {**pages(gallery), **assets(gallery), **site_index(gallery)}.items():
        _put(new / path, text.encode())
    _put(new / ".nojekyll", b"")  # GitHub Pages: serve the files as they are
    for each_theme in options:
        for figure in gallery.figures:
            for lang in LANGS:
                if (each_theme.theme, lang) not in figure.pictures:
                    continue
                for format in FORMATS:
                    source = each_theme.out / each_theme.name(refs[figure.chapter, figure.id], lang, format)
                    target = new / figure.file(each_theme.theme, lang, format)
                    target.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(source, target)


def _put(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def _told(failures: Sequence[Failure]) -> list[Failure]:
    """What went wrong, once for all themes and languages together."""
    found: dict[tuple[str, str, str], Failure] = {}
    for f in failures:
        key = (f.figure, f.what, str(f.source))
        before = found.get(key, f)
        # No language means all: the figure could not even be read.
        both = (*before.langs, *f.langs) if before.langs and f.langs else ()
        found[key] = replace(before, langs=tuple(dict.fromkeys(both)))
    return list(found.values())
