// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

namespace core {

class Database;

// The table `edits`: appended to, never changed (a trigger in the file sees to that too).
namespace editrows {

[[nodiscard]] Result<EditRow> append(Database &database, const Partition &partition, EditRow edit);
[[nodiscard]] Result<std::vector<EditRow>> list(Database &database, const Partition &partition, qint64 document);

} // namespace editrows
} // namespace core
