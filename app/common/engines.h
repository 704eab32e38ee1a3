// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/crypto/openssljwtsigner.h"
#include "core/base/clock.h"
#include "core/engines/endpointcheck.h"
#include "core/identity/patientsecretstore.h"
#include "core/net/http.h"
#include "core/net/tokensource.h"
#include "core/workflow/queue.h"

#include <map>
#include <memory>

namespace app {

// Makes engines of connections, each with whoever vouches for its requests: the signed-in account, or a key, a password
// or a client secret of the keychain.
class Engines final : public core::EngineSource
{
public:
    Engines(core::HttpTransport &http, core::TokenSource &account, core::SecretStore &secrets,
            std::vector<core::Connection> connections);

    [[nodiscard]] std::shared_ptr<core::Engine> engine(const QString &id) override;
    [[nodiscard]] std::vector<core::Connection> connections() const override;

    [[nodiscard]] const core::Connection *connection(const QString &id) const; // null for "local" and unknown ids
    // As engine(), with the reason when there is none.
    [[nodiscard]] core::Result<std::shared_ptr<core::Engine>> make(const QString &id);

    // Does the endpoint take the secret that the keychain holds now? SecretMissing and KeychainUnavailable besides what
    // checkEndpoint() may say.
    [[nodiscard]] core::Async<core::EndpointCheck> check(const core::Connection &connection,
                                                         const std::stop_token &stop);
    void secretChanged(const QString &entry); // tokens that were fetched with the one before are not used any more

private:
    [[nodiscard]] core::Result<core::TokenSource *> tokensFor(const core::Connection &connection);
    [[nodiscard]] core::Result<std::unique_ptr<core::TokenSource>> makeTokens(const core::Connection &connection);

    core::HttpTransport &m_http;
    core::TokenSource &m_account;
    core::PatientSecretStore m_keychain; // one that never answers must not hold up a document for ever
    core::SecretStore &m_secrets;
    core::SystemClock m_clock;
    core::OpenSslJwtSigner m_signer;
    std::vector<core::Connection> m_connections;
    std::map<QString, std::unique_ptr<core::TokenSource>> m_services; // by connection; engines keep pointers to them
};

} // namespace app
