// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/identity/discovery.h"
#include "core/identity/pkce.h"
#include "core/identity/redirectlistener.h"

namespace core {

// What belongs to one attempt and to no other.
struct AuthorizationAttempt {
    QString state;
    QString nonce;
    Pkce pkce;
    QUrl redirect;
    QString organization;
    QString loginHint;
    bool formPost = false; // response_mode=form_post: the code stays out of history and Referer
};

[[nodiscard]] QUrl authorizationUrl(const ProviderProfile &profile, const ProviderMetadata &metadata,
                                    const AuthorizationAttempt &attempt);

// The code; or SignInRefused when state or iss (RFC 9207) is wrong, or when the provider names an error.
[[nodiscard]] Result<QString> codeIn(const AuthorizationResponse &response, const ProviderMetadata &metadata,
                                     const AuthorizationAttempt &attempt);

} // namespace core
