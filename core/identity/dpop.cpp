// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/dpop.h"

#include "core/identity/base64url.h"
#include "core/identity/pkce.h"
#include "core/identity/strictjson.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qsizetype longestNonce = 1024;

QJsonObject publicHalf(const QJsonObject &jwk)
{
    QJsonObject half;
    for (const auto &member : {"kty"_L1, "crv"_L1, "x"_L1, "y"_L1})
        half.insert(member, jwk.value(member));
    return half;
}

QString originOf(const QUrl &url)
{
    const int port = url.port(url.scheme() == "https"_L1 ? 443 : 80);
    return u"%1://%2:%3"_s.arg(url.scheme(), url.host()).arg(port);
}

// RFC 9449, 8.1: it goes into a claim and came in a header: visible characters.
bool isNonce(const QByteArray &text)
{
    return !text.isEmpty() && text.size() <= longestNonce
        && std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

bool asksForNonce(const HttpResponse &response)
{
    if (response.status == 401)
        return response.header("WWW-Authenticate").contains("use_dpop_nonce");
    const auto object = response.status == 400 ? strictJsonObject(response.body) : std::nullopt;
    return object && object->value("error"_L1).toString() == "use_dpop_nonce"_L1;
}

} // namespace

Result<Secret> dpopProof(const JwtSigner &signer, const Secret &key, const ProofSubject &subject, const QDateTime &now)
{
    const auto jwk = strictJsonObject(key.reveal());
    if (!jwk || jwk->value("crv"_L1).toString() != "P-256"_L1)
        return fail(ErrorCode::InvalidInput, u"dpop: the key is none"_s);
    const QJsonObject header{{u"typ"_s, u"dpop+jwt"_s}, {u"alg"_s, u"ES256"_s}, {u"jwk"_s, publicHalf(*jwk)}};
    const QUrl target = subject.url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    QJsonObject claims{{u"jti"_s, QString::fromLatin1(randomToken())},
                       {u"htm"_s, QString::fromLatin1(subject.method)},
                       {u"htu"_s, target.toString(QUrl::FullyEncoded)},
                       {u"iat"_s, now.toSecsSinceEpoch()}};
    if (!subject.nonce.isEmpty())
        claims.insert(u"nonce"_s, subject.nonce);
    if (!subject.accessToken.isEmpty()) {
        const QByteArray hash = QCryptographicHash::hash(subject.accessToken.reveal(), QCryptographicHash::Sha256);
        claims.insert(u"ath"_s, QString::fromLatin1(toBase64Url(hash)));
    }
    return signJwt(signer, key, header, claims);
}

QString ProofNonces::of(const QUrl &url) const
{
    return m_nonces.value(originOf(url));
}

bool ProofNonces::learn(const QUrl &url, const HttpResponse &response)
{
    const QByteArray nonce = response.header("DPoP-Nonce");
    if (!isNonce(nonce))
        return false;
    m_nonces.insert(originOf(url), QString::fromLatin1(nonce));
    return asksForNonce(response);
}

} // namespace core
