// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/base/secret.h"

#include <QUrl>

#include <stop_token>

namespace core {

// Whoever can vouch for a request: the signed-in account, a service connection. Engines know no more of identity than this.
class TokenSource
{
public:
    TokenSource() = default;
    TokenSource(const TokenSource &) = delete;
    TokenSource &operator=(const TokenSource &) = delete;
    virtual ~TokenSource() = default;

    // A bearer token that is still good for a minute, refreshed when needed. SignInNeeded when there is nobody.
    [[nodiscard]] virtual Async<Secret> accessToken(std::stop_token stop) = 0;
    // The endpoint said 401 to that token: forget it, the next call fetches another.
    virtual void rejected(const Secret &token) = 0;
};

} // namespace core
