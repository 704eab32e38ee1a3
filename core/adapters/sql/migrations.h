// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

class QSqlDatabase;

namespace core {

struct MigrationOutcome {
    Result<> result;
    bool newer = false; // the file was written by a later version of the program
    bool broken = false; // the file is no sound database
};

// Brings the database to the version of the last NNNN_*.sql in the folder. Several processes may try at once.
[[nodiscard]] MigrationOutcome migrate(QSqlDatabase &database, const QString &folder);

} // namespace core
