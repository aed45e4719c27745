#!/bin/sh
# Sets llmfig up in .venv, from wherever it is called, on a machine that may have nothing but an operating system.
#
#   scripts/setup.sh         what drawing figures needs
#   scripts/setup.sh test    what the tests need as well: their tools and a Chromium
#
# Call it again at any time: what is there already is left alone. Another Python: PYTHON=python3.13 scripts/setup.sh
set -eu
cd "$(dirname "$0")/.."
wanted=${1:-draw}

say() { printf 'setup: %s\n' "$*" >&2; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null 2>&1; then
        if [ -t 0 ]; then sudo "$@"; else sudo -n "$@"; fi
    else
        return 1
    fi
}

# The first Python that is new enough.
find_python() {
    for name in ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
            command -v "$name"
            return
        fi
    done
}

# The names of what the system lacks, as Debian and Ubuntu call them.
missing() {
    python=$(find_python)
    [ -n "$python" ] || echo python3
    # Debian's Python comes without the module that puts pip into a new environment.
    [ -n "$python" ] && "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 || echo python3-venv
    if [ "$(uname)" = Linux ] && [ -n "$python" ]; then
        "$python" -c 'import ctypes; ctypes.CDLL("libcairo.so.2")' >/dev/null 2>&1 || echo libcairo2
    elif [ "$(uname)" = Linux ]; then
        echo libcairo2
    fi
    if [ "$wanted" = test ]; then
        for name in chromium chromium-browser google-chrome chrome; do
            command -v "$name" >/dev/null 2>&1 && return
        done
        echo chromium
    fi
}

lacking=$(missing | tr '\n' ' ')
if [ -n "$lacking" ]; then
    if command -v apt-get >/dev/null 2>&1; then
        say "installing $lacking"
        log=$(mktemp)
        # shellcheck disable=SC2086 # a list of words
        as_root env DEBIAN_FRONTEND=noninteractive sh -c \
            'apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"' sh $lacking >"$log" 2>&1 ||
            { tail -n 20 "$log" >&2; say "could not install $lacking- going on without"; }
        rm -f "$log"
    else
        say "this machine lacks $lacking(Debian's names); install it with your package manager - going on without"
    fi
fi

python=$(find_python)
if [ -z "$python" ]; then
    say "llmfig needs Python 3.11 or newer"
    exit 1
fi
.venv/bin/python -c '' 2>/dev/null || "$python" -m venv --clear .venv

# What was installed last, and from which lists: nothing to do when both are the same.
stamp=.venv/.llmfig-setup
now=$(cat pyproject.toml constraints.txt | cksum)
for done in "$wanted" test; do
    [ "$(cat "$stamp" 2>/dev/null)" = "$done $now" ] && exit 0
done
case $wanted in
    test) what='.[test]' ;;
    *) what='.' ;;
esac
say "installing llmfig into .venv"
.venv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --constraint constraints.txt --editable "$what"
echo "$wanted $now" >"$stamp"
