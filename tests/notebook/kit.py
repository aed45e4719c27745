"""Figures for the tests of notebooks, and what stands in for a notebook."""

from __future__ import annotations

import re
import sys
import xml.etree.ElementTree as ET
from collections.abc import Collection
from types import SimpleNamespace
from typing import Any, Protocol

import pytest

from llmfig import Arrow, Box, Diagram, Row, figure, tr
from llmfig.notebook.view import Bundle

HTML, PLAIN, SVG, PNG = "text/html", "text/plain", "image/svg+xml", "image/png"


@figure(title=("Reward model", "奖励模型"), alt=("A response goes into a model.", "回答输入模型。"))
def reward_model() -> Diagram:
    """One box after the other."""
    response, model = Box(tr("Response", "回答"), role="data"), Box(tr("Reward model", "奖励模型"), role="model")
    return Diagram(Row(response, model, gap="l"), Arrow(response, model))


@figure(title=("Half", "一半"), alt=("A box.", "一个方框。"))
def half() -> Box:
    return Box("a", role=tr("data", "daten"))  # wrong in one language


@figure(title=("Wrong", "错误"), alt=("A box.", "一个方框。"))
def wrong() -> Box:
    return Box("a", role="modle")  # wrong


@figure(title=("Raises", "错误"), alt=("A box.", "一个方框。"))
def raises() -> Box:
    return _box(0)  # the call


def _box(n: int) -> Box:
    return Box(str(1 / n))  # the division


class Shown(Protocol):
    """Whatever a notebook can show."""

    def _repr_mimebundle_(
        self, include: Collection[str] | None = None, exclude: Collection[str] | None = None
    ) -> Bundle | None: ...


def shown(subject: Shown, include: set[str] | None = None, exclude: set[str] | None = None) -> Bundle:
    """What a notebook is given: data by type, metadata by type."""
    bundle = subject._repr_mimebundle_(include=include, exclude=exclude)
    assert bundle is not None
    return bundle


def words(svg: str) -> set[str]:
    """What the groups of a picture say."""
    return {text for e in ET.fromstring(svg).iter() if (text := e.get("data-text"))}


def ids(markup: str) -> list[str]:
    return re.findall(r'\bid="([^"]+)"', markup)


class Kernel:
    """What a kernel's IPython tells: its cells by the names of their code files, and the cell that is running.

    Args:
        cells: code file to what IPython calls it (`In[3]`).
        types: what its front end shows.
    """

    def __init__(self, cells: dict[str, str] | None = None, types: tuple[str, ...] = (PLAIN, SVG)) -> None:
        self.execution_count = 1
        self.parent: dict[str, Any] = {}
        self.colors = "neutral"
        self.display_formatter = SimpleNamespace(active_types=list(types))
        names = {file: ("Cell", name) for file, name in (cells or {}).items()}
        self.compile = SimpleNamespace(format_code_name=names.get)

    def get_parent(self) -> dict[str, Any]:
        return self.parent

    def run(self, cell: str = "") -> None:
        """Another cell begins to run; most front ends tell which."""
        self.execution_count += 1
        self.parent = {"metadata": {"cellId": cell}} if cell else {}


def runs_in(monkeypatch: pytest.MonkeyPatch, kernel: Kernel | None) -> None:
    """Makes the rest of the test run in a kernel."""
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: kernel))
