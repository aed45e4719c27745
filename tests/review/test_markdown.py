"""The summary of a comparison in a comment."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from llmfig.review import markdown
from llmfig.review.markdown import LIMIT, MARKER, summary

HOSTILE = (
    "</details><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "![x](https://evil.example/x.png) [y](javascript:alert(1))",
    "@everyone #1 owner/repo#2 GH-3 https://evil.example www.evil.example",
    "a | b\n\n# heading\n- list `code` **bold**",
    "\u202egnp.exe\u200b\x07",
    "W" * 5000,
)


def change(
    words: str = 'text "A" → "B"', langs: tuple[str, ...] = ("en", "zh"), source: str = "a.py:7"
) -> dict[str, Any]:
    return {"words": words, "source": source, "langs": list(langs)}


def report(**changed: object) -> dict[str, Any]:
    card = {
        "name": "one/first",
        "title": ["First", "第一"],
        "kind": "changed",
        "changes": [change(), change("box 3 px wider", ("zh",))],
        "faults": [],
    }
    group = {
        "title": "fill #71ccf5 → #70cbf4",
        "words": ["in 2 figures"],
        "figures": [{"name": "one/a"}, {"name": "one/b"}],
    }
    counts = {"changed": 3, "new": 0, "deleted": 0, "failed": 0, "unchanged": 40}
    return {
        "before": "main (0123456789)",
        "after": "working tree",
        "snapshots": "tests/snapshots",
        "counts": counts,
        "cards": [card],
        "groups": [group],
    } | changed


def visible(text: str) -> str:
    """What a reader sees of the Markdown's text: entities turned back, joiners gone."""
    return re.sub(r"&#(\d+);", lambda m: chr(int(m[1])), text).replace("\u2060", "")


def test_what_it_says() -> None:
    text = summary(report())
    assert text.startswith(f"{MARKER}\n## Figure changes\n")
    assert "**3 changed**, 0 new, 0 deleted, 0 failed, 40 unchanged." in text
    said = visible(text)
    assert "### First · 第一" in said
    assert 'text "A" → "B" <code>a.py:7</code>' in said
    assert "box 3 px wider *(Chinese only)*" in said
    assert "### Together: fill #71ccf5 → #70cbf4" in said
    assert "<summary>2 figures</summary>" in said
    assert "<code>one/a</code>, <code>one/b</code>" in said


def test_thumbnails_are_those_of_fixed_commits() -> None:
    text = summary(report(), before="https://h/raw/aaa", after="https://h/raw/bbb")
    assert 'src="https://h/raw/aaa/tests/snapshots/one/first.zh.png"' in text
    assert 'src="https://h/raw/bbb/tests/snapshots/one/first.en.png"' in text
    new = report(cards=[report()["cards"][0] | {"kind": "new"}])
    assert "aaa" not in summary(new, before="https://h/raw/aaa", after="https://h/raw/bbb")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str) -> None:
    card = {
        "name": text,
        "title": [text, text],
        "kind": "changed",
        "changes": [change(text, source=text)],
        "faults": [{"where": text, "what": text, "source": text}],
    }
    group = {"title": text, "words": [text], "figures": [{"name": text}]}
    made = summary(
        report(before=text, after=text, cards=[card], groups=[group], snapshots=text),
        before="https://h",
        after="https://h",
    )
    plain = summary(report(before="x", after="x", cards=[report()["cards"][0] | {"name": "x"}]))
    own = set(re.findall(r"</?\w+", plain)) | {"<strong", "</strong"}
    assert set(re.findall(r"</?\w+", made)) <= own
    for mark in ("![", "](j", "`", "\u202e", "\u200b", "\x07"):
        assert mark not in made, mark
    # What GitHub looks for when Markdown is done, outside of code.
    done = re.sub(r"<code>.*?</code>", "", re.sub(r"&#(\d+);", lambda m: chr(int(m[1])), made))
    for mark in ("@e", "#1", "GH-3", "://evil", "www.e", "repo#2"):
        assert mark not in done, mark
    # Each text stays on one line: it can open neither a heading, a list nor a cell of a table.
    assert not re.search(r"^(# heading|- list)", made, re.M)
    assert len(made) < 20_000


def test_a_comment_has_an_end() -> None:
    card = report()["cards"][0] | {"changes": [change("x" * 290)] * 12}
    text = summary(report(cards=[card] * 400))
    assert LIMIT - 8000 < len(text) <= LIMIT
    assert "More is in the page" in text
    assert text.count("<details>") == text.count("</details>")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("before", 7),
        ("counts", {}),
        ("counts", {"changed": -1, "new": 0, "deleted": 0, "failed": 0, "unchanged": 0}),
        ("cards", {}),
        ("cards", [[]]),
        ("cards", [{"name": "a", "title": ["a"], "kind": "changed", "changes": [], "faults": []}]),
        ("cards", [{"name": "a", "title": ["a", "b"], "kind": "<b>", "changes": [], "faults": []}]),
        ("groups", [{"title": "a", "words": [1], "figures": []}]),
        ("snapshots", None),
    ],
)
def test_a_report_that_is_none(key: str, value: object) -> None:
    with pytest.raises(ValueError, match=key.rstrip("s")):
        summary(report(**{key: value}))


def test_as_a_script_without_anything_installed(tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text(json.dumps(report()), encoding="utf-8")
    command = [sys.executable, "-I", "-S", markdown.__file__]
    done = subprocess.run([*command, str(tmp_path / "report.json")], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == summary(report())
    (tmp_path / "report.json").write_text("[]")
    done = subprocess.run([*command, str(tmp_path / "report.json")], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "report is not a table" in done.stderr
    assert "Traceback" not in done.stderr
