// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/base/secret.h"
#include "core/net/http.h"

#include <QUrl>

#include <optional>
#include <stop_token>

namespace core {

// Whoever can vouch for a request: the signed-in account, a service connection. Engines know no more of identity than
// this.
class TokenSource
{
public:
    TokenSource() = default;
    TokenSource(const TokenSource &) = delete;
    TokenSource &operator=(const TokenSource &) = delete;
    virtual ~TokenSource() = default;

    // A token that is still good for a minute, refreshed when needed. SignInNeeded when there is nobody.
    [[nodiscard]] virtual Async<Secret> accessToken(std::stop_token stop) = 0;
    // For a token that is bound to a key (RFC 9449): the headers that show it with such a request, made anew for each;
    // none of them when they can't be made. Nothing: a bearer's token, shown as the endpoint's rules say.
    [[nodiscard]] virtual std::optional<HttpHeaders> proof(const Secret & /*token*/, const QByteArray & /*method*/,
                                                           const QUrl & /*url*/)
    {
        return std::nullopt;
    }
    // What the endpoint answered to a proof. True: it asks for another one, send the request once more.
    virtual bool learn(const QUrl & /*url*/, const HttpResponse & /*response*/) { return false; }
    // The endpoint said 401 to that token: forget it, the next call fetches another.
    virtual void rejected(const Secret &token) = 0;
};

} // namespace core
