"""Notebooks that are really run: by a kernel as in Jupyter, and by IPython in a terminal."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from tests.notebook.kit import HTML, PLAIN, PNG, SVG, ids, words

COLOR = re.compile(r"\x1b\[[\d;]*m")
CELLS = [
    "import llmfig\nfrom llmfig import Box, Row, figure, tr",
    """@figure(title=("Pair", "一对"), alt=("Two boxes.", "两个方框。"))
def pair():
    return Row(Box(tr("one", "一")), Box(tr("two", "二"), role=ROLE))

ROLE = "data"
pair""",
    'llmfig.use(lang="both")\npair',
    'display(pair.view("zh"), pair.view("zh"))',
    'ROLE = "modle"\npair',
    'pair.save("pair.svg", lang="zh")',
    'display(pair.view("en"), include=["image/png"])',
    'ROLE = "data"\npair.save("pair.svg", lang="zh")',
    "tr('one', '一')",
    "pair()",
    "Row(Box('one'), Box('two'))",
    "pair.check()",
    'for lang in ("en", "zh"):\n    display(pair.view(lang, format="png", width=100))',
]


def run(cells: list[str], folder: Path) -> list[list[Any]]:
    """The outputs of each cell of a notebook that lies in a folder."""
    notebook = nbformat.from_dict(  # type: ignore[no-untyped-call]
        {
            "nbformat": 4,
            "nbformat_minor": 4,
            "metadata": {},
            "cells": [
                {"cell_type": "code", "metadata": {}, "execution_count": None, "outputs": [], "source": cell}
                for cell in cells
            ],
        }
    )
    client = NotebookClient(
        notebook, kernel_name="python3", timeout=120, allow_errors=True, resources={"metadata": {"path": str(folder)}}
    )
    client.execute()
    nbformat.validate(notebook)
    return [cell.outputs for cell in notebook.cells]


def error(outputs: list[Any]) -> str:
    """What a cell that failed shows, without its colours."""
    (output,) = outputs
    assert output.output_type == "error"
    assert output.ename == "FigureError"
    return COLOR.sub("", "\n".join(output.traceback))


@pytest.mark.slow
def test_a_notebook_shows_its_figures(tmp_path: Path) -> None:
    outputs = run(CELLS, tmp_path)
    assert outputs[0] == []

    ((english,), (both,)) = outputs[1:3]
    assert set(english.data) == {SVG, PLAIN}
    assert english.data[PLAIN] == "Pair: Two boxes."
    assert {"one", "two"} <= words(english.data[SVG])
    assert set(both.data) == {HTML, PLAIN}
    assert both.data[HTML].count("<img ") == 2

    twice = outputs[3]
    assert [words(o.data[SVG]) >= {"一", "二"} for o in twice] == [True, True]
    names = [name for o in (english, *twice) for name in ids(o.data[SVG])]
    assert len(names) == len(set(names))

    (calm,) = outputs[4]
    assert calm.output_type == "execute_result"
    assert set(calm.data) == {HTML, PLAIN}
    first, place, code, fix = calm.data[PLAIN].splitlines()
    assert first == "FigureError: there is no role 'modle'"
    assert place == "  Cell In[2], line 3"
    assert code == '      return Row(Box(tr("one", "一")), Box(tr("two", "二"), role=ROLE))'
    assert "'model'" in fix

    assert error(outputs[5]) == calm.data[PLAIN]
    assert outputs[5][0].evalue.startswith("Cell In[2], line 3: there is no role 'modle'")
    assert error(outputs[6]) == calm.data[PLAIN]

    assert outputs[7][0].data[PLAIN].endswith("Path('pair.svg')")
    assert "二" in words((tmp_path / "pair.svg").read_text(encoding="utf-8"))

    assert error(outputs[8]).splitlines()[1:3] == ["  Cell In[9], line 1", "      tr('one', '一')"]
    assert "pair()" not in error(outputs[8])
    assert "by its name alone: softmax, not softmax()" in error(outputs[9])

    (sketch,) = outputs[10]
    assert words(sketch.data[SVG]) == {"one", "two"}
    assert outputs[11][0].data[PLAIN] == "nothing wrong"

    pngs = outputs[12]
    assert [set(o.data) for o in pngs] == [{PNG, PLAIN}, {PNG, PLAIN}]
    assert [o.metadata[PNG].width for o in pngs] == [100, 100]

    # Once more from the start: not a byte of any picture is another.
    assert run(CELLS[:4], tmp_path) == outputs[:4]


TYPED = """
from llmfig import Box, figure

@figure(title=("One", "一"), alt=("A box.", "方框。"))
def one():
    return Box("a", role="modle")

one
one.save("one.svg")
1 + 1
"""


def test_ipython_in_a_terminal(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "IPython", "--simple-prompt", "--colors=nocolor", "--no-banner", "--quick"],
        input=TYPED,
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=tmp_path,
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        timeout=120,
        check=True,
    )
    said = done.stdout + done.stderr
    assert "<Figure one: 'One'>" in said
    assert re.search(
        r'FigureError: there is no role \'modle\'\n  Cell In\[\d\], line 3\n      return Box\("a"', said
    ), said
    assert "Traceback" not in said
    assert ": 2\n" in said
