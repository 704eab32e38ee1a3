// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/tokenresponse.h"

#include "core/identity/claims.h"
#include "core/identity/strictjson.h"

#include <algorithm>
#include <cmath>

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

// A number, which Entra's first version writes as a string. Without the member the lifetime is unknown, as it is with
// one that is over already.
Result<std::optional<std::chrono::seconds>> lifetimeIn(const QJsonObject &object)
{
    using Lifetime = std::optional<std::chrono::seconds>;
    constexpr double longest = 10.0 * 365 * 86400;
    const QJsonValue value = object.value("expires_in"_L1);
    if (value.isUndefined())
        return Lifetime();
    bool isNumber = value.isDouble();
    const double seconds = isNumber ? value.toDouble() : value.toString().toDouble(&isNumber);
    if (!isNumber || !std::isfinite(seconds))
        return broken(u"expires_in is not a number"_s);
    return seconds > 0 ? Lifetime(static_cast<qint64>(std::min(seconds, longest))) : Lifetime();
}

// RFC 6749, 5.1: whatever of these is there is a string. A reader that took another type for an absent member would
// have read another response than the one that was sent.
Result<> checkTexts(const QJsonObject &object)
{
    for (const auto &member : {"access_token"_L1, "token_type"_L1, "refresh_token"_L1, "id_token"_L1, "scope"_L1}) {
        if (object.contains(member) && !object.value(member).isString())
            return broken(member + " is not a string"_L1);
    }
    return {};
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
    if (object->contains("error"_L1) && !object->value("error"_L1).isString())
        return broken(u"error is not a string"_s);
    if (object->contains("error"_L1))
        return fail(ErrorCode::SignInRefused,
                    describeProviderError(object->value("error"_L1).toString(), {}, response.sent));

    if (const auto texts = checkTexts(*object); !texts)
        return tl::make_unexpected(texts.error());
    const auto lifetime = lifetimeIn(*object);
    if (!lifetime)
        return tl::make_unexpected(lifetime.error());
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
    tokens.lifetime = *lifetime;
    if (object->contains("scope"_L1))
        tokens.scopes = wordsOf(object->value("scope"_L1));
    return tokens;
}

} // namespace core
