// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/extraction.h"

namespace core {

// "line_items[2].quantity" or "line_items[2]", found in an extraction. Null members: there is no such thing.
struct RowPlace {
    ExtractedTable *table = nullptr;
    qsizetype row = 0; // may be one past the last
    QString column; // empty: the whole row

    [[nodiscard]] ExtractedCell *cell() const; // null when the row or the column is not there
    [[nodiscard]] bool isRow() const; // the row is there
    [[nodiscard]] ValueType type() const; // of the column
};

[[nodiscard]] RowPlace findRow(Extraction &extraction, const QString &path);

} // namespace core
