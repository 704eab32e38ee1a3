// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/answer.h"
#include "core/base/clock.h"
#include "core/identity/jwtsigner.h"
#include "core/identity/profile.h"
#include "core/identity/secretstore.h"
#include "core/identity/tokenresponse.h"
#include "core/net/http.h"
#include "core/net/tokensource.h"

#include <QObject>

#include <chrono>
#include <optional>

namespace core {

// A service that signs in as itself (RFC 6749, 4.4): no user, no browser, no refresh token. Its tokens live in memory;
// its secret is in the keychain and read when a token is wanted.
class ClientCredentials : public QObject, public TokenSource
{
    Q_OBJECT

public:
    struct Client {
        QUrl tokenEndpoint; // https, or http on the loopback
        ProviderProfile profile; // clientId, clientAuthentication, scopes, audience, resource, tokenParameters
        QString secretEntry; // the keychain's name of the client secret; for private_key_jwt, of the key (PEM or JWK)
    };

    // signer: null where nothing can sign; then private_key_jwt ends with InvalidInput.
    ClientCredentials(HttpTransport &http, SecretStore &secrets, const Clock &clock, const JwtSigner *signer,
                      Client client, QObject *parent = nullptr);

    // Errors: SecretMissing (detail: the entry's name), KeychainUnavailable; SignInRefused when the endpoint does not
    // take the client or its secret; Network, Timeout, EndpointFailed, EndpointBusy.
    [[nodiscard]] Async<Secret> accessToken(std::stop_token stop) override;
    void rejected(const Secret &token) override;
    void forget(); // the secret has changed: the next token is fetched with the new one

private:
    void request();
    [[nodiscard]] Result<HttpRequest> requestWith(const Secret &secret) const;
    void answered(const Result<HttpResponse> &response);
    void finish(const Result<Secret> &outcome);

    HttpTransport &m_http;
    SecretStore &m_secrets;
    const Clock &m_clock;
    const JwtSigner *m_signer;
    const Client m_client;
    Secret m_token;
    std::optional<std::chrono::milliseconds> m_staleAt; // on the steady clock; nothing: the endpoint named no lifetime
    std::optional<Answer<Secret>> m_asking;
};

// `auth` of a connection whose kind is client_credentials: token_endpoint, client_id, scopes, audience, resource,
// client_authentication (client_secret_basic unless said otherwise, client_secret_post or private_key_jwt),
// client_key_id, parameters. The assertion of private_key_jwt is for the token endpoint (RFC 7523, 3). InvalidInput
// names the member.
[[nodiscard]] Result<ClientCredentials::Client> parseClientCredentials(const QJsonObject &auth,
                                                                       const QString &secretEntry);

// A secret that a person put into the keychain. SecretMissing, with the entry's name, where there is none.
[[nodiscard]] Async<Secret> readServiceSecret(SecretStore &secrets, const QString &entry, QObject *context);

} // namespace core
