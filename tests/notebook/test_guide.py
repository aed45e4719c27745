"""The code of docs/notebooks.md does what the guide says."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from llmfig.settings import parse
from tests.conftest import GOOD
from tests.notebook.kit import HTML, PLAIN, SVG
from tests.notebook.test_kernel import error, run

GUIDE = Path(__file__).parents[2] / "docs" / "notebooks.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.mark.slow
def test_the_code_of_the_guide(tmp_path: Path) -> None:
    blocks = BLOCK.findall(GUIDE.read_text(encoding="utf-8"))
    (settings,) = (text for kind, text in blocks if kind == "toml")
    assert parse(tomllib.loads(settings), "llmfig.toml").credit is not None
    (tmp_path / "llmfig.toml").write_text(settings, encoding="utf-8")
    softmax = tmp_path / "my_book" / "figures" / "attention" / "softmax.py"
    softmax.parent.mkdir(parents=True)
    softmax.write_text(GOOD, encoding="utf-8")

    outputs = run([text for kind, text in blocks if kind == "python"], tmp_path)
    shown: list[list[Any]] = []
    for kind, text in blocks:
        if kind == "python":
            shown.append(outputs[len(shown)])
        elif kind == "text":
            # What the guide prints below a block is what the block shows; "..." stands for anything.
            expected = re.escape(text.strip()).replace(re.escape("..."), ".*")
            output = shown[-1][0]
            said = error(shown[-1]) if output.output_type == "error" else output.data[PLAIN]
            assert re.fullmatch(expected, said), said
    for cell in outputs:
        assert all(output.output_type != "error" for output in cell), cell
    types = [{kind for output in cell for kind in output.data} - {PLAIN} for cell in outputs]
    assert types == [{SVG}, {SVG}, {HTML}, {SVG}, set(), {HTML}, set(), {HTML}]
    files = {file.name for file in (tmp_path / "pictures").iterdir()}
    assert files == {"reward_model.svg", "reward_model.zh.png", "reward_model.pdf"}
    assert "Deep learning, week 3" in (tmp_path / "pictures" / "reward_model.svg").read_text(encoding="utf-8")


def test_every_name_in_the_guide_is_there() -> None:
    import llmfig

    names = set(re.findall(r"\bllmfig\.(\w+)\(", GUIDE.read_text(encoding="utf-8")))
    assert {"use", "load_figure"} <= names
    assert names <= set(llmfig.__all__)
