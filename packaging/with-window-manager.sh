#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command on a display that has a window manager, which is what gives a window the focus. Ends it with the command.
# The command waits for it: a window that is shown while the manager takes over may never hear that it can be seen.
set -euo pipefail
openbox 2> /dev/null &
trap 'kill $! 2> /dev/null || true' EXIT
for _ in $(seq 200); do
    ! xdotool get_num_desktops > /dev/null 2>&1 || break # it is there
    sleep 0.05
done
"$@"
