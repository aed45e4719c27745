"""Small pictures for the cards of the gallery, made from the large PNG."""

from __future__ import annotations

import io
from pathlib import Path

# A card shows up to 320 x 240 px: twice that is sharp on the screens that most readers have.
WIDTH, HEIGHT = 640, 480


def thumbnail(file: Path) -> bytes:
    """A PNG with a palette, as large as fits into 640 x 480 px and never larger than `file`.

    Raises:
        OSError: when `file` cannot be read as a picture.
    """
    # Slow to import, and not needed for pictures that are up to date.
    import numpy as np
    from PIL import Image

    from llmfig.render.thumbnail import quantise

    Image.MAX_IMAGE_PIXELS = None  # our own file: a figure may be as large as it likes
    with Image.open(file) as large:
        scale = min(1, WIDTH / large.width, HEIGHT / large.height)
        size = max(1, round(large.width * scale)), max(1, round(large.height * scale))
        small = large.convert("RGBA").resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    paper = Image.new("RGB", size, "white")
    paper.paste(small, mask=small.getchannel("A"))
    palette, indices = quantise(np.asarray(paper))
    packed = Image.fromarray(indices, "P")
    packed.putpalette(palette.tobytes())
    data = io.BytesIO()
    packed.save(data, "PNG", optimize=True)
    return data.getvalue()
