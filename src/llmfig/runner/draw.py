"""The work of one process: load a figure, build its scenes, write its files. Imports all that draws."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from llmfig.bilingual import Lang
from llmfig.build import Built, build
from llmfig.cache import Written
from llmfig.registry import FigureRef, load
from llmfig.render.write import write
from llmfig.runner.opened import opened
from llmfig.runner.outcome import Failure, failed
from llmfig.runner.plan import Job, Options, Output
from llmfig.scene.model import Scene
from llmfig.theme.model import Theme

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Context:
    """What all figures of a run share."""

    root: Path
    theme: Theme
    options: Options


@dataclass(slots=True)
class Drawn:
    """What became of one figure: for each file what it was made from (path to hash) and what was written."""

    files: list[tuple[Output, dict[str, str], Written]] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    seconds: float = 0.0


def draw(context: Context, job: Job) -> Drawn:
    """Draws the files of one figure that are out of date. Whatever goes wrong comes back as a failure."""
    started = time.perf_counter()
    drawn = Drawn()

    def save(scene: Scene, inputs: dict[str, str]) -> None:
        for output in job.outputs:
            if output.lang != scene.lang:
                continue
            path = context.options.out / output.name
            write(scene, path, format=output.format, scale=context.options.scale, text=context.options.text)
            drawn.files.append((output, inputs, Written.of(path)))

    langs = tuple(dict.fromkeys(output.lang for output in job.outputs))
    drawn.failures += each_scene(context.root, context.theme, job.ref, langs, save)
    drawn.seconds = time.perf_counter() - started
    return drawn


def each_scene(
    root: Path, theme: Theme, ref: FigureRef, langs: tuple[Lang, ...], use: Callable[[Scene, dict[str, str]], None]
) -> list[Failure]:
    """Builds a figure in several languages and hands each scene over, with the project's files it was made from.

    Returns:
        What went wrong; a language that fails does not stop the other.
    """
    inputs: dict[str, str] = {}
    return each_built(root, theme, ref, langs, inputs, lambda built: use(built.scene, dict(inputs)))


def each_built(
    root: Path,
    theme: Theme,
    ref: FigureRef,
    langs: tuple[Lang, ...],
    inputs: dict[str, str],
    use: Callable[[Built], None],
) -> list[Failure]:
    """The same with the layout behind each scene.

    Args:
        root: the project's folder.
        theme: colours and sizes.
        ref: the figure.
        langs: the languages.
        inputs: gets the project's files that are read, path to hash; also where the figure fails.
        use: is called with each language that could be built, and may fail in its turn.

    Returns:
        What went wrong; a language that fails does not stop the other.
    """
    if ref.fault:
        return [failed(ref.fault, ref)]
    failures: list[Failure] = []
    try:
        with opened(root, inputs):
            definition = load(ref.file)
    except (Exception, SystemExit) as error:
        return [failed(error, ref)]
    for lang in langs:
        try:
            with opened(root, inputs):
                built = build(definition, lang, theme)
            use(built)
        except (Exception, SystemExit) as error:
            failures.append(failed(error, ref, lang, definition.source))
    return failures
