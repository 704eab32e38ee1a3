// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engines/responseschema.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

QString jsonType(const SchemaField &field)
{
    switch (field.type) {
    case ValueType::Number:
    case ValueType::Money:
        return u"number"_s;
    case ValueType::Boolean:
        return u"boolean"_s;
    default:
        return u"string"_s;
    }
}

QString instructionFor(ValueType type)
{
    switch (type) {
    case ValueType::Date:
        return u"ISO 8601 (YYYY-MM-DD)."_s;
    case ValueType::Currency:
        return u"ISO 4217 code."_s;
    case ValueType::Money:
        return u"The amount only, without a currency."_s;
    default:
        return {};
    }
}

QString described(const QString &title, const QString &description, const QString &more)
{
    QStringList sentences{title, description, more};
    sentences.removeAll(QString());
    for (QString &sentence : sentences) {
        if (!sentence.endsWith(u'.'))
            sentence += u'.';
    }
    return sentences.join(u' ');
}

QJsonObject plainValue(const SchemaField &field, bool nullable)
{
    const QString type = jsonType(field);
    QJsonObject json{{u"type"_s, nullable ? QJsonValue(QJsonArray{type, u"null"_s}) : QJsonValue(type)}};
    if (field.type == ValueType::Date)
        json[u"format"] = u"date"_s;
    if (!field.choices.isEmpty() && type == "string"_L1) {
        QJsonArray choices = QJsonArray::fromStringList(field.choices);
        if (nullable)
            choices += QJsonValue();
        json[u"enum"] = choices;
    }
    return json;
}

QJsonObject valueOf(const SchemaField &field)
{
    QJsonObject json = field.list ? QJsonObject{{u"type"_s, u"array"_s}, {u"items"_s, plainValue(field, false)}}
                                  : plainValue(field, true);
    json[u"title"] = field.title;
    json[u"description"] = described({}, field.description, instructionFor(field.type));
    return json;
}

// An object whose members come in the order in which they were added.
struct ObjectBuilder {
    QJsonObject properties;
    QJsonArray names;

    void add(const QString &name, const QJsonObject &value)
    {
        if (!properties.contains(name))
            names += name;
        properties[name] = value;
    }
    [[nodiscard]] QJsonObject build() const
    {
        return {{u"type"_s, u"object"_s},
                {u"properties"_s, properties},
                {u"required"_s, names},
                {u"propertyOrdering"_s, names},
                {u"additionalProperties"_s, false}};
    }
};

// Puts value at a path such as "seller.name" into nested objects.
QJsonObject withValueAt(QJsonObject object, const QStringList &path, const QJsonObject &value)
{
    ObjectBuilder builder{object[u"properties"].toObject(), object[u"propertyOrdering"].toArray()};
    if (path.size() == 1)
        builder.add(path.front(), value);
    else
        builder.add(path.front(), withValueAt(builder.properties[path.front()].toObject(), path.sliced(1), value));
    return builder.build();
}

QJsonObject tableOf(const SchemaTable &table)
{
    ObjectBuilder row;
    for (const SchemaField &column : table.columns)
        row.add(column.name, valueOf(column));
    return {{u"type"_s, u"array"_s},
            {u"title"_s, table.title},
            {u"description"_s, described({}, table.description, u"One item for each row, in printed order"_s)},
            {u"items"_s, row.build()}};
}

} // namespace

QJsonObject responseSchema(const Schema &schema)
{
    QJsonObject root = ObjectBuilder().build();
    for (const SchemaField &field : schema.fields)
        root = withValueAt(root, field.path.split(u'.'), valueOf(field));
    for (const SchemaTable &table : schema.tables)
        root = withValueAt(root, table.path.split(u'.'), tableOf(table));
    if (!schema.title.isEmpty())
        root[u"title"] = schema.title;
    return root;
}

} // namespace core
