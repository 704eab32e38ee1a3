// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/editpath.h"
#include "core/review/review.h"

// Edits of whole table rows.
namespace core {

void insertRow(const RowPlace &place, const Edit &edit);
void deleteRow(const RowPlace &place, const Edit &edit);

// A part of an extraction as JSON and back: a row, a field, or all values.
[[nodiscard]] QJsonObject stateOf(const ExtractedTable &table, const ExtractedRow &row);
[[nodiscard]] QJsonObject stateOf(const ExtractedField *field); // null: that there is no such field
[[nodiscard]] QJsonObject stateOf(const Extraction &extraction);
void restore(Extraction &extraction, const Edit &edit);

} // namespace core
