// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/extraction.h"

namespace core {

// A value that waits for a person. What is missing does not: nothing is claimed there.
[[nodiscard]] constexpr bool isDoubt(FieldStatus status)
{
    return status == FieldStatus::Review || status == FieldStatus::Ambiguous || status == FieldStatus::NotOnPage;
}

[[nodiscard]] inline int countDoubts(const Extraction &extraction)
{
    int count = 0;
    for (const ExtractedField &field : extraction.fields)
        count += isDoubt(field.status) ? 1 : 0;
    for (const ExtractedTable &table : extraction.tables) {
        for (const ExtractedRow &row : table.rows) {
            for (const auto &[name, cell] : row.cells)
                count += isDoubt(cell.status) ? 1 : 0;
        }
    }
    return count;
}

} // namespace core
