#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command on a display that has a window manager, which is what gives a window the focus. Ends it with the command.
openbox 2>/dev/null &
manager=$!
for _ in $(seq 100); do
    ! xdotool get_num_desktops > /dev/null 2>&1 || break # it is there
    sleep 0.05
done
"$@"
code=$?
kill "$manager" 2>/dev/null
exit "$code"
