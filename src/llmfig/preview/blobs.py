"""Pictures and details in memory, under the hashes of their content."""

from __future__ import annotations

from collections import OrderedDict

from llmfig.cache import hash_of

ROOM = 128 * 2**20  # bytes


class Blobs:
    """Keeps what was put in or asked for last."""

    def __init__(self, room: int = ROOM) -> None:
        self.room = room
        self._size = 0
        self._found: OrderedDict[str, tuple[bytes, str]] = OrderedDict()

    def put(self, content: bytes, kind: str) -> str:
        """Stores content of a media type; returns its hash."""
        digest = hash_of(content)
        if digest not in self._found:
            self._found[digest] = content, kind
            self._size += len(content)
            while self._size > self.room and len(self._found) > 1:
                _, (old, _) = self._found.popitem(last=False)
                self._size -= len(old)
        self._found.move_to_end(digest)
        return digest

    def get(self, digest: str) -> tuple[bytes, str] | None:
        """Content and media type."""
        if digest in self._found:
            self._found.move_to_end(digest)
        return self._found.get(digest)
