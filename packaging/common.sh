# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by the scripts of this folder.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export root

say() { printf '\n== %s\n' "$*"; }
fail() { printf 'packaging: %s\n' "$*" >&2; exit 1; }

# As root: the command; otherwise through sudo.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        fail "this needs root: run it as root, or install sudo ($*)"
    fi
}

# Without it ccache leaves alone whatever uses a precompiled header.
export CCACHE_SLOPPINESS=pch_defines,time_macros

# What was compiled in another checkout, wherever it lay, is not compiled again.
export CCACHE_BASEDIR=$root CCACHE_NOHASHDIR=1
