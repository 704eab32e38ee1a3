// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeprovider.h"

#include "core/identity/form.h"
#include "core/identity/pkce.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace {

core::HttpResponse json(int status, const QJsonObject &body)
{
    return {status, {{"Content-Type", "application/json"}}, QJsonDocument(body).toJson()};
}

core::HttpResponse error(const QString &code)
{
    return json(400, {{u"error"_s, code}});
}

} // namespace

FakeProvider::FakeProvider(const core::Clock &clock)
    : m_clock(clock)
{
    static const TestKey shared = TestKey::make("RS256", 2056); // a size of its own: no other test key is it
    key = shared;
    keys = {key.jwk(kid)};
    discovery = {{u"issuer"_s, issuer},
                 {u"authorization_endpoint"_s, issuer + u"/auth"_s},
                 {u"token_endpoint"_s, issuer + u"/token"_s},
                 {u"jwks_uri"_s, issuer + u"/jwks"_s},
                 {u"userinfo_endpoint"_s, issuer + u"/me"_s},
                 {u"revocation_endpoint"_s, issuer + u"/revoke"_s},
                 {u"introspection_endpoint"_s, issuer + u"/introspect"_s},
                 {u"device_authorization_endpoint"_s, issuer + u"/device"_s},
                 {u"end_session_endpoint"_s, issuer + u"/end"_s},
                 {u"authorization_response_iss_parameter_supported"_s, true},
                 {u"code_challenge_methods_supported"_s, QJsonArray{u"S256"_s}},
                 {u"response_modes_supported"_s, QJsonArray{u"query"_s, u"form_post"_s}}};
    deviceAuthorization = {{u"user_code"_s, u"WDJB-MJHT"_s},
                           {u"verification_uri"_s, issuer + u"/activate"_s},
                           {u"verification_uri_complete"_s, issuer + u"/activate?user_code=WDJB-MJHT"_s},
                           {u"expires_in"_s, lifetime},
                           {u"interval"_s, 5}};
    userinfo = {{u"sub"_s, subject}, {u"name"_s, u"Alice Example"_s}, {u"email"_s, u"alice@op.example"_s}};
}

int FakeProvider::requestsTo(const QString &path) const
{
    return static_cast<int>(std::count_if(requests.begin(), requests.end(),
                                          [&](const auto &request) { return request.url.path() == path; }));
}

QByteArray FakeProvider::issue(const QByteArray &prefix)
{
    issued.push_back(prefix + "-PLANTED-" + QByteArray::number(++m_count));
    return issued.back();
}

core::AuthorizationResponse FakeProvider::authorize(const QUrl &start)
{
    m_attempt = core::decodeForm(start.query(QUrl::FullyEncoded).toLatin1())->fields;
    if (m_attempt.contains(u"request_uri"_s))
        m_attempt = m_pushed.take(m_attempt.value(u"request_uri"_s));
    else if (demandsPushedRequests)
        return {{u"error"_s, u"invalid_request"_s}, {u"state"_s, m_attempt.value(u"state"_s)}, {u"iss"_s, issuer}};
    m_code = QString::fromLatin1(issue("code"));
    return {{u"code"_s, m_code}, {u"state"_s, m_attempt.value(u"state"_s)}, {u"iss"_s, issuer}};
}

core::Async<core::HttpResponse> FakeProvider::send(const core::HttpRequest &request, std::stop_token)
{
    requests.push_back(request);
    if (before)
        before(request);
    auto special = instead ? instead(request) : std::nullopt;
    core::Result<core::HttpResponse> response = special ? *special : respond(request);
    if (request.url.path() == "/token"_L1 && loseAnswers > 0) {
        --loseAnswers;
        response = core::fail(core::ErrorCode::Network, u"connection cut"_s);
    }
    if (!isSilent)
        return core::ready<core::HttpResponse>(std::move(response));
    const core::Answer<core::HttpResponse> answer;
    m_held.push_back([answer, response] { answer.give(response); });
    return answer.future();
}

void FakeProvider::answerAll()
{
    for (const auto &answer : std::exchange(m_held, {}))
        answer();
}

core::HttpResponse FakeProvider::respond(const core::HttpRequest &request)
{
    const QString path = request.url.path();
    if (path == "/.well-known/openid-configuration"_L1)
        return json(200, discovery);
    if (path == "/jwks"_L1) {
        QJsonArray array;
        for (const QJsonObject &one : keys)
            array += one;
        return json(200, {{u"keys"_s, array}});
    }
    if (path == "/me"_L1)
        return json(200, userinfo);
    const auto form = core::decodeForm(request.body);
    if (path == "/par"_L1) {
        const QString uri = u"urn:ietf:params:oauth:request_uri:%1"_s.arg(++m_count);
        m_pushed.insert(uri, form->fields);
        return json(201, {{u"request_uri"_s, uri}, {u"expires_in"_s, 60}});
    }
    if (path == "/device"_L1) {
        m_deviceCode = issue("device");
        QJsonObject answer = deviceAuthorization;
        answer.insert(u"device_code"_s, QString::fromLatin1(m_deviceCode));
        return json(200, answer);
    }
    if (path == "/introspect"_L1) {
        const QByteArray given = form->fields.value(u"token"_s).toLatin1();
        const bool isKnown = std::find(issued.begin(), issued.end(), given) != issued.end();
        return json(200, isKnown ? introspection : QJsonObject{{u"active"_s, false}});
    }
    if (path == "/revoke"_L1) {
        ++revoked;
        if (form->fields.value(u"token"_s).toLatin1() == refreshToken)
            refreshToken.clear();
        return {200, {}, {}};
    }
    return path == "/token"_L1 ? token(form->fields) : core::HttpResponse{404, {}, {}};
}

bool FakeProvider::isCodeGood(const QHash<QString, QString> &form) const
{
    const QByteArray challenge = core::pkceChallenge(form.value(u"code_verifier"_s).toLatin1());
    return form.value(u"code"_s) == m_code && !m_code.isEmpty() && form.value(u"client_id"_s) == clientId
        && form.value(u"redirect_uri"_s) == m_attempt.value(u"redirect_uri"_s)
        && QString::fromLatin1(challenge) == m_attempt.value(u"code_challenge"_s)
        && m_attempt.value(u"code_challenge_method"_s) == "S256"_L1;
}

core::HttpResponse FakeProvider::token(const QHash<QString, QString> &form)
{
    if (form.value(u"grant_type"_s) == "authorization_code"_L1) {
        if (!isCodeGood(form))
            return error(u"invalid_grant"_s);
        m_code.clear();
        refreshToken = issue("refresh");
        return tokens(m_attempt.value(u"nonce"_s));
    }
    if (form.value(u"grant_type"_s) == "urn:ietf:params:oauth:grant-type:device_code"_L1)
        return deviceToken(form);
    const QByteArray given = form.value(u"refresh_token"_s).toLatin1();
    const bool isInTime = graceSeconds == 0 || m_rotated.secsTo(m_clock.now()) <= graceSeconds;
    const bool inGrace = hasGrace && isInTime && !given.isEmpty() && given == previousRefreshToken;
    if (given.isEmpty() || (given != refreshToken && !inGrace))
        return error(u"invalid_grant"_s);
    if (rotates && !inGrace) {
        previousRefreshToken = refreshToken;
        m_rotated = m_clock.now();
        refreshToken = issue("refresh");
    }
    return tokens({});
}

core::HttpResponse FakeProvider::deviceToken(const QHash<QString, QString> &form)
{
    const bool isGood = !m_deviceCode.isEmpty() && form.value(u"device_code"_s).toLatin1() == m_deviceCode
        && form.value(u"client_id"_s) == clientId;
    if (!isGood)
        return error(u"invalid_grant"_s);
    if (!deviceErrors.isEmpty())
        return error(deviceErrors.takeFirst());
    m_deviceCode.clear();
    refreshToken = issue("refresh");
    return tokens({});
}

core::HttpResponse FakeProvider::tokens(const QString &nonce)
{
    const qint64 now = m_clock.now().toSecsSinceEpoch();
    QJsonObject claims{{u"iss"_s, issuer}, {u"sub"_s, subject},    {u"aud"_s, clientId},
                       {u"iat"_s, now},    {u"exp"_s, now + 3600}, {u"email"_s, u"alice@op.example"_s}};
    if (!nonce.isEmpty())
        claims.insert(u"nonce"_s, nonce);
    for (auto it = extraClaims.constBegin(); it != extraClaims.constEnd(); ++it)
        claims.insert(it.key(), it.value());
    for (const QString &name : missingClaims)
        claims.remove(name);
    const QByteArray idToken = signIdToken ? signIdToken(claims) : key.token(algorithm, claims, kid);
    issued.push_back(idToken);
    QJsonObject members{{u"access_token"_s, QString::fromLatin1(issue("access"))},
                        {u"token_type"_s, u"Bearer"_s},
                        {u"expires_in"_s, lifetime},
                        {u"refresh_token"_s, QString::fromLatin1(refreshToken)},
                        {u"id_token"_s, QString::fromLatin1(idToken)}};
    for (auto it = extraTokenMembers.constBegin(); it != extraTokenMembers.constEnd(); ++it)
        members.insert(it.key(), it.value());
    for (const QString &name : missingTokenMembers)
        members.remove(name);
    return json(200, members);
}
