// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/answer.h"
#include "core/identity/provider.h"
#include "core/identity/strictjson.h"
#include "core/identity/tokenrequest.h"

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qint64 largestUserinfo = 256 * 1024;

Result<QJsonObject> aboutSubject(const QJsonObject &claims, const QString &subject)
{
    if (claims.value("sub"_L1).toString() != subject)
        return fail(ErrorCode::SignInRefused, u"userinfo sub: is another user"_s);
    return claims;
}

} // namespace

Async<QJsonObject> Provider::userinfo(const Secret &accessToken, const QString &subject, const std::stop_token &stop)
{
    return andThen(metadata(stop), this, [=, this](const ProviderMetadata &known) {
        if (known.userinfoEndpoint.isEmpty())
            return ready<QJsonObject>(fail(ErrorCode::NotFound, u"userinfo: no such endpoint"_s));
        HttpRequest request;
        request.url = known.userinfoEndpoint;
        request.headers = {{"Authorization", "Bearer " + accessToken.reveal()},
                           {"Accept", "application/json, application/jwt"}};
        request.maxAnswerBytes = largestUserinfo;
        return andThen(m_http.send(request, stop), this, [this, subject, stop](const HttpResponse &response) {
            return believeUserinfo(response, subject, stop);
        });
    });
}

Async<QJsonObject> Provider::believeUserinfo(const HttpResponse &response, const QString &subject,
                                             const std::stop_token &stop)
{
    if (response.status != 200)
        return ready<QJsonObject>(fail(ErrorCode::EndpointFailed, u"userinfo: status %1"_s.arg(response.status)));
    if (!response.header("Content-Type").toLower().startsWith("application/jwt")) {
        const auto claims = strictJsonObject(response.body);
        if (!claims)
            return ready<QJsonObject>(fail(ErrorCode::EndpointFailed, u"userinfo: not a JSON object"_s));
        return ready(aboutSubject(*claims, subject));
    }
    const auto token = parseJws(response.body.trimmed());
    if (!token)
        return ready<QJsonObject>(tl::make_unexpected(token.error()));
    if (const auto checked = checkSignedUserinfo(*token); !checked)
        return ready<QJsonObject>(tl::make_unexpected(checked.error()));
    return andThen(verify(*token, stop), this,
                   [claims = token->payload, subject] { return ready(aboutSubject(claims, subject)); });
}

Async<QJsonObject> Provider::accessClaims(const Secret &accessToken, const std::stop_token &stop)
{
    const auto token = parseJws(accessToken.reveal());
    if (!token)
        return ready<QJsonObject>(QJsonObject());
    const Answer<QJsonObject> answer;
    whenDone(verify(*token, stop), this, [answer, claims = token->payload](const Result<> &verified) {
        answer.give(verified ? claims : QJsonObject());
    });
    return answer.future();
}

Async<> Provider::revoke(const Secret &refreshToken, const Secret &clientSecret, const std::stop_token &stop)
{
    return andThen(metadata(stop), this, [=, this](const ProviderMetadata &known) {
        if (known.revocationEndpoint.isEmpty())
            return ready<void>(fail(ErrorCode::NotFound, u"revocation: no such endpoint"_s));
        const auto request =
            backChannelRequest(m_profile, known.revocationEndpoint, revocation(refreshToken), clientSecret);
        return andThen(m_http.send(request, stop), this, [](const HttpResponse &response) {
            if (response.status == 200)
                return ready<void>({});
            return ready<void>(fail(ErrorCode::EndpointFailed, u"revocation: status %1"_s.arg(response.status)));
        });
    });
}

} // namespace core
