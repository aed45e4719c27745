"""Scenes as plain data, between versions of the scene model."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pytest

from llmfig import geometry
from llmfig.errors import Source
from llmfig.review import record
from llmfig.review.record import from_record, to_record
from llmfig.scene import model
from llmfig.testing import Case, cases
from tests.render.scenes import arrow, formula, scene, words

CASES = cases(Path(__file__).parents[2])[::9]


def through_json(found: dict[str, Any]) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(json.dumps(found, ensure_ascii=False))
    return loaded


def everything() -> model.Scene:
    """A Scene with everything that one can hold."""
    at, frame = geometry.Point(1, 2), geometry.Rect(1, 2, 3, 4.5)
    blend = model.Gradient(at, at, ("#ffffff", "#000000"))
    box = model.Box(frame, model.Paint(blend, "#123456", 2, (3, 4), opacity=0.5), 6)
    group = model.Group("g", "box", frame, (box,), outline=geometry.polyline([at, at]), inner=frame, clear=True)
    return scene(words("w", "a “b” 甲\u202e", 10, 20), formula(10, 40), arrow(), group)


def test_everything_comes_back() -> None:
    assert from_record(through_json(to_record(everything()))) == everything()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_figures_come_back(case: Case) -> None:
    assert from_record(through_json(to_record(case.scene))) == case.scene


def test_a_record_is_small() -> None:
    """Defaults are told once, and fields have no names."""
    drawn = CASES[0].scene
    text = json.dumps(to_record(drawn))
    assert text.count('"opacity"') == text.count('"gid"') == text.count('"translations"') == 1
    assert len(text) < 200_000


def test_writing_needs_only_the_standard_library(tmp_path: Path) -> None:
    """The file is run by path in a process that has another llmfig, or none."""
    code = """
import importlib.util, sys
spec = importlib.util.spec_from_file_location("alone", sys.argv[1])
module = importlib.util.module_from_spec(spec)
sys.modules["alone"] = module
spec.loader.exec_module(module)
from dataclasses import dataclass
@dataclass
class Scene:
    id: str
    size: tuple = (1, 2.5)
assert module.to_record(Scene("a", (3, None)))["scene"] == [0, "a", [-1, 3, None]]
assert not [name for name in sys.modules if name.split(".")[0] not in sys.stdlib_module_names | {"alone", "__main__"}]
"""
    command = [sys.executable, "-I", "-S", "-c", code, record.__file__]
    subprocess.run(command, check=True, cwd=tmp_path, timeout=60)


# Other versions of the model -----------------------------------------------------------------------------------------


class Point(NamedTuple):
    x: float
    y: float


@dataclass(frozen=True)
class Rect:
    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True)
class Paint:
    """Lines were thicker, and there were shadows."""

    fill: object = None
    width: float = 3.0
    shadow: str = "none"


@dataclass(frozen=True)
class Arc:
    """An item that no longer exists."""

    center: Point


@dataclass(frozen=True)
class Box:
    rect: Rect
    paint: Paint
    bevel: Arc | None = None


@dataclass(frozen=True)
class Group:
    id: str
    kind: str
    rect: Rect
    children: tuple[object, ...] = ()
    tags: dict[str, object] = field(default_factory=dict)
    layers: frozenset[int] = frozenset()


@dataclass(frozen=True)
class Scene:
    """Without a credit, a theme, a source; with a note."""

    id: str
    lang: str
    width: float
    root: Group
    note: str = ""


def other_version(*items: object, **options: Any) -> model.Scene:
    root = Group("root", "figure", Rect(0, 0, 9, 9), items, **options)
    return from_record(through_json(to_record(Scene("a", "zh", 480, root, note="later"))))


def test_what_is_missing_gets_its_default() -> None:
    found = other_version()
    assert (found.id, found.lang, found.width) == ("a", "zh", 480)
    assert (found.height, found.credit, found.theme, found.allowances) == (0.0, "", "", ())
    assert found.source == Source("", 0)
    assert found.root == model.Group("root", "figure", geometry.Rect(0, 0, 9, 9))


def test_what_is_unknown_is_left_away() -> None:
    inner = Group("g", "box", Rect(1, 1, 2, 2), tags={"a": Arc(Point(1, 2))}, layers=frozenset({2, 1}))
    found = other_version(
        Arc(Point(3, 4)), inner, Box(Rect(1, 2, 3, 4), Paint("#ffffff", shadow="soft"), Arc(Point(0, 0)))
    )
    group, box = found.root.children
    assert group == model.Group("g", "box", geometry.Rect(1, 1, 2, 2))
    assert isinstance(box, model.Box)
    assert box.rect == geometry.Rect(1, 2, 3, 4)


def test_defaults_are_those_of_the_writer() -> None:
    (box,) = other_version(Box(Rect(1, 2, 3, 4), Paint("#ffffff"))).root.children
    assert isinstance(box, model.Box)
    assert box.paint == model.Paint("#ffffff", width=3.0)


def test_numbers_of_libraries_are_numbers() -> None:
    (box,) = other_version(Box(Rect(np.float32(0.5), np.int64(2), np.float64(3), 4), Paint())).root.children  # type: ignore[arg-type]
    assert isinstance(box, model.Box)
    assert box.rect == geometry.Rect(0.5, 2, 3, 4)


def test_something_else_is_refused() -> None:
    with pytest.raises(ValueError, match="not the record of a Scene"):
        from_record(to_record(Rect(0, 0, 1, 1)))


def test_the_module_can_be_loaded_twice() -> None:
    """Under another name, as the program that draws a side does."""
    spec = importlib.util.spec_from_file_location("another_record", record.__file__)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    try:
        spec.loader.exec_module(module)
        assert module.to_record(everything()) == to_record(everything())
    finally:
        del sys.modules[spec.name]
