// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/answer.h"
#include "core/base/logging.h"
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
    whenDone(verify(*token, stop), this, [this, answer, claims = token->payload](const Result<> &verified) {
        if (!verified)
            return answer.give(QJsonObject()); // made for somebody else's service, with a key that is not public
        const auto checked = checkAccessClaims(claims);
        if (!checked)
            qCWarning(lcIdentity) << "no roles and scopes taken from the access token:" << checked.error().detail;
        answer.give(checked ? claims : QJsonObject());
    });
    return answer.future();
}

// RFC 9068, 4: keys may be shared by issuers. Whom the token is for is that service's matter.
Result<> Provider::checkAccessClaims(const QJsonObject &claims) const
{
    if (!isIssuer(claims.value("iss"_L1).toString(), m_metadata ? m_metadata->issuer : QString(),
                  claims.value("tid"_L1).toString()))
        return fail(ErrorCode::SignInRefused, u"iss: is not the provider"_s);
    return checkLifetime(claims, m_clock.now());
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
