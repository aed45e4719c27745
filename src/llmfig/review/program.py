"""The program that draws one side of a comparison, run by a process of its own with the code of that side.

It is a script, not a part of the package: `llmfig` here is the one of the revision that is drawn, which may be older or
newer than the one that asks. So it uses few names of it, those that `_Side` imports, which are a contract between
revisions; and it imports nothing else but the standard library and its neighbour `record`, by path.

    python program.py REQUEST.json

The request says `root` (the project's folder on this side), `figures` (names `chapter/id` to draw), `theme`, `jobs` and
`out`, where each picture becomes `<n>.<lang>.json` (its Scene), `.svg` and `.png`, and what went wrong and what the
figures are called go to `answer.json`.
"""

from __future__ import annotations

import importlib.util
import json
import multiprocessing
import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from types import ModuleType
from typing import Any, Literal

LANGS: tuple[Literal["en", "zh"], ...] = ("en", "zh")


class _Side:
    """What this side's llmfig offers."""

    def __init__(self, request: dict[str, Any]) -> None:
        from llmfig.build import build_scene
        from llmfig.project import at
        from llmfig.registry import discover, load
        from llmfig.render.write import render
        from llmfig.runner.render import theme

        self.build_scene, self.load, self.render = build_scene, load, render
        project = at(Path(request["root"]))
        self.theme = theme(project, request["theme"] or project.settings.theme)
        self.refs = {ref.name: ref for ref in discover(project)}
        self.out = Path(request["out"])
        self.record = _neighbour("record")

    def draw(self, number: int, name: str) -> dict[str, Any]:
        """Draws one figure; says what it is called and what went wrong."""
        answer: dict[str, Any] = {"title": [name, name], "failures": []}
        ref = self.refs[name]
        try:
            if ref.fault:
                raise ref.fault
            definition = self.load(ref.file)
        except (Exception, SystemExit) as error:
            answer["failures"] = [_told(error, lang) for lang in LANGS]
            return answer
        answer["title"] = list(definition.title)
        for lang in LANGS:
            base = self.out / f"{number}.{lang}"
            try:
                scene = self.build_scene(definition, lang, self.theme)
                base.with_name(f"{base.name}.svg").write_bytes(self.render(scene, format="svg"))
                base.with_name(f"{base.name}.png").write_bytes(self.render(scene, format="png", scale=1))
                record = json.dumps(self.record.to_record(scene), ensure_ascii=False, separators=(",", ":"))
                base.with_name(f"{base.name}.json").write_text(record, encoding="utf-8")
            except (Exception, SystemExit) as error:
                answer["failures"].append(_told(error, lang))
        return answer


def _neighbour(name: str) -> ModuleType:
    """A module beside this one. By path, because the side's own llmfig may lack it or have another."""
    spec = importlib.util.spec_from_file_location(f"llmfig_diff_{name}", Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def _told(error: BaseException, lang: str) -> dict[str, Any]:
    source = getattr(error, "source", None)
    return {
        "lang": lang,
        "what": getattr(error, "what", None) or " ".join(f"{type(error).__name__}: {error}".split()),
        "file": source.file if source else "",
        "line": source.line if source else 0,
    }


_side: _Side | None = None
_parent = os.getppid()


def _draw(number: int, name: str) -> dict[str, Any]:
    assert _side is not None
    _end_if_orphaned()
    return _side.draw(number, name)


def _draw_all(names: list[str], jobs: int) -> dict[str, dict[str, Any]]:
    """Draws all figures. When a process dies, those without an answer are drawn one by one, which tells whose fault it
    was.
    """
    found: dict[str, dict[str, Any]] = {}
    fork = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
    with ProcessPoolExecutor(min(jobs, len(names)) or 1, mp_context=fork, initializer=_quiet) as pool:
        asked = {name: pool.submit(_draw, i, name) for i, name in enumerate(names)}
        for name, answer in asked.items():
            _end_if_orphaned()
            try:
                found[name] = answer.result()
            except BrokenProcessPool:
                continue
    for i, name in enumerate(names):
        if name not in found:
            with ProcessPoolExecutor(1, mp_context=fork, initializer=_quiet) as pool:
                try:
                    found[name] = pool.submit(_draw, i, name).result()
                except BrokenProcessPool:
                    told = {"what": "the process that drew it died", "file": "", "line": 0}
                    found[name] = {"title": [name, name], "failures": [{**told, "lang": lang} for lang in LANGS]}
    return found


def _quiet() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends us


def _end_if_orphaned() -> None:
    """Ends this process when whoever started it is gone: nobody would take its work or its files away."""
    if os.getppid() == 1 and _parent != 1:
        os._exit(1)


def main() -> None:
    global _side  # noqa: PLW0603 - the forked processes inherit it
    request = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    out = Path(request["out"])
    answer: dict[str, Any]
    try:
        _side = _Side(request)
        wanted = set(_side.refs if request["figures"] is None else request["figures"])
        names = sorted(wanted & set(_side.refs))
        figures = _draw_all(names, request["jobs"])
        answer = {
            "all": sorted(_side.refs),
            "figures": {name: {"number": i, **figures[name]} for i, name in enumerate(names)},
        }
    except Exception as error:
        answer = {"error": " ".join(f"{type(error).__name__}: {getattr(error, 'what', error)}".split())}
    (out / "answer.json").write_text(json.dumps(answer, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
