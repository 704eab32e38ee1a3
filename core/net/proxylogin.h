// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/base/secret.h"

#include <optional>

namespace core {

struct ProxyLogin {
    QString user;
    Secret password;

    friend bool operator==(const ProxyLogin &, const ProxyLogin &) = default;
};

// Who knows what a proxy wants to hear.
class ProxyLogins
{
public:
    ProxyLogins() = default;
    ProxyLogins(const ProxyLogins &) = delete;
    ProxyLogins &operator=(const ProxyLogins &) = delete;
    virtual ~ProxyLogins() = default;

    // What is to be used for the proxy of that host (ASCII) from now on, if anything is known.
    [[nodiscard]] virtual std::optional<ProxyLogin> login(const QString &host) const = 0;
    // The proxy asked, and did not take `refused` (nothing: it was told nothing). Finds out another one, of which
    // login() knows then. Any number of callers are one question. Errors: ProxyLogin (there is none, or nobody wants to
    // say it), KeychainUnavailable.
    [[nodiscard]] virtual Async<> ask(const QString &host, const std::optional<ProxyLogin> &refused) = 0;
};

} // namespace core
