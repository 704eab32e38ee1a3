// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/extraction.h"

#include <QStringList>

namespace ui {

// "line_items[2].quantity"
[[nodiscard]] QString cellPath(const QString &table, int row, const QString &column);

// The paths of every value in doubt: the fields in the order given, then the tables row by row.
[[nodiscard]] QStringList doubtfulPaths(const core::Extraction &extraction, const QStringList &fieldOrder);

// The one after `from`, from the top again at the end; empty when there is none but `from` itself. `from` need not be
// in doubt. With step -1 the one before.
[[nodiscard]] QString nextDoubt(const core::Extraction &extraction, const QStringList &fieldOrder, const QString &from,
                                int step = 1);

} // namespace ui
