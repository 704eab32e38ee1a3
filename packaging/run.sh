#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what is missing, builds, starts the sandbox services on the loopback and opens the window.
# --headless, or no display: does the main job without a person; results and screenshots are in build/demo/.
set -euo pipefail
# shellcheck source=packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

headless=no
[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || headless=yes
files=()
for argument in "$@"; do
    case $argument in
        --headless) headless=yes ;;
        -*) fail "unknown argument $argument (known: --headless, and files to open)" ;;
        *) files+=("$(realpath "$argument")") ;;
    esac
done

demo=$root/build/demo
cd "$root"
"$root/packaging/setup.sh"

say "Building"
cmake --preset ci
if [ "$headless" = yes ]; then
    cmake --build --preset ci --target lectern-mainjob
else
    cmake --build --preset ci --target lectern lectern-browser lectern-cli lectern-page-worker
fi
build=$root/build/ci
mkdir -p "$demo"

# Chromium's own sandbox refuses to run as root; the program itself never turns it off.
[ "$(id -u)" -ne 0 ] || export QTWEBENGINE_DISABLE_SANDBOX=1

if [ "$headless" = yes ]; then
    say "The main job, without a person"
    driver=$(find "$build/tests" -type f -name lectern-mainjob -perm -u+x | head -n 1)
    [ -n "$driver" ] || fail "build/ci has no lectern-mainjob"
    "$root/packaging/with-desktop.sh" "$driver" --state "$demo"
    say "Done: JSON and screenshots are in $demo"
    exit 0
fi

say "Starting the sandbox services"
# Their profile and connection lie where the program looks: a configuration folder of its own.
state=$demo/config/lectern
rm -f "$state/sandbox.json"
LECTERN_CLI=$(find "$build/app" -type f -name lectern-cli | head -n 1)
export LECTERN_CLI
node tests/sandbox/start.mjs --state "$state" --private "$demo/sandbox" --parent $$ < /dev/null &
sandbox=$!
trap 'kill "$sandbox" 2>/dev/null || true' EXIT
for _ in $(seq 100); do
    [ ! -e "$state/sandbox.json" ] || break
    kill -0 "$sandbox" 2>/dev/null || fail "the sandbox services did not start"
    sleep 0.1
done
[ -e "$state/sandbox.json" ] || fail "the sandbox services did not become ready"

say "Opening the window (sign in as alice, password: sandbox)"
export XDG_CONFIG_DIRS=$demo/config:${XDG_CONFIG_DIRS:-/etc/xdg}
"$(find "$build/app" -type f -name lectern | head -n 1)" "${files[@]}"
