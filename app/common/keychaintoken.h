// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/secretstore.h"
#include "core/net/tokensource.h"

namespace app {

// A key that an administrator put into the keychain, as a token: it cannot be renewed.
class KeychainToken final : public core::TokenSource
{
public:
    KeychainToken(core::SecretStore &secrets, QString entry);

    [[nodiscard]] core::Async<core::Secret> accessToken(std::stop_token stop) override;
    void rejected(const core::Secret &token) override;

private:
    core::SecretStore &m_secrets;
    QString m_entry;
};

} // namespace app
