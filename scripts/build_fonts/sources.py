"""The packages the fonts come from: fetched by name and exact version, unpacked, kept."""

from __future__ import annotations

import bz2
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

NPM = {
    "@expo-google-fonts/noto-sans": "0.4.2",
    "@expo-google-fonts/noto-sans-mono": "0.4.2",
    "@expo-google-fonts/noto-sans-sc": "0.4.3",
    "@expo-google-fonts/noto-sans-math": "0.4.2",
    "@expo-google-fonts/noto-sans-symbols": "0.4.1",
    "@expo-google-fonts/noto-sans-symbols-2": "0.4.1",
}
PYPI = {"ziamath": "0.13"}
UNIHAN = "unicode-data"  # Debian package; its Unihan files carry kTGH, the Table of General Standard Chinese Characters


def short(package: str) -> str:
    """A package's name without the scope npm gives it."""
    return package.rsplit("/", 1)[-1]


def folder(store: Path, package: str) -> Path:
    """Where a package is unpacked."""
    return store / short(package)


def unpack_npm(store: Path, package: str, version: str) -> None:
    """Put the files of one npm package under `store`."""
    place = folder(store, package)
    if place.exists():
        return
    packed = subprocess.run(
        ["npm", "pack", "--silent", f"{package}@{version}"], cwd=store, check=True, capture_output=True, text=True
    ).stdout.split()[-1]
    with tarfile.open(store / packed) as archive:
        archive.extractall(store / "unpacked", filter="data")
    (store / "unpacked" / "package").rename(place)
    (store / packed).unlink()


def unpack_wheel(store: Path, package: str, version: str) -> None:
    """Put the files of one wheel from PyPI under `store`."""
    place = folder(store, package)
    if place.exists():
        return
    fetch = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
    subprocess.run([*fetch, "--dest", str(store), f"{package}=={version}"], check=True)
    (wheel,) = store.glob(f"{package}-{version}-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(place)
    wheel.unlink()


def national_table(store: Path) -> tuple[set[int], str]:
    """The hanzi of the Table of General Standard Chinese Characters, and the version of the package that lists them."""
    debs = sorted(store.glob(f"{UNIHAN}_*.deb"))
    if not debs:
        subprocess.run(["apt-get", "download", UNIHAN], cwd=store, check=True, capture_output=True)
        debs = sorted(store.glob(f"{UNIHAN}_*.deb"))
    subprocess.run(["dpkg-deb", "-x", debs[-1].name, "unihan"], cwd=store, check=True)
    table = store / "unihan" / "usr" / "share" / "unicode" / "Unihan_OtherMappings.txt.bz2"
    with bz2.open(table, "rt", encoding="utf-8") as lines:
        found = {int(line.split("\t")[0][2:], 16) for line in lines if "\tkTGH\t" in line}
    if len(found) != 8105:
        raise SystemExit(f"the national table has 8105 hanzi, {table} lists {len(found)}")
    return found, debs[-1].name.split("_")[1]


def gb2312() -> set[int]:
    """The 6,763 hanzi of GB2312, levels 1 and 2."""
    rows = [bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF)]
    return {ord(c) for c in (pair.decode("gb2312", errors="ignore") for pair in rows) if c}
