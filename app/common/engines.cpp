// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/engines.h"

#include "app/common/keychaintoken.h"
#include "core/engines/makeengine.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

Engines::Engines(core::HttpTransport &http, core::TokenSource &account, core::SecretStore &secrets,
                 std::vector<core::Connection> connections)
    : m_http(http)
    , m_account(account)
    , m_secrets(secrets)
    , m_connections(std::move(connections))
{
}

std::shared_ptr<core::Engine> Engines::engine(const QString &id)
{
    return make(id).value_or(nullptr);
}

std::vector<core::Connection> Engines::connections() const
{
    return m_connections;
}

const core::Connection *Engines::connection(const QString &id) const
{
    const auto found = std::find_if(m_connections.begin(), m_connections.end(),
                                    [&](const core::Connection &connection) { return connection.id == id; });
    return found == m_connections.end() ? nullptr : &*found;
}

core::Result<std::shared_ptr<core::Engine>> Engines::make(const QString &id)
{
    const core::Connection *known = connection(id);
    if (!known)
        return core::fail(core::ErrorCode::InvalidInput, u"no connection '%1'"_s.arg(id));
    const auto tokens = tokensFor(*known);
    if (!tokens)
        return tl::make_unexpected(tokens.error());
    return core::makeEngine(*known, m_http, *tokens);
}

core::Result<core::TokenSource *> Engines::tokensFor(const core::Connection &connection)
{
    const QString kind = connection.auth[u"kind"].toString();
    if (kind == "none"_L1)
        return nullptr;
    if (kind == "account"_L1)
        return &m_account;
    if (kind != "api_key"_L1)
        return core::fail(core::ErrorCode::InvalidInput, u"auth.kind '%1' can't be used by this version"_s.arg(kind));
    const QString entry = connection.auth[u"keychain"].toString("connection/"_L1 + connection.id);
    auto &source = m_keys[entry];
    if (!source)
        source = std::make_unique<KeychainToken>(m_secrets, entry);
    return source.get();
}

} // namespace app
