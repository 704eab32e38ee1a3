#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command where a screen reader could listen: inside a session, with the bus that it would use.
set -euo pipefail
/usr/libexec/at-spi-bus-launcher --launch-immediately &
trap 'kill $! 2>/dev/null || true' EXIT
for _ in $(seq 100); do
    ! dbus-send --session --print-reply --dest=org.a11y.Bus /org/a11y/bus org.a11y.Bus.GetAddress > /dev/null 2>&1 || break
    sleep 0.05
done
QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 "$@"
