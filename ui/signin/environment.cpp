// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/environment.h"

#include <algorithm>

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

} // namespace ui
