#!/bin/sh
# What the workflow does with the figures of a pull request: draws them, checks them, and compares them with BASE.
#
#   scripts/review.sh BASE      a branch or commit; what is compared is where this branch left it
#
# The comparison is written to out/diff whatever the others say. Differences are no failure. Set up with scripts/setup.sh.
set -u
cd "$(dirname "$0")/.."
base=${1:?usage: scripts/review.sh BASE}

status=0
.venv/bin/llmfig render all || status=1
.venv/bin/llmfig check || status=1
.venv/bin/llmfig diff "$base..." --out out/diff
[ $? -le 1 ] || status=1
exit $status
