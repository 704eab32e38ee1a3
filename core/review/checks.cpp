// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/checks.h"

namespace core {
namespace {

CheckValues valuesOf(const Extraction &extraction)
{
    CheckValues values;
    for (const ExtractedField &field : extraction.fields) {
        if (field.value)
            values[field.path].push_back(*field.value);
    }
    for (const ExtractedTable &table : extraction.tables) {
        for (const ExtractedRow &row : table.rows) {
            for (const auto &[column, cell] : row.cells) {
                if (cell.value)
                    values[table.path + u'.' + column].push_back(*cell.value);
            }
        }
    }
    return values;
}

} // namespace

void updateChecks(Extraction &extraction, const Schema &schema)
{
    if (schema.checks.empty())
        return;
    const CheckValues values = valuesOf(extraction);
    extraction.checks.clear();
    for (const SchemaCheck &check : schema.checks) {
        if (auto outcome = evaluate(check, values))
            extraction.checks.push_back(*std::move(outcome));
    }
}

} // namespace core
