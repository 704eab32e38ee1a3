// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace app {

// `lectern [FILE...]`
struct WindowArguments {
    QStringList files; // absolute
    bool help = false;
    bool version = false;
    QString wrong; // an option that there is not; empty: none
};

// `arguments` without the program's name; Qt's own options are gone from them already.
[[nodiscard]] WindowArguments parseWindowArguments(const QStringList &arguments);
[[nodiscard]] QString windowHelp();

} // namespace app
