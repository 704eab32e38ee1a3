// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace ui {

// Whether the web engine of this process could be watched or steered from outside: a debugging port, a log of keys or
// of the network, checks of certificates or of origins turned off, names resolved elsewhere, foreign scripts. Then no
// password may be typed into it.
[[nodiscard]] bool isPageObservable(const QStringList &arguments);

// Whether Chromium would refuse to start, and end the program: as root it has no sandbox and will not run without one.
[[nodiscard]] bool isSandboxImpossible();

// Name and password for a proxy that asks for them, from the addresses in https_proxy, http_proxy and all_proxy;
// nothing when none of them names that host with a user. Requests of our own take them from there as well.
struct ProxyLogin {
    QString user;
    QString password;
};
[[nodiscard]] std::optional<ProxyLogin> proxyLogin(const QString &proxyHost);

} // namespace ui
