"""What a new project holds: the files of `project/`, the guide to the language, and the llmfig that draws it."""

from __future__ import annotations

import re
from pathlib import Path

from llmfig.starter.requirement import requirement

_HERE = Path(__file__).resolve().parent
_PACKAGE = _HERE.parent
# Like the themes: among the assets of an installed package, and in a checkout where people read it.
_GUIDE = next(
    p for p in (_PACKAGE / "assets" / "authoring.md", _PACKAGE.parent.parent / "docs" / "authoring.md") if p.is_file()
)
# Names that begin with a dot would mean something to git in this folder already.
_DOT = "dot_"
_LINK = re.compile(r"(!?)\[([^\]]*)\]\((?!\w+:|#)[^)]*\)")


def contents() -> dict[str, bytes]:
    """The files of a new project, by path from its folder (with `/`); without the snapshots, which are drawn."""
    folder = _HERE / "project"
    # Installers compile what ends in .py, wherever it is.
    files = [file for file in sorted(folder.rglob("*")) if file.is_file() and "__pycache__" not in file.parts]
    found = {_name(file.relative_to(folder)): file.read_bytes() for file in files}
    found["docs/authoring.md"] = guide().encode()
    found["requirements.txt"] = _requirements().encode()
    return found


def guide() -> str:
    """How to write a figure; alone, without the pages that it links to."""
    return _LINK.sub(lambda link: "" if link[1] else link[2], _GUIDE.read_text(encoding="utf-8"))


def _name(path: Path) -> str:
    return "/".join(f".{part.removeprefix(_DOT)}" if part.startswith(_DOT) else part for part in path.parts)


def _requirements() -> str:
    return (
        "# The one version that draws these figures: the tests compare with what it drew. To upgrade, change it here,\n"
        "# install it, look at what the tests say is different, and accept that.\n"
        f"{requirement()}\n"
    )
