"""The summary of a comparison as Markdown, for a comment on a pull request.

What is in a report may come from anybody who opens a pull request, while the comment is written by one who may write to
the repository. So a report is read as untrusted data: everything is checked, shortened and made inert. The module needs
nothing but the standard library, so that a workflow can run it from a plain checkout of the main branch:

    python src/llmfig/review/markdown.py report.json [--before URL] [--after URL] [--page URL]
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

MARKER = "<!-- llmfig-diff -->"  # by which a workflow finds its own comment again
LIMIT = 60_000  # characters; GitHub refuses comments of more than 65,536
_CHANGES = 12  # of one figure
_FIGURES = 40  # of one group
_LONG = 300  # characters of one text
_JOINER = "\u2060"  # invisible, and forbids nothing but that a word is read as a name or an address
_NAME = re.compile(r"[A-Za-z0-9_]+/[A-Za-z0-9_]+")


def summary(report: Mapping[str, Any], *, before: str = "", after: str = "", page: str = "") -> str:
    """A report as Markdown that begins with `MARKER`.

    Args:
        report: what `llmfig diff` wrote into report.json.
        before: address that the project's files before have (`https://.../raw/<commit>`); with `after` it makes the
            accepted thumbnails stand in the table.
        after: the same for the files after.
        page: address of the page with the pictures.

    Raises:
        ValueError: when the report is not what it should be.
    """
    report = _checked(report)
    counts = report["counts"]
    lines = [MARKER, "## Figure changes", "", _headline(counts), ""]
    lines += [f"before {_code(report['before'])}, after {_code(report['after'])}", ""]
    if page:
        lines += [f"[All changes, side by side]({_address(page)})", ""]
    thumbnails = (before, after, report["snapshots"]) if before and after else None
    for group in report["groups"]:
        lines += _group(group)
    for card in report["cards"]:
        lines += _card(card, thumbnails)
    return _within(lines)


def _headline(counts: Mapping[str, int]) -> str:
    said = ", ".join(
        f"**{number} {kind}**" if number and kind != "unchanged" else f"{number} {kind}"
        for kind, number in counts.items()
    )
    return f"{said}."


def _group(group: Mapping[str, Any]) -> list[str]:
    figures = group["figures"]
    names = ", ".join(_code(f["name"]) for f in figures[:_FIGURES])
    more = f" and {len(figures) - _FIGURES} more" if len(figures) > _FIGURES else ""
    return [
        f"### Together: {_inert(group['title'])}",
        "",
        *(f"- {_inert(words)}" for words in group["words"][:_CHANGES]),
        "",
        f"<details><summary>{len(figures)} figures</summary>\n\n{names}{more}\n\n</details>",
        "",
    ]


def _card(card: Mapping[str, Any], thumbnails: tuple[str, str, str] | None) -> list[str]:
    en, zh = card["title"]
    lines = [f"### {_inert(en)} · {_inert(zh)}", "", f"{card['kind']}: {_code(card['name'])}", ""]
    for fault in card["faults"]:
        lines.append(f"- **not drawn** ({_inert(fault['where'])}): {_inert(fault['what'])} {_place(fault)}")
    shown = card["changes"][:_CHANGES]
    for change in shown:
        only = f" *({'English' if change['langs'] == ['en'] else 'Chinese'} only)*" if len(change["langs"]) == 1 else ""
        lines.append(f"- {_inert(change['words'])}{only} {_place(change)}")
    if len(card["changes"]) > len(shown):
        lines.append(f"- and {len(card['changes']) - len(shown)} more")
    lines.append("")
    if thumbnails and _NAME.fullmatch(card["name"]):
        lines += _pictures(card, *thumbnails)
    return lines


def _pictures(card: Mapping[str, Any], before: str, after: str, snapshots: str) -> list[str]:
    """A table of the committed thumbnails: fixed commits, so that it still shows the same when the branch is gone."""
    sides = [(word, url) for word, url in (("before", before), ("after", after)) if card["kind"] not in _LACKS[word]]
    rows = [f"| | {' | '.join(word for word, _ in sides)} |", f"| --- | {' | '.join('---' for _ in sides)} |"]
    for lang in ("en", "zh"):
        path = f"{snapshots}/{card['name']}.{lang}.png"
        cells = [f'<img width="360" alt="{word}, {lang}" src="{_address(f"{url}/{path}")}">' for word, url in sides]
        rows.append(f"| {lang} | {' | '.join(cells)} |")
    return ["<details><summary>Thumbnails</summary>", "", *rows, "", "</details>", ""]


_LACKS = {"before": ("new",), "after": ("deleted",)}


def _place(entry: Mapping[str, Any]) -> str:
    return _code(entry["source"]) if entry["source"] else ""


def _within(lines: list[str]) -> str:
    """The lines that fit into a comment; whole sections, so that no element stays open."""
    text, told = "", f"\n\nMore is in the page: a comment holds {LIMIT} characters.\n"
    sections: list[list[str]] = [[]]
    for line in lines:
        if line.startswith("### "):
            sections.append([])
        sections[-1].append(line)
    for section in sections:
        part = "\n".join(section) + "\n"
        if len(text) + len(part) + len(told) > LIMIT:
            return text + told
        text += part
    return text


def _visible(text: str) -> str:
    """On one line, shortened in the middle, with all that cannot be seen (direction marks, controls) spelt out."""
    spelt = "".join(
        c
        if c == " " or unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
        else f"\\u{ord(c):04x}"
        for c in text
    )
    return spelt if len(spelt) <= _LONG else f"{spelt[: _LONG // 2]} … {spelt[-_LONG // 2 :]}"


def _encoded(text: str) -> str:
    """Punctuation as entities: they are turned back after Markdown has looked for its marks."""
    return "".join(c if c.isalnum() or c == " " or ord(c) > 127 else f"&#{ord(c)};" for c in text)


def _inert(text: str) -> str:
    """Text that is only text: no markup, and no mention, reference or address that GitHub would link."""
    broken = re.sub(r"(?<=[@#/])(?=\w)|(?<=:)(?=//)|(?i:(?<=\bwww)(?=\.)|(?<=\bGH)(?=-))", _JOINER, _visible(text))
    return _encoded(broken)


def _code(text: str) -> str:
    """Text in type of fixed width, where GitHub links nothing."""
    return f"<code>{_encoded(_visible(text))}</code>"


def _address(url: str) -> str:
    return quote(url, safe=":/%?=&.-_~")


def _checked(report: object) -> dict[str, Any]:
    """The report, with only what is known of it.

    Raises:
        ValueError: names the first part that is wrong.
    """
    top = _table(report, "report")
    counts = {kind: _number(_table(top.get("counts"), "counts").get(kind), f"counts.{kind}") for kind in KINDS}
    return {
        "before": _text(top.get("before"), "before"),
        "after": _text(top.get("after"), "after"),
        "snapshots": _text(top.get("snapshots"), "snapshots"),
        "counts": counts,
        "cards": [_checked_card(card) for card in _list(top.get("cards"), "cards")],
        "groups": [
            {
                "title": _text(group.get("title"), "group.title"),
                "words": [_text(w, "group.words") for w in _list(group.get("words"), "group.words")],
                "figures": [
                    {"name": _text(_table(f, "figure").get("name"), "figure.name")}
                    for f in _list(group.get("figures"), "group.figures")
                ],
            }
            for group in (_table(g, "group") for g in _list(top.get("groups"), "groups"))
        ],
    }


KINDS = ("changed", "new", "deleted", "failed", "unchanged")


def _checked_card(value: object) -> dict[str, Any]:
    card = _table(value, "card")
    title = [_text(t, "card.title") for t in _list(card.get("title"), "card.title")]
    kind = card.get("kind")
    if kind not in KINDS or len(title) != 2:
        raise ValueError(f"card.kind or card.title is wrong: {kind!r}")
    return {
        "name": _text(card.get("name"), "card.name"),
        "title": title,
        "kind": kind,
        "changes": [
            {
                "words": _text(c.get("words"), "change.words"),
                "source": _text(c.get("source"), "change.source"),
                "langs": [lang for lang in _list(c.get("langs"), "change.langs") if lang in ("en", "zh")],
            }
            for c in _tables(card.get("changes"), "changes")
        ],
        "faults": [
            {key: _text(f.get(key), f"fault.{key}") for key in ("where", "what", "source")}
            for f in _tables(card.get("faults"), "faults")
        ],
    }


def _table(value: object, name: str) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise ValueError(f"{name} is not a table")
    return value


def _tables(value: object, name: str) -> Iterable[dict[str, Any]]:
    return (_table(entry, name) for entry in _list(value, name))


def _list(value: object, name: str) -> list[Any]:
    if not isinstance(value, list):
        raise ValueError(f"{name} is not a list")
    return value


def _text(value: object, name: str) -> str:
    if not isinstance(value, str):
        raise ValueError(f"{name} is not a text")
    return value


def _number(value: object, name: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"{name} is not a number")
    return value


def main() -> None:
    """The script."""
    parser = argparse.ArgumentParser(description="The Markdown summary of a report that llmfig diff wrote.")
    parser.add_argument("report", type=Path)
    for option, what in (("--before", "the files before"), ("--after", "the files after"), ("--page", "the page")):
        parser.add_argument(option, default="", metavar="URL", help=f"address of {what}")
    asked = parser.parse_args()
    try:
        report = json.loads(asked.report.read_text(encoding="utf-8"))
        print(summary(report, before=asked.before, after=asked.after, page=asked.page), end="")
    except (OSError, ValueError) as error:
        sys.exit(f"{asked.report}: {error}")


if __name__ == "__main__":
    main()
