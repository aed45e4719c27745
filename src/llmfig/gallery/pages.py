"""The pages of the site, from templates: an index and a page for each figure in both languages, and the way in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

from llmfig.bilingual import LANGS, Lang
from llmfig.gallery.model import FORMATS, Figure, Gallery, side
from llmfig.gallery.search_index import search_index
from llmfig.gallery.source import highlighted
from llmfig.gallery.wording import SCRIPTED, WORDING, count, theme_name
from llmfig.render.xml import LANGUAGES
from llmfig.web.templates import asset, page

SCRIPTS = ("boot.js", "search.js", "search-box.js", "site.js", "viewer.js", "places.js")
STYLES = ("shared/base.css", "gallery/gallery.css", "gallery/figure.css", "gallery/code.css")


def assets(gallery: Gallery) -> dict[str, str]:
    """Style sheet, scripts and search index, by path."""
    found = {f"assets/{name}": asset(f"gallery/{name}") for name in (*SCRIPTS, "icon.svg")}
    found["assets/gallery.css"] = "\n".join([*map(asset, STYLES), _papers(gallery)])
    found["assets/search-index.js"] = search_index(gallery)
    return found


def pages(gallery: Gallery) -> dict[str, str]:
    """All pages, by path."""
    found = {"index.html": page("gallery/entrance.html", **_shared(gallery, "en", "en/index.html", ""))}
    for lang in LANGS:
        found[f"{lang}/index.html"] = page("gallery/index.html", **_index(gallery, lang))
        figures = gallery.figures
        for i, figure in enumerate(figures):
            before = figures[i - 1] if i else None
            after = figures[i + 1] if i + 1 < len(figures) else None
            values = _figure(gallery, figure, lang, before, after)
            found[figure.page(lang)] = page("gallery/figure.html", **values)
    return found


def href(path: str) -> str:
    """A path as it stands in a link, whatever the files are called."""
    return quote(path)


def size(number: int) -> str:
    """A number of bytes as people read it."""
    return f"{number / 1e6:.1f} MB" if number >= 1e6 else f"{max(1, round(number / 1e3))} kB"


def _shared(gallery: Gallery, lang: Lang, path: str, up: str) -> dict[str, object]:
    """What every page says. `path` is the page's own; `up` leads from there to the site's folder."""
    looks = gallery.looks
    inside = path.partition("/")[2]
    return {
        "lang": lang,
        "code": LANGUAGES[lang],
        "up": up,
        "gallery": gallery.title[side(lang)],
        "titles": dict(zip(LANGS, gallery.title, strict=True)),
        "credit": gallery.credit[side(lang)],
        "w": WORDING[lang],
        "wording": WORDING,
        "scripted": {name: WORDING[lang][name] for name in SCRIPTED},
        "languages": [(other, LANGUAGES[other], f"{up}{other}/{href(inside)}") for other in LANGS],
        "themes": [(i, theme_name(lang, name)) for i, name in enumerate(looks.names)],
        "names": json.dumps(looks.names),
        "light": looks.light,
        "dark": looks.dark,
        "side": side(lang),
        "other": next(other for other in LANGS if other != lang),
        "codes": LANGUAGES,
    }


def _index(gallery: Gallery, lang: Lang) -> dict[str, object]:
    shared = _shared(gallery, lang, f"{lang}/index.html", "../")
    number = len(gallery.figures)
    chapters = [
        {
            "id": chapter.id,
            "title": chapter.title[side(lang)],
            "other": chapter.title[1 - side(lang)],
            "count": count(lang, "figures", len(chapter.figures)),
            "number": len(chapter.figures),
            "figures": [
                {
                    "href": f"../{href(figure.page(lang))}",
                    "title": figure.title[side(lang)],
                    "other": figure.title[1 - side(lang)],
                    "picture": _variants(gallery, figure, lang, "../", small=True),
                }
                for figure in chapter.figures
            ],
        }
        for chapter in gallery.chapters
    ]
    told = WORDING[lang]["apart"].join(
        [count(lang, "figures", number), count(lang, "in_chapters", len(gallery.chapters))]
    )
    return {**shared, "page": "index", "title": gallery.title[side(lang)], "chapters": chapters, "told": told}


def _figure(
    gallery: Gallery, figure: Figure, lang: Lang, before: Figure | None, after: Figure | None
) -> dict[str, object]:
    up = "../../"
    chapter = next(c for c in gallery.chapters if c.id == figure.chapter)
    return {
        **_shared(gallery, lang, figure.page(lang), up),
        "page": "figure",
        "title": figure.title[side(lang)],
        "second": figure.title[1 - side(lang)],
        "alt": figure.alt[side(lang)],
        "chapter": {"title": chapter.title[side(lang)], "href": f"../index.html#chapter-{href(chapter.id)}"},
        "picture": _variants(gallery, figure, lang, up, small=False),
        "places": _places(gallery, figure, lang),
        "words": figure.said(lang),
        "faults": figure.faults.get(lang, ()),
        "downloads": list(_downloads(gallery, figure, lang)),
        "module": {"path": figure.module.path, "lines": highlighted(figure.module.text)},
        "helpers": [{"path": m.path, "lines": highlighted(m.text)} for m in figure.helpers],
        "before": _neighbour(before, lang),
        "after": _neighbour(after, lang),
    }


def _neighbour(figure: Figure | None, lang: Lang) -> dict[str, str] | None:
    if figure is None:
        return None
    return {"title": figure.title[side(lang)], "href": f"../../{href(figure.page(lang))}"}


def _variants(gallery: Gallery, figure: Figure, lang: Lang, up: str, *, small: bool) -> dict[str, object] | None:
    """A picture in all themes: for each theme its address and size, None where it could not be drawn."""
    looks = gallery.looks
    variants: list[dict[str, object] | None] = []
    for name in looks.names:
        picture = figure.pictures.get((name, lang))
        path = figure.thumbnail(name, lang) if small else figure.file(name, lang, "svg")
        size = {"width": picture.width, "height": picture.height} if picture else {}
        variants.append({"src": up + href(path), **size} if picture else None)
    there = [v for v in variants if v]
    if not there:
        return None
    light = variants[looks.light] or there[0]
    return {"light": light, "dark": variants[looks.dark] or light, "all": json.dumps(variants)}


def _places(gallery: Gallery, figure: Figure, lang: Lang) -> dict[str, object]:
    """The words with their places, for each theme; themes that place them alike share a list."""
    lists: list[object] = []
    which: list[int | None] = []
    for name in gallery.looks.names:
        picture = figure.pictures.get((name, lang))
        if picture is None:
            which.append(None)
            continue
        words = [[w.text, w.latex, *w.box] for w in picture.words]
        if words not in lists:
            lists.append(words)
        which.append(lists.index(words))
    return {"which": which, "lists": lists}


def _downloads(gallery: Gallery, figure: Figure, lang: Lang) -> Iterator[dict[str, object]]:
    for name in gallery.looks.names:
        if picture := figure.pictures.get((name, lang)):
            files = [
                {
                    "format": format.upper(),
                    "href": f"../../{href(figure.file(name, lang, format))}",
                    "name": f"{figure.id}.{lang}.{name}.{format}",
                    "size": size(picture.bytes[format]),
                }
                for format in FORMATS
            ]
            yield {"theme": theme_name(lang, name), "files": files}


def _papers(gallery: Gallery) -> str:
    """The paper of the theme that is shown, as a colour for what surrounds a picture. Themes go by their numbers."""
    looks = gallery.looks
    light, dark = looks.themes[looks.light].paper, looks.themes[looks.dark].paper
    chosen = [f':root[data-theme="{i}"] {{ --picture: {look.paper}; }}' for i, look in enumerate(looks.themes)]
    auto = f":root {{ --picture: {light}; }}\n@media (prefers-color-scheme: dark) {{ :root {{ --picture: {dark}; }} }}"
    return "\n".join([auto, *chosen, ""])
