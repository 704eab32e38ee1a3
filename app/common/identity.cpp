// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/identity.h"

#include "core/base/paths.h"
#include "core/base/writefile.h"
#include "core/net/authorities.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

core::Result<QByteArray> contentOf(const QString &file, const QString &what)
{
    QFile input(file);
    if (!input.exists())
        return core::fail(core::ErrorCode::InvalidInput, what + ": there is no file "_L1 + file);
    if (!input.open(QIODevice::ReadOnly))
        return core::fail(core::ErrorCode::AccessDenied, what + ": "_L1 + file + ": "_L1 + input.errorString());
    return input.readAll();
}

// Of the profile's file, for its place among the installed ones: the authority's copy goes by the profile's name, so
// that no other profile's is replaced; a private key stays where it is and is named there. No secret goes along.
core::Result<QByteArray> movedText(const core::ProviderProfile &profile, const QString &file)
{
    const auto text = contentOf(file, u"profile"_s);
    if (!text)
        return text;
    QJsonObject object = QJsonDocument::fromJson(*text).object();
    const bool isSecretive = !object.take("client_secret"_L1).isUndefined();
    if (profile.certificate.isEmpty() && profile.extraCa.isEmpty() && !isSecretive)
        return text;
    if (!profile.extraCa.isEmpty())
        object.insert("extra_ca"_L1, profile.id + ".pem"_L1);
    if (!profile.certificate.isEmpty())
        object.insert("client_certificate"_L1, profile.certificate.certificate);
    if (!profile.certificate.key.isEmpty())
        object.insert("client_certificate_key"_L1, profile.certificate.key);
    return QJsonDocument(object).toJson();
}

// For everybody, by the computer's administrator.
core::Result<> notOfTheSystem(const core::ProviderProfile &profile)
{
    const auto system = core::loadProfiles(core::paths::configFolders().mid(1));
    if (std::ranges::find(system, profile.id, &core::ProviderProfile::id) == system.end())
        return {};
    return core::fail(
        core::ErrorCode::InvalidInput,
        u"id: the system has a profile \"%1\" for everybody; sign in with --profile %1, or give this file "
        "another id"_s.arg(profile.id));
}

} // namespace

Identity::Identity(std::vector<core::ProviderProfile> profiles, core::RedirectPageText page, QStringList *problems)
    : m_listeners(std::move(page))
    , m_accounts({m_http, m_secrets, m_signatures, m_listeners, m_settings, m_clock, core::afterTimer, &m_signer,
                  &m_locks, &m_network},
                 std::move(profiles))
{
    for (const core::ProviderProfile &profile : m_accounts.profiles()) {
        if (profile.extraCa.isEmpty() || !problems)
            continue;
        if (const auto authorities = core::readAuthorities(profile.extraCa); !authorities)
            *problems += profile.id + ": "_L1 + authorities.error().detail;
    }
}

core::SetupPorts Identity::setupPorts(const QString &templates, const QString &language)
{
    return {m_http, m_secrets, m_accounts, core::paths::config() + "/providers.d"_L1,
            core::loadProfileTemplates(templates, language)};
}

std::vector<core::ProviderProfile> installedProfiles(QStringList *problems)
{
    QStringList folders = core::paths::configFolders(); // the user's is the first
    std::rotate(folders.begin(), folders.begin() + 1, folders.end());
    return core::loadProfiles(folders, problems);
}

core::Result<core::ProviderProfile> installableProfile(const QString &file)
{
    return core::readProfile(file).and_then(
        [](const core::ProviderProfile &profile) -> core::Result<core::ProviderProfile> {
            if (const auto free = notOfTheSystem(profile); !free)
                return tl::make_unexpected(free.error());
            if (profile.extraCa.isEmpty())
                return profile;
            return core::readAuthorities(profile.extraCa).map([&profile](const QByteArray &) { return profile; });
        });
}

core::Result<core::ProviderProfile> installProfile(const QString &file)
{
    const auto profile = installableProfile(file);
    if (!profile)
        return profile;
    const QDir folder(core::paths::config() + "/providers.d"_L1);
    if (!folder.mkpath(u"."_s))
        return core::fail(core::ErrorCode::AccessDenied, folder.path());
    const QString installed = folder.filePath(profile->id + ".json"_L1);
    if (QFileInfo(file).canonicalFilePath() == QFileInfo(installed).canonicalFilePath() && QFile::exists(installed))
        return profile;
    core::Result<> done;
    if (!profile->extraCa.isEmpty())
        done = core::readAuthorities(profile->extraCa).and_then([&](const QByteArray &authority) {
            return core::writeFile(folder.filePath(profile->id + ".pem"_L1), authority);
        });
    if (done)
        done = movedText(*profile, file).and_then([&](const QByteArray &text) {
            return core::writeFile(installed, text);
        });
    if (!done)
        return tl::make_unexpected(done.error());
    return core::readProfile(installed);
}

} // namespace app
