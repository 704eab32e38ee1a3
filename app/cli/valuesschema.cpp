// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/valuesschema.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

constexpr int deepest = 16;

QJsonObject schemaFor(const QJsonValue &value, int depth)
{
    if (value.isDouble())
        return {{u"type"_s, u"number"_s}};
    if (value.isBool())
        return {{u"type"_s, u"boolean"_s}};
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        return {{u"type"_s, u"array"_s},
                {u"items"_s,
                 items.isEmpty() || depth >= deepest ? QJsonObject{{u"type"_s, u"string"_s}}
                                                     : schemaFor(items[0], depth + 1)}};
    }
    if (value.isObject() && depth < deepest) {
        QJsonObject properties;
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            properties[member.key()] = schemaFor(member.value(), depth + 1);
        return {{u"type"_s, u"object"_s}, {u"properties"_s, properties}};
    }
    if (QDate::fromString(value.toString(), Qt::ISODate).isValid())
        return {{u"type"_s, u"string"_s}, {u"format"_s, u"date"_s}};
    // "4934.95" may be printed as "4,934.95"; "4711" may be anything, and is looked for as it is.
    static const QRegularExpression decimal(u"^-?\\d+\\.\\d+$"_s);
    if (decimal.match(value.toString()).hasMatch())
        return {{u"type"_s, u"number"_s}};
    return {{u"type"_s, u"string"_s}};
}

} // namespace

core::Result<core::Schema> schemaOf(const QJsonObject &values)
{
    QJsonObject schema = schemaFor(values, 0);
    schema[u"$id"] = u"values"_s;
    return core::parseSchema(QJsonDocument(schema).toJson());
}

} // namespace app
