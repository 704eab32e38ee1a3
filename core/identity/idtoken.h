// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/identity/jws.h"

#include <QDateTime>

#include <chrono>
#include <optional>

namespace core {

// What an ID token must say (OpenID Connect Core 1.0, 3.1.3.7 and 12.2).
struct IdTokenExpectation {
    QString issuer; // exact; or a template whose {tenantid} is the token's own `tid`
    QString clientId;
    QStringList trustedAudiences = {}; // may be named beside this client (3.1.3.7, 3); all others are refused
    QString nonce;
    bool hasNonce = true; // false: no authorization request could carry one (RFC 8628)
    bool refreshed = false; // nonce and age are checked only when they are there and known
    QString subject; // of the earlier token; empty: any
    Secret accessToken; // what at_hash is taken of
    QByteArray accessTokenHash = {}; // of a token signed with Ed448: the hash of accessToken that goes with it
    std::optional<qint64> maxAge;
    QStringList algorithms; // the provider's id_token_signing_alg_values_supported; empty: any that we know
    QDateTime now;
};

// How the detail of the refusal begins that a profile's `trusted_audiences` could have prevented; the names follow.
inline constexpr QLatin1StringView untrustedAudience("aud: also meant for others, not in trusted_audiences:");

// SignInRefused; the detail begins with the claim that is wrong. The signature is another matter.
[[nodiscard]] Result<> checkIdToken(const Jws &token, const IdTokenExpectation &expected);

// Whether exp and nbf, where a token has them, let it be used now (RFC 7519, 4.1.4 and 4.1.5). SignInRefused, as above.
[[nodiscard]] Result<> checkLifetime(const QJsonObject &claims, const QDateTime &now);

// What a wrong clock on this computer makes look wrong. Times are checked last: all else of such a token is right.
[[nodiscard]] bool isAboutTime(const Error &error);

// How far this computer's clock is ahead of the server's (behind it: negative), where the error tells; it is told by
// clockNote(), from the Date of an answer (RFC 9110, 6.6.1), and left out where it is a minute at most.
[[nodiscard]] std::optional<std::chrono::seconds> clockError(const Error &error);
[[nodiscard]] QString clockNote(const QByteArray &date, const QDateTime &now);

// True when iss is the issuer, or fits a template with this tenant id.
[[nodiscard]] bool isIssuer(const QString &iss, const QString &expected, const QString &tenant);

} // namespace core
