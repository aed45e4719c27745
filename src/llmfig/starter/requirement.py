"""How the llmfig that is running can be installed elsewhere, as a line of a requirements file."""

from __future__ import annotations

import json
from importlib.metadata import distribution, version
from typing import Any

NAME = "llmfig[testing]"


def requirement() -> str:
    """This very llmfig with what tests need: by its version, or by the address that it was installed from."""
    address = _address(_origin())
    return f"{NAME} @ {address}" if address else f"{NAME}=={version('llmfig')}"


def is_local() -> bool:
    """Whether llmfig was installed from a file or a folder of this machine, which other machines do not have."""
    return str(_origin().get("url", "")).startswith("file:")


def _origin() -> dict[str, Any]:
    """Where an installer got llmfig from (PEP 610); nothing when it was a package index."""
    text = distribution("llmfig").read_text("direct_url.json")
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _address(origin: dict[str, Any]) -> str:
    """The address for pip, empty when it would only be understood here."""
    url, control = str(origin.get("url", "")), origin.get("vcs_info")
    if not url or url.startswith("file:"):
        return ""
    if isinstance(control, dict):
        folder = f"#subdirectory={origin['subdirectory']}" if origin.get("subdirectory") else ""
        return f"{control['vcs']}+{url}@{control['commit_id']}{folder}"
    return url
