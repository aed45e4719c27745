"""The search index: a script, because a page that was opened as a file cannot fetch anything else."""

from __future__ import annotations

from llmfig.bilingual import LANGS
from llmfig.gallery.model import Figure, Gallery
from llmfig.web.templates import script_json


def search_index(gallery: Gallery) -> str:
    """A script that hands the index to `search.js`.

    For each figure its path below a language's folder (without `.html`), its chapter's number, and for each language
    title, description, words, and the sources of its formulas; and which themes have a picture of it.
    """
    data = {
        "chapters": [chapter.title for chapter in gallery.chapters],
        "figures": [
            _entry(figure, number, gallery)
            for number, chapter in enumerate(gallery.chapters)
            for figure in chapter.figures
        ],
    }
    return f'"use strict";\nwindow.llmfigSearch.load({script_json(data)});\n'


def _entry(figure: Figure, chapter: int, gallery: Gallery) -> dict[str, object]:
    said = [figure.said(lang) for lang in LANGS]
    return {
        "path": f"{figure.chapter}/{figure.id}",
        "chapter": chapter,
        "title": figure.title,
        "alt": figure.alt,
        "words": [[word.text for word in words] for words in said],
        "latex": [[word.latex for word in words if word.latex not in ("", word.text)] for words in said],
        "themes": [
            [i for i, name in enumerate(gallery.looks.names) if (name, lang) in figure.pictures] for lang in LANGS
        ],
    }
