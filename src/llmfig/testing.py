"""Tests of figures: accepted snapshots, clean checks, valid files. For this project and for any other.

The snapshot of a figure is, per language, its Scene as text and a small picture, under `tests/snapshots/<chapter>/`. A
test module needs no more than this (with pytest and pytest-regressions):

    import pytest
    from llmfig.testing import Case, cases

    @pytest.mark.parametrize("case", cases(), ids=str)
    def test_snapshot(case: Case, file_regression) -> None:
        case.check_snapshot(file_regression)

Accept what changed with `llmfig accept`, or with pytest's `--force-regen`.
"""

from __future__ import annotations

import json
import platform
import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Protocol

from llmfig.bilingual import LANGS, Lang
from llmfig.build import build_scene
from llmfig.check import check_figure
from llmfig.check.finding import Finding
from llmfig.glossary import load as load_glossary
from llmfig.project import Project, find
from llmfig.registry import FigureRef, discover, load
from llmfig.render.thumbnail import thumbnail
from llmfig.render.write import Format, render
from llmfig.runner.render import theme
from llmfig.scene.dump import dump
from llmfig.scene.model import Scene

ENVIRONMENT = "environment.json"
# What decides the pixels of a snapshot's picture.
_DRAWS = ("cairocffi", "numpy", "uharfbuzz")


class FileRegression(Protocol):
    """The part of pytest-regressions' `file_regression` that is used here."""

    def check(
        self,
        contents: str | bytes,
        *,
        extension: str = ...,
        binary: bool = ...,
        encoding: str | None = ...,
        newline: str | None = ...,
        fullpath: Path | None = ...,
        check_fn: Callable[[Path, Path], None] | None = ...,
    ) -> None: ...


@dataclass(frozen=True, slots=True)
class Case:
    """One figure in one language; `str` of it is a good id for a test."""

    project: Project
    ref: FigureRef
    lang: Lang

    def __str__(self) -> str:
        return f"{self.ref.name}-{self.lang}"

    def __hash__(self) -> int:
        return hash((self.ref.file, self.lang))

    @property
    def scene(self) -> Scene:
        """The figure in the project's own theme."""
        return _scene(self)

    @property
    def base(self) -> Path:
        """Path of the snapshot without its endings."""
        return snapshot_base(self.project, self.ref)

    def check_snapshot(self, file_regression: FileRegression) -> None:
        """The Scene is exactly the accepted one."""
        file_regression.check(
            dump(self.scene),
            extension=".txt",
            encoding="utf-8",
            newline="\n",
            fullpath=self.base.with_suffix(f".{self.lang}.txt"),
        )

    def check_picture(self, file_regression: FileRegression) -> None:
        """The picture is the accepted one: every byte where the snapshots were made, every place that matters
        elsewhere.
        """
        pinned = same_environment(self.project)

        def agree(obtained: Path, expected: Path) -> None:
            from llmfig.picture import compare

            difference = compare(expected.read_bytes(), obtained.read_bytes())
            if difference.kind != "same" or (pinned and not difference.exact):
                files = f"  accepted: {expected}\n  now: {obtained}"
                raise AssertionError(f"{self}: {difference}\n{files}\n  fix: look at both, then llmfig accept")

        file_regression.check(
            thumbnail(self.scene),
            extension=".png",
            binary=True,
            fullpath=self.base.with_suffix(f".{self.lang}.png"),
            check_fn=agree,
        )

    def findings(self) -> list[Finding]:
        """What the checks say about the picture of this language, without what the author allows."""
        return [f for f in _findings(replace(self, lang=LANGS[0])) if f.allowed is None and f.lang == self.lang]

    def rendered(self, format: Format) -> bytes:
        """The figure as the content of a file."""
        return render(self.scene, format=format)


@lru_cache(maxsize=16)
def _scene(case: Case) -> Scene:
    if case.ref.fault:
        raise case.ref.fault
    return build_scene(load(case.ref.file), case.lang, theme(case.project, case.project.settings.theme))


@lru_cache(maxsize=16)
def _findings(case: Case) -> list[Finding]:
    """Findings in all languages: some show only when both are seen together."""
    project = case.project
    scenes = [replace(case, lang=lang).scene for lang in LANGS]
    return check_figure(scenes, theme(project, project.settings.theme), glossary=load_glossary(project.root))


def cases(start: Path | None = None, *, langs: Sequence[Lang] = LANGS) -> list[Case]:
    """All figures of a project in all languages, to parametrise a test with.

    Args:
        start: a folder of the project; the working directory when not given.
        langs: the languages.
    """
    project = find(start)
    return [Case(project, ref, lang) for ref in discover(project) for lang in langs]


def snapshot_base(project: Project, ref: FigureRef) -> Path:
    """Path of a figure's snapshots without the endings that tell language and kind."""
    return project.root / project.settings.snapshots / ref.chapter / ref.id


def snapshot(project: Project, ref: FigureRef, scene: Scene) -> dict[Path, bytes]:
    """The files that make up the snapshot of a figure in one language."""
    base = snapshot_base(project, ref)
    return {
        base.with_suffix(f".{scene.lang}.txt"): dump(scene).encode(),
        base.with_suffix(f".{scene.lang}.png"): thumbnail(scene),
    }


def environment() -> dict[str, str]:
    """What decides the pixels of a picture on this machine: the processor's kind and the versions of what draws."""
    import cairocffi

    found = {"machine": platform.machine(), "cairo": cairocffi.cairo_version_string()}
    for name in _DRAWS:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            found[name] = ""
    return found


def same_environment(project: Project) -> bool:
    """Whether the snapshots were made with just what is installed here."""
    file = project.root / project.settings.snapshots / ENVIRONMENT
    try:
        return bool(json.loads(file.read_text(encoding="utf-8")) == environment())
    except (OSError, ValueError):
        return False


def assert_valid_svg(data: bytes) -> None:
    """An SVG that any reader understands: well-formed, sized, titled and described, with no number missing."""
    root = ET.fromstring(data)
    names = {element.tag.rpartition("}")[2] for element in root.iter()}
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.get("viewBox")
    assert {"title", "desc"} <= names
    assert "foreignObject" not in names
    for element in root.iter():
        for key, value in element.attrib.items():
            assert "nan" not in value.lower().split() or key.startswith(("data-", "aria-")), (
                f"{element.tag} {key}={value!r}"
            )
