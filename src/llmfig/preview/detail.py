"""A picture's elements, anchors, tracks and findings as JSON, for the page to lay over it.

Files are listed once and referred to by number; so are lines of them, which the page quotes from the text as it was
when the figure was drawn.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from llmfig.build import Built
from llmfig.check.finding import Finding
from llmfig.errors import Source
from llmfig.geometry import Point, Rect
from llmfig.layout.describe import Described, describe
from llmfig.scene.model import Group, Scene

Json = dict[str, Any]


def details(built: Built, findings: Sequence[Finding], root: Path, trouble: str = "") -> bytes:
    """Everything the page can lay over one picture.

    Args:
        built: the figure in one language.
        findings: what the checks say of this picture.
        root: the project's folder; files below it are quoted.
        trouble: why there are no findings, when the checks themselves failed.
    """
    files = _Files(root)
    described = describe(built.layout)
    scene = built.scene
    found = {
        "elements": [_element(placed, files) for placed in _placed(scene)],
        "places": {id: _places(d) for id, d in described.items() if d.places},
        "tracks": [_tracks(id, d) for id, d in described.items() if d.tracks],
        "findings": [_finding(f, files) for f in findings],
        "trouble": trouble,
        "files": files.found,
    }
    return json.dumps(found, separators=(",", ":")).encode()


class _Files:
    """The files that sources name, each once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.found: list[Json] = []
        self._index: dict[str, int] = {}

    def place(self, source: Source | None) -> list[int] | None:
        if source is None:
            return None
        if source.file not in self._index:
            self._index[source.file] = len(self.found)
            self.found.append(self._file(Path(source.file)))
        return [self._index[source.file], source.line]

    def _file(self, file: Path) -> Json:
        inside = file.is_relative_to(self.root)
        text = ""
        if inside:
            try:
                text = file.read_text(encoding="utf-8", errors="replace")
            except OSError:
                text = ""  # gone since it was read; the link still tells which one it was
        name = file.relative_to(self.root).as_posix() if inside else str(file)
        return {"name": name, "path": file.as_posix(), "text": text}


Turns = tuple[tuple[float, float, float], ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A group in its place: the number of the group it stands in, the rotations (degrees, centre) of all it stands in
    and its own, the nearest source.
    """

    group: Group
    holder: int
    turns: Turns
    source: Source


def _placed(scene: Scene) -> list[_Placed]:
    """All groups in paint order."""
    found: list[_Placed] = []

    def enter(group: Group, holder: int, turns: Turns, source: Source) -> None:
        source = group.source or source
        if group.rotate:
            turns = (*turns, (group.rotate, group.rect.cx, group.rect.cy))
        own = len(found)
        found.append(_Placed(group, holder, turns, source))
        for child in group.children:
            if isinstance(child, Group):
                enter(child, own, turns, source)

    enter(scene.root, -1, (), scene.source)
    return found


def _element(placed: _Placed, files: _Files) -> Json:
    group = placed.group
    found: Json = {
        "id": group.id,
        "kind": group.kind,
        "frame": _rect(group.rect),
        "source": files.place(placed.source),
        "in": placed.holder,
    }
    optional: Json = {
        "role": group.role,
        "text": group.text,
        "latex": group.latex,
        "turns": [[round(v, 2) for v in turn] for turn in placed.turns],
        "outline": [[_point(p) for p in line] for line in group.outline.polylines(8)] if group.outline else None,
        "inner": _rect(group.inner) if group.inner else None,
        "clear": group.clear,
        "decor": group.decor,
    }
    if group.link:
        ends = (group.link.start, group.link.end)
        optional["route"] = [_point(p) for p in group.link.route]
        optional["ends"] = [[*_point(e.point), e.target] for e in ends]
    return found | {key: value for key, value in optional.items() if value}


def _places(described: Described) -> Json:
    return {n: _rect(p) if isinstance(p, Rect) else _point(p) for n, p in described.places.items()}


def _tracks(id: str, described: Described) -> Json:
    ways = [
        {"way": t.way, "gap": round(t.gap, 2), "spans": [[round(v, 2) for v in span] for span in t.spans]}
        for t in described.tracks
    ]
    return {"id": id, "ways": ways}


def _finding(finding: Finding, files: _Files) -> Json:
    return {
        "rule": finding.rule,
        "message": finding.message,
        "fix": finding.fix,
        "target": finding.target,
        "allowed": finding.allowed,
        "source": files.place(finding.source),
    }


def _rect(r: Rect) -> list[float]:
    return [round(v, 2) for v in (r.x, r.y, r.w, r.h)]


def _point(p: Point) -> list[float]:
    return [round(p.x, 2), round(p.y, 2)]
