// SPDX-License-Identifier: GPL-3.0-or-later
// IBM Cloud App ID: the JSON that its dashboard shows for an application or for service credentials, alone or inside
// the VCAP_SERVICES of Cloud Foundry. The issuer is oauthServerUrl.
#include "core/identity/profileimport.h"
#include "core/identity/profilereader.h"

#include <QJsonArray>

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

QString either(const QJsonObject &object, QLatin1StringView name, QLatin1StringView otherName)
{
    const QString value = object.value(name).toString();
    return value.isEmpty() ? object.value(otherName).toString() : value;
}

} // namespace

Result<ProviderDraft> importAppIdCredentials(const QJsonObject &credentials, const ProfileTemplates &templates)
{
    const QString issuer = either(credentials, "oauthServerUrl"_L1, "oAuthServerUrl"_L1);
    if (!isAcceptableUrl(QUrl(issuer, QUrl::StrictMode)))
        return fail(ErrorCode::InvalidInput, u"oauthServerUrl: not an https address"_s);
    const QString discovery = credentials.value("discoveryEndpoint"_L1).toString();
    if (!discovery.isEmpty() && !isAcceptableUrl(QUrl(discovery, QUrl::StrictMode)))
        return fail(ErrorCode::InvalidInput, u"discoveryEndpoint: not an https address"_s);

    ProviderDraft draft = draftOfTemplate(templates, u"appid"_s);
    draft.profile.insert("issuer"_L1, issuer);
    if (!discovery.isEmpty())
        draft.profile.insert("discovery_url"_L1, discovery);
    if (const QString clientId = credentials.value("clientId"_L1).toString(); !clientId.isEmpty())
        draft.profile.insert("client_id"_L1, clientId);
    if (const QString name = credentials.value("name"_L1).toString(); !name.isEmpty())
        draft.profile.insert("name"_L1, name);
    // Only a web application has one; native and single-page ones are public clients.
    const QString secret = credentials.value("secret"_L1).toString();
    if (!secret.isEmpty()) {
        draft.clientSecret = Secret(secret.toUtf8());
        draft.profile.insert("client_authentication"_L1, u"client_secret_basic"_s);
    }
    return draft;
}

Result<ProviderDraft> importVcapServices(const QJsonObject &services, const ProfileTemplates &templates)
{
    const QJsonValue inner = services.value("VCAP_SERVICES"_L1);
    const QJsonObject all = inner.isObject() ? inner.toObject() : services;
    const QJsonArray instances = all.value("AppID"_L1).toArray();
    std::optional<Result<ProviderDraft>> first;
    QStringList others;
    for (const auto &instance : instances) {
        const QJsonObject credentials = instance.toObject().value("credentials"_L1).toObject();
        const QString name = instance.toObject().value("name"_L1).toString();
        if (credentials.isEmpty())
            continue;
        if (first) {
            others += name.isEmpty() ? credentials.value("clientId"_L1).toString() : name;
            continue;
        }
        first = importAppIdCredentials(credentials, templates);
        if (*first && !name.isEmpty() && (*first)->text("name"_L1).isEmpty())
            (*first)->profile.insert("name"_L1, name);
    }
    if (first && *first)
        (*first)->others = others;
    if (first)
        return *first;
    return fail(ErrorCode::InvalidInput, u"AppID: no credentials in it"_s);
}

} // namespace core
