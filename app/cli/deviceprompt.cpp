// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/deviceprompt.h"

#include "app/cli/output.h"

#include <QCoreApplication>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

} // namespace

bool showDevicePrompt(const core::DevicePrompt &prompt, bool json)
{
    const QString address = prompt.verificationUri.toString(QUrl::FullyEncoded);
    const QString complete = prompt.completeUri.toString(QUrl::FullyEncoded);
    if (json)
        return printJson({{u"verification_uri"_s, address},
                          {u"verification_uri_complete"_s, complete.isEmpty() ? QJsonValue() : QJsonValue(complete)},
                          {u"user_code"_s, prompt.userCode},
                          {u"expires_at"_s, prompt.expiresAt.toString(Qt::ISODate)}});
    QStringList lines{tr("Open this address in a browser, on any device:"), u"  "_s + address,
                      tr("and enter this code there:"), u"  "_s + prompt.userCode};
    if (!complete.isEmpty())
        lines << tr("Or open this address, which has the code in it:") << u"  "_s + complete;
    return printLine(lines.join(u'\n'));
}

} // namespace app
