// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/secretnames.h"

#include "app/common/connections.h"
#include "core/base/paths.h"
#include "core/identity/profile.h"
#include "core/identity/tokenrequest.h"
#include "core/net/proxylogin.h"

#include <QCoreApplication>
#include <QNetworkProxyFactory>
#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

QStringList namesOfConnections()
{
    QStringList names;
    for (const core::Connection &connection : loadConnections())
        names << core::secretEntryOf(connection) << connection.certificate.passphraseEntry;
    return names;
}

QStringList namesOfProfiles(const std::vector<core::ProviderProfile> &profiles)
{
    QStringList names;
    for (const core::ProviderProfile &profile : profiles) {
        if (profile.clientAuthentication != "none"_L1)
            names += core::clientSecretKey(profile);
        names += profile.certificate.passphraseEntry;
    }
    return names;
}

// Of the environment and the system; for some address a script may name others.
QStringList namesOfProxies()
{
    QStringList names;
    for (const QString &address : {u"https://example.com/"_s, u"http://example.com/"_s}) {
        for (const QNetworkProxy &proxy :
             QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(QUrl(address)))) {
            if (!proxy.hostName().isEmpty())
                names += core::proxyEntry(proxy.hostName());
        }
    }
    return names;
}

// The name that was meant, perhaps: a provider's secret without the beginning of its name, or a profile that says
// itself that it has none.
QString reasonOf(const QString &name, const QStringList &used, const std::vector<core::ProviderProfile> &profiles)
{
    const auto client = std::ranges::find(profiles, name, &core::clientSecretKey);
    if (client != profiles.end())
        return tr("the profile %1 has client_authentication none, which needs no secret").arg(client->id);
    if (used.contains("lectern/"_L1 + name))
        return tr("perhaps lectern/%1 is meant").arg(name);
    if (name.startsWith("proxy/"_L1))
        return tr("the system names no such proxy");
    return tr("no connection and no provider's profile has it");
}

} // namespace

bool isPrivateKeyName(const QString &name)
{
    const std::vector<core::Connection> connections = loadConnections();
    const std::vector<core::ProviderProfile> profiles = core::loadProfiles(core::paths::configFolders());
    return std::ranges::any_of(connections,
                               [&](const core::Connection &each) {
                                   return core::needsPrivateKey(each) && core::secretEntryOf(each) == name;
                               })
        || std::ranges::any_of(profiles, [&](const core::ProviderProfile &each) {
               return each.clientAuthentication == "private_key_jwt"_L1 && core::clientSecretKey(each) == name;
           });
}

QString unusedSecretText(const QString &name)
{
    const std::vector<core::ProviderProfile> profiles = core::loadProfiles(core::paths::configFolders());
    QStringList used = namesOfConnections() + namesOfProfiles(profiles) + namesOfProxies();
    used.removeAll(QString());
    used.removeDuplicates();
    used.sort();
    if (used.contains(name))
        return {};
    const QString known = used.isEmpty() ? tr("There is none at present.") : used.join(u", "_s);
    return tr("Nothing uses the name %1 now: %2. It is kept all the same. Names that are used: %3")
        .arg(name, reasonOf(name, used, profiles), known);
}

} // namespace app
