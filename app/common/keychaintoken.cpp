// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/keychaintoken.h"

namespace app {

KeychainToken::KeychainToken(core::SecretStore &secrets, QString entry)
    : m_secrets(secrets)
    , m_entry(std::move(entry))
{
}

core::Async<core::Secret> KeychainToken::accessToken(std::stop_token)
{
    return m_secrets.read(m_entry);
}

void KeychainToken::rejected(const core::Secret &)
{
    // It stays where it is: only a person can put another one there.
}

} // namespace app
