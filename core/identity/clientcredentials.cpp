// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/clientcredentials.h"

#include "core/base/logging.h"
#include "core/identity/clientassertion.h"
#include "core/identity/renewal.h"
#include "core/identity/stoppable.h"
#include "core/identity/tokenrequest.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// RFC 6749, 4.4.2, with the parameters that providers want besides.
FormFields clientGrant(const ProviderProfile &profile)
{
    FormFields fields{{u"grant_type"_s, u"client_credentials"_s},
                      {u"scope"_s, profile.scopes.join(u' ')},
                      {u"audience"_s, profile.audience}};
    for (const QString &resource : profile.resource)
        fields.emplace_back(u"resource"_s, resource);
    for (auto it = profile.tokenParameters.constBegin(); it != profile.tokenParameters.constEnd(); ++it)
        fields.emplace_back(it.key(), it.value());
    return fields;
}

QStringList stringsIn(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().split(u' ', Qt::SkipEmptyParts);
    QStringList strings;
    for (const auto &one : value.toArray())
        strings += one.toString();
    return strings;
}

} // namespace

Result<ClientCredentials::Client> parseClientCredentials(const QJsonObject &auth, const QString &secretEntry)
{
    ClientCredentials::Client client;
    client.secretEntry = secretEntry;
    client.tokenEndpoint = QUrl(auth["token_endpoint"_L1].toString(), QUrl::StrictMode);
    const QUrl &url = client.tokenEndpoint;
    const bool isSafe = url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url));
    if (!url.isValid() || url.host().isEmpty() || !isSafe || !url.userInfo().isEmpty())
        return fail(ErrorCode::InvalidInput, u"auth.token_endpoint: an https address is wanted"_s);
    client.profile.clientId = auth["client_id"_L1].toString();
    if (client.profile.clientId.isEmpty())
        return fail(ErrorCode::InvalidInput, u"auth.client_id: is missing"_s);
    const QString kind = auth["client_authentication"_L1].toString(u"client_secret_basic"_s);
    if (!QStringList{u"client_secret_basic"_s, u"client_secret_post"_s, u"private_key_jwt"_s}.contains(kind))
        return fail(ErrorCode::InvalidInput, u"auth.client_authentication: '%1' can't be used"_s.arg(kind.left(40)));
    client.profile.clientAuthentication = kind;
    client.profile.clientKeyId = auth["client_key_id"_L1].toString();
    client.profile.clientAssertionAudience = u"token_endpoint"_s;
    client.profile.scopes = stringsIn(auth["scopes"_L1]);
    client.profile.audience = auth["audience"_L1].toString();
    client.profile.resource = stringsIn(auth["resource"_L1]);
    const QJsonObject parameters = auth["parameters"_L1].toObject();
    for (auto it = parameters.constBegin(); it != parameters.constEnd(); ++it)
        client.profile.tokenParameters.insert(it.key(), it.value().toString());
    return client;
}

Async<Secret> readServiceSecret(SecretStore &secrets, const QString &entry, QObject *context)
{
    const Answer<Secret> answer;
    whenDone(secrets.read(entry), context, [answer, entry](const Result<Secret> &secret) {
        const bool isMissing = secret ? secret->isEmpty() : secret.error().code == ErrorCode::NotFound;
        if (isMissing)
            return answer.give(fail(ErrorCode::SecretMissing, entry));
        answer.give(secret);
    });
    return answer.future();
}

ClientCredentials::ClientCredentials(HttpTransport &http, SecretStore &secrets, const Clock &clock,
                                     const JwtSigner *signer, Client client, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_secrets(secrets)
    , m_clock(clock)
    , m_signer(signer)
    , m_client(std::move(client))
{
}

Async<Secret> ClientCredentials::accessToken(std::stop_token stop)
{
    if (!m_token.isEmpty() && (!m_staleAt || m_clock.steady() < *m_staleAt))
        return ready<Secret>(m_token);
    if (m_asking)
        return stoppable(m_asking->future(), this, stop);
    m_asking.emplace();
    const auto shared = m_asking->future();
    request();
    return stoppable(shared, this, stop);
}

void ClientCredentials::rejected(const Secret &token)
{
    if (token == m_token)
        m_token = {};
}

void ClientCredentials::forget()
{
    m_token = {};
}

void ClientCredentials::request()
{
    whenDone(readServiceSecret(m_secrets, m_client.secretEntry, this), this, [this](const Result<Secret> &secret) {
        if (!secret)
            return finish(secret);
        const auto request = requestWith(*secret);
        if (!request)
            return finish(tl::make_unexpected(request.error()));
        SentSecrets sent;
        sent.add(*request);
        whenDone(m_http.send(*request, {}), this, [this, sent](Result<HttpResponse> response) {
            if (response)
                response->sent = sent;
            answered(response);
        });
    });
}

Result<HttpRequest> ClientCredentials::requestWith(const Secret &secret) const
{
    const ProviderProfile &profile = m_client.profile;
    FormFields fields = clientGrant(profile);
    if (profile.clientAuthentication != "private_key_jwt"_L1)
        return backChannelRequest(profile, m_client.tokenEndpoint, fields, secret);
    if (!m_signer)
        return fail(ErrorCode::InvalidInput, u"auth.client_authentication: nothing signs here"_s);
    ProviderMetadata metadata;
    metadata.tokenEndpoint = m_client.tokenEndpoint;
    return clientAssertion(profile, metadata, *m_signer, secret, m_clock.now()).map([&](const FormFields &proof) {
        fields.insert(fields.end(), proof.begin(), proof.end());
        return backChannelRequest(profile, m_client.tokenEndpoint, fields, {});
    });
}

void ClientCredentials::answered(const Result<HttpResponse> &response)
{
    if (!response)
        return finish(tl::make_unexpected(response.error()));
    const auto tokens = parseTokenResponse(*response);
    if (!tokens) {
        Error error = tokens.error();
        if (error.code == ErrorCode::SignInNeeded) // there is no user whom signing in would help
            error.code = ErrorCode::SignInRefused;
        return finish(tl::make_unexpected(error));
    }
    m_token = tokens->accessToken;
    m_staleAt.reset();
    if (tokens->lifetime)
        m_staleAt = m_clock.steady() + *tokens->lifetime - Renewal::leadOf(*tokens->lifetime);
    finish(m_token);
}

void ClientCredentials::finish(const Result<Secret> &outcome)
{
    if (!outcome)
        qCWarning(lcIdentity) << "no token for a service:" << static_cast<int>(outcome.error().code);
    const auto answer = *std::exchange(m_asking, std::nullopt);
    answer.give(outcome);
}

} // namespace core
