// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/net/http.h"

#include <QStringList>

#include <chrono>
#include <optional>

namespace core {

// What a token endpoint gives (RFC 6749, 5.1).
struct TokenResponse {
    Secret accessToken;
    Secret refreshToken; // empty: none, or the old one stays
    Secret idToken; // empty: none
    std::optional<std::chrono::seconds> lifetime; // of the access token; nothing: unknown
    std::optional<QStringList> scopes; // nothing: as asked for
};

// `type` is what the token must be, case folded: a DPoP token that came as a bearer's is bound to nothing. Errors:
// SignInNeeded for invalid_grant; SignInRefused for any other error the endpoint names; EndpointBusy,
// EndpointFailed for what is no OAuth answer at all, a portal's page with status 200 and a known member of another type
// than it has there included.
[[nodiscard]] Result<TokenResponse> parseTokenResponse(const HttpResponse &response,
                                                       QLatin1StringView type = QLatin1StringView("Bearer"));

// The text of a provider's error as a detail: its code and, in quotation marks, its own words; short, on one line,
// without what was sent to it.
[[nodiscard]] QString describeProviderError(const QString &code, const QString &description,
                                            const SentSecrets &sent = {});
// Such a detail without the quoted words, which are for whoever asks for them; any other detail as it is.
[[nodiscard]] QString withoutProvidersWords(const QString &detail);

// True for an error that the provider named so (its detail begins with the code).
[[nodiscard]] bool isProviderError(const Error &error, QLatin1StringView code);

} // namespace core
