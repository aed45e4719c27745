"""Importing the modules below a `figures/` folder as they are now.

The folder is a package of a name of its own: nothing on `sys.path` that could shadow another module, no byte code of an
older version of a file, and no state left over from the figure before.
"""

from __future__ import annotations

import importlib
import importlib.machinery
import importlib.util
import sys
import zlib
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from pathlib import Path
from types import CodeType, ModuleType

PROJECT = "llmfig_figures_"  # what the package of a project's figures is called, before its own number


def import_fresh(file: Path, figures: Path) -> ModuleType:
    """Imports a module, and all that it imports relatively, from the text of the files at this moment.

    Args:
        file: the module's file.
        figures: the folder above, that its relative imports cannot leave.
    """
    package = f"{PROJECT}{zlib.crc32(str(figures).encode()):08x}"
    for name in [name for name in sys.modules if name == package or name.startswith(f"{package}.")]:
        del sys.modules[name]
    if not any(isinstance(f, _Finder) and f.package == package for f in sys.meta_path):
        # It stays: functions may import a helper when they are called.
        sys.meta_path.insert(0, _Finder(package, figures))
    return importlib.import_module(".".join([package, *file.relative_to(figures).with_suffix("").parts]))


class _Fresh(importlib.machinery.SourceFileLoader):
    def get_code(self, fullname: str) -> CodeType:
        # The inherited method trusts byte code whose date, in whole seconds, and size fit: an edit may change neither.
        path = self.get_filename(fullname)
        code: CodeType = self.source_to_code(self.get_data(path), path)
        return code


class _Finder(MetaPathFinder):
    """Finds the modules below one `figures/` folder."""

    def __init__(self, package: str, figures: Path) -> None:
        self.package = package
        self.figures = figures

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> importlib.machinery.ModuleSpec | None:
        head, *rest = fullname.split(".")
        if head != self.package:
            return None
        place = self.figures.joinpath(*rest)
        for file, inside in ((place.with_name(f"{place.name}.py"), None), (place / "__init__.py", [str(place)])):
            if rest and file.is_file():
                loader = _Fresh(fullname, str(file))
                return importlib.util.spec_from_file_location(
                    fullname, file, loader=loader, submodule_search_locations=inside
                )
        if not place.is_dir():
            return None
        spec = importlib.machinery.ModuleSpec(fullname, None, is_package=True)
        spec.submodule_search_locations = [str(place)]
        return spec
