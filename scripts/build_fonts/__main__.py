"""Make the fonts in `src/llmfig/assets/fonts` from the packages named in `sources`.

Needs `npm`, `pip`, `apt-get`, `dpkg-deb` and fontTools; nothing of this runs when a figure is drawn. Run it again from
the top of the project after changing a range or a version, look at `PROVENANCE.md`, commit what changed:

    python -m scripts.build_fonts [--sources DIR]

`--sources` is where the packages are unpacked (and kept); without it a temporary directory is used.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

from . import cuts, cutting, record, sources

TARGET = Path(__file__).resolve().parents[2] / "src" / "llmfig" / "assets" / "fonts"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sources", type=Path, help="directory that the packages are unpacked in and kept")
    kept: Path | None = parser.parse_args().sources
    if kept is not None:
        kept.mkdir(parents=True, exist_ok=True)
        build(kept)
        return
    with tempfile.TemporaryDirectory() as temporary:
        build(Path(temporary))


def build(store: Path) -> None:
    """Fetch what is missing in `store` and write every shipped file."""
    for package, version in sources.NPM.items():
        sources.unpack_npm(store, package, version)
    for whole in cuts.WHOLE:
        sources.unpack_wheel(store, whole.package, sources.PYPI[whole.package])
    national, unihan_version = sources.national_table(store)
    hanzi = national | sources.gb2312()
    TARGET.mkdir(parents=True, exist_ok=True)
    for cut in cuts.CUTS:
        wanted = set(cuts.codes(cut.ranges)) | (hanzi if cut.hanzi else set())
        cutting.subset(sources.folder(store, cut.package) / cut.member, wanted, cut, TARGET)
    cutting.merge_symbols(store, TARGET)
    for whole in cuts.WHOLE:
        shutil.copyfile(sources.folder(store, whole.package) / whole.member, TARGET / whole.name)
    record.write_licences(store, TARGET)
    sums = record.write_sums(TARGET)
    record.write_provenance(TARGET, sums, record.Hanzi(len(hanzi), len(national), unihan_version))


if __name__ == "__main__":
    main()
