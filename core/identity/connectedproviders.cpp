// SPDX-License-Identifier: GPL-3.0-or-later
// What can be done with an organization that is connected: another name, and taking it away.
#include "core/base/answer.h"
#include "core/identity/providersetup.h"
#include "core/identity/strictjson.h"
#include "core/identity/tokenrequest.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qint64 largestProfile = 1024 * 1024;
constexpr qsizetype longestName = 100;

bool isName(const QString &name)
{
    return !name.isEmpty() && name.size() <= longestName
        && std::ranges::all_of(name, [](QChar c) { return c.isPrint(); });
}

// The whole file, known members and others, with another name in it.
Result<> writeName(const QString &path, const QString &name)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(file.exists() ? ErrorCode::AccessDenied : ErrorCode::NotFound, file.errorString());
    auto object = strictJsonObject(file.read(largestProfile));
    if (!object)
        return fail(ErrorCode::InvalidInput, u"profile: not a JSON object with unique members"_s);
    object->insert("name"_L1, name);
    QSaveFile output(path);
    if (!output.open(QIODevice::WriteOnly) || output.write(QJsonDocument(*object).toJson()) < 0 || !output.commit())
        return fail(ErrorCode::Storage, path + ": "_L1 + output.errorString());
    return {};
}

Error notOwn()
{
    return {ErrorCode::AccessDenied, u"id: the system's profiles are not changed from here"_s};
}

} // namespace

bool ProviderSetup::isOwn(const ProviderProfile &profile) const
{
    return !profile.file.isEmpty() && QFileInfo(profile.file).absoluteDir() == QDir(m_ports.folder);
}

Result<> ProviderSetup::rename(const ProviderProfile &profile, const QString &name)
{
    if (!isOwn(profile))
        return tl::make_unexpected(notOwn());
    const QString shown = name.trimmed();
    if (!isName(shown))
        return fail(ErrorCode::InvalidInput, u"name: 1 to 100 characters on one line are wanted"_s);
    if (const auto written = writeName(profile.file, shown); !written)
        return written;
    ProviderProfile renamed = profile;
    renamed.name = shown;
    m_ports.accounts.addProfile(renamed);
    return {};
}

Async<> ProviderSetup::remove(const ProviderProfile &profile)
{
    if (!isOwn(profile))
        return ready<void>(tl::make_unexpected(notOwn()));
    // First what would bring it back at the next start; then nothing has to be undone.
    QFile file(profile.file);
    if (file.exists() && !file.remove())
        return ready<void>(fail(ErrorCode::Storage, profile.file + ": "_L1 + file.errorString()));
    const QFileInfo authority(profile.extraCa);
    if (authority.completeBaseName() == profile.id && authority.absoluteDir() == QDir(m_ports.folder))
        QFile::remove(profile.extraCa); // the copy that was made when it was connected
    QStringList leaving;
    for (const Account &account : m_ports.accounts.known()) {
        if (account.provider == profile.id)
            leaving += account.id;
    }
    const Answer<void> answer;
    whenDone(signOutAll(leaving), this, [this, profile, answer](const Result<> &signedOut) {
        m_ports.accounts.removeProfile(profile.id);
        QStringList entries;
        if (profile.clientAuthentication != "none"_L1)
            entries += clientSecretKey(profile);
        if (!profile.certificate.passphraseEntry.isEmpty())
            entries += profile.certificate.passphraseEntry;
        whenDone(removeSecrets(entries), this,
                 [answer, signedOut](const Result<> &removed) { answer.give(signedOut ? removed : signedOut); });
    });
    return answer.future();
}

Async<> ProviderSetup::removeSecrets(const QStringList &entries)
{
    if (entries.isEmpty())
        return ready<void>(Result<>());
    return andThen(m_ports.secrets.remove(entries.first()), this, [this, entries] {
        emit secretRemoved(entries.first());
        return removeSecrets(entries.mid(1));
    });
}

// One after the other; the first error is told when all had their turn.
Async<> ProviderSetup::signOutAll(const QStringList &accounts)
{
    if (accounts.isEmpty())
        return ready<void>(Result<>());
    const Answer<void> answer;
    whenDone(m_ports.accounts.signOut(accounts.first()), this, [this, accounts, answer](const Result<QUrl> &page) {
        const Result<> first = page ? Result<>() : tl::make_unexpected(page.error());
        whenDone(signOutAll(accounts.mid(1)), this,
                 [answer, first](const Result<> &rest) { answer.give(first ? rest : first); });
    });
    return answer.future();
}

} // namespace core
