// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace app {

// `lectern [FILE...]`
struct WindowArguments {
    QStringList files; // absolute
    QStringList links; // lectern: addresses, as they were given

    // Both, as one start hands them to another: a path that is absolute is no link.
    [[nodiscard]] QStringList wanted() const { return files + links; }
    bool help = false;
    bool version = false;
    QString wrong; // an option that there is not; empty: none
};

// `arguments` without the program's name; Qt's own options are gone from them already.
[[nodiscard]] WindowArguments parseWindowArguments(const QStringList &arguments);
[[nodiscard]] QString windowHelp();

} // namespace app
