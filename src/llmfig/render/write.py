"""Figures to files: all or nothing."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from llmfig.errors import FigureError, choices
from llmfig.scene.model import Scene

if TYPE_CHECKING:
    from llmfig.render.svg import Text
Format = Literal["svg", "png", "pdf"]
FORMATS: tuple[str, ...] = get_args(Format)


def render(scene: Scene, *, format: str, scale: float = 2, text: Text = "outline") -> bytes:
    """The figure as the content of a file.

    Args:
        scene: what to render.
        format: `svg`, `png` or `pdf`.
        scale: pixels per figure px (PNG only).
        text: `outline` or `live` (SVG only).

    Raises:
        FigureError: for an unknown format, or a scene that cannot be drawn.
    """
    # Each writer is imported when it is used: an SVG needs neither cairo nor numpy.
    match format:
        case "svg":
            from llmfig.render.svg import to_svg

            return to_svg(scene, text=text).encode()
        case "png":
            from llmfig.render.png import to_png

            return to_png(scene, scale=scale)
        case "pdf":
            from llmfig.render.pdf import to_pdf

            return to_pdf(scene)
    raise FigureError(f"there is no format {format!r}", fix=choices(format, FORMATS, "formats"))


def write(
    scene: Scene, path: str | os.PathLike[str], *, format: str | None = None, scale: float = 2, text: Text = "outline"
) -> Path:
    """Renders a figure into a file, which is either the complete picture or what it was before.

    Args:
        scene: what to render.
        path: the file; folders that are missing are made.
        format: `svg`, `png` or `pdf`; by default what the file's name ends with.
        scale: pixels per figure px (PNG only).
        text: `outline` or `live` (SVG only).

    Returns:
        The path.

    Raises:
        FigureError: for an unknown format, a scene that cannot be drawn, or a file that cannot be written.
    """
    target = Path(path)
    data = render(scene, format=format or target.suffix.removeprefix(".").lower(), scale=scale, text=text)
    write_bytes(target, data)
    return target


def write_bytes(path: Path, data: bytes) -> None:
    """Replaces a file in one step: whoever reads it, and whatever interrupts us, meets the old bytes or the new ones.

    Raises:
        FigureError: when the folder cannot be written to or the disk is full.
    """
    # In the same folder, because a rename is atomic only within a file system; not `tempfile`, whose files only their
    # owner may read, also after the rename.
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            temporary.write_bytes(data)
            os.replace(temporary, path)
        except BaseException:  # an interrupt too leaves nothing behind
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise FigureError(
            f"cannot write {path}: {error.strerror or error}",
            fix=f"make {path.parent} a folder you may write to, with space left, or choose another output folder",
        ) from error
