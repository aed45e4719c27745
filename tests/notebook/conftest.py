"""What is chosen in one test does not hold in the next, and every test has a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from llmfig.notebook import choice


@pytest.fixture(autouse=True)
def _untouched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path / ".ipython"))  # where kernels keep their history
    before = replace(choice.chosen)
    yield
    for name in before.__slots__:
        setattr(choice.chosen, name, getattr(before, name))
