"""Checking figures: the work of one process."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from llmfig.bilingual import Lang
from llmfig.check import check_figure
from llmfig.check.finding import Finding
from llmfig.glossary import Glossary
from llmfig.registry import FigureRef
from llmfig.runner.draw import each_scene
from llmfig.runner.outcome import Failure, failed
from llmfig.scene.model import Scene
from llmfig.theme.model import Theme


@dataclass(frozen=True, slots=True)
class Context:
    """What all figures share."""

    root: Path
    theme: Theme
    glossary: Glossary
    langs: tuple[Lang, ...]


@dataclass(frozen=True, slots=True)
class Inspected:
    """What the checks say of one figure, and what kept it from being drawn."""

    findings: list[Finding]
    failures: list[Failure]


def inspect(context: Context, ref: FigureRef) -> Inspected:
    """Checks one figure in the languages that are asked for."""
    scenes: list[Scene] = []
    failures = each_scene(context.root, context.theme, ref, context.langs, lambda scene, inputs: scenes.append(scene))
    try:
        findings = check_figure(scenes, context.theme, glossary=context.glossary)
    except Exception as error:
        return Inspected([], [*failures, failed(error, ref)])
    return Inspected(findings, failures)
