"""What can be laid over a picture, as JSON: elements where they are drawn, with the lines they come from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from llmfig.build import build
from llmfig.check import check_figure
from llmfig.preview.detail import details
from llmfig.registry import load
from llmfig.theme.load import load as load_theme
from tests.preview.conftest import FINDINGS, FLOW, TURNED, Figures

BOOK = load_theme("book")


def told(figures: Figures, key: str, text: str) -> dict[str, Any]:
    file = figures.write(key, text)
    built = build(load(file), "en", BOOK)
    found = details(built, check_figure([built.scene], BOOK), figures.root)
    parsed: dict[str, Any] = json.loads(found)
    return parsed


def one(found: dict[str, Any], kind: str) -> dict[str, Any]:
    element: dict[str, Any] = next(e for e in found["elements"] if e["kind"] == kind)
    return element


def test_elements_know_their_line(figures: Figures) -> None:
    found = told(figures, "one/flow", FLOW)
    box = one(found, "box")
    file, line = box["source"]
    assert found["files"][file]["name"] == "figures/one/flow.py"
    assert Path(found["files"][file]["path"]) == figures.root / "figures/one/flow.py"
    assert "prompt = Box" in found["files"][file]["text"].splitlines()[line - 1]
    assert box["role"] == "data"
    text = one(found, "text")
    assert text["text"] == "Prompt"
    assert found["elements"][text["in"]] == box  # the words of a box are told to be in it
    title = one(found, "title")  # what the theme draws is at the figure itself
    assert "@figure" in found["files"][title["source"][0]]["text"].splitlines()[title["source"][1] - 1]


def test_connectors_have_their_route_and_ends(figures: Figures) -> None:
    arrow = one(told(figures, "one/flow", FLOW), "arrow")
    assert arrow["route"][0] == arrow["ends"][0][:2]
    assert arrow["route"][-1] == arrow["ends"][1][:2]
    assert arrow["ends"][0][2] == "diagram/row-1/box-1"


def test_what_is_turned_tells_how(figures: Figures) -> None:
    found = told(figures, "one/turned", TURNED)
    label = one(found, "label")
    ((degrees, x, y),) = label["turns"]
    assert 10 < abs(degrees) < 80
    fx, fy, fw, fh = label["frame"]
    assert (x, y) == pytest.approx((fx + fw / 2, fy + fh / 2), abs=0.02)
    words = next(e for e in found["elements"] if e.get("text") == "along")
    assert words["turns"] == label["turns"]
    assert "turns" not in one(found, "box")


def test_findings_name_their_targets(figures: Figures) -> None:
    found = told(figures, "one/found", FINDINGS)
    ids = {e["id"] for e in found["elements"]}
    (allowed,) = [f for f in found["findings"] if f["rule"] == "hanzi-in-english"]
    assert allowed["allowed"] == "a test"
    assert allowed["target"] in ids
    assert found["files"][allowed["source"][0]]["name"] == "figures/one/found.py"


def test_files_outside_of_the_project_are_named_but_not_quoted(figures: Figures, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere.py"
    elsewhere.write_text("from llmfig import Box\n\n\ndef secret() -> Box:\n    return Box('shown')\n")
    text = FLOW.replace(
        "from llmfig", f"import sys\nsys.path.insert(0, {str(tmp_path)!r})\nimport elsewhere\nfrom llmfig", 1
    )
    found = told(figures, "one/flow", text.replace('Box(tr("Prompt", "提示词"), role="data")', "elsewhere.secret()"))
    file = found["files"][one(found, "box")["source"][0]]
    assert (file["name"], file["text"]) == (str(elsewhere), "")


def test_ids_are_the_same_in_both_languages(figures: Figures) -> None:
    file = figures.write("one/flow")
    both = [json.loads(details(build(load(file), lang, BOOK), [], figures.root)) for lang in ("en", "zh")]
    ids = [[e["id"] for e in found["elements"]] for found in both]
    assert ids[0] == ids[1]


def test_troubles_of_the_checks_are_told(figures: Figures) -> None:
    built = build(load(figures.write("one/flow")), "en", BOOK)
    assert json.loads(details(built, [], figures.root, "they failed"))["trouble"] == "they failed"
