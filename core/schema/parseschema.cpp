// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/lexicon.h"
#include "core/schema/typehint.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

constexpr int maxDepth = 12;
constexpr size_t maxFields = 2000;
constexpr qsizetype maxBytes = 4 * 1024 * 1024;

class Reader
{
public:
    Reader(const QJsonObject &root, const QByteArray &text)
        : m_root(root)
        , m_text(text)
    {
    }

    Result<Schema> read();

private:
    using Done = Result<void>;

    Done readProperties(const QJsonObject &node, const QString &prefix, int depth);
    Done readProperty(const QString &name, const QJsonObject &declared, const QString &prefix, int depth);
    Done readTable(const QJsonObject &node, const QJsonObject &items, const QString &path, int depth);
    Result<SchemaField> readField(const QString &name, const QString &path, const QJsonObject &node) const;
    Done readExtras();
    QJsonObject resolved(const QJsonObject &node, int depth = 0) const;
    QJsonObject referenced(const QString &reference) const;
    void putInWrittenOrder(std::vector<SchemaField> &fields, const QString &within) const;

    const QJsonObject m_root;
    const QByteArray m_text;
    Schema m_schema;
};

QString typeOf(const QJsonObject &node)
{
    const QJsonValue type = node.value("type"_L1);
    if (type.isString())
        return type.toString();
    for (const QJsonValue &each : type.toArray()) {
        if (each.toString() != u"null")
            return each.toString();
    }
    if (node.contains("properties"_L1))
        return u"object"_s;
    return node.contains("items"_L1) ? u"array"_s : u"string"_s;
}

QStringList strings(const QJsonValue &value)
{
    QStringList result;
    for (const QJsonValue &each : value.toArray()) {
        if (each.isString())
            result << each.toString();
    }
    return result;
}

// {"en": ["Total"], ...}, or a plain list for any language.
QHash<QString, QStringList> labelsOf(const QJsonValue &value)
{
    QHash<QString, QStringList> result;
    if (value.isArray())
        result.insert(u"en"_s, strings(value));
    const QJsonObject byLanguage = value.toObject();
    for (auto it = byLanguage.begin(); it != byLanguage.end(); ++it)
        result.insert(it.key(), strings(it.value()));
    return result;
}

// {"de": "Summe"}
QHash<QString, QString> titlesOf(const QJsonObject &node)
{
    QHash<QString, QString> result;
    const QJsonObject byLanguage = node.value("x-lectern"_L1).toObject().value("titles"_L1).toObject();
    for (auto it = byLanguage.begin(); it != byLanguage.end(); ++it) {
        if (!it.value().toString().isEmpty())
            result.insert(it.key(), it.value().toString());
    }
    return result;
}

QJsonObject Reader::referenced(const QString &reference) const
{
    if (!reference.startsWith(u"#/"))
        return {};
    QJsonValue at = m_root;
    for (QString part : reference.mid(2).split(u'/')) {
        part.replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s);
        at = at.toObject().value(part);
    }
    return at.toObject();
}

// Follows $ref, and takes the first alternative that is not null of anyOf and oneOf.
QJsonObject Reader::resolved(const QJsonObject &node, int depth) const
{
    if (depth > maxDepth)
        return {};
    QJsonObject found;
    if (node.contains("$ref"_L1))
        found = resolved(referenced(node.value("$ref"_L1).toString()), depth + 1);
    for (const auto key : {"anyOf"_L1, "oneOf"_L1, "allOf"_L1}) {
        for (const QJsonValue &each : node.value(key).toArray()) {
            if (found.isEmpty() && each.toObject().value("type"_L1) != u"null"_s)
                found = resolved(each.toObject(), depth + 1);
        }
    }
    for (auto it = node.begin(); it != node.end(); ++it)
        found.insert(it.key(), it.value());
    return found;
}

Result<SchemaField> Reader::readField(const QString &name, const QString &path, const QJsonObject &node) const
{
    SchemaField field;
    field.path = path;
    field.name = name;
    field.title = node.value("title"_L1).toString();
    if (field.title.isEmpty()) {
        field.title = inWords(name);
        field.title.replace(0, 1, field.title.left(1).toUpper());
    }
    field.titles = titlesOf(node);
    field.description = node.value("description"_L1).toString();
    field.choices = strings(node.value("enum"_L1));
    field.type = guessType(typeOf(node), node.value("format"_L1).toString(), field);
    const QJsonObject own = node.value("x-lectern"_L1).toObject();
    if (own.contains("type"_L1)) {
        const auto type = typeNamed(own.value("type"_L1).toString());
        if (!type)
            return fail(ErrorCode::InvalidInput, u"%1: unknown x-lectern type"_s.arg(path));
        field.type = *type;
    }
    field.labels = labelsOf(own.value("labels"_L1));
    field.role = own.value("role"_L1).toString();
    if (own.contains("threshold"_L1)) {
        const double threshold = own.value("threshold"_L1).toDouble(-1);
        if (threshold < 0 || threshold > 1)
            return fail(ErrorCode::InvalidInput, u"%1: threshold is not between 0 and 1"_s.arg(path));
        field.threshold = threshold;
    }
    return field;
}

Reader::Done Reader::readTable(const QJsonObject &node, const QJsonObject &items, const QString &path, int depth)
{
    SchemaTable table;
    table.path = path;
    table.title = node.value("title"_L1).toString(inWords(path.section(u'.', -1)));
    table.titles = titlesOf(node);
    table.description = node.value("description"_L1).toString();
    const QJsonObject properties = items.value("properties"_L1).toObject();
    for (auto it = properties.begin(); it != properties.end(); ++it) {
        const auto column = readField(it.key(), it.key(), resolved(it.value().toObject(), depth));
        if (!column)
            return tl::unexpected(Error{column.error().code, path + u'.' + column.error().detail});
        table.columns.push_back(*column);
    }
    m_schema.tables.push_back(std::move(table));
    return {};
}

Reader::Done Reader::readProperty(const QString &name, const QJsonObject &declared, const QString &prefix, int depth)
{
    const QJsonObject node = resolved(declared);
    const QString path = prefix + name;
    const QString type = typeOf(node);
    if (type == u"object")
        return readProperties(node, path + u'.', depth + 1);
    QJsonObject one = node;
    if (type == u"array") {
        const QJsonObject items = resolved(node.value("items"_L1).toObject());
        if (typeOf(items) == u"object")
            return readTable(node, items, path, depth + 1);
        for (const auto key : {"title"_L1, "description"_L1, "x-lectern"_L1}) {
            if (node.contains(key))
                one.insert(key, node.value(key));
        }
        for (const auto key : {"type"_L1, "format"_L1, "enum"_L1}) {
            if (items.contains(key))
                one.insert(key, items.value(key));
        }
        if (!items.contains("type"_L1))
            one.remove("type"_L1);
    }
    auto field = readField(name, path, one);
    if (!field)
        return tl::unexpected(field.error());
    field->list = type == u"array";
    m_schema.fields.push_back(*std::move(field));
    return {};
}

Reader::Done Reader::readProperties(const QJsonObject &node, const QString &prefix, int depth)
{
    if (depth > maxDepth)
        return fail(ErrorCode::InvalidInput, u"%1: nested too deep"_s.arg(prefix));
    const QJsonValue properties = node.value("properties"_L1);
    if (!properties.isObject())
        return fail(ErrorCode::InvalidInput, u"%1properties is missing or not an object"_s.arg(prefix));
    const QStringList required = strings(node.value("required"_L1));
    const QJsonObject each = properties.toObject();
    for (auto it = each.begin(); it != each.end(); ++it) {
        if (!it.value().isObject())
            return fail(ErrorCode::InvalidInput, u"%1%2 is not an object"_s.arg(prefix, it.key()));
        if (m_schema.fields.size() > maxFields)
            return fail(ErrorCode::InvalidInput, u"too many fields"_s);
        const auto before = m_schema.fields.size();
        if (auto done = readProperty(it.key(), it.value().toObject(), prefix, depth); !done)
            return done;
        if (m_schema.fields.size() == before + 1)
            m_schema.fields.back().required = required.contains(it.key());
    }
    return {};
}

// QJsonObject sorts its keys, but people mean the order they wrote.
void Reader::putInWrittenOrder(std::vector<SchemaField> &fields, const QString &within) const
{
    QHash<QString, std::vector<qsizetype>> ranks;
    for (const SchemaField &field : fields) {
        std::vector<qsizetype> rank;
        qsizetype from = 0;
        for (const QString &part : (within + field.path).split(u'.')) {
            const QByteArray key = '"' + part.toUtf8() + '"';
            qsizetype at = m_text.indexOf(key, from);
            while (at >= 0 && !m_text.mid(at + key.size(), 20).trimmed().startsWith(':'))
                at = m_text.indexOf(key, at + 1);
            rank.push_back(at < 0 ? m_text.size() : at);
            from = at < 0 ? from : at;
        }
        ranks.insert(field.path, rank);
    }
    std::stable_sort(fields.begin(), fields.end(), [&](const SchemaField &a, const SchemaField &b) {
        return ranks.value(a.path) < ranks.value(b.path);
    });
}

Reader::Done Reader::readExtras()
{
    const QJsonObject own = m_root.value("x-lectern"_L1).toObject();
    const QString format = own.value("format"_L1).toString(m_root.value("format"_L1).toString());
    if (!format.isEmpty() && format != u"lectern.schema/1")
        return fail(ErrorCode::InvalidInput, u"format: %1 is not lectern.schema/1"_s.arg(format.left(40)));
    m_schema.version = own.value("version"_L1).toInt(1);
    m_schema.detect = strings(own.value("detect"_L1));
    for (const QString &rule : strings(own.value("checks"_L1)))
        m_schema.checks.push_back({rule});
    putInWrittenOrder(m_schema.fields, {});
    for (SchemaTable &table : m_schema.tables)
        putInWrittenOrder(table.columns, table.path + u'.');
    return {};
}

Result<Schema> Reader::read()
{
    m_schema.source = m_root;
    m_schema.id = m_root.value("$id"_L1).toString().section(u'/', -1);
    if (m_schema.id.endsWith(u".json"))
        m_schema.id.chop(5);
    m_schema.title = m_root.value("title"_L1).toString();
    m_schema.titles = titlesOf(m_root);
    m_schema.description = m_root.value("description"_L1).toString();
    if (m_schema.id.isEmpty())
        m_schema.id = inWords(m_schema.title).replace(u' ', u'_');
    if (auto done = readProperties(resolved(m_root), {}, 0); !done)
        return tl::unexpected(done.error());
    if (auto done = readExtras(); !done)
        return tl::unexpected(done.error());
    return m_schema;
}

} // namespace

Result<Schema> parseDeclared(const QByteArray &json)
{
    if (json.size() > maxBytes)
        return fail(ErrorCode::InvalidInput, u"a schema of over 4 MiB"_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(ErrorCode::InvalidInput, u"byte %1: %2"_s.arg(error.offset).arg(error.errorString()));
    if (!document.isObject())
        return fail(ErrorCode::InvalidInput, u"not a JSON object"_s);
    QJsonObject root = document.object();
    if (!root.contains("properties"_L1) && root.value("schema_definition"_L1).isObject())
        root = root.value("schema_definition"_L1).toObject();
    return Reader(root, json).read();
}

Result<Schema> parseSchema(const QByteArray &json)
{
    auto schema = parseDeclared(json);
    if (schema)
        borrowFromShipped(*schema);
    return schema;
}

} // namespace core
