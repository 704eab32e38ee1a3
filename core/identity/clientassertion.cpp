// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/clientassertion.h"

#include "core/identity/base64url.h"
#include "core/identity/pkce.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qint64 lifetimeSeconds = 120;

QByteArray encoded(const QJsonObject &object)
{
    return toBase64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

// A template is no address: then the endpoint itself is the audience.
QString audienceOf(const ProviderProfile &profile, const ProviderMetadata &metadata)
{
    const bool isTemplate = metadata.issuer.contains(u'{');
    return isTemplate || profile.clientAssertionAudience == "token_endpoint"_L1
        ? metadata.tokenEndpoint.toString(QUrl::FullyEncoded)
        : metadata.issuer;
}

} // namespace

Result<Secret> signJwt(const JwtSigner &signer, const Secret &privateKey, const QJsonObject &header,
                       const QJsonObject &claims)
{
    const QByteArray text = encoded(header) + '.' + encoded(claims);
    const auto signature = signer.sign(header.value("alg"_L1).toString().toLatin1(), privateKey, text);
    if (!signature)
        return tl::make_unexpected(signature.error());
    return Secret(text + '.' + toBase64Url(*signature));
}

Result<FormFields> clientAssertion(const ProviderProfile &profile, const ProviderMetadata &metadata,
                                   const JwtSigner &signer, const Secret &privateKey, const QDateTime &now)
{
    const auto key = signer.describe(privateKey);
    if (!key)
        return tl::make_unexpected(key.error());
    const QStringList &listed = metadata.assertionAlgorithms;
    const auto algorithm = std::find_if(key->algorithms.begin(), key->algorithms.end(),
                                        [&](const QString &name) { return listed.isEmpty() || listed.contains(name); });
    if (algorithm == key->algorithms.end())
        return fail(ErrorCode::SignInRefused, u"client_assertion: the provider lists no algorithm of this key"_s);

    QJsonObject header{{u"alg"_s, *algorithm}, {u"typ"_s, u"JWT"_s}};
    const QString keyId = profile.clientKeyId.isEmpty() ? key->keyId : profile.clientKeyId;
    if (!keyId.isEmpty())
        header.insert(u"kid"_s, keyId);
    const qint64 seconds = now.toSecsSinceEpoch();
    const QJsonObject claims{{u"iss"_s, profile.clientId},
                             {u"sub"_s, profile.clientId},
                             {u"aud"_s, audienceOf(profile, metadata)},
                             {u"jti"_s, QString::fromLatin1(randomToken())},
                             {u"iat"_s, seconds},
                             {u"exp"_s, seconds + lifetimeSeconds}};
    return signJwt(signer, privateKey, header, claims).map([](const Secret &assertion) {
        return FormFields{{u"client_assertion_type"_s, u"urn:ietf:params:oauth:client-assertion-type:jwt-bearer"_s},
                          {u"client_assertion"_s, QString::fromLatin1(assertion.reveal())}};
    });
}

} // namespace core
