// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/identity.h"

#include "core/base/paths.h"
#include "core/base/writefile.h"
#include "core/identity/discovery.h"

#include <QDir>
#include <QFile>

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

void trustAuthorities(core::NetworkHttpTransport &http, const core::ProviderProfile &profile, QStringList *problems)
{
    QSet<QString> hosts{QUrl(profile.issuer).host(), core::discoveryUrl(profile).host()};
    for (const auto &endpoint : profile.endpoints)
        hosts += QUrl(endpoint.toString()).host();
    for (const QString &host : hosts) {
        const auto trusted = http.trust(host, profile.extraCa);
        if (!trusted && problems)
            *problems += profile.id + ": "_L1 + trusted.error().detail;
    }
}

} // namespace

Identity::Identity(std::vector<core::ProviderProfile> profiles, core::RedirectPageText page, QStringList *problems)
    : m_listeners(std::move(page))
    , m_accounts({m_http, m_secrets, m_signatures, m_listeners, m_settings, m_clock, core::afterTimer, &m_signer,
                  &m_locks, &m_network},
                 std::move(profiles))
{
    for (const core::ProviderProfile &profile : m_accounts.profiles()) {
        if (!profile.extraCa.isEmpty())
            trustAuthorities(m_http, profile, problems);
    }
}

std::vector<core::ProviderProfile> installedProfiles(QStringList *problems)
{
    return core::loadProfiles(core::paths::configFolders(), problems);
}

core::Result<core::ProviderProfile> installProfile(const QString &file)
{
    const auto profile = core::readProfile(file);
    if (!profile)
        return profile;
    const QDir folder(core::paths::config() + "/providers.d"_L1);
    if (!folder.mkpath(u"."_s))
        return core::fail(core::ErrorCode::AccessDenied, folder.path());
    core::Result<> copied = copy(file, folder.filePath(profile->id + ".json"_L1));
    if (copied && !profile->extraCa.isEmpty())
        copied = copy(profile->extraCa, folder.filePath(QFileInfo(profile->extraCa).fileName()));
    if (!copied)
        return tl::make_unexpected(copied.error());
    return core::readProfile(folder.filePath(profile->id + ".json"_L1));
}

} // namespace app
