// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Where Lectern keeps its files: the XDG base directories (XDG Base Directory Specification 0.8), `lectern/` in each.
// The environment is read at every call, so that a run with its own XDG_*_HOME touches nothing else.
namespace core::paths {

[[nodiscard]] QString config(); // settings, provider profiles, connections
[[nodiscard]] QString data(); // the database, pasted pictures
[[nodiscard]] QString cache(); // what can be made again
[[nodiscard]] QString state(); // logs
[[nodiscard]] QString runtime(); // sockets and locks; falls back to cache()

// Every configuration folder, the user's first, then the system's (XDG_CONFIG_DIRS).
[[nodiscard]] QStringList configFolders();

} // namespace core::paths
