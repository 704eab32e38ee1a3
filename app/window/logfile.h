// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

// From now on every message goes to standard error and to a file in the folder; over a megabyte it is put aside, and
// the three last are kept. A folder that can't be written to leaves standard error.
void startLog(const QString &folder);

} // namespace app
