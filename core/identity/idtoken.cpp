// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/idtoken.h"

#include "core/base/oneline.h"
#include "core/identity/base64url.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr double skewSeconds = 30;
constexpr double oldestSeconds = 600; // a token from the token endpoint was made just now

constexpr auto neverValid = "exp: not after iat"_L1; // no clock makes that right

tl::unexpected<Error> refuse(const QString &check)
{
    return fail(ErrorCode::SignInRefused, check);
}

// Access, logout and other tokens are JWTs of the same issuer and keys; their type keeps them apart (RFC 8725, 3.11 and
// 3.12). Media types are told apart without regard to case, and may leave out "application/" (RFC 7515, 4.1.9).
bool isIdTokensType(const QString &type)
{
    constexpr auto prefix = "application/"_L1;
    const bool isFull = type.startsWith(prefix, Qt::CaseInsensitive);
    return type.isEmpty() || type.sliced(isFull ? prefix.size() : 0).compare("jwt"_L1, Qt::CaseInsensitive) == 0;
}

// Strings and numbers out of the range of exact integers are no NumericDate.
std::optional<double> numericDate(const QJsonValue &value)
{
    constexpr double mostExact = 9007199254740992.0;
    const double seconds = value.isDouble() ? value.toDouble() : -1;
    return seconds >= 0 && seconds < mostExact ? std::optional(seconds) : std::nullopt;
}

double secondsOf(const QDateTime &time)
{
    return static_cast<double>(time.toMSecsSinceEpoch()) / 1000;
}

QCryptographicHash::Algorithm hashOf(const QByteArray &algorithm)
{
    if (algorithm.endsWith("256"))
        return QCryptographicHash::Sha256;
    return algorithm.endsWith("384") ? QCryptographicHash::Sha384 : QCryptographicHash::Sha512; // Ed25519: SHA-512
}

// A provider's words in a message: short, and only some of them.
QString named(const QStringList &audiences)
{
    constexpr qsizetype most = 3;
    constexpr qsizetype longest = 100;
    QStringList shown;
    for (const QString &each : audiences.first(qMin(audiences.size(), most)))
        shown += oneLine(each.left(longest));
    return shown.join(u", "_s) + (audiences.size() > most ? u", ..."_s : QString());
}

// 3.1.3.7, 3: whoever else a token is meant for could present it, or have been given it, as we are.
Result<> checkOthers(const QJsonArray &audience, const IdTokenExpectation &expected)
{
    QStringList strangers;
    for (const auto &each : audience) {
        if (!each.isString())
            return refuse(u"aud: not an array of texts"_s);
        if (each.toString() != expected.clientId && !expected.trustedAudiences.contains(each.toString()))
            strangers += each.toString();
    }
    return strangers.isEmpty() ? Result<>() : Result<>(refuse(QString(untrustedAudience) + u' ' + named(strangers)));
}

Result<> checkAudience(const QJsonObject &claims, const IdTokenExpectation &expected)
{
    QJsonArray audience = claims.value("aud"_L1).toArray();
    if (claims.value("aud"_L1).isString())
        audience = {claims.value("aud"_L1)};
    if (!audience.contains(expected.clientId))
        return refuse(u"aud: is not this client"_s);
    const bool hasParty = claims.contains("azp"_L1);
    if (hasParty && claims.value("azp"_L1).toString() != expected.clientId)
        return refuse(u"azp: is not this client"_s);
    if (audience.size() > 1 && !hasParty)
        return refuse(u"aud: others are named too and azp is missing"_s);
    return checkOthers(audience, expected);
}

Result<> checkAge(const QJsonObject &claims, const IdTokenExpectation &expected, double now)
{
    if (!expected.maxAge)
        return {};
    const auto authenticated = numericDate(claims.value("auth_time"_L1));
    if (!authenticated)
        return refuse(u"auth_time: missing, max_age was asked for"_s);
    if (now - *authenticated > static_cast<double>(*expected.maxAge) + skewSeconds)
        return refuse(u"auth_time: older than max_age"_s);
    if (*authenticated > now + skewSeconds)
        return refuse(u"auth_time: lies in the future"_s);
    return {};
}

Result<> checkTimes(const QJsonObject &claims, const IdTokenExpectation &expected)
{
    const double now = secondsOf(expected.now);
    const auto expires = numericDate(claims.value("exp"_L1));
    const auto issued = numericDate(claims.value("iat"_L1));
    if (!expires)
        return refuse(u"exp: missing or not a number"_s);
    if (!issued)
        return refuse(u"iat: missing or not a number"_s);
    if (*expires <= *issued)
        return refuse(neverValid);
    if (const auto alive = checkLifetime(claims, expected.now); !alive)
        return alive;
    if (*issued > now + skewSeconds)
        return refuse(u"iat: lies in the future"_s);
    if (now - *issued > oldestSeconds)
        return refuse(u"iat: too long ago"_s);
    return checkAge(claims, expected, now);
}

Result<> checkNonce(const QJsonObject &claims, const IdTokenExpectation &expected)
{
    const bool isUnknown = expected.refreshed && (!claims.contains("nonce"_L1) || expected.nonce.isEmpty());
    if (isUnknown || !expected.hasNonce)
        return {};
    if (expected.nonce.isEmpty() || claims.value("nonce"_L1).toString() != expected.nonce)
        return refuse(u"nonce: is not the one sent"_s);
    return {};
}

Result<> checkAccessTokenHash(const Jws &token, const IdTokenExpectation &expected)
{
    if (!token.payload.contains("at_hash"_L1))
        return {};
    const QByteArray hash = isEd448(token)
        ? expected.accessTokenHash
        : QCryptographicHash::hash(expected.accessToken.reveal(), hashOf(token.algorithm));
    if (token.payload.value("at_hash"_L1).toString().toUtf8() != toBase64Url(hash.left(hash.size() / 2)))
        return refuse(u"at_hash: belongs to another access token"_s);
    return {};
}

Result<> checkSubject(const QJsonObject &claims, const QString &expected)
{
    const QString subject = claims.value("sub"_L1).toString();
    if (subject.isEmpty() || subject.size() > 255)
        return refuse(u"sub: missing or too long"_s);
    if (!expected.isEmpty() && subject != expected)
        return refuse(u"sub: is another user"_s);
    return {};
}

} // namespace

Result<> checkLifetime(const QJsonObject &claims, const QDateTime &now)
{
    const double seconds = secondsOf(now);
    if (claims.contains("exp"_L1)) {
        const auto expires = numericDate(claims.value("exp"_L1));
        if (!expires || seconds >= *expires + skewSeconds)
            return refuse(u"exp: has passed"_s);
    }
    if (claims.contains("nbf"_L1)) {
        const auto notBefore = numericDate(claims.value("nbf"_L1));
        if (!notBefore || *notBefore > seconds + skewSeconds)
            return refuse(u"nbf: not valid yet"_s);
    }
    return {};
}

bool isAboutTime(const Error &error)
{
    const QString &detail = error.detail;
    const bool isTime = detail.startsWith("exp:"_L1) || detail.startsWith("iat:"_L1) || detail.startsWith("nbf:"_L1)
        || detail.startsWith("auth_time: lies"_L1);
    return error.code == ErrorCode::SignInRefused && isTime && detail != neverValid && !detail.contains("missing"_L1);
}

QString clockNote(const QByteArray &date, const QDateTime &now)
{
    auto there = QLocale::c().toDateTime(QString::fromLatin1(date), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    there.setTimeSpec(Qt::UTC);
    const qint64 off = there.isValid() ? there.secsTo(now) : 0;
    return std::abs(off) > 60 ? u" (this computer's clock is %1 s off the provider's)"_s.arg(off) : QString();
}

std::optional<std::chrono::seconds> clockError(const Error &error)
{
    static const QRegularExpression note(u"clock is (-?\\d+) s off"_s);
    const auto match = note.match(error.detail);
    if (!isAboutTime(error) || !match.hasMatch())
        return {};
    return std::chrono::seconds(match.captured(1).toLongLong());
}

bool isIssuer(const QString &iss, const QString &expected, const QString &tenant)
{
    if (!expected.contains("{tenantid}"_L1))
        return !expected.isEmpty() && iss == expected;
    static const QRegularExpression tenantId(
        QRegularExpression::anchoredPattern(u"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"_s));
    return tenantId.match(tenant).hasMatch() && iss == QString(expected).replace("{tenantid}"_L1, tenant);
}

Result<> checkIdToken(const Jws &token, const IdTokenExpectation &expected)
{
    const QJsonObject &claims = token.payload;
    if (!isIdTokensType(token.type))
        return refuse(u"typ: is another kind of token's"_s);
    if (!expected.algorithms.isEmpty() && !expected.algorithms.contains(QString::fromLatin1(token.algorithm)))
        return refuse(u"alg: the provider does not list it"_s);
    if (!isIssuer(claims.value("iss"_L1).toString(), expected.issuer, claims.value("tid"_L1).toString()))
        return refuse(u"iss: is not the provider"_s);
    return checkSubject(claims, expected.subject)
        .and_then([&] { return checkAudience(claims, expected); })
        .and_then([&] { return checkNonce(claims, expected); })
        .and_then([&] { return checkAccessTokenHash(token, expected); })
        .and_then([&] { return checkTimes(claims, expected); });
}

} // namespace core
