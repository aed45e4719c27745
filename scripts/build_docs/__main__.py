"""Write the reference and all pictures of the documentation. Run it again after changing a docstring or a figure in
`docs/figures`, look at what changed, commit it:

    python -m scripts.build_docs
"""

from __future__ import annotations

import argparse

from . import files


def main() -> None:
    argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter).parse_args()
    written, removed = files.write()
    for path in (*written, *removed):
        print(f"{'removed' if path in removed else 'wrote'} docs/{path}")
    print(f"{len(written)} files written, {len(removed)} removed")


if __name__ == "__main__":
    main()
