// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engines/connection.h"

#include <QStringList>

#include <vector>

namespace app {

// Every `connections.d/*.json` of the configuration folders, the user's first; of two with one id the first counts.
// A client certificate is found beside the file. problems gets a line for each file that could not be used.
[[nodiscard]] std::vector<core::Connection> loadConnections(QStringList *problems = nullptr);

} // namespace app
