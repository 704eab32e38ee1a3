// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/answer.h"
#include "core/identity/boundtoken.h"
#include "core/identity/introspection.h"
#include "core/identity/provider.h"
#include "core/identity/tokenrequest.h"

using namespace Qt::Literals::StringLiterals;

namespace core {

Async<QJsonObject> Provider::accessClaims(const TokenResponse &tokens, const QString &subject,
                                          const Secret &clientSecret, const std::stop_token &stop)
{
    return andThen(signedAccessClaims(tokens.accessToken, stop), this, [=, this](QJsonObject claims) {
        if (tokens.scopes)
            claims.insert(u"scope"_s, tokens.scopes->join(u' '));
        if (!m_profile.introspect)
            return ready<QJsonObject>(claims);
        return andThen(introspect(tokens.accessToken, subject, clientSecret, stop), this,
                       [claims](const QJsonObject &said) mutable {
                           for (auto it = said.constBegin(); it != said.constEnd(); ++it)
                               claims.insert(it.key(), it.value());
                           return ready<QJsonObject>(claims);
                       });
    });
}

Async<QJsonObject> Provider::signedAccessClaims(const Secret &accessToken, const std::stop_token &stop)
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

Async<QJsonObject> Provider::introspect(const Secret &accessToken, const QString &subject, const Secret &clientSecret,
                                        const std::stop_token &stop)
{
    return andThen(metadata(stop), this, [=, this](const ProviderMetadata &known) {
        if (known.introspectionEndpoint.isEmpty())
            return ready<QJsonObject>(
                fail(ErrorCode::EndpointFailed, u"introspection: the provider has no such endpoint"_s));
        const IntrospectionExpectation expected{known.issuer, m_profile.clientId, subject};
        return andThen(
            post(known.introspectionEndpoint, introspection(accessToken), clientSecret, stop), this,
            [expected](const HttpResponse &response) { return ready(parseIntrospection(response, expected)); });
    });
}

Async<> Provider::revoke(const Secret &refreshToken, const Secret &clientSecret, const std::stop_token &stop)
{
    return andThen(metadata(stop), this, [=, this](const ProviderMetadata &known) {
        if (known.revocationEndpoint.isEmpty())
            return ready<void>(fail(ErrorCode::NotFound, u"revocation: no such endpoint"_s));
        return andThen(post(known.revocationEndpoint, revocation(parted(refreshToken).token), clientSecret, stop), this,
                       [](const HttpResponse &response) {
                           if (response.status == 200)
                               return ready<void>({});
                           return ready<void>(
                               fail(ErrorCode::EndpointFailed, u"revocation: status %1"_s.arg(response.status)));
                       });
    });
}

} // namespace core
