#!/bin/sh
# Everything that has to be right: style, types, tests. Sets up what that needs first; further arguments go to pytest.
set -eu
cd "$(dirname "$0")/.."
scripts/setup.sh test
.venv/bin/ruff check .
.venv/bin/mypy
.venv/bin/python -m pytest -n auto "$@"
