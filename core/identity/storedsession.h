// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QDateTime>

#include <chrono>

namespace core {

// What the keychain holds of an account, in one entry, so that a write keeps all of it or nothing.
struct StoredSession {
    Secret refreshToken;
    // One more with every refresh: whoever comes with an older one knows that another program was quicker.
    qint64 generation = 0;
    // What the last refresh gave, so that programs that waited for it need none of their own. Signing in leaves it out.
    Secret accessToken;
    QDateTime expiresAt; // of the access token; invalid: unknown
    std::chrono::seconds lifetime{0}; // that it had; 0: unknown
    // The newest one: ends the provider's own session (RP-Initiated Logout 1.0, id_token_hint), whichever program does
    // so.
    Secret idToken = {};
    QString nonce = {}; // of the sign-in: what a refreshed ID token may repeat (OpenID Connect Core, 12.2)
};

// The entry's bytes: a JSON object "lectern.session/1".
[[nodiscard]] Secret encodeSession(const StoredSession &session);

// Also reads a bare refresh token, which is what earlier versions kept. InvalidInput for a newer format or a torn
// entry.
[[nodiscard]] Result<StoredSession> decodeSession(const Secret &entry);

} // namespace core
