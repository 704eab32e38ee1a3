#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command with a display, a window manager, a session bus and an unlocked keyring of its own, and ends with it.
set -euo pipefail
[ $# -gt 0 ] || { echo "usage: with-desktop.sh COMMAND [ARGUMENT...]" >&2; exit 2; }

if [ "${LECTERN_DESKTOP:-}" != inside ]; then
    home=$(mktemp -d "${TMPDIR:-/tmp}/lectern-desktop-XXXXXX")
    trap 'rm -rf "$home"' EXIT
    mkdir -m 700 "$home/runtime"
    # The keyring lives below XDG_DATA_HOME: the user's own stays untouched.
    env LECTERN_DESKTOP=inside XDG_RUNTIME_DIR="$home/runtime" XDG_DATA_HOME="${LECTERN_DATA_HOME:-$home/data}" \
        xvfb-run -a -s '-screen 0 1440x900x24 -nolisten tcp' dbus-run-session -- "${BASH_SOURCE[0]}" "$@" && code=0 || code=$?
    exit "$code"
fi

unset LECTERN_DESKTOP
mkdir -p "$XDG_DATA_HOME"
# Not left to become a daemon: it would outlive the session.
gnome-keyring-daemon --foreground --unlock --components=secrets > /dev/null 2>&1 <<< '' &
trap 'kill $(jobs -p) 2>/dev/null || true' EXIT
owned() { dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner string:"$1"; }
for _ in $(seq 100); do
    ! owned org.freedesktop.secrets 2>/dev/null | grep -q true || break
    sleep 0.05
done
"$(dirname "${BASH_SOURCE[0]}")/with-window-manager.sh" "$@"
