// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/identity/profile.h"

#include <QUrl>
#include <QUrlQuery>

#include <memory>
#include <optional>
#include <stop_token>

namespace core {

// Network: nothing can be listened at for the answer. `taken`: the ports that the profile lists, each with the program
// at it where that is known; empty when any port would have done.
[[nodiscard]] Error noPortError(const QStringList &taken);
[[nodiscard]] std::optional<QStringList> takenPortsOf(const Error &error); // nothing: it is another error

// The parameters of an authorization response, decoded once each; a parameter given twice is an error already here.
using AuthorizationResponse = QHash<QString, QString>;

// The response that an attempt waits for.
struct ExpectedResponse {
    QString state;
    bool asForm = false; // response_mode=form_post was asked for
    bool ofLogout = false; // the browser comes back of RP-Initiated Logout: with any state or none, nothing is believed
};

// A code that came in an address although a form was asked for (OAuth 2.0 Form Post Response Mode): it is in the
// browser's history, and whoever made it come so did not want what was asked for.
inline constexpr QLatin1StringView codeInAddress("response: the code came in an address, form_post was asked for");

// Listens on the loopback for one authorization response (RFC 8252, 7.3). Bound when it is made; gone when it is
// destroyed.
class RedirectListener
{
public:
    RedirectListener() = default;
    RedirectListener(const RedirectListener &) = delete;
    RedirectListener &operator=(const RedirectListener &) = delete;
    virtual ~RedirectListener() = default;

    [[nodiscard]] virtual QUrl redirectUri() const = 0;
    // The first request to the redirect path whose `state` is the expected one; all others are answered and forgotten.
    // SignInRefused: a parameter was given twice, or codeInAddress. An error may come in an address all the same, as
    // several providers have it.
    [[nodiscard]] virtual Async<AuthorizationResponse> response(const ExpectedResponse &expected,
                                                                std::stop_token stop) = 0;
};

class RedirectListenerFactory
{
public:
    RedirectListenerFactory() = default;
    RedirectListenerFactory(const RedirectListenerFactory &) = delete;
    RedirectListenerFactory &operator=(const RedirectListenerFactory &) = delete;
    virtual ~RedirectListenerFactory() = default;

    // noPortError() when no port could be had. `path` begins with '/'.
    [[nodiscard]] virtual Result<std::unique_ptr<RedirectListener>> listen(const ProviderProfile::Redirect &redirect,
                                                                           const QString &path) = 0;
};

} // namespace core
