// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/proxylogin.h"

// Nobody knows a password.
class NoProxies final : public core::ProxyLogins
{
public:
    [[nodiscard]] core::KnownProxies known() const override { return logins; }
    [[nodiscard]] core::Async<> ask(const QString &host, const std::optional<core::ProxyLogin> &) override
    {
        return core::ready<void>(tl::make_unexpected(core::proxyError(host)));
    }

    core::KnownProxies logins; // but what the test puts here
};
