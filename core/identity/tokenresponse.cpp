// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/tokenresponse.h"

#include "core/identity/claims.h"
#include "core/identity/strictjson.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qsizetype longestText = 200;

tl::unexpected<Error> broken(const QString &what)
{
    return fail(ErrorCode::EndpointFailed, "token_endpoint: "_L1 + what);
}

tl::unexpected<Error> refusal(const HttpResponse &response)
{
    const auto object = strictJsonObject(response.body);
    const QString code = object ? object->value("error"_L1).toString() : QString();
    if (response.status == 429)
        return fail(ErrorCode::EndpointBusy, u"token_endpoint: status 429"_s);
    if (code.isEmpty() || response.status >= 500)
        return fail(ErrorCode::EndpointFailed, u"token_endpoint: status %1"_s.arg(response.status));
    const QString detail = describeProviderError(code, object->value("error_description"_L1).toString(), response.sent);
    return fail(code == "invalid_grant"_L1 ? ErrorCode::SignInNeeded : ErrorCode::SignInRefused, detail);
}

// RFC 6749, A.12: visible ASCII. Anything else would not survive in a header.
bool isTokenText(const QByteArray &token)
{
    return !token.isEmpty() && std::all_of(token.begin(), token.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

std::optional<std::chrono::seconds> lifetimeIn(const QJsonValue &value)
{
    constexpr double longest = 10.0 * 365 * 86400;
    const double seconds = value.isString() ? value.toString().toDouble() : value.toDouble(-1);
    if (seconds <= 0)
        return std::nullopt;
    return std::chrono::seconds(static_cast<qint64>(std::min(seconds, longest)));
}

} // namespace

QString describeProviderError(const QString &code, const QString &description, const SentSecrets &sent)
{
    QString line = (description.isEmpty() ? code : code + ": \""_L1 + description + u'"').simplified();
    line.removeIf([](QChar c) { return !c.isPrint(); });
    line = sent.takenOutOf(line);
    return line.size() > longestText ? line.left(longestText - 1) + u'…' : line;
}

QString withoutProvidersWords(const QString &detail)
{
    return detail.section(": \""_L1, 0, 0);
}

bool isProviderError(const Error &error, QLatin1StringView code)
{
    return error.code == ErrorCode::SignInRefused && (error.detail == code || error.detail.startsWith(code + ": "_L1));
}

Result<TokenResponse> parseTokenResponse(const HttpResponse &response, QLatin1StringView type)
{
    if (response.status != 200)
        return refusal(response);
    const auto object = strictJsonObject(response.body);
    if (!object)
        return broken(u"not a JSON object with unique members"_s);
    if (object->contains("error"_L1))
        return fail(ErrorCode::SignInRefused,
                    describeProviderError(object->value("error"_L1).toString(), {}, response.sent));

    TokenResponse tokens;
    tokens.accessToken = Secret(object->value("access_token"_L1).toString().toUtf8());
    tokens.refreshToken = Secret(object->value("refresh_token"_L1).toString().toUtf8());
    tokens.idToken = Secret(object->value("id_token"_L1).toString().toUtf8());
    if (!isTokenText(tokens.accessToken.reveal()))
        return broken(u"access_token is missing or not a token"_s);
    if (!tokens.refreshToken.isEmpty() && !isTokenText(tokens.refreshToken.reveal()))
        return broken(u"refresh_token is not a token"_s);
    if (object->value("token_type"_L1).toString().compare(type, Qt::CaseInsensitive) != 0)
        return broken("token_type is not "_L1 + type);
    tokens.lifetime = lifetimeIn(object->value("expires_in"_L1));
    if (object->value("scope"_L1).isString())
        tokens.scopes = wordsOf(object->value("scope"_L1));
    return tokens;
}

} // namespace core
