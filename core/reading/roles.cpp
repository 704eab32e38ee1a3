// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/rules.h"

#include <algorithm>

namespace core {

const SchemaField *fieldOfRole(const Schema &schema, const QString &role)
{
    const auto found = std::find_if(schema.fields.begin(), schema.fields.end(),
                                    [&](const SchemaField &field) { return field.role == role; });
    return found == schema.fields.end() ? nullptr : &*found;
}

std::vector<const LabelHit *> labelsOfRole(const ReadingInput &input, const QString &role)
{
    std::vector<const LabelHit *> result;
    for (const LabelHit &hit : input.labels.hits()) {
        for (const int index : hit.fields) {
            if (input.schema.fields[static_cast<size_t>(index)].role == role)
                result.push_back(&hit);
        }
    }
    return result;
}

const SchemaTable *tableWithRole(const Schema &schema, const QString &role)
{
    for (const SchemaTable &table : schema.tables) {
        if (!columnOfRole(table, role).isEmpty())
            return &table;
    }
    return nullptr;
}

QString columnOfRole(const SchemaTable &table, const QString &role)
{
    for (const SchemaField &column : table.columns) {
        if (column.role == role)
            return column.path;
    }
    return {};
}

} // namespace core
