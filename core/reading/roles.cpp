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

} // namespace core
