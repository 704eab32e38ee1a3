// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/profile.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {

Result<ProviderProfile> readProfile(const QString &file)
{
    QFile input(file);
    if (!input.open(QIODevice::ReadOnly))
        return fail(input.exists() ? ErrorCode::AccessDenied : ErrorCode::NotFound, input.errorString());
    auto profile = parseProfile(input.read(2 * 1024 * 1024));
    if (!profile)
        return profile;
    profile->file = QFileInfo(file).absoluteFilePath();
    const QDir beside = QFileInfo(file).dir();
    for (QString *named : {&profile->extraCa, &profile->certificate.certificate, &profile->certificate.key}) {
        if (!named->isEmpty())
            *named = beside.absoluteFilePath(*named);
    }
    return profile;
}

std::vector<ProviderProfile> loadProfiles(const QStringList &configFolders, QStringList *problems)
{
    std::vector<ProviderProfile> profiles;
    const auto report = [&](const QString &file, const QString &what) {
        if (problems)
            *problems += file + ": "_L1 + what;
    };
    for (const QString &folder : configFolders) {
        const QDir dir(folder + "/providers.d"_L1);
        for (const QString &name : dir.entryList({u"*.json"_s}, QDir::Files, QDir::Name)) {
            const QString file = dir.filePath(name);
            auto profile = readProfile(file);
            if (!profile) {
                report(file, profile.error().detail);
                continue;
            }
            const bool taken = std::any_of(profiles.begin(), profiles.end(),
                                           [&](const ProviderProfile &other) { return other.id == profile->id; });
            if (taken)
                report(file, "another file has the id "_L1 + profile->id);
            else
                profiles.push_back(*std::move(profile));
        }
    }
    return profiles;
}

} // namespace core
