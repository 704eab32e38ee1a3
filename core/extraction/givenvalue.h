// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/schema/schema.h"

#include <QJsonObject>

#include <vector>

namespace core {

// One value as an engine gave it, at its path ("total", "party[1]", "line_items[2].quantity").
struct GivenValue {
    QString path;
    const SchemaField *field = nullptr; // of the schema
    QString text; // empty: said to be missing
    QString currency; // when it came as {"amount", "currency"}
};

struct GivenTable {
    const SchemaTable *table = nullptr;
    std::vector<std::vector<GivenValue>> rows;
};

struct GivenValues {
    std::vector<GivenValue> fields; // every field of the schema, in its order
    std::vector<GivenTable> tables;
};

// Takes what the schema names out of values; what is of the wrong shape counts as missing, what is not named is left.
[[nodiscard]] GivenValues givenValues(const Schema &schema, const QJsonObject &values);

} // namespace core
