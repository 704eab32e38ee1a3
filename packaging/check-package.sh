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

build() {
    cd "$root"
    cmake --preset release
    cmake --build --preset release
    rm -f build/release/lectern_*.deb
    (cd build/release && cpack -G DEB)
    package=$(ls "$root"/build/release/lectern_*.deb)
}

check_metadata() {
    local staged=$root/build/release/staged
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
    as_root rm -rf "$clean"
    as_root debootstrap --variant=minbase bookworm "$clean" "${mirror:-http://deb.debian.org/debian}" > "$cache/debootstrap.log" \
        || { tail -n 5 "$cache/debootstrap.log" >&2; fail "debootstrap failed: is there a network? ($cache/debootstrap.log)"; }
    as_root touch "$clean/.complete"
}

inside() {
    as_root chroot "$clean" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
        DEBIAN_FRONTEND=noninteractive "$@"
}

unmount() { as_root umount -l "$clean/proc" "$clean/dev" 2>/dev/null || true; }

mount_kernel() {
    trap unmount EXIT
    as_root mount -t proc proc "$clean/proc"
    as_root mount --rbind /dev "$clean/dev"
    as_root mount --make-rslave "$clean/dev"
}

install() {
    as_root cp "$package" "$clean/tmp/lectern.deb"
    as_root cp /etc/resolv.conf "$clean/etc/resolv.conf"
    inside dpkg --purge lectern > /dev/null 2>&1 || true
    if ! inside dpkg -i /tmp/lectern.deb > "$cache/install.log" 2>&1; then
        inside apt-get update -q >> "$cache/install.log" 2>&1 || fail "apt-get update failed in the clean root: is there a network?"
        inside apt-get install -q -y --no-install-recommends /tmp/lectern.deb xvfb xauth >> "$cache/install.log" 2>&1 \
            || { tail -n 15 "$cache/install.log" >&2; fail "the package does not install in a clean Debian 12"; }
    fi
}

check_programs() {
    inside lectern --version
    inside lectern-cli --version
    inside lectern-cli doctor
    # The window must still be there after some seconds: timeout ends it with 124.
    local code=0
    inside timeout 8 xvfb-run -a env QTWEBENGINE_DISABLE_SANDBOX=1 lectern || code=$?
    [ "$code" -eq 124 ] || fail "the window ended by itself in the clean root (exit code $code)"
    echo "the window starts and stays"
}

say "Package: building"
build
check_metadata
make_root
mount_kernel
say "Package: installing $(basename "$package") in the clean root"
install
say "Package: starting the programs there"
check_programs
