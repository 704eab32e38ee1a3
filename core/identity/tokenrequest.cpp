// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/tokenrequest.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qint64 largestAnswer = 512 * 1024;

// RFC 6749, 2.3.1: both parts are form-encoded before they are joined.
QByteArray encoded(const QByteArray &text)
{
    return text.toPercentEncoding().replace("%20", "+");
}

} // namespace

HttpRequest backChannelRequest(const ProviderProfile &profile, const QUrl &endpoint, FormFields fields,
                               const Secret &clientSecret)
{
    HttpRequest request;
    request.method = "POST";
    request.url = endpoint;
    request.maxAnswerBytes = largestAnswer;
    request.certificate = profile.certificate;
    request.authorities = profile.extraCa;
    request.headers = {{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept", "application/json"}};
    if (profile.clientAuthentication == "client_secret_basic"_L1) {
        const QByteArray pair = encoded(profile.clientId.toUtf8()) + ':' + encoded(clientSecret.reveal());
        request.headers.emplace_back("Authorization", "Basic " + pair.toBase64());
    } else {
        const bool isNamed =
            std::any_of(fields.begin(), fields.end(), [](const auto &field) { return field.first == "client_id"_L1; });
        if (!isNamed)
            fields.emplace_back(u"client_id"_s, profile.clientId);
        if (profile.clientAuthentication == "client_secret_post"_L1)
            fields.emplace_back(u"client_secret"_s, QString::fromUtf8(clientSecret.reveal()));
    }
    request.body = encodeForm(fields);
    return request;
}

void addProfileParameters(const ProviderProfile &profile, FormFields &fields)
{
    for (auto it = profile.tokenParameters.constBegin(); it != profile.tokenParameters.constEnd(); ++it)
        fields.emplace_back(it.key(), it.value());
    for (const QString &resource : profile.resource)
        fields.emplace_back(u"resource"_s, resource);
}

FormFields codeExchange(const ProviderProfile &profile, const QString &code, const QUrl &redirect,
                        const Secret &verifier)
{
    FormFields fields{{u"grant_type"_s, u"authorization_code"_s},
                      {u"code"_s, code},
                      {u"redirect_uri"_s, redirect.toString(QUrl::FullyEncoded)},
                      {u"code_verifier"_s, QString::fromLatin1(verifier.reveal())}};
    addProfileParameters(profile, fields);
    return fields;
}

FormFields refreshGrant(const ProviderProfile &profile, const Secret &refreshToken)
{
    FormFields fields{{u"grant_type"_s, u"refresh_token"_s},
                      {u"refresh_token"_s, QString::fromUtf8(refreshToken.reveal())}};
    if (profile.scopeOnRefresh)
        fields.emplace_back(u"scope"_s, profile.scopes.join(u' '));
    addProfileParameters(profile, fields);
    return fields;
}

FormFields introspection(const Secret &accessToken)
{
    return {{u"token"_s, QString::fromUtf8(accessToken.reveal())}, {u"token_type_hint"_s, u"access_token"_s}};
}

FormFields revocation(const Secret &refreshToken)
{
    return {{u"token"_s, QString::fromUtf8(refreshToken.reveal())}, {u"token_type_hint"_s, u"refresh_token"_s}};
}

QString clientSecretKey(const ProviderProfile &profile)
{
    return "lectern/client/"_L1 + profile.id;
}

} // namespace core
