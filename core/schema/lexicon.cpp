// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/lexicon.h"

#include "core/schema/typehint.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

struct ShippedText {
    const char *name;
    const char *json;
};

constexpr ShippedText shippedTexts[] = {
#include "shippedschemas.inc"
};

const std::vector<Schema> &shippedSchemas()
{
    static const std::vector<Schema> schemas = [] {
        std::vector<Schema> result;
        for (const ShippedText &text : shippedTexts) {
            if (auto schema = parseDeclared(QByteArray(text.json)))
                result.push_back(*std::move(schema));
        }
        return result;
    }();
    return schemas;
}

bool sameName(const SchemaField &plain, const SchemaField &shipped)
{
    return inWords(plain.name) == inWords(shipped.name);
}

bool sameTitle(const SchemaField &plain, const SchemaField &shipped)
{
    const QString title = plain.title.toLower();
    return title == shipped.title.toLower() || shipped.labels.value(u"en"_s).contains(title, Qt::CaseInsensitive);
}

bool kindsAgree(const SchemaField &plain, const SchemaField &shipped)
{
    const auto numeric = [](ValueType type) { return type == ValueType::Money || type == ValueType::Number; };
    return plain.type == shipped.type || (numeric(plain.type) && numeric(shipped.type))
        || (plain.type == ValueType::String && !numeric(shipped.type) && shipped.type != ValueType::Date);
}

const SchemaField *likest(const SchemaField &plain, const std::vector<SchemaField> &shipped)
{
    for (const auto &agrees : {sameName, sameTitle}) {
        for (const SchemaField &field : shipped) {
            if (agrees(plain, field) && kindsAgree(plain, field))
                return &field;
        }
    }
    return nullptr;
}

void borrow(SchemaField &field, const SchemaField &from)
{
    for (auto it = from.labels.begin(); it != from.labels.end(); ++it)
        field.labels[it.key()] += it.value();
    field.role = from.role;
    if (field.choices.isEmpty())
        field.type = from.type;
    if (!field.threshold)
        field.threshold = from.threshold;
}

// Fields that had nothing of their own and found their like.
int borrowFields(std::vector<SchemaField> &fields, const std::vector<SchemaField> &shipped)
{
    int count = 0;
    for (SchemaField &field : fields) {
        const SchemaField *like = field.role.isEmpty() ? likest(field, shipped) : nullptr;
        if (like) {
            borrow(field, *like);
            ++count;
        }
    }
    return count;
}

bool hasPathsOf(const Schema &schema, const QString &rule)
{
    static const QRegularExpression path(u"[A-Za-z_][\\w.]*(?!\\w*\\()"_s);
    for (auto it = path.globalMatch(rule); it.hasNext();) {
        const QString name = it.next().captured();
        if (name != u"sum" && name != u"round" && !schema.field(name))
            return false;
    }
    return true;
}

} // namespace

void borrowFromShipped(Schema &schema)
{
    std::vector<const Schema *> order;
    for (const Schema &shipped : shippedSchemas())
        order.push_back(&shipped);
    const auto overlap = [&](const Schema *shipped) {
        return std::count_if(schema.fields.begin(), schema.fields.end(), [&](const SchemaField &field) {
            return std::any_of(shipped->fields.begin(), shipped->fields.end(),
                               [&](const SchemaField &other) { return sameName(field, other); });
        });
    };
    std::stable_sort(order.begin(), order.end(), [&](auto *a, auto *b) { return overlap(a) > overlap(b); });
    for (const Schema *shipped : order) {
        const int borrowed = borrowFields(schema.fields, shipped->fields);
        for (SchemaTable &table : schema.tables) {
            for (const SchemaTable &other : shipped->tables)
                borrowFields(table.columns, other.columns);
        }
        if (borrowed == 0 || borrowed * 2 < static_cast<int>(schema.fields.size()) || !schema.checks.empty())
            continue;
        if (schema.detect.isEmpty())
            schema.detect = shipped->detect;
        std::copy_if(shipped->checks.begin(), shipped->checks.end(), std::back_inserter(schema.checks),
                     [&](const SchemaCheck &check) { return hasPathsOf(schema, check.rule); });
    }
}

QStringList shippedSchemaNames()
{
    QStringList names;
    for (const ShippedText &text : shippedTexts)
        names << QString::fromLatin1(text.name);
    return names;
}

} // namespace core
