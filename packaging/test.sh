#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs, builds and runs every test. --fast leaves out the sanitizers, the fuzzers and the package.
# LECTERN_FUZZ_SECONDS: how long each fuzzer runs (60).
set -euo pipefail
# shellcheck source=packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

fast=no
for argument in "$@"; do
    case $argument in
        --fast) fast=yes ;;
        *) fail "unknown argument $argument (known: --fast)" ;;
    esac
done

cd "$root"
started=$SECONDS
lap() { printf -- '-- %s: %d s, %d s since the start\n' "$1" "$((SECONDS - lap_start))" "$((SECONDS - started))"; lap_start=$SECONDS; }
lap_start=$SECONDS

# Chromium's own sandbox refuses to run as root; the program itself never turns it off.
[ "$(id -u)" -ne 0 ] || export QTWEBENGINE_DISABLE_SANDBOX=1

"$root/packaging/setup.sh"
lap setup

say "Building (ci: warnings are errors)"
cmake --preset ci
cmake --build --preset ci
lap build

say "Tests: unit, gui, integration, robustness"
ctest --preset ci --label-exclude benchmark -j2
lap tests

if [ "$fast" = no ]; then
    say "Unit and robustness tests under AddressSanitizer and UndefinedBehaviorSanitizer"
    cmake --preset asan
    cmake --build --preset asan --target sanitized_tests
    ASAN_OPTIONS=detect_leaks=0 ctest --preset asan -j2
    lap sanitizers

    say "Fuzzers"
    "$root/packaging/fuzz.sh"
    lap fuzzers

    say "Package, in a clean Debian 12"
    "$root/packaging/check-package.sh"
    lap package
fi

say "All passed in $((SECONDS - started)) s"
