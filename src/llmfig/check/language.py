"""Two languages: each picture speaks its own, and says something to a blind reader."""

from __future__ import annotations

import re
from collections.abc import Iterator

from llmfig.check.finding import Hit
from llmfig.check.nodes import Node
from llmfig.check.view import View

HANZI = r"\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
# Full-width forms and CJK marks. Curly quotes, the ellipsis and the middle dot are good English and stay out.
FULL_WIDTH = r"\u3000-\u303f\uff01-\uff60\uffe0-\uffe6"
CHINESE = re.compile(f"[{HANZI}{FULL_WIDTH}]+")
HALF_WIDTH = re.compile(rf"[{HANZI}][,;:!?](?=\s*(?:[{HANZI}]|$))|[{HANZI}][\"']|[\"'][{HANZI}]")
HAS_HANZI = re.compile(f"[{HANZI}]")
WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
SENTENCE = 3  # Latin words up to which a text may be a name that both languages share
SMALL = frozenset(
    {"a", "an", "the", "of", "and", "or", "in", "on", "to", "for", "with", "via", "vs", "by", "from", "at"}
)
PLACEHOLDER = re.compile(r"^\W*(todo|tbd|fixme|xxx|alt|title|lorem ipsum)\b", re.IGNORECASE)


def hanzi_in_english(view: View) -> Iterator[Hit]:
    """Hanzi or full-width marks in an English picture, its title or its description."""
    if view.scene.lang != "en":
        return
    swapped = [t for t in view.scene.translations if HAS_HANZI.search(t.en) and not HAS_HANZI.search(t.zh)]
    for words, nodes, what in _said(view):
        found = CHINESE.findall(words)
        if found:
            shown = " ".join(dict.fromkeys(found))
            fix = "translate it: tr('English', '中文'); and use English marks"
            if any(t.en in words for t in swapped):
                fix = "the sides of tr() are swapped: English comes first, tr('English', '中文')"
            yield Hit(f"{what} holds {shown!r}", fix, nodes)


def half_width_in_chinese(view: View) -> Iterator[Hit]:
    """English marks between hanzi in a Chinese picture."""
    if view.scene.lang != "zh":
        return
    for words, nodes, what in _said(view):
        found = HALF_WIDTH.findall(words)
        if found:
            shown = ", ".join(dict.fromkeys(found))
            yield Hit(f"{what} has half-width marks beside hanzi: {shown}", "use ，；：！？ and “ ”", nodes)


def _said(view: View) -> Iterator[tuple[str, tuple[Node, ...], str]]:
    """Every piece of text of a picture, whose it is, and how to call it."""
    for unit in view.texts:
        if unit.group.kind not in ("title", "credit") or not unit.group.decor:
            yield unit.words, (unit,), unit.name
    yield view.scene.title, (), "the title"
    yield view.scene.alt, (), "the alt text"
    yield view.scene.credit, (), "the credit"


def untranslated(view: View) -> Iterator[Hit]:
    """Translations with an empty side, and English sentences left in Chinese pictures."""
    other = "en" if view.scene.lang == "zh" else "zh"
    for t in view.scene.translations:
        for lang, side, beside in (("en", t.en, t.zh), ("zh", t.zh, t.en)):
            # Each picture reports its own empty side; a side that is empty in both has nothing to say.
            if lang != other and not side.strip() and beside.strip():
                what = f"the {'English' if lang == 'en' else 'Chinese'} side of tr({t.en!r}, {t.zh!r}) is empty"
                yield Hit(what, "translate it; what is the same in both languages is a plain string", source=t.source)
        if view.scene.lang == "zh" and t.en == t.zh and is_sentence(t.en):
            yield Hit(
                f"tr() has the same English on both sides: {t.en!r}",
                "translate it, or write it as a plain string",
                source=t.source,
            )
    if view.scene.lang == "zh" and view.scene.alt.strip() and not HAS_HANZI.search(view.scene.alt):
        yield Hit(
            f"the alt text of the Chinese picture is not Chinese: {view.scene.alt!r}",
            'translate it: alt=("English", "中文")',
        )


def is_sentence(text: str) -> bool:
    """Whether a text is English prose: more than three words, no hanzi, and not a name in capitals or code."""
    if HAS_HANZI.search(text) or re.search(r"[_=\\{}<>\[\]|/*^]", text):
        return False
    words = WORD.findall(text)
    prose = [w for w in words if w.lower() not in SMALL]
    return len(words) > SENTENCE and any(w[0].islower() for w in prose)


def missing_title(view: View) -> Iterator[Hit]:
    """A figure without a title."""
    if not view.scene.title.strip() or PLACEHOLDER.match(view.scene.title):
        yield Hit(f"the {view.scene.lang} title is {view.scene.title!r}", "give @figure a title in both languages")


def missing_alt(view: View) -> Iterator[Hit]:
    """A figure that tells a blind reader nothing."""
    alt, title = view.scene.alt.strip(), view.scene.title.strip()
    if not alt or PLACEHOLDER.match(alt):
        yield Hit(
            f"the {view.scene.lang} alt text is {alt!r}",
            "say in a sentence or two what the figure shows, in both languages",
        )
    elif alt.rstrip(".。").casefold() == title.rstrip(".。").casefold():
        yield Hit("the alt text only repeats the title", "say what the figure shows, not what it is called")
