// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/signinbrowsers.h"

#include "app/cli/desktopopener.h"
#include "app/cli/output.h"

#include <QCoreApplication>

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
    auto *opener = new DesktopOpener(this);
    connect(opener, &DesktopOpener::failed, this, [address] {
        warn(QCoreApplication::translate("Cli", "No browser could be started. Open this address yourself, on this "
                                                "computer, or end this and sign in with --browser device:"));
        warn(address);
    });
    opener->open(address);
}

} // namespace app
