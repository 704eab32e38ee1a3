// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/profileimport.h"

#include "core/identity/strictjson.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qsizetype largestFile = 1024 * 1024;

bool hasAll(const QJsonObject &object, std::initializer_list<QLatin1StringView> members)
{
    return std::ranges::all_of(members, [&object](QLatin1StringView member) { return object.contains(member); });
}

} // namespace

ProviderDraft draftOfTemplate(const ProfileTemplates &templates, const QString &id)
{
    const auto blank = std::ranges::find(templates, id, &ProfileTemplate::id);
    return blank == templates.end() ? ProviderDraft() : draftFrom(*blank);
}

Result<ProviderDraft> importProfile(const QByteArray &json, const ProfileTemplates &templates)
{
    const auto object = json.size() <= largestFile ? strictJsonObject(json) : std::nullopt;
    if (!object)
        return fail(ErrorCode::InvalidInput, u"file: not a JSON object with unique members"_s);
    const QString format = object->value("format"_L1).toString();
    if (format.startsWith("lectern.provider/"_L1) && !isKnownProfileFormat(format))
        return fail(ErrorCode::InvalidInput, u"format: not lectern.provider/1"_s);
    if (isKnownProfileFormat(format))
        return importLecternProfile(*object);
    if (object->contains("VCAP_SERVICES"_L1) || object->contains("AppID"_L1))
        return importVcapServices(*object, templates);
    if (object->contains("oauthServerUrl"_L1) || object->contains("oAuthServerUrl"_L1))
        return importAppIdCredentials(*object, templates);
    if (hasAll(*object, {"ClientId"_L1, "BaseUrl"_L1}))
        return importIdcsConfig(*object, templates);
    if (object->contains("openid-configuration"_L1) || hasAll(*object, {"issuer"_L1, "authorization_endpoint"_L1}))
        return importDiscovery(*object, templates);
    return fail(ErrorCode::InvalidInput, u"file: does not describe a provider"_s);
}

Result<ProviderDraft> importProfileFile(const QString &file, const ProfileTemplates &templates)
{
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        return fail(input.exists() ? ErrorCode::AccessDenied : ErrorCode::NotFound, input.errorString());
    auto draft = importProfile(input.read(largestFile + 1), templates);
    if (!draft)
        return draft;
    for (const auto member : {"extra_ca"_L1, "client_certificate"_L1, "client_certificate_key"_L1}) {
        if (const QString named = draft->text(member); !named.isEmpty())
            draft->profile.insert(member, QFileInfo(file).dir().absoluteFilePath(named));
    }
    return draft;
}

// Hand-written profiles may have a secret in them. It is taken out, and the way it is sent is what it was.
Result<ProviderDraft> importLecternProfile(const QJsonObject &profile)
{
    ProviderDraft draft;
    draft.profile = profile;
    QJsonObject parameters = profile.value("token_parameters"_L1).toObject();
    const QString asParameter = parameters.take("client_secret"_L1).toString();
    const QString asMember = draft.profile.take("client_secret"_L1).toString();
    if (!asParameter.isEmpty())
        draft.profile.insert("token_parameters"_L1, parameters);
    if (!asParameter.isEmpty() || !asMember.isEmpty()) {
        draft.clientSecret = Secret((asMember.isEmpty() ? asParameter : asMember).toUtf8());
        if (!profile.contains("client_authentication"_L1))
            draft.profile.insert("client_authentication"_L1, u"client_secret_post"_s);
    }
    return parseProfile(fileOf(draft)).map([&](const ProviderProfile &) { return draft; });
}

} // namespace core
