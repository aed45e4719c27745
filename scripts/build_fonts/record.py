"""What is written beside the fonts: licences, hashes, and where every file comes from."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

from fontTools.ttLib import TTFont

from .cuts import BOLDEN, CODE, CUTS, HAN_MARKS, LATIN, SYMBOL_SOURCES, SYMBOLS, WHOLE, Cut
from .sources import NPM, PYPI, UNIHAN, folder, short


@dataclass(frozen=True)
class Hanzi:
    """How many hanzi the fonts hold, how many of them the national table has, and which version lists those."""

    all: int
    national: int
    unihan: str


def write_licences(store: Path, target: Path) -> None:
    """The licence text of each source. Where a package carries none, the font's own copyright line over that text."""
    for package in NPM:
        shutil.copyfile(folder(store, package) / "LICENSE_FONT", target / f"OFL-{short(package)}.txt")
    _, _, terms = (target / f"OFL-{short(next(iter(NPM)))}.txt").read_text(encoding="utf-8").partition("\n")
    for whole in WHOLE:
        copyright_ = TTFont(target / whole.name, lazy=True)["name"].getDebugName(0)
        (target / f"OFL-{whole.family}.txt").write_text(f"{copyright_}\n{terms}", encoding="utf-8", newline="\n")


def write_sums(target: Path) -> dict[str, str]:
    """`SHA256SUMS`: by which a test knows that every font is the one that was built."""
    sums = {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(target.glob("*.ttf"))}
    (target / "SHA256SUMS").write_text(
        "".join(f"{digest}  {name}\n" for name, digest in sums.items()), encoding="utf-8"
    )
    return sums


def write_provenance(target: Path, sums: dict[str, str], hanzi: Hanzi) -> None:
    """`PROVENANCE.md`: which package, which version, which characters, which bytes."""
    lines = [
        "# Where the fonts come from",
        "",
        "Written by `python -m scripts.build_fonts`; do not edit. All fonts are under the SIL Open Font License 1.1:",
        "the licence texts are the `OFL-*.txt` beside this file. The subsets are renamed, unhinted; the outlines are",
        "unchanged, but for those that are said to be emboldened. A font that is said to be whole is the very file of",
        "the package, under its own name. Packages that start with `@` are npm's, the other is PyPI's.",
        "",
        "| file | from | characters | bytes | sha256 |",
        "| --- | --- | --- | --- | --- |",
    ]
    described = sources()
    for name, digest in sums.items():
        source, kept = described[name]
        lines.append(f"| `{name}` | {source} | {kept} | {(target / name).stat().st_size:,} | `{digest}` |")
    lines += [
        "",
        f"Hanzi: {hanzi.all:,} = GB2312 levels 1 and 2 (6,763) joined with the Table of General Standard Chinese",
        f"Characters ({hanzi.national:,}, field `kTGH` of Unihan in the Debian package `{UNIHAN}` {hanzi.unihan}).",
        "",
        "Ranges:",
        "",
    ]
    for label, ranges in (("LATIN", LATIN), ("CODE", CODE), ("HAN_MARKS", HAN_MARKS), ("SYMBOLS", SYMBOLS)):
        lines.append(f"- {label}: " + ", ".join(f"U+{a:04X}" if a == b else f"U+{a:04X}-{b:04X}" for a, b in ranges))
    (target / "PROVENANCE.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


def sources() -> dict[str, tuple[str, str]]:
    """Of each shipped file: the package, version and member it comes from, and what of it is kept."""
    found = {f"{c.name}.ttf": (f"{c.package} {NPM[c.package]}, `{c.member}`", describe(c)) for c in CUTS}
    merged = ", ".join(f"{p} {NPM[p]}" for p, _ in SYMBOL_SOURCES)
    note = "ranges SYMBOLS, first source that has the character"
    bold = f"{note}; Noto Sans Symbols in Bold, the others emboldened by {BOLDEN} em"
    found["llmfig-symbols-regular.ttf"] = (merged, note)
    found["llmfig-symbols-bold.ttf"] = (merged, bold)
    for whole in WHOLE:
        found[whole.name] = (f"{whole.package} {PYPI[whole.package]}, `{whole.member}`", "whole")
    return found


def describe(cut: Cut) -> str:
    label = {LATIN: "LATIN", CODE: "CODE", HAN_MARKS: "HAN_MARKS"}[cut.ranges]
    return f"ranges {label}" + (" and the hanzi below" if cut.hanzi else "")
