// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extraction/givenvalue.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qsizetype longestText = 20'000; // an answer with more than that in one value is not a value
constexpr qsizetype mostItems = 5'000;

QJsonValue at(const QJsonObject &object, const QString &path)
{
    if (object.contains(path))
        return object[path];
    QJsonValue value = object;
    for (const QString &part : path.split(u'.'))
        value = value.toObject()[part];
    return value;
}

QString numberText(double number)
{
    if (!std::isfinite(number) || std::abs(number) >= 1e18)
        return {};
    QString text = QString::number(number, 'f', 10); // shortest without an exponent
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text == "-0"_L1 ? u"0"_s : text;
}

QString textOf(const QJsonValue &value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble())
        return numberText(value.toDouble());
    const QString text = value.toString();
    return text.size() > longestText ? QString() : text.trimmed();
}

GivenValue given(const QString &path, const SchemaField &field, const QJsonValue &value)
{
    GivenValue result{path, &field, textOf(value), {}};
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        result.text = textOf(object.contains(u"amount") ? object[u"amount"] : object[u"value"]);
        result.currency = object[u"currency"].toString().left(3).toUpper();
    }
    return result;
}

void addList(std::vector<GivenValue> &all, const SchemaField &field, const QJsonValue &value)
{
    const QJsonArray items = value.isArray() ? value.toArray() : QJsonArray{value};
    qsizetype count = 0;
    for (const QJsonValue &item : items) {
        GivenValue one = given(u"%1[%2]"_s.arg(field.path).arg(count), field, item);
        if (one.text.isEmpty() || count >= mostItems)
            continue;
        all.push_back(std::move(one));
        ++count;
    }
    if (count == 0)
        all.push_back({field.path + "[0]"_L1, &field, {}, {}});
}

GivenTable givenTable(const SchemaTable &table, const QJsonValue &value)
{
    GivenTable result{&table, {}};
    const QJsonArray rows = value.toArray();
    for (qsizetype i = 0; i < std::min<qsizetype>(rows.size(), mostItems); ++i) {
        const QJsonObject object = rows[i].toObject();
        std::vector<GivenValue> row;
        bool any = false;
        for (const SchemaField &column : table.columns) {
            row.push_back(
                given(u"%1[%2].%3"_s.arg(table.path).arg(i).arg(column.name), column, at(object, column.name)));
            any = any || !row.back().text.isEmpty();
        }
        if (any)
            result.rows.push_back(std::move(row));
    }
    return result;
}

} // namespace

GivenValues givenValues(const Schema &schema, const QJsonObject &values)
{
    GivenValues result;
    for (const SchemaField &field : schema.fields) {
        const QJsonValue value = at(values, field.path);
        if (field.list)
            addList(result.fields, field, value);
        else
            result.fields.push_back(given(field.path, field, value));
    }
    for (const SchemaTable &table : schema.tables)
        result.tables.push_back(givenTable(table, at(values, table.path)));
    return result;
}

} // namespace core
