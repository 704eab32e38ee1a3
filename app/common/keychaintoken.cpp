// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/keychaintoken.h"

#include "core/identity/clientcredentials.h"

namespace app {

KeychainToken::KeychainToken(core::SecretStore &secrets, QString entry, QString user)
    : m_secrets(secrets)
    , m_entry(std::move(entry))
    , m_user(std::move(user))
{
}

core::Async<core::Secret> KeychainToken::accessToken(std::stop_token)
{
    const auto secret = core::readServiceSecret(m_secrets, m_entry, this);
    if (m_user.isEmpty())
        return secret;
    return core::andThen(secret, this, [user = m_user.toUtf8()](const core::Secret &password) {
        return core::ready<core::Secret>(core::Secret((user + ':' + password.reveal()).toBase64()));
    });
}

void KeychainToken::rejected(const core::Secret &)
{
    // It stays where it is: only a person can put another one there.
}

} // namespace app
