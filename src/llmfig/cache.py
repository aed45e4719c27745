"""What is up to date: for each output file, what it was made from and what it looked like when it was written.

A file is up to date when everything it was made from has the same content as then (the project's files that were opened
while the figure was drawn, llmfig itself, theme and options) and the file itself is still what was written. Contents
are compared, not dates; dates only save reading a file again that cannot have changed. A cache that is missing or
damaged is an empty one.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

NAME = ".llmfig-cache.json"
_SCHEMA = 1
_PACKAGE = Path(__file__).resolve().parent
# Folders of the package that no picture is made from.
_ASIDE = ("__pycache__", "gallery", "preview", "review", "starter", "web")
# The libraries that decide what a picture looks like, as their folders in site-packages start.
_LIBRARIES = ("cairocffi", "cairosvg", "drawsvg", "numpy", "python_lucide", "uharfbuzz", "zlib_ng")


@dataclass(frozen=True, slots=True)
class Written:
    """An output file as it was written: its size in bytes, its date in ns and the hash of its content."""

    size: int
    mtime: int
    digest: str

    @staticmethod
    def of(file: Path) -> Written:
        status = file.stat()
        return Written(status.st_size, status.st_mtime_ns, hash_of(file.read_bytes()))

    def holds(self, file: Path) -> bool:
        """Whether the file is still what was written."""
        try:
            status = file.stat()
            if status.st_size != self.size:
                return False
            return status.st_mtime_ns == self.mtime or hash_of(file.read_bytes()) == self.digest
        except OSError:
            return False


@dataclass(frozen=True, slots=True)
class Entry:
    """One output file: the figure it shows (`chapter/id`), the key of what it was made from, the project's files among
    those.
    """

    figure: str
    key: str
    inputs: tuple[str, ...]
    written: Written


@dataclass
class Cache:
    """All output files of one output folder, by path from there.

    Attributes:
        settings: digest of the project's settings that were last found valid.
        package: stamp (names, sizes, dates) and hash of llmfig's own files.
    """

    folder: Path
    settings: str = ""
    package: tuple[str, str] = ("", "")
    entries: dict[str, Entry] = field(default_factory=dict)
    _digests: dict[Path, str] = field(default_factory=dict)

    @staticmethod
    def read(folder: Path) -> Cache:
        """The cache of an output folder."""
        try:
            data = json.loads((folder / NAME).read_bytes())
            if data["schema"] != _SCHEMA:
                return Cache(folder)
            entries = {
                name: Entry(str(figure), str(key), tuple(map(str, inputs)), Written(int(size), int(mtime), str(digest)))
                for name, (figure, key, inputs, (size, mtime, digest)) in data["entries"].items()
            }
            stamp, digest = data["package"]
            return Cache(folder, str(data["settings"]), (str(stamp), str(digest)), entries)
        except (OSError, ValueError, TypeError, KeyError, AttributeError):
            return Cache(folder)

    def write(self) -> None:
        """Stores the cache, whole or not at all. A folder that cannot be written to costs only the time of the next
        run.
        """
        data = {
            "schema": _SCHEMA,
            "settings": self.settings,
            "package": self.package,
            "entries": {
                name: [e.figure, e.key, e.inputs, list(asdict(e.written).values())]
                for name, e in sorted(self.entries.items())
            },
        }
        text = json.dumps(data, separators=(",", ":"))
        temporary = self.folder / f"{NAME}.{os.getpid()}"
        with contextlib.suppress(OSError):
            try:
                temporary.write_text(text, encoding="utf-8")
                os.replace(temporary, self.folder / NAME)
            finally:
                temporary.unlink(missing_ok=True)

    def fresh(self, name: str, base: str, root: Path) -> bool:
        """Whether an output file is up to date.

        Args:
            name: the file's path from the output folder.
            base: the hash of what all files of this kind are made from.
            root: the project's folder.
        """
        entry = self.entries.get(name)
        return (
            entry is not None
            and entry.key == key_of(base, {path: self._digest(root / path) for path in entry.inputs})
            and entry.written.holds(self.folder / name)
        )

    def _digest(self, file: Path) -> str:
        # Helpers are inputs of many figures: each file is read once a run.
        if file not in self._digests:
            self._digests[file] = digest_of(file)
        return self._digests[file]

    def package_hash(self) -> str:
        """The hash of the files of llmfig that draw; read only when names, sizes or dates are others than last time."""
        files = sorted(_files(_PACKAGE))
        stamp = hash_of(repr([(path, s.st_size, s.st_mtime_ns) for path, s in files]).encode())
        if stamp != self.package[0]:
            contents = [(str(Path(path).relative_to(_PACKAGE)), digest_of(Path(path))) for path, _ in files]
            self.package = (stamp, hash_of(repr(contents).encode()))
        return self.package[1]


def _files(folder: Path) -> Iterator[tuple[str, os.stat_result]]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            if entry.name not in _ASIDE:
                yield from _files(Path(entry.path))
        else:
            yield entry.path, entry.stat()


def libraries() -> list[str]:
    """Names with versions of the libraries that draw, and of Python, without importing any of them."""
    found = {f"python-{sys.version_info.major}.{sys.version_info.minor}"}
    for folder in sys.path:
        if folder.rstrip("/\\").endswith(("site-packages", "dist-packages")) and os.path.isdir(folder):
            found.update(n for n in os.listdir(folder) if n.endswith(".dist-info") and n.lower().startswith(_LIBRARIES))
    return sorted(found)


def hash_of(data: bytes) -> str:
    """The hash of some bytes, as it stands in the cache."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def digest_of(file: Path) -> str:
    """The hash of a file's content; empty for one that is not there."""
    try:
        return hash_of(file.read_bytes())
    except OSError:
        return ""


def key_of(base: str, inputs: Mapping[str, str]) -> str:
    """The key of an output file: what all of its kind are made from, and the project's files (path to hash) it was made
    from.
    """
    return hash_of(repr((base, sorted(inputs.items()))).encode())


def base_of(parts: Iterable[object]) -> str:
    """The hash of what all files of one kind are made from."""
    return hash_of(repr(list(parts)).encode())
