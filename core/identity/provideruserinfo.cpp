// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/boundtoken.h"
#include "core/identity/provider.h"
#include "core/identity/strictjson.h"

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

Async<QJsonObject> Provider::userinfo(const TokenResponse &tokens, const QString &subject, const std::stop_token &stop)
{
    return andThen(metadata(stop), this, [=, this](const ProviderMetadata &known) {
        if (known.userinfoEndpoint.isEmpty())
            return ready<QJsonObject>(fail(ErrorCode::NotFound, u"userinfo: no such endpoint"_s));
        HttpRequest request;
        request.url = known.userinfoEndpoint;
        request.headers = {{"Accept", "application/json, application/jwt"}};
        request.maxAnswerBytes = largestUserinfo;
        request.certificate = m_profile.certificate;
        request.authorities = m_profile.extraCa;
        const Secret key = parted(tokens.refreshToken).key;
        if (key.isEmpty())
            request.headers.emplace_back("Authorization", "Bearer " + tokens.accessToken.reveal());
        const auto make = [request]() -> Result<HttpRequest> { return request; };
        return andThen(
            sendProved(make, key, tokens.accessToken, stop), this,
            [this, subject, stop](const HttpResponse &response) { return believeUserinfo(response, subject, stop); });
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

} // namespace core
