// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/robustness/identity/forgery.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>

using namespace Qt::Literals::StringLiterals;

namespace forgery {
namespace {

QByteArray base64Url(const QByteArray &bytes)
{
    return bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

} // namespace

QByteArray encode(const QJsonObject &object)
{
    return base64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QByteArray signedSegments(const FakeProvider &provider, const QByteArray &header, const QByteArray &payload)
{
    const QByteArray text = header + '.' + payload;
    return text + '.' + base64Url(provider.key.sign("RS256", text));
}

QByteArray withHeader(const FakeProvider &provider, QJsonObject header, const QJsonObject &claims)
{
    if (!header.contains("alg"_L1))
        header.insert("alg"_L1, u"RS256"_s);
    if (!header.contains("kid"_L1))
        header.insert("kid"_L1, provider.kid);
    return signedSegments(provider, encode(header), encode(claims));
}

QByteArray hmac(const QByteArray &secret, const QJsonObject &header, const QJsonObject &claims)
{
    const QByteArray text = encode(header) + '.' + encode(claims);
    return text + '.' + base64Url(QMessageAuthenticationCode::hash(text, secret, QCryptographicHash::Sha256));
}

QByteArray broken(QByteArray token)
{
    const qsizetype at = token.lastIndexOf('.') + 5;
    token[at] = token.at(at) == 'A' ? 'B' : 'A';
    return token;
}

void signWith(FakeProvider &provider, const QByteArray &algorithm)
{
    provider.key = TestKey::make(algorithm);
    provider.algorithm = algorithm;
    provider.keys = {provider.key.jwk(provider.kid)};
}

} // namespace forgery
