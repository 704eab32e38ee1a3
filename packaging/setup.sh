#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Installs what building and running from the source tree needs. Asks the network only for what is missing.
set -euo pipefail
# shellcheck source=packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

node_at_least=18

# Names on standard input -> those that are not installed.
missing_packages() {
    local name
    while read -r name; do
        case $(dpkg-query -W -f='${db:Status-Status}' "$name" 2>/dev/null || true) in
            installed*) ;;
            *) printf '%s\n' "$name" ;;
        esac
    done
}

install_packages() {
    local missing
    missing=$(grep -Ev '^(#|$)' "$root/packaging/packages.txt" | missing_packages)
    # Another source's Node will do; Debian's is taken where there is none.
    command -v node >/dev/null || missing+=$'\nnodejs'
    command -v npm >/dev/null || missing+=$'\nnpm'
    mapfile -t missing < <(printf '%s\n' "$missing" | sed '/^$/d')
    if [ ${#missing[@]} -eq 0 ]; then
        say "Debian packages: all there"
        return
    fi
    say "Debian packages: installing ${missing[*]}"
    as_root apt-get update -q || fail "apt-get update failed: is there a network?"
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}" \
        || fail "apt-get could not install: ${missing[*]}"
}

check_node() {
    local version
    version=$(node --version) || fail "node does not run"
    version=${version#v}
    [ "${version%%.*}" -ge "$node_at_least" ] || fail "Node $version is too old: $node_at_least or newer is needed"
}

install_sandbox() {
    local folder=$root/tests/sandbox stamp
    stamp=$(sha256sum < "$folder/package-lock.json")
    if [ "$(cat "$folder/node_modules/.installed" 2>/dev/null)" = "$stamp" ]; then
        say "Sandbox packages: all there"
        return
    fi
    say "Sandbox packages: npm ci"
    (cd "$folder" && npm ci --no-audit --no-fund --loglevel=error) || fail "npm ci failed in tests/sandbox: is there a network?"
    printf '%s\n' "$stamp" > "$folder/node_modules/.installed"
}

command -v apt-get >/dev/null || fail "this is for Debian 12: there is no apt-get here"
install_packages
check_node
install_sandbox
