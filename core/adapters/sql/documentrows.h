// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

namespace core {

class Database;

// The table `documents`. Every statement names the partition; a removed document is not there any more.
namespace documentrows {

[[nodiscard]] Result<std::vector<DocumentRow>> list(Database &database, const Partition &partition);
[[nodiscard]] Result<DocumentRow> read(Database &database, const Partition &partition, qint64 id);
[[nodiscard]] Result<bool> isElsewhere(Database &database, const Partition &partition, qint64 id);
[[nodiscard]] Result<DocumentRow> add(Database &database, const Partition &partition, DocumentRow row);
// An empty `extraction` leaves the one that is there: rows of a list come without it.
[[nodiscard]] Result<> update(Database &database, const Partition &partition, const DocumentRow &row);
[[nodiscard]] Result<> remove(Database &database, const Partition &partition, qint64 id);

} // namespace documentrows
} // namespace core
