// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/jwtsigner.h"
#include "core/net/http.h"

#include <QDateTime>
#include <QHash>

#include <optional>

namespace core {

// What one proof is for (RFC 9449, 4.2).
struct ProofSubject {
    QByteArray method;
    QUrl url; // its query and fragment are left out
    Secret accessToken; // that the request shows; empty: none, as at the token endpoint
    QString nonce; // that the server asked for; empty: none
};

// A DPoP proof: good for this request and this moment. `key`: a private P-256 JWK, as JwtSigner::makeKey() gives.
[[nodiscard]] Result<Secret> dpopProof(const JwtSigner &signer, const Secret &key, const ProofSubject &subject,
                                       const QDateTime &now);

// The nonces that servers handed out (RFC 9449, 8 and 9), the newest of each origin.
class ProofNonces
{
public:
    [[nodiscard]] QString of(const QUrl &url) const;
    // Remembers the response's nonce. True when the response refuses a proof for the want of it: the request is to be
    // sent once more.
    bool learn(const QUrl &url, const HttpResponse &response);

private:
    QHash<QString, QString> m_nonces;
};

} // namespace core
