// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/identity/discovery.h"
#include "core/identity/form.h"
#include "core/identity/pkce.h"
#include "core/identity/redirectlistener.h"
#include "core/net/http.h"

namespace core {

// What belongs to one attempt and to no other.
struct AuthorizationAttempt {
    QString state;
    QString nonce;
    Pkce pkce;
    QUrl redirect;
    QString organization;
    QString loginHint;
    QString prompt; // instead of the profile's
    bool formPost = false; // response_mode=form_post: the code stays out of history and Referer
};

[[nodiscard]] QUrl authorizationUrl(const ProviderProfile &profile, const ProviderMetadata &metadata,
                                    const AuthorizationAttempt &attempt);

// Whether the request asks for its answer as a form (response_mode=form_post): by this attempt, or always by the
// profile.
[[nodiscard]] bool asksForForm(const ProviderProfile &profile, const AuthorizationAttempt &attempt);

// The `prompt` with which the provider asks which account it is to be, although it knows somebody (OpenID Connect Core,
// 3.1.2.1): select_account, or login where the provider says that it offers only that, beside what the profile asks
// for. Empty: it says that it offers neither.
[[nodiscard]] QString promptForAnotherAccount(const ProviderProfile &profile, const ProviderMetadata &metadata);

// True when the request's parameters go to the provider's own endpoint first, and the browser carries only a reference
// to them (RFC 9126): the provider demands it, or offers it and the profile asks.
[[nodiscard]] bool isPushed(const ProviderProfile &profile, const ProviderMetadata &metadata);
[[nodiscard]] FormFields authorizationParameters(const ProviderProfile &profile, const AuthorizationAttempt &attempt);
[[nodiscard]] QUrl pushedAuthorizationUrl(const ProviderProfile &profile, const ProviderMetadata &metadata,
                                          const QString &requestUri);
// The request_uri (RFC 9126, 2.2). SignInRefused: the provider names an error; EndpointBusy, EndpointFailed: it is no
// such response.
[[nodiscard]] Result<QString> parsePushedRequest(const HttpResponse &response);

// The code; or SignInRefused when state or iss (RFC 9207) is wrong, or when the provider names an error.
[[nodiscard]] Result<QString> codeIn(const AuthorizationResponse &response, const ProviderMetadata &metadata,
                                     const AuthorizationAttempt &attempt);

} // namespace core
