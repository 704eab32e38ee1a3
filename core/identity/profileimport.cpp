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

enum class Kind { Unknown, Lectern, Vcap, AppId, Idcs, Discovery };

bool hasAll(const QJsonObject &object, std::initializer_list<QLatin1StringView> members)
{
    return std::ranges::all_of(members, [&object](QLatin1StringView member) { return object.contains(member); });
}

Kind kindOf(const QJsonObject &object)
{
    if (object.value("format"_L1).toString().startsWith("lectern.provider/"_L1))
        return Kind::Lectern;
    if (object.contains("VCAP_SERVICES"_L1) || object.contains("AppID"_L1))
        return Kind::Vcap;
    if (object.contains("oauthServerUrl"_L1) || object.contains("oAuthServerUrl"_L1))
        return Kind::AppId;
    if (hasAll(object, {"ClientId"_L1, "BaseUrl"_L1}))
        return Kind::Idcs;
    if (object.contains("openid-configuration"_L1) || hasAll(object, {"issuer"_L1, "authorization_endpoint"_L1}))
        return Kind::Discovery;
    return Kind::Unknown;
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
    switch (kindOf(*object)) {
    case Kind::Lectern:
        if (!isKnownProfileFormat(object->value("format"_L1).toString()))
            return fail(ErrorCode::InvalidInput, u"format: not lectern.provider/1"_s);
        return importLecternProfile(*object);
    case Kind::Vcap:
        return importVcapServices(*object, templates);
    case Kind::AppId:
        return importAppIdCredentials(*object, templates);
    case Kind::Idcs:
        return importIdcsConfig(*object, templates);
    case Kind::Discovery:
        return importDiscovery(*object, templates);
    case Kind::Unknown:
        break;
    }
    return fail(ErrorCode::InvalidInput, u"file: does not describe a provider"_s);
}

bool isProvidersOwnFile(const QString &file)
{
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        return false;
    const auto object = strictJsonObject(input.read(largestFile));
    const Kind kind = object ? kindOf(*object) : Kind::Unknown;
    return kind != Kind::Unknown && kind != Kind::Lectern;
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
