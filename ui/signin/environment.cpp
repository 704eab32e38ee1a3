// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/environment.h"

#include <algorithm>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace ui {

bool isPageObservable(const QStringList &arguments)
{
    // A debugging port of 0 or of nothing is one as well: Chromium then picks its own.
    const auto debugs = [](const QString &text) { return text.contains("remote-debugging"_L1); };
    return qEnvironmentVariableIsSet("QTWEBENGINE_REMOTE_DEBUGGING")
        || debugs(qEnvironmentVariable("QTWEBENGINE_CHROMIUM_FLAGS"))
        || std::any_of(arguments.begin(), arguments.end(), debugs);
}

bool isSandboxImpossible()
{
#ifdef Q_OS_LINUX
    return geteuid() == 0 && qEnvironmentVariable("QTWEBENGINE_DISABLE_SANDBOX") != "1"_L1
        && !qEnvironmentVariable("QTWEBENGINE_CHROMIUM_FLAGS").contains("--no-sandbox"_L1);
#else
    return false;
#endif
}

} // namespace ui
