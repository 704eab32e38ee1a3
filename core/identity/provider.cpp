// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/provider.h"

#include "core/base/answer.h"
#include "core/base/logging.h"
#include "core/identity/boundtoken.h"
#include "core/identity/clientassertion.h"
#include "core/identity/tokenrequest.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qint64 largestDocument = 512 * 1024;
constexpr qint64 metadataSeconds = 3600;
constexpr qint64 keysSeconds = 300;
constexpr qint64 refetchSeconds = 10;

Result<QByteArray> bodyOf(const HttpResponse &response, const QString &what)
{
    if (response.status == 200)
        return response.body;
    const auto code = response.status == 429 ? ErrorCode::EndpointBusy : ErrorCode::EndpointFailed;
    return fail(code, u"%1: status %2"_s.arg(what).arg(response.status));
}

Result<Provider::Redeemed> disbelief(const Error &error, const IdTokenExpectation &expected,
                                     const TokenResponse &tokens)
{
    if (!expected.refreshed || error.code != ErrorCode::SignInRefused)
        return tl::make_unexpected(error);
    Provider::Redeemed refused{{}, {}, error};
    refused.tokens.refreshToken = tokens.refreshToken;
    return refused;
}

} // namespace

Provider::Provider(ProviderProfile profile, HttpTransport &http, const SignatureVerifier &signatures,
                   const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_profile(std::move(profile))
    , m_http(http)
    , m_signatures(signatures)
    , m_clock(clock)
{
}

Async<QByteArray> Provider::fetch(const QUrl &url, const QString &what, const std::stop_token &stop)
{
    HttpRequest request;
    request.url = url;
    request.headers = {{"Accept", "application/json"}};
    request.maxAnswerBytes = largestDocument;
    request.certificate = m_profile.certificate;
    request.authorities = m_profile.extraCa;
    return andThen(ask(request, stop), this,
                   [what](const HttpResponse &response) { return ready(bodyOf(response, what)); });
}

Async<ProviderMetadata> Provider::metadata(const std::stop_token &stop)
{
    if (m_metadata && m_clock.now() < m_metadataUntil)
        return ready<ProviderMetadata>(*m_metadata);
    return andThen(fetch(discoveryUrl(m_profile), u"discovery"_s, stop), this, [this](const QByteArray &json) {
        auto parsed = parseDiscovery(m_profile, json);
        if (parsed) {
            m_metadata = *parsed;
            m_metadataUntil = m_clock.now().addSecs(metadataSeconds);
        }
        return ready(std::move(parsed));
    });
}

Async<KeySet> Provider::keys(const std::stop_token &stop)
{
    if (m_clock.now() < m_keysUntil)
        return ready<KeySet>(m_keys);
    return andThen(metadata(stop), this, [this, stop](const ProviderMetadata &known) {
        return andThen(fetch(known.keysUrl, u"jwks_uri"_s, stop), this, [this](const QByteArray &json) {
            auto parsed = parseKeySet(json);
            if (parsed) {
                m_keys = *parsed;
                m_keysUntil = m_clock.now().addSecs(keysSeconds);
            }
            return ready(std::move(parsed));
        });
    });
}

bool Provider::isSignedBy(const KeySet &keys, const Jws &token) const
{
    const KeySet fitting = candidates(keys, token.algorithm, token.keyId);
    return std::any_of(fitting.begin(), fitting.end(), [&](const QJsonObject &key) {
        return m_signatures.verify(token.algorithm, key, token.signedBytes, token.signature);
    });
}

Async<> Provider::verify(const Jws &token, const std::stop_token &stop)
{
    return andThen(keys(stop), this, [this, token, stop](const KeySet &known) -> Async<> {
        const auto refused = fail(ErrorCode::SignInRefused, u"signature: no key of the provider made it"_s);
        if (isSignedBy(known, token))
            return ready<void>({});
        const bool keyIsKnown = !token.keyId.isEmpty() && !candidates(known, token.algorithm, token.keyId).isEmpty();
        if (keyIsKnown || m_clock.now() < m_nextRefetch)
            return ready<void>(refused);
        qCInfo(lcIdentity) << "unknown signing key, fetching the keys again";
        m_nextRefetch = m_clock.now().addSecs(refetchSeconds);
        m_keysUntil = {};
        return andThen(keys(stop), this, [this, token, refused](const KeySet &fresh) {
            return ready<void>(isSignedBy(fresh, token) ? Result<>() : Result<>(refused));
        });
    });
}

Result<HttpRequest> Provider::authenticated(const QUrl &endpoint, const FormFields &fields,
                                            const Secret &clientSecret) const
{
    if (m_profile.clientAuthentication != "private_key_jwt"_L1)
        return backChannelRequest(m_profile, endpoint, fields, clientSecret);
    if (!m_signer || !m_metadata)
        return fail(ErrorCode::InvalidInput, u"client_authentication: nothing signs here"_s);
    return clientAssertion(m_profile, *m_metadata, *m_signer, clientSecret, m_clock.now())
        .map([&](const FormFields &proof) {
            FormFields all = fields;
            all.insert(all.end(), proof.begin(), proof.end());
            return backChannelRequest(m_profile, endpoint, all, {});
        });
}

Async<HttpResponse> Provider::post(const QUrl &endpoint, const FormFields &fields, const Secret &clientSecret,
                                   const std::stop_token &stop, const Secret &proofKey)
{
    const auto make = [=, this] { return authenticated(endpoint, fields, clientSecret); };
    return sendProved(make, proofKey, {}, stop);
}

Async<Provider::Redeemed> Provider::redeem(const FormFields &grant, const Secret &clientSecret,
                                           const IdTokenExpectation &expected, const std::stop_token &stop)
{
    // A refresh token may be spent by being sent: what its answer will be checked with is fetched before, so that a
    // network that fails costs nothing then. A provider that keeps its keys to itself may send no ID token.
    const auto isGone = [](const Error &error) {
        return error.code == ErrorCode::Network || error.code == ErrorCode::Timeout;
    };
    if (expected.refreshed && m_clock.now() >= m_keysUntil) {
        const Answer<Redeemed> answer;
        whenDone(keys(stop), this, [=, this](const Result<KeySet> &fetched) {
            if (!fetched && isGone(fetched.error()))
                return answer.give(tl::make_unexpected(fetched.error()));
            whenDone(send(grant, clientSecret, expected, stop), this,
                     [answer](const Result<Redeemed> &redeemed) { answer.give(redeemed); });
        });
        return answer.future();
    }
    return send(grant, clientSecret, expected, stop);
}

Async<Provider::Redeemed> Provider::send(const FormFields &grant, const Secret &clientSecret,
                                         const IdTokenExpectation &expected, const std::stop_token &stop)
{
    return andThen(metadata(stop), this, [=, this](const ProviderMetadata &known) {
        IdTokenExpectation complete = expected;
        complete.algorithms = known.signingAlgorithms;
        FormFields fields = grant;
        Secret key;
        const auto refreshToken = std::find_if(fields.begin(), fields.end(),
                                               [](const auto &field) { return field.first == "refresh_token"_L1; });
        if (refreshToken != fields.end()) {
            const BoundToken bound = parted(Secret(refreshToken->second.toUtf8()));
            refreshToken->second = QString::fromUtf8(bound.token.reveal());
            key = bound.key;
        } else if (bindsTokens(known)) {
            const auto made = m_signer ? m_signer->makeKey()
                                       : Result<Secret>(fail(ErrorCode::InvalidInput, u"dpop: nothing signs here"_s));
            if (!made)
                return ready<Redeemed>(tl::make_unexpected(made.error()));
            key = *made;
        }
        return andThen(post(known.tokenEndpoint, fields, clientSecret, stop, key), this,
                       [this, complete, key, stop](HttpResponse response) {
                           response.sent.add(Secret(complete.nonce.toUtf8()));
                           return believe(response, complete, key, stop);
                       });
    });
}

Async<Provider::Redeemed> Provider::believe(const HttpResponse &response, IdTokenExpectation expected,
                                            const Secret &proofKey, const std::stop_token &stop)
{
    auto tokens = parseTokenResponse(response, proofKey.isEmpty() ? "Bearer"_L1 : "DPoP"_L1);
    if (!tokens)
        return ready<Redeemed>(tl::make_unexpected(tokens.error()));
    if (!tokens->refreshToken.isEmpty())
        tokens->refreshToken = joined({tokens->refreshToken, proofKey});
    else if (!proofKey.isEmpty() && !expected.refreshed)
        return ready<Redeemed>(
            fail(ErrorCode::SignInRefused, u"refresh_token: missing, and with it a place for the token's key"_s));
    if (tokens->idToken.isEmpty()) {
        if (expected.refreshed)
            return ready<Redeemed>(Redeemed{*tokens, {}});
        return ready<Redeemed>(fail(ErrorCode::SignInRefused, u"id_token: missing"_s));
    }
    const auto parsed = parseJws(tokens->idToken.reveal());
    if (!parsed)
        return ready<Redeemed>(disbelief(response.sent.takenOutOf(parsed.error()), expected, *tokens));
    expected.accessToken = tokens->accessToken;
    expected.trustedAudiences = m_profile.trustedAudiences;
    if (isEd448(*parsed))
        expected.accessTokenHash = m_signatures.shake256(tokens->accessToken.reveal());
    expected.now = m_clock.now();
    const auto checked = checkIdToken(*parsed, expected);
    if (!checked && !isAboutTime(checked.error()))
        return ready<Redeemed>(disbelief(response.sent.takenOutOf(checked.error()), expected, *tokens));
    const QString note = checked ? QString() : clockNote(response.header("Date"), expected.now);
    const Answer<Redeemed> answer;
    whenDone(verify(*parsed, stop), this, [=, tokens = *tokens, claims = parsed->payload](const Result<> &verified) {
        if (!verified)
            return answer.give(disbelief(verified.error(), expected, tokens));
        if (checked)
            return answer.give(Redeemed{tokens, claims});
        auto untimely = disbelief({checked.error().code, checked.error().detail + note}, expected, tokens);
        if (untimely)
            untimely->idClaims = claims;
        answer.give(std::move(untimely));
    });
    return answer.future();
}

Result<> Provider::checkSignedUserinfo(const Jws &token) const
{
    const QJsonValue audience = token.payload.value("aud"_L1);
    if (!isIssuer(token.payload.value("iss"_L1).toString(), m_metadata ? m_metadata->issuer : QString(),
                  token.payload.value("tid"_L1).toString()))
        return fail(ErrorCode::SignInRefused, u"userinfo iss: is not the provider"_s);
    if (audience.toString() != m_profile.clientId && !audience.toArray().contains(m_profile.clientId))
        return fail(ErrorCode::SignInRefused, u"userinfo aud: is not this client"_s);
    return checkLifetime(token.payload, m_clock.now()).map_error([](Error error) {
        error.detail.prepend("userinfo "_L1);
        return error;
    });
}

} // namespace core
