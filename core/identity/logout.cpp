// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/logout.h"

#include "core/identity/claims.h"
#include "core/identity/form.h"
#include "core/identity/jws.h"
#include "core/identity/pkce.h"
#include "core/identity/profilereader.h"

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

QUrl endpointOf(const ProviderProfile &profile, const ProviderMetadata &metadata, const QString &style)
{
    const QString named = profile.logout.value("endpoint"_L1).toString();
    if (!named.isEmpty())
        return QUrl(named, QUrl::StrictMode);
    if (style == "auth0"_L1)
        return metadata.authorizationEndpoint.resolved(QUrl(u"/v2/logout"_s));
    if (style == "cognito"_L1)
        return metadata.authorizationEndpoint.resolved(QUrl(u"/logout"_s));
    if (style == "idcs"_L1 && metadata.endSessionEndpoint.isEmpty())
        return discoveryUrl(profile).resolved(QUrl(u"/oauth2/v1/userlogout"_s));
    return metadata.endSessionEndpoint;
}

// What some providers name the session to end by (RP-Initiated Logout 1.0, 2): data in the ID token, as `login_hint`
// is.
QString hintIn(const Secret &idToken, const QString &claim)
{
    const auto token = claim.isEmpty() ? Result<Jws>(Jws()) : parseJws(idToken.reveal());
    return token ? claimAt(token->payload, claim).toString() : QString();
}

FormFields ownFields(const ProviderProfile &profile, const QString &style, const Secret &idToken)
{
    const QString back = profile.logout.value("post_logout_redirect_uri"_L1).toString();
    if (style == "auth0"_L1)
        return {{u"client_id"_s, profile.clientId}, {u"returnTo"_s, back}};
    if (style == "cognito"_L1)
        return {{u"client_id"_s, profile.clientId}, {u"logout_uri"_s, back}};
    FormFields fields{{u"id_token_hint"_s, QString::fromUtf8(idToken.reveal())}};
    if (style != "idcs"_L1)
        fields.emplace_back(u"client_id"_s, profile.clientId);
    fields.emplace_back(u"logout_hint"_s, hintIn(idToken, profile.logout.value("hint_claim"_L1).toString()));
    if (!back.isEmpty()) {
        fields.emplace_back(u"post_logout_redirect_uri"_s, back);
        fields.emplace_back(u"state"_s, QString::fromLatin1(randomToken()));
    }
    return fields;
}

FormFields fieldsOf(const ProviderProfile &profile, const QString &style, const Secret &idToken)
{
    FormFields fields = ownFields(profile, style, idToken);
    const QJsonObject more = profile.logout.value("parameters"_L1).toObject();
    for (auto it = more.constBegin(); it != more.constEnd(); ++it)
        fields.emplace_back(it.key(), it->toString());
    return fields;
}

// The profile's parameters that are there or not, as Auth0 wants its `federated`; a form leaves them out.
QByteArray switchesOf(const ProviderProfile &profile)
{
    QByteArray switches;
    const QJsonObject more = profile.logout.value("parameters"_L1).toObject();
    for (auto it = more.constBegin(); it != more.constEnd(); ++it) {
        if (!it.key().isEmpty() && it->toString().isEmpty())
            switches += '&' + QUrl::toPercentEncoding(it.key());
    }
    return switches;
}

} // namespace

QUrl logoutUrl(const ProviderProfile &profile, const ProviderMetadata &metadata, const Secret &idToken)
{
    const QString style = profile.logout.value("style"_L1).toString(u"oidc"_s);
    if (style == "none"_L1)
        return {};
    QUrl url = endpointOf(profile, metadata, style);
    if (!isAcceptableUrl(url))
        return {};
    QString query = url.query(QUrl::FullyEncoded);
    if (!query.isEmpty())
        query += u'&';
    url.setQuery(query + QString::fromLatin1(encodeForm(fieldsOf(profile, style, idToken)) + switchesOf(profile)),
                 QUrl::StrictMode);
    return url;
}

} // namespace core
