"""Reading one figure for the gallery: what its file declares, and what is in its pictures. The work of one process."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from llmfig.bilingual import LANGS, Lang
from llmfig.elements.inline import said
from llmfig.gallery.model import FORMATS, Picture, thumbnail
from llmfig.gallery.svg import one_line, read_svg
from llmfig.gallery.thumbnail import thumbnail as make_thumbnail
from llmfig.registry import FigureRef, Pair, load
from llmfig.runner.outcome import Failure, failed
from llmfig.runner.plan import Options
from llmfig.text.markup import parse


@dataclass(frozen=True, slots=True)
class Context:
    """What all figures share.

    Attributes:
        options: how each theme was rendered.
        missing: figures (`chapter/id`) that could not be drawn, with theme and language.
        thumbnails: the small pictures (by their path in the site) that are there already.
    """

    options: tuple[Options, ...]
    missing: Set[tuple[str, str, Lang]]
    thumbnails: Set[str]


@dataclass(frozen=True, slots=True)
class Read:
    """What one figure declares, its pictures, and the small pictures that are new (by their path in the site)."""

    title: Pair
    alt: Pair
    pictures: Mapping[tuple[str, Lang], Picture]
    thumbnails: Mapping[str, bytes]


def read(context: Context, ref: FigureRef) -> Read | Failure:
    """Everything of one figure that the site shows, except for its source code."""
    try:
        definition = load(ref.file)
        title = plain_title(definition.title)
        pictures: dict[tuple[str, Lang], Picture] = {}
        thumbnails: dict[str, bytes] = {}
        for options in context.options:
            for lang in LANGS:
                if (ref.name, options.theme, lang) in context.missing:
                    continue
                files = {format: options.out / options.name(ref, lang, format) for format in FORMATS}
                width, height, words = read_svg(files["svg"])
                sizes = {format: file.stat().st_size for format, file in files.items()}
                pictures[options.theme, lang] = Picture(width, height, words, sizes)
                path = thumbnail(ref, options.theme, lang)
                if path not in context.thumbnails:
                    thumbnails[path] = make_thumbnail(Path(files["png"]))
    except (Exception, SystemExit) as error:
        return failed(error, ref)
    return Read(title, (one_line(definition.alt[0]), one_line(definition.alt[1])), pictures, thumbnails)


def plain_title(pair: Pair) -> Pair:
    """A title without its markup, formulas spelt out, on one line."""
    en, zh = (one_line(said(parse(side))) for side in pair)
    return en, zh
