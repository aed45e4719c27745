"""The pages of the reference, as Markdown."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from llmfig.bilingual import LANGS

from . import public
from .chapters import CHAPTERS, Chapter
from .docstrings import Doc
from .pictures import Picture
from .public import Entry
from .sheets import Sheet, of
from .spoken import spoken
from .words import Words, vocabulary_types

GENERATED = "<!-- Written by `python -m scripts.build_docs` from the docstrings of the package: do not edit. -->"
WIDE = 88  # characters of a line of code
BESIDE = 400.0  # px: two pictures that are wider stand one below the other
SPOKEN_LANGS = {"en": "English", "zh": "中文"}


def pages(pictures: Sequence[Picture], sheets: Sequence[Sheet]) -> dict[PurePosixPath, str]:
    """All pages, by their path in `docs`.

    Args:
        pictures: those of the examples and the sheets.
        sheets: pictures of many values of an option.
    """
    drawn = {p.name: p for p in pictures}
    found = {"index": _index(), "words": _words(drawn, sheets)}
    found |= {chapter.id: _chapter(chapter, drawn, sheets) for chapter in CHAPTERS}
    return {PurePosixPath("reference", f"{name}.md"): f"{text.rstrip()}\n" for name, text in found.items()}


def _index() -> str:
    out = [
        "# Reference",
        GENERATED,
        "Every public name, with its options and an example in both languages. An example can be pasted into the "
        "function of a figure as it stands, with `return` before its last statement. Editors show the same texts when "
        "you point at a name, and complete the [words that options take](words.md).",
        "A *sheet* shows many values of an option at once. Its code calls two helpers, `sheet` and `each`, which set "
        "the code that makes a thing what it is below it.",
    ]
    for chapter in CHAPTERS:
        out += [f"## [{chapter.title}]({chapter.id}.md)", chapter.about]
        rows = [(f"[`{n}`]({chapter.id}.md#{n.lower()})", public.entry(n).doc.summary) for n in chapter.names]
        out.append(_table(("name", "what it is"), rows))
    out += ["## [Words that options take](words.md)", "Roles, sizes, gaps, styles, sides, ..., each with a picture."]
    out.append(", ".join(f"[`{w}`](words.md#{w.lower()})" for w in vocabulary_types()))
    return "\n\n".join(out)


def _words(drawn: dict[str, Picture], sheets: Sequence[Sheet]) -> str:
    out = [
        "# Words that options take",
        GENERATED,
        "Colours, sizes and distances are named. In signatures the names of these types tell which words an option "
        "takes; an editor completes them, a type checker knows them. They can be imported from `llmfig.vocabulary`.",
    ]
    for words in vocabulary_types().values():
        out += [f"## {words.name}", f"{words.about}{_more(words)}", ", ".join(f"`{w}`" for w in words.words)]
        for sheet in of(words.name, sheets):
            out += list(_shown(drawn[sheet.picture]))
    return "\n\n".join(out)


def _more(words: Words) -> str:
    return " A theme may have more." if words.open else ""


def _chapter(chapter: Chapter, drawn: dict[str, Picture], sheets: Sequence[Sheet]) -> str:
    out = [f"# {chapter.title}", GENERATED, chapter.about]
    for name in chapter.names:
        entry = public.entry(name)
        out += list(_entry(entry, drawn, "##"))
        for sheet in of(name, sheets):
            out += [f"### {sheet.title}", *_shown(drawn[sheet.picture]), _folded(sheet.code)]
        others = []
        for member in entry.members:
            home = public.homes()[member.origin]
            if home.name == member.name:
                out += list(_entry(member, drawn, "###"))
            else:
                others.append(f"[`{member.heading}`](#{_slug(home.heading)})")
        if others:
            out.append(f"Besides: {', '.join(others)}.")
    return "\n\n".join(out)


def _entry(entry: Entry, drawn: dict[str, Picture], level: str) -> Iterator[str]:
    yield f"{level} {entry.heading}"
    yield entry.doc.summary
    if entry.options and entry.kind != "index":
        yield f"```python\n{call(entry)}\n```"
    if entry.doc.text:
        yield entry.doc.text
    for i, example in enumerate(entry.doc.examples):
        yield from _shown(drawn[entry.picture(i)])
        yield f"```python\n{example.code}\n```"
    yield from _about(entry, entry.doc)


def _about(entry: Entry, doc: Doc) -> Iterator[str]:
    """Options, what it gives, and errors."""
    if doc.attributes:
        yield _table(("attribute", "what it is"), [(f"`{name}`", about) for name, about in doc.attributes.items()])
    elif entry.options:
        rows = [
            (f"`{o.name}`", spoken(o.annotation), f"`{o.default}`" if o.default else "", doc.options[o.name])
            for o in entry.options
        ]
        yield _table(("option", "type", "default", "meaning"), rows)
    if doc.returns:
        yield f"**Gives** {doc.returns[0].lower()}{doc.returns[1:]}"
    for kind, when in doc.raises:
        yield f"**Raises** `{kind}` {when}"


def call(entry: Entry) -> str:
    """The signature with defaults, as one would write the call."""
    parts, named = [], False
    for o in entry.options:
        named = named or o.name.startswith("*")
        if o.named and not named:
            parts.append("*")
            named = True
        parts.append(f"{o.name}={o.default}" if o.default else o.name)
    head = f"{entry.heading}("
    body = textwrap.wrap(", ".join(parts), WIDE - len(head), break_long_words=False, break_on_hyphens=False)
    return head + f"\n{' ' * len(head)}".join(body) + ")"


def _shown(picture: Picture) -> Iterator[str]:
    """A picture in all languages: side by side where there is room."""
    files = [f"![{_plain(alt)}](../{file})" for alt, file in zip(picture.alt, picture.files, strict=True)]
    if len(files) == 1:
        yield files[0]
    elif max(picture.widths) <= BESIDE:
        yield _table(tuple(SPOKEN_LANGS[lang] for lang in LANGS), [tuple(files)])
    else:
        for lang, file in zip(LANGS, files, strict=True):
            yield f"{SPOKEN_LANGS[lang]}:"
            yield file


def _slug(heading: str) -> str:
    """The anchor that a heading gets, on GitHub and in the site."""
    return re.sub(r"[^\w -]", "", heading).strip().lower().replace(" ", "-")


def _folded(code: str) -> str:
    return f'<details markdown="1">\n<summary>Code</summary>\n\n```python\n{code}\n```\n\n</details>'


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(_cell(c) for c in line)} |" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def _plain(text: str) -> str:
    """Words for an alternative text: no sign that ends it."""
    return " ".join(text.replace("[", "(").replace("]", ")").split())
