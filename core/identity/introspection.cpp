// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/introspection.h"

#include "core/identity/idtoken.h"
#include "core/identity/strictjson.h"

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

tl::unexpected<Error> refuse(QLatin1StringView check)
{
    return fail(ErrorCode::SignInRefused, "introspection: "_L1 + check);
}

bool isOther(const QJsonObject &claims, QLatin1StringView member, const QString &expected)
{
    return claims.contains(member) && claims.value(member).toString() != expected;
}

} // namespace

Result<QJsonObject> parseIntrospection(const HttpResponse &response, const IntrospectionExpectation &expected)
{
    if (response.status != 200)
        return fail(response.status == 429 ? ErrorCode::EndpointBusy : ErrorCode::EndpointFailed,
                    u"introspection: status %1"_s.arg(response.status));
    const auto claims = strictJsonObject(response.body);
    if (!claims || !claims->value("active"_L1).isBool())
        return fail(ErrorCode::EndpointFailed, u"introspection: not an introspection response"_s);
    if (!claims->value("active"_L1).toBool())
        return refuse("the access token is not active"_L1);
    const QString issuer = claims->value("iss"_L1).toString();
    if (claims->contains("iss"_L1) && !isIssuer(issuer, expected.issuer, claims->value("tid"_L1).toString()))
        return refuse("iss is not the provider"_L1);
    if (isOther(*claims, "client_id"_L1, expected.clientId))
        return refuse("client_id is not this client"_L1);
    if (isOther(*claims, "sub"_L1, expected.subject))
        return refuse("sub is another user"_L1);
    return *claims;
}

} // namespace core
