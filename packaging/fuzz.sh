#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the fuzzers and runs each over the kept corpus and what it makes of it. --seconds N: how long each (60).
# A finding is left in build/fuzz/found and ends this with its error; put it into tests/robustness/fuzz/corpus with the mend.
set -euo pipefail
# shellcheck source=packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

seconds=60
while [ $# -gt 0 ]; do
    case $1 in
        --seconds) seconds=${2:?"--seconds needs a number"}; shift 2 ;;
        *) fail "unknown argument $1 (known: --seconds N)" ;;
    esac
done

clang++ -print-file-name=libclang_rt.fuzzer-x86_64.a 2>/dev/null | grep -q / \
    || fail "this needs clang and its fuzzer: apt-get install clang libclang-rt-14-dev"

cd "$root"
cmake --preset fuzz
cmake --build --preset fuzz

for corpus in tests/robustness/fuzz/corpus/*; do
    name=$(basename "$corpus")
    found=build/fuzz/found/$name
    grown=build/fuzz/corpus/$name
    mkdir -p "$found" "$grown"
    say "$name: $seconds s"
    ASAN_OPTIONS=detect_leaks=1 "build/fuzz/tests/robustness/fuzz/fuzz_$name" -max_total_time="$seconds" -timeout=5 \
        -rss_limit_mb=1024 -max_len=20000 -verbosity=1 -artifact_prefix="$found/" "$grown" "$corpus" 2>&1 | tail -n 40
done
say "Nothing found"
