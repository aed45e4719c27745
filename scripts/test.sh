#!/bin/sh
# Everything that has to be right: style, types, tests. Sets up what that needs first; arguments go to pytest.
set -eu
cd "$(dirname "$0")/.."
scripts/setup.sh test

# All three are run whatever the others say: one look tells everything that is wrong.
status=0
.venv/bin/ruff check . || status=1
.venv/bin/mypy || status=1
.venv/bin/python -m pytest -n auto "$@" || status=1
exit $status
