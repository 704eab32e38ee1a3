// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/base/secret.h"

#include <QHash>

#include <optional>

namespace core {

struct ProxyLogin {
    QString user;
    Secret password;

    friend bool operator==(const ProxyLogin &, const ProxyLogin &) = default;
};
using KnownProxies = QHash<QString, ProxyLogin>; // by the proxy's host, in ASCII

// Who knows what a proxy wants to hear.
class ProxyLogins
{
public:
    ProxyLogins() = default;
    ProxyLogins(const ProxyLogins &) = delete;
    ProxyLogins &operator=(const ProxyLogins &) = delete;
    virtual ~ProxyLogins() = default;

    // What is to be said from now on.
    [[nodiscard]] virtual KnownProxies known() const = 0;
    // The proxy asked, and did not take `refused` (nothing: it was told nothing). Finds out what else to say, which is
    // among known() then. Any number of callers are one question. Errors: ProxyLogin, as proxyError(), when there is
    // nothing to say or nobody wants to.
    [[nodiscard]] virtual Async<> ask(const QString &host, const std::optional<ProxyLogin> &refused) = 0;
};

// That a proxy let nothing through without a name and a password, and which one: as an Error and out of one again.
[[nodiscard]] Error proxyError(const QString &host);
[[nodiscard]] std::optional<QString> proxyOf(const Error &error);

// The keychain's name of what a proxy wants to hear; the entry is NAME:PASSWORD (RFC 7617, 2).
[[nodiscard]] QString proxyEntry(const QString &host);

} // namespace core
