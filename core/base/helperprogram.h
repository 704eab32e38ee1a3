// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace core {

// A private program of Lectern's: what the environment variable names, or beside this program, or where packages put
// it, or in `folder` of a build tree. Empty when there is none. Needs no QCoreApplication.
[[nodiscard]] QString locateHelper(const QString &name, const char *variable, const QString &folder);

} // namespace core
