"""XML that stays XML whatever the author wrote: escaping, ids, and the metadata of a figure.

drawsvg writes attribute values as they are, so every value passes through here first.
"""

from __future__ import annotations

import re
import zlib

from llmfig.scene.model import Scene

LANGUAGES = {"en": "en", "zh": "zh-CN"}
# XML 1.0 has no way to write these characters, escaped or not.
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
UNSAFE_ID = re.compile(r"[^\w./:-]")
UNSAFE_PREFIX = re.compile(r"[^A-Za-z0-9-]")
URL = re.compile(r"(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}/[\w./~%-]*[\w/]", re.ASCII)
ENTITIES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\t": "&#9;", "\n": "&#10;", "\r": "&#13;"}
)


def plain(text: str) -> str:
    """The text with a replacement character for what XML cannot hold."""
    return FORBIDDEN.sub("\ufffd", text)


def escape(text: str) -> str:
    """Text for an attribute value or for character data."""
    return plain(text).translate(ENTITIES)


def prefix(scene: Scene) -> str:
    """What all ids of a picture begin with, so that both languages of many figures can stand in one page."""
    return UNSAFE_PREFIX.sub("-", f"{scene.id}-{scene.lang}-")


def short(text: str) -> str:
    """A few characters that stand for `text` in ids that nobody reads but that occur by the thousand."""
    return f"k{zlib.crc32(text.encode()):x}-"


class Ids:
    """Ids that are valid, unique in the document, and as near as can be to the ids of the Scene."""

    def __init__(self, prefix: str) -> None:
        self._prefix = prefix
        self._used: set[str] = set()

    def new(self, wanted: str) -> str:
        base = found = self._prefix + UNSAFE_ID.sub(lambda m: f"_{ord(m[0]):x}", wanted)
        copy = 1
        while found in self._used:
            copy += 1
            found = f"{base}-{copy}"
        self._used.add(found)
        return found


def metadata(scene: Scene) -> str:
    """Who made the figure and what may be done with it, as RDF (Dublin Core)."""
    lang = LANGUAGES[scene.lang]
    entries = [
        ("identifier", f"{scene.chapter}/{scene.id}" if scene.chapter else scene.id),
        ("title", scene.title),
        ("description", scene.alt),
        ("language", lang),
        ("format", "image/svg+xml"),
        ("type", "StillImage"),
    ]
    if scene.credit:
        url = URL.search(scene.credit)
        source = url[0] if url else scene.credit
        entries += [("creator", scene.credit), ("source", source)]
    entries.append(("rights", scene.rights))
    body = "".join(f"<dc:{key}>{escape(value)}</dc:{key}>" for key, value in entries if value)
    return (
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<rdf:Description rdf:about="" xml:lang="{lang}">{body}</rdf:Description></rdf:RDF></metadata>'
    )
