"""What this machine lacks, and how to get it."""

from __future__ import annotations

import hashlib
import importlib
import platform
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

from llmfig.errors import FigureError
from llmfig.project import Project

PYTHON = (3, 11)
FONTS = Path(__file__).resolve().parent / "assets" / "fonts"
CAIRO = {
    "debian": "sudo apt-get install libcairo2",
    "fedora": "sudo dnf install cairo",
    "suse": "sudo zypper install libcairo2",
    "arch": "sudo pacman -S cairo",
    "alpine": "sudo apk add cairo",
    "Darwin": "brew install cairo",
    "Windows": "winget install tschoonj.GTKForWindows, then open a new terminal",
}
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "chrome")


@dataclass(frozen=True, slots=True)
class Probe:
    """One thing that was looked at.

    Attributes:
        name: what it is.
        ok: whether it is as it should be.
        detail: what was found.
        fix: how to get it, when it is not.
        required: whether figures cannot be drawn without it.
    """

    name: str
    ok: bool
    detail: str
    fix: str = ""
    required: bool = True


def examine(project: Project | None) -> Iterator[Probe]:
    """Looks at everything that llmfig needs, one thing after the other.

    Args:
        project: the project to look at as well; None where there is none.
    """
    yield _python()
    yield _guarded("Libraries", _libraries)
    yield _guarded("cairo", _cairo)
    yield _guarded("Fonts", _fonts)
    yield _guarded("Themes", lambda: _themes(project))
    if project is None:
        yield Probe("Project", False, "no figures/ folder here or above", "llmfig init my_figures", required=False)
    else:
        yield _guarded("Project", lambda: _settings(project))
        yield _guarded("Output", lambda: _writable(project))
    yield _guarded("Chromium", _chromium, required=False)


def _guarded(name: str, look: Callable[[], Probe], *, required: bool = True) -> Probe:
    """A doctor that falls ill itself helps nobody: whatever is raised is a finding."""
    try:
        return look()
    except FigureError as error:
        return Probe(name, False, error.what, error.fix, required)
    except Exception as error:
        return Probe(name, False, f"{type(error).__name__}: {error}", "install llmfig again", required)


def _python() -> Probe:
    wanted = ".".join(map(str, PYTHON))
    return Probe("Python", sys.version_info >= PYTHON, platform.python_version(), f"install Python {wanted} or newer")


def _libraries() -> Probe:
    try:
        lines = requires("llmfig") or []
    except PackageNotFoundError:
        return Probe("Libraries", False, "llmfig is not installed", "pip install .")
    names = [re.split(r"[^\w.-]", line)[0] for line in lines if "extra ==" not in line]
    missing = [name for name in names if not _installed(name)]
    found = f"{len(names)} installed" if not missing else f"missing: {', '.join(missing)}"
    return Probe("Libraries", not missing, found, f"{sys.executable} -m pip install {' '.join(missing)}")


def _installed(name: str) -> bool:
    try:
        version(name)
    except PackageNotFoundError:
        return False
    return True


def _cairo() -> Probe:
    try:
        cairo = importlib.import_module("cairocffi")
    except OSError:  # what cairocffi raises when it does not find the C library
        return Probe(
            "cairo", False, "the cairo library is not installed", CAIRO.get(_system(), "install the cairo library")
        )
    return Probe("cairo", True, cairo.cairo_version_string())


def _system() -> str:
    if platform.system() != "Linux":
        return platform.system()
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return ""
    names = [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
    return next((name for name in names if name in CAIRO), "")


def _fonts() -> Probe:
    lines = (FONTS / "SHA256SUMS").read_text(encoding="utf-8").splitlines()
    sums = {name: expected for expected, name in (line.split(maxsplit=1) for line in lines if line)}
    bad = []
    for name, expected in sums.items():
        file = FONTS / name.lstrip("*")
        if not file.is_file():
            bad.append(f"{name} is missing")
        elif hashlib.sha256(file.read_bytes()).hexdigest() != expected:
            bad.append(f"{name} is damaged")
    return Probe("Fonts", not bad, "; ".join(bad) or f"{len(sums)} files, intact", "install llmfig again")


def _themes(project: Project | None) -> Probe:
    from llmfig.theme.files import available
    from llmfig.theme.load import load

    root = project.root if project else None
    names = sorted(available(root))
    for name in names:
        load(name, root)
    return Probe("Themes", True, ", ".join(names))


def _settings(project: Project) -> Probe:
    _ = project.settings
    return Probe("Project", True, str(project.root))


def _writable(project: Project) -> Probe:
    out = project.root / project.settings.out
    there = next(folder for folder in (out, *out.parents) if folder.exists())
    try:
        with tempfile.TemporaryFile(dir=there):
            pass
    except OSError as error:
        return Probe(
            "Output", False, f"cannot write to {there}: {error.strerror}", "free that path, or set `out` in llmfig.toml"
        )
    return Probe("Output", True, f"{out} is writable")


def _chromium() -> Probe:
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    found = path or "not installed; only the tests in a browser use it"
    return Probe("Chromium", path is not None, found, "install Chromium with the system's packages", required=False)
