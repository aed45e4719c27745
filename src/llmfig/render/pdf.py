"""PDF: the cairo painter on a PDF surface. The same calls as for PNG, and the file carries its metadata."""

from __future__ import annotations

import io

import cairocffi as cairo

from llmfig.render import rounding
from llmfig.render.cairo_painter import paint
from llmfig.render.xml import plain
from llmfig.scene.model import Scene

POINTS_PER_PX = 0.75
# cairo would write the clock; the same figure must make the same bytes.
DATE = "2000-01-01T00:00:00Z"


def to_pdf(scene: Scene) -> bytes:
    """The figure as a PDF of one page, 1 figure px being 1/96 inch. Deterministic for one version of cairo."""
    width, height = rounding.canvas(scene)
    file = io.BytesIO()
    surface = cairo.PDFSurface(file, width * POINTS_PER_PX, height * POINTS_PER_PX)
    words = {
        cairo.PDF_METADATA_TITLE: scene.title,
        cairo.PDF_METADATA_AUTHOR: scene.credit,
        cairo.PDF_METADATA_SUBJECT: scene.alt,
        cairo.PDF_METADATA_KEYWORDS: ", ".join(w for w in (scene.chapter, scene.id, scene.lang) if w),
        cairo.PDF_METADATA_CREATOR: "llmfig",
        cairo.PDF_METADATA_CREATE_DATE: DATE,
        cairo.PDF_METADATA_MOD_DATE: DATE,
    }
    for key, text in words.items():
        if text:
            surface.set_metadata(key, plain(text))
    context = cairo.Context(surface)
    context.scale(POINTS_PER_PX, POINTS_PER_PX)
    paint(context, scene)
    surface.finish()
    return file.getvalue()
