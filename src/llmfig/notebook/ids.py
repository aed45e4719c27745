"""What the ids in a displayed picture begin with: no other picture in the notebook has it.

Notebooks and what is made from them put many pictures into one page, where ids are shared. A random prefix would keep
them apart too, but then running a notebook again would change every picture in it. The cell tells displays apart, and
stays the same.
"""

from __future__ import annotations

import hashlib
from collections import Counter

from llmfig.notebook import cells
from llmfig.render import xml
from llmfig.scene.model import Scene

# How many pictures each run of a cell has shown.
_shown: Counter[tuple[str, int]] = Counter()


def id_prefix(scene: Scene) -> str:
    """A prefix for the picture that is being shown, another one each time."""
    shell = cells.shell()
    if shell is None:
        cell, run = "", 0
    else:
        run = shell.execution_count
        # Where the notebook names its cells (most do), outputs of another session in the same notebook differ as well.
        header = shell.get_parent() if hasattr(shell, "get_parent") else {}
        cell = str(header.get("metadata", {}).get("cellId", f"In[{run}]"))
    _shown[cell, run] += 1
    token = hashlib.blake2b(cell.encode(), digest_size=4).hexdigest()
    return f"{xml.prefix(scene)}{token}-{_shown[cell, run]}-"
