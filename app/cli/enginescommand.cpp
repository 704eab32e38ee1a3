// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/commands.h"
#include "app/cli/exitcode.h"
#include "app/cli/output.h"
#include "app/common/connections.h"
#include "app/common/engines.h"

#include <QCoreApplication>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

QString usage()
{
    return u"[--json]"_s;
}

QString summary()
{
    return tr("Lists the engines that --engine can name, and what each needs.");
}

QJsonObject localJson()
{
    return {{u"id"_s, u"local"_s},
            {u"name"_s, tr("On this computer")},
            {u"kind"_s, u"local"_s},
            {u"model"_s, QJsonValue()},
            {u"endpoint"_s, QJsonValue()},
            {u"needs"_s, u"none"_s},
            {u"prices_as_of"_s, QJsonValue()}};
}

QJsonObject connectionJson(const core::Connection &connection)
{
    const QString asOf = connection.prices[u"as_of"].toString();
    const QString kind = connection.auth[u"kind"].toString();
    const bool isKey = core::needsPrivateKey(connection);
    const QString secret = core::secretEntryOf(connection);
    return {{u"id"_s, connection.id},
            {u"name"_s, connection.name},
            {u"kind"_s, connection.kind},
            {u"model"_s, connection.model},
            {u"endpoint"_s, connection.baseUrl.toString()},
            {u"needs"_s, kind},
            {u"needs_private_key"_s, isKey},
            {u"secret"_s, secret.isEmpty() ? QJsonValue() : QJsonValue(secret)}, // its name, not itself
            {u"prices_as_of"_s, asOf.isEmpty() ? QJsonValue() : QJsonValue(asOf)}};
}

QString needText(const QString &need, const QString &secret, bool isKey)
{
    if (isKey)
        return tr("needs the private key '%1' in the keychain").arg(secret);
    if (need == "account"_L1)
        return tr("needs a signed-in account");
    if (need == "api_key"_L1)
        return tr("needs the key '%1' in the keychain").arg(secret);
    if (need == "basic"_L1)
        return tr("needs the password '%1' in the keychain").arg(secret);
    if (need == "client_credentials"_L1)
        return tr("needs the client secret '%1' in the keychain").arg(secret);
    if (need == "none"_L1)
        return tr("needs nothing");
    return need;
}

int run(const QStringList &words)
{
    Arguments arguments(u"engines"_s, usage(), summary());
    arguments.flag(u"json"_s, tr("Prints one JSON object."));
    if (const auto code = arguments.parse(words))
        return *code;
    QStringList problems;
    QJsonArray engines{localJson()};
    for (const core::Connection &connection : loadConnections(&problems))
        engines += connectionJson(connection);
    for (const QString &problem : problems)
        warn(problem);
    if (arguments.has(u"json"_s))
        return printJson({{u"engines"_s, engines}}) ? Done : failOutput();
    for (const QJsonValue &engine : engines) {
        const QString line = u"%1  %2 (%3)"_s.arg(
            engine[u"id"].toString().leftJustified(20), engine[u"name"].toString(),
            needText(engine[u"needs"].toString(), engine[u"secret"].toString(), engine[u"needs_private_key"].toBool()));
        if (!printLine(line))
            return failOutput();
    }
    return Done;
}

} // namespace

Command enginesCommand()
{
    return {u"engines"_s, usage(), summary(), run};
}

} // namespace app
