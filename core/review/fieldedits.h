// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"

// Edits of single values: fields and table cells.
namespace core {

// `text` as a value of that type; when it can't be one, as it is with white space folded.
struct TypedValue {
    NormalValue value;
    bool fits = true;
};
[[nodiscard]] TypedValue typedValue(const QString &text, ValueType type, const QString &language);

void setField(ExtractedField &field, const Edit &edit, const QString &language);
void acceptField(ExtractedField &field);
void rejectField(ExtractedField &field);

void setCell(ExtractedCell &cell, const Edit &edit, ValueType type, const QString &language);
void acceptCell(ExtractedCell &cell);
void rejectCell(ExtractedCell &cell);

} // namespace core
