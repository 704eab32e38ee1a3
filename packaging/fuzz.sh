#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the fuzzers and runs each over the kept corpus and what it makes of it, one a core. --seconds N: how long each
# (LECTERN_FUZZ_SECONDS, or 60), and a third of it where it takes more than a stranger to send the bytes. --only NAME:
# that one alone. LECTERN_FUZZ_SEED: another walk than the usual one (1), which is the same each time, so that what it
# finds is of the change that was made. What they learn stays in build/fuzz/corpus. A finding is
# left in build/fuzz/found and ends this with an error; put it into tests/robustness/fuzz/corpus with the mend.
set -euo pipefail
# shellcheck source=packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

seconds=${LECTERN_FUZZ_SECONDS:-60}
only='*'
while [ $# -gt 0 ]; do
    case $1 in
        --seconds) seconds=${2:?"--seconds needs a number"}; shift 2 ;;
        --only) only=${2:?"--only needs a name"}; shift 2 ;;
        *) fail "unknown argument $1 (known: --seconds N, --only NAME)" ;;
    esac
done

clang++ -print-file-name=libclang_rt.fuzzer-x86_64.a 2>/dev/null | grep -q / \
    || fail "this needs clang and its fuzzer: packaging/setup.sh"

cd "$root"
cmake --preset fuzz
started=$SECONDS
cmake --build --preset fuzz
say "Fuzzers built in $((SECONDS - started)) s"

export seconds
one() {
    local name=$1 found=build/fuzz/found/$1 grown=build/fuzz/corpus/$1 log=build/fuzz/log/$1.txt
    case $name in
        discovery | jwks | jwt | loopback | profile | tokenresponse) ;;
        *) seconds=$(((seconds + 2) / 3)) ;;
    esac
    rm -rf "$found"
    mkdir -p "$found" "$grown" build/fuzz/log
    if "build/fuzz/tests/robustness/fuzz/fuzz_$name" -max_total_time="$seconds" -seed="${LECTERN_FUZZ_SEED:-1}" -timeout=10 -rss_limit_mb=1024 \
        -max_len=20000 -print_final_stats=1 -artifact_prefix="$found/" "$grown" "tests/robustness/fuzz/corpus/$name" \
        > "$log" 2>&1; then
        printf -- '-- %s: %s runs, %s kept\n' "$name" \
            "$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")" "$(find "$grown" -type f | wc -l)"
        return
    fi
    tail -n 60 "$log" >&2
    printf 'packaging: fuzz_%s found something; it is in: %s\n' "$name" "$(find "$found" -type f | tr '\n' ' ')" >&2
    return 1
}
export -f one
# shellcheck disable=SC2016 # the inner shell's own
find tests/robustness/fuzz/corpus -mindepth 1 -maxdepth 1 -name "$only" -printf '%f\0' | sort -z \
    | ASAN_OPTIONS=detect_leaks=1 xargs -0 -n 1 -P "$(nproc)" bash -c 'one "$1"' one \
    || fail "a fuzzer has found something"
say "Nothing found"
