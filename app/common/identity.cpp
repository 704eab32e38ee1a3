// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/identity.h"

#include "core/base/paths.h"
#include "core/base/writefile.h"
#include "core/identity/discovery.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

core::Result<> copy(const QString &from, const QString &to)
{
    if (QFileInfo(from).canonicalFilePath() == QFileInfo(to).canonicalFilePath() && QFile::exists(to))
        return {};
    QFile input(from);
    if (!input.open(QIODevice::ReadOnly))
        return core::fail(core::ErrorCode::AccessDenied, from + ": "_L1 + input.errorString());
    return core::writeFile(to, input.readAll());
}

// The profile's copy names the private key where it is: keys are not copied.
core::Result<> copyNaming(const core::ProviderProfile &profile, const QString &from, const QString &to)
{
    QFile input(from);
    if (!input.open(QIODevice::ReadOnly))
        return core::fail(core::ErrorCode::AccessDenied, from + ": "_L1 + input.errorString());
    QJsonObject object = QJsonDocument::fromJson(input.readAll()).object();
    object.insert("client_certificate"_L1, profile.certificate.certificate);
    if (!profile.certificate.key.isEmpty())
        object.insert("client_certificate_key"_L1, profile.certificate.key);
    input.close();
    return core::writeFile(to, QJsonDocument(object).toJson());
}

} // namespace

Identity::Identity(std::vector<core::ProviderProfile> profiles, core::RedirectPageText page, QStringList *problems)
    : m_listeners(std::move(page))
    , m_accounts({m_http, m_secrets, m_signatures, m_listeners, m_settings, m_clock, core::afterTimer, &m_signer,
                  &m_locks, &m_network},
                 std::move(profiles))
{
    for (const core::ProviderProfile &profile : m_accounts.profiles()) {
        const auto trusted = profile.extraCa.isEmpty() ? core::Result<>() : trust(profile);
        if (!trusted && problems)
            *problems += profile.id + ": "_L1 + trusted.error().detail;
    }
}

core::Result<> Identity::trust(const core::ProviderProfile &profile)
{
    for (const QString &host : core::hostsOf(profile)) {
        const auto trusted = m_http.trust(host, profile.extraCa);
        if (!trusted)
            return trusted;
        if (auto shown = m_certificates.trust(host, profile.extraCa); !shown)
            return shown;
    }
    return {};
}

core::SetupPorts Identity::setupPorts(const QString &templates, const QString &language)
{
    return {m_http,
            m_secrets,
            m_accounts,
            core::paths::config() + "/providers.d"_L1,
            core::loadProfileTemplates(templates, language),
            [this](const core::ProviderProfile &profile) { return trust(profile); }};
}

std::vector<core::ProviderProfile> installedProfiles(QStringList *problems)
{
    QStringList folders = core::paths::configFolders(); // the user's is the first
    std::rotate(folders.begin(), folders.begin() + 1, folders.end());
    return core::loadProfiles(folders, problems);
}

core::Result<core::ProviderProfile> installProfile(const QString &file)
{
    const auto profile = core::readProfile(file);
    if (!profile)
        return profile;
    const QDir folder(core::paths::config() + "/providers.d"_L1);
    if (!folder.mkpath(u"."_s))
        return core::fail(core::ErrorCode::AccessDenied, folder.path());
    const QString installed = folder.filePath(profile->id + ".json"_L1);
    core::Result<> copied =
        profile->certificate.isEmpty() ? copy(file, installed) : copyNaming(*profile, file, installed);
    if (copied && !profile->extraCa.isEmpty())
        copied = copy(profile->extraCa, folder.filePath(QFileInfo(profile->extraCa).fileName()));
    if (!copied)
        return tl::make_unexpected(copied.error());
    return core::readProfile(folder.filePath(profile->id + ".json"_L1));
}

} // namespace app
