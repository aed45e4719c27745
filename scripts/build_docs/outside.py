"""A hook of MkDocs: files outside of `docs` that a page shows or links to go into the site as well.

In the repository such links work as they are; in the site there is only what MkDocs is told of. It loads this file by
its path, so it stands alone.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

FOLDER = "repository"
# The target of a link or a picture that leaves the folder of the documentation.
TARGET = re.compile(r'(?<=\]\()\.\./([^)#\s]+)|(?<=src=")\.\./([^"]+)')


def on_files(files: Files, *, config: Any, **_: object) -> Files:
    """Adds the files that pages refer to."""
    root = Path(config.docs_dir).parent
    wanted = {
        m[1] or m[2]
        for page in files.documentation_pages()
        if "/" not in page.src_uri
        for m in TARGET.finditer(page.content_string)
    }
    for name in sorted(wanted):
        if (root / name).is_file() and not name.endswith(".md"):
            files.append(File.generated(config, f"{FOLDER}/{name}", abs_src_path=str(root / name)))
    return files


def on_page_markdown(markdown: str, *, page: Any, files: Files, **_: object) -> str:
    """Points the links of a page to where they went."""

    def moved(found: re.Match[str]) -> str:
        uri = f"{FOLDER}/{found[1] or found[2]}"
        return uri if files.get_file_from_path(uri) else found[0]

    return markdown if "/" in page.file.src_uri else TARGET.sub(moved, markdown)
