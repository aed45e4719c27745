"""Comparing the figures of two states of a project, from the revisions to the files that are written."""

from __future__ import annotations

import base64
import hashlib
import json
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from markupsafe import Markup

from llmfig.project import Project, at
from llmfig.registry import discover
from llmfig.render.write import write_bytes
from llmfig.review import report
from llmfig.review.affected import affected
from llmfig.review.markdown import summary
from llmfig.review.pictures import Names, compare_all
from llmfig.review.report import Report
from llmfig.review.revisions import Folder
from llmfig.review.side import Drawn, Side, draw
from llmfig.web.templates import asset, page

PAGE, SUMMARY, REPORT = "index.html", "summary.md", "report.json"


def diff(
    project: Project,
    folders: tuple[Folder, Folder],
    changed: Sequence[str],
    *,
    theme: str = "",
    jobs: int = 1,
    everything: bool = False,
) -> Report:
    """Draws what may differ between two states, each by its own code, and compares it.

    Args:
        project: the project.
        folders: the older and the newer state of it.
        changed: paths from there of the files that differ.
        theme: name of the theme; empty for the one of each side's settings.
        jobs: processes.
        everything: draw all figures, also those that no changed file can have touched.

    Raises:
        FigureError: when a side cannot be drawn at all.
    """
    roots = (folders[0].path, folders[1].path)
    before, after = (_names(root) for root in roots)
    found = affected(changed, roots, theme or str(project.table.get("theme", "book")))
    pairs = everyone = _pairs(before, after)
    if not everything:
        pairs = [p for p in everyone if p[0] != p[1] or found.names([p[0] or ""])]
    drawn = [Drawn(()), Drawn(())]
    if pairs:
        wanted = [sorted(name for pair in pairs if (name := pair[side])) for side in (0, 1)]
        todo = [Side(folders[i].revision, roots[i], wanted[i]) for i in (0, 1)]
        with tempfile.TemporaryDirectory(prefix="llmfig-diff-") as work:
            drawn = draw(todo, Path(work), theme=theme, jobs=jobs)
    return report.make(
        compare_all((drawn[0].figures, drawn[1].figures), pairs, jobs=jobs),
        (folders[0].revision, folders[1].revision),
        own=found.own,
        order=_order(project, [*after, *before]),
        total=len(everyone),
        snapshots=project.settings.snapshots,
    )


def write(found: Report, folder: Path) -> list[Path]:
    """Writes the page, the summary and the report into a folder; returns the files."""
    contents = {
        PAGE: _page(found),
        SUMMARY: summary(found.plain),
        REPORT: json.dumps(found.plain, ensure_ascii=False, indent=1) + "\n",
    }
    for name, text in contents.items():
        write_bytes(folder / name, text.encode("utf-8", errors="replace"))
    return [folder / name for name in contents]


def _page(found: Report) -> str:
    style, script = asset("shared/base.css") + asset("diff/page.css"), asset("diff/page.js")
    return page(
        "diff/page.html",
        heading="Figure changes",
        report=found.data,
        blobs=sorted(found.blobs.items()),
        style=Markup(style),  # files of the package, which the policy of the page names by their hashes
        script=Markup(script),
        style_hash=_hash(style),
        script_hash=_hash(script),
    )


def _hash(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _names(root: Path) -> list[str]:
    return [ref.name for ref in discover(at(root))] if (root / "figures").is_dir() else []


def _pairs(before: Iterable[str], after: Iterable[str]) -> list[Names]:
    """Which figure of one side is which of the other: by its id, which is unique, whatever the chapter."""
    then = {name.partition("/")[2]: name for name in before}
    now = {name.partition("/")[2]: name for name in after}
    return [(then.get(id), now.get(id)) for id in sorted(then.keys() | now.keys())]


def _order(project: Project, names: Iterable[str]) -> Mapping[str, int]:
    """The reading order: chapters as in the settings, figures by name."""
    ordered = sorted(set(names), key=lambda name: (project.settings.order(name.partition("/")[0]), name))
    return {name: i for i, name in enumerate(ordered)}
