// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/secretstore.h"
#include "core/net/tokensource.h"

#include <QObject>

namespace app {

// A key or a password that an administrator put into the keychain, as a token: it cannot be renewed.
class KeychainToken final : public QObject, public core::TokenSource
{
    Q_OBJECT

public:
    // user: the token is what HTTP Basic shows for that user and the entry's password (RFC 7617, 2); without one it is
    // the entry itself.
    KeychainToken(core::SecretStore &secrets, QString entry, QString user = {});

    [[nodiscard]] core::Async<core::Secret> accessToken(std::stop_token stop) override;
    void rejected(const core::Secret &token) override;

private:
    core::SecretStore &m_secrets;
    QString m_entry;
    QString m_user;
};

} // namespace app
