"""The cells of a running notebook: what they are called, and what stands in a line of one.

Python sees a cell as a file with a name that means nothing to its author. IPython knows which cell it is.
"""

from __future__ import annotations

import linecache
import os
import sys
from pathlib import Path
from typing import Any

from llmfig.errors import Source


def shell() -> Any:
    """The IPython that runs us, None elsewhere. Nothing is imported for it."""
    ipython = sys.modules.get("IPython")
    return ipython.get_ipython() if ipython is not None else None


def is_terminal() -> bool:
    """Whether IPython runs in a terminal, which shows text only."""
    running = shell()
    return running is not None and running.display_formatter.active_types == ["text/plain"]


def cell(file: str) -> str:
    """The cell behind the name of a code file, as it stands beside the cell: `In[3]`. "" for a real file."""
    running = shell()
    told = running.compile.format_code_name(file) if running is not None else None
    return str(told[1]) if told else ""


def place(source: Source) -> str:
    """A line as an author finds it: by its cell, or by its path from the working directory."""
    file = Path(source.file)
    inside = not cell(source.file) and file.is_absolute() and file.is_relative_to(Path.cwd())
    return f"{os.path.relpath(file)}:{source.line}" if inside else str(source)


def code(source: Source) -> str:
    """What stands in a line, without its indent; "" when it cannot be read."""
    linecache.checkcache(source.file)
    return linecache.getline(source.file, source.line).strip()
