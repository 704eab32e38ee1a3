// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

#include <QByteArray>

namespace core {

// Proof Key for Code Exchange, S256 (RFC 7636). One for each attempt.
struct Pkce {
    Secret verifier;
    QByteArray challenge;
};

[[nodiscard]] Pkce makePkce();
[[nodiscard]] QByteArray pkceChallenge(const QByteArray &verifier);

// base64url of that many bytes from the system's random source.
[[nodiscard]] QByteArray randomToken(int bytes = 32);

} // namespace core
