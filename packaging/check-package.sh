#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds the .deb, installs it in a clean Debian 12 root and starts the programs there.
set -euo pipefail
# shellcheck source=packaging/common.sh
. "$(dirname "${BASH_SOURCE[0]}")/common.sh"

cache=${XDG_CACHE_HOME:-$HOME/.cache}/lectern-packaging
clean=$cache/bookworm
# shellcheck disable=SC2016 # apt expands it
mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Codename: bookworm' 2>/dev/null | head -n 1)

# From the build that the tests ran on: what was tested is what is packaged.
build() {
    cd "$root"
    cmake --preset ci > /dev/null
    cmake --build --preset ci
    rm -f build/ci/lectern_*.deb
    cpack --config build/ci/CPackConfig.cmake -G DEB -B build/ci
    package=$(ls "$root"/build/ci/lectern_*.deb)
}

check_metadata() {
    local staged=$root/build/ci/staged
    rm -rf "$staged"
    dpkg-deb -x "$package" "$staged"
    desktop-file-validate "$staged"/usr/share/applications/*.desktop
    appstreamcli validate --no-net "$staged"/usr/share/metainfo/*.metainfo.xml
}

# Made once; the dependencies stay in it, so that the next check needs no network.
make_root() {
    [ ! -e "$clean/.complete" ] || return 0
    say "Making a clean Debian 12 in $clean"
    mkdir -p "$cache"
    as_root rm -rf --one-file-system "$clean"
    as_root debootstrap --variant=minbase bookworm "$clean" "${mirror:-http://deb.debian.org/debian}" > "$cache/debootstrap.log" \
        || { tail -n 5 "$cache/debootstrap.log" >&2; fail "debootstrap failed: is there a network? ($cache/debootstrap.log)"; }
    as_root touch "$clean/.complete"
}

inside() {
    as_root chroot "$clean" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@"
}

unmount() { as_root umount "$clean/proc" "$clean/dev/shm" 2>/dev/null || true; }

# No bind mounts: nothing of this machine is reachable from inside.
mount_kernel() {
    unmount
    trap unmount EXIT
    as_root mount -t proc proc "$clean/proc"
    as_root mkdir -p "$clean/dev/shm"
    as_root mount -t tmpfs -o mode=1777 tmpfs "$clean/dev/shm"
}

install() {
    as_root cp "$package" "$clean/tmp/lectern.deb"
    as_root cp /etc/resolv.conf "$clean/etc/resolv.conf"
    inside dpkg --purge lectern > /dev/null 2>&1 || true
    if ! inside dpkg -i /tmp/lectern.deb > "$cache/install.log" 2>&1; then
        inside dpkg --purge lectern >> "$cache/install.log" 2>&1 || true
        inside apt-get update -q >> "$cache/install.log" 2>&1 || fail "apt-get update failed in the clean root: is there a network?"
        inside apt-get install -q -y --no-install-recommends /tmp/lectern.deb >> "$cache/install.log" 2>&1 \
            || { tail -n 15 "$cache/install.log" >&2; fail "the package does not install in a clean Debian 12"; }
    fi
}

check_programs() {
    inside lectern --version
    inside lectern-cli --version
    inside lectern-cli doctor
    inside lectern-cli extract --json --schema invoice /usr/share/lectern/samples/invoice.pdf | grep -q INV-2024-0417 \
        || fail "the installed lectern-cli does not read the sample invoice"
    # The browser is there, finds its libraries and says what it is; the window does without them.
    { inside /usr/libexec/lectern/lectern-browser < /dev/null 2>&1 || true; } | grep -q 'started by Lectern' \
        || fail "the installed lectern-browser does not start"
    ! inside ldd /usr/bin/lectern | grep -q WebEngine || fail "the window's program is linked with the web engine"
    xvfb-run -a "${BASH_SOURCE[0]}" --window
}

# On the display of this machine: the clean root has none. Chromium's sandbox refuses to run as root.
check_window() {
    as_root cp "$XAUTHORITY" "$clean/tmp/xauthority"
    inside DISPLAY="$DISPLAY" XAUTHORITY=/tmp/xauthority QTWEBENGINE_DISABLE_SANDBOX=1 timeout 30 lectern &
    local program=$!
    for _ in $(seq 100); do
        if xdotool search --onlyvisible --name Lectern > /dev/null 2>&1; then
            sleep 2 # one that falls over at once is no window
            kill -0 "$program" 2>/dev/null || fail "the window went away at once in the clean root"
            echo "the window opens and stays"
            as_root pkill -TERM -P "$program" 2>/dev/null || kill "$program"
            wait "$program" || true
            return
        fi
        kill -0 "$program" 2>/dev/null || fail "lectern ended without a window in the clean root"
        sleep 0.2
    done
    fail "no window within 20 s in the clean root"
}

if [ "${1:-}" = --window ]; then
    check_window
    exit
fi
say "Package: building"
build
check_metadata
make_root
mount_kernel
say "Package: installing $(basename "$package") in the clean root"
install
say "Package: starting the programs there"
check_programs
