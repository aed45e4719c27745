"""Everything that is generated in `docs`, and how it gets there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from llmfig.project import Project, at
from llmfig.registry import discover, load
from llmfig.runner.render import theme

from . import drawing, guide, pictures, reference, sheets
from .pictures import Picture

DOCS = drawing.DOCS
# The folders that hold nothing else.
OWN = ("reference", "pictures")


def contents() -> dict[PurePosixPath, bytes]:
    """All generated files, by their path in `docs`.

    Raises:
        FigureError: for what is wrong in an example or a figure, with its line.
    """
    docs = at(DOCS)
    all_sheets = sheets.sheets(docs)
    drawn = pictures.reference_pictures(all_sheets)
    found = {path: text.encode() for path, text in reference.pages(drawn, all_sheets).items()}
    for picture in (*drawn, *figures(docs)):
        found |= picture.contents()
    for page in sorted(DOCS.glob("*.md")):
        found[PurePosixPath(page.name)] = guide.filled(page.read_text(encoding="utf-8"), DOCS).encode()
    return found


def figures(docs: Project) -> Iterator[Picture]:
    """The figures that the other pages show, each with its page, also in other themes that they show it in."""
    themed = guide.themed([page.read_text(encoding="utf-8") for page in sorted(DOCS.glob("*.md"))])
    for ref in discover(docs):
        if ref.chapter != sheets.CHAPTER:
            if ref.fault:
                raise ref.fault
            for name in (docs.settings.theme, *themed.get(ref.name, ())):
                file = guide.picture_name(ref.id, name if name != docs.settings.theme else "")
                drawn = drawing.draw_figure(file, load(ref.file), theme(docs, name))
                yield pictures.picture(drawn, ref.chapter, merged=False)


def write(docs: Path = DOCS) -> tuple[list[PurePosixPath], list[PurePosixPath]]:
    """Bring the files up to date.

    Returns:
        What was written and what was removed, by path in `docs`.
    """
    wanted = contents()
    stale = [path for path in present(docs) if path not in wanted]
    new = [path for path, data in wanted.items() if not _same(docs / path, data)]
    for path in new:
        (docs / path).parent.mkdir(parents=True, exist_ok=True)
        (docs / path).write_bytes(wanted[path])
    for path in stale:
        (docs / path).unlink()
    return new, stale


def present(docs: Path = DOCS) -> list[PurePosixPath]:
    """The files that are there, in folders that hold only generated ones."""
    found = [f for folder in OWN if (docs / folder).is_dir() for f in sorted((docs / folder).rglob("*")) if f.is_file()]
    return [PurePosixPath(f.relative_to(docs).as_posix()) for f in found]


def _same(file: Path, data: bytes) -> bool:
    return file.is_file() and file.read_bytes() == data
