// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/engines.h"

#include "app/common/keychaintoken.h"
#include "core/engines/makeengine.h"
#include "core/identity/clientcredentials.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {

Engines::Engines(core::HttpTransport &http, core::TokenSource &account, core::SecretStore &secrets,
                 std::vector<core::Connection> connections)
    : m_http(http)
    , m_account(account)
    , m_keychain(secrets)
    , m_secrets(m_keychain)
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
    auto &kept = m_services[connection.id];
    if (!kept) {
        auto made = makeTokens(connection);
        if (!made)
            return tl::make_unexpected(made.error());
        kept = *std::move(made);
    }
    return kept.get();
}

core::Result<std::unique_ptr<core::TokenSource>> Engines::makeTokens(const core::Connection &connection)
{
    const QString kind = connection.auth[u"kind"].toString();
    const QString entry = core::secretEntryOf(connection);
    if (kind == "api_key"_L1)
        return std::make_unique<KeychainToken>(m_secrets, entry);
    if (kind == "basic"_L1) {
        const QString user = connection.auth[u"user"].toString();
        if (user.isEmpty() || user.contains(u':')) // RFC 7617, 2
            return core::fail(core::ErrorCode::InvalidInput, u"auth.user: a name without ':' is wanted"_s);
        return std::make_unique<KeychainToken>(m_secrets, entry, user);
    }
    if (kind == "client_credentials"_L1) {
        auto client = core::parseClientCredentials(connection.auth, entry);
        if (!client)
            return tl::make_unexpected(client.error());
        client->profile.extraCa = connection.extraCa;
        if (client->tokenEndpoint.host() == connection.baseUrl.host())
            client->profile.certificate = connection.certificate;
        return std::make_unique<core::ClientCredentials>(m_http, m_secrets, m_clock, &m_signer, *client);
    }
    return core::fail(core::ErrorCode::InvalidInput, u"auth.kind '%1' is not known"_s.arg(kind));
}

core::Async<core::EndpointCheck> Engines::check(const core::Connection &connection, const std::stop_token &stop)
{
    if (core::secretEntryOf(connection).isEmpty())
        return core::ready<core::EndpointCheck>(core::fail(core::ErrorCode::InvalidInput, u"no secret to test"_s));
    auto tokens = makeTokens(connection); // not the ones in use: they may have been fetched with an older secret
    if (!tokens)
        return core::ready<core::EndpointCheck>(tl::make_unexpected(tokens.error()));
    return core::checkEndpoint(connection, m_http, *std::move(tokens), stop);
}

void Engines::secretChanged(const QString &entry)
{
    for (const core::Connection &connection : m_connections) {
        const auto service = m_services.find(connection.id);
        if (service == m_services.end() || core::secretEntryOf(connection) != entry)
            continue;
        if (auto *client = dynamic_cast<core::ClientCredentials *>(service->second.get()))
            client->forget();
    }
}

} // namespace app
