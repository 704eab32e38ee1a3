// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/signinbrowsers.h"

#include "app/cli/output.h"

#include <QCoreApplication>
#include <QProcess>

using namespace Qt::Literals::StringLiterals;

namespace app {

void PrintBrowser::open(const QUrl &start, const QUrl &)
{
    if (!printLine(start.toString(QUrl::FullyEncoded)))
        emit abandoned();
}

void SystemBrowser::open(const QUrl &start, const QUrl &)
{
    const QString address = start.toString(QUrl::FullyEncoded);
    if (QProcess::startDetached(u"xdg-open"_s, {address}))
        return;
    warn(QCoreApplication::translate("Cli", "No browser could be started. Open this address yourself:"));
    warn(address);
}

} // namespace app
