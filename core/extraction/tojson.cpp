// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extraction/names.h"

#include <QJsonArray>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

double rounded(double value, double steps)
{
    return std::isfinite(value) ? std::round(value * steps) / steps : 0;
}

QJsonArray boxJson(const QRectF &box)
{
    return {rounded(box.left(), 100), rounded(box.top(), 100), rounded(box.right(), 100), rounded(box.bottom(), 100)};
}

QJsonArray evidenceJson(const std::vector<Evidence> &all)
{
    QJsonArray array;
    for (const Evidence &evidence : all) {
        array += QJsonObject{{u"page"_s, evidence.place.page},
                             {u"box"_s, boxJson(evidence.place.box)},
                             {u"text"_s, evidence.place.text},
                             {u"source"_s, names::of(evidence.place.source)},
                             {u"match"_s, names::of(evidence.match)}};
    }
    return array;
}

QJsonValue valueJson(const std::optional<QString> &value, ValueType type)
{
    if (!value)
        return {};
    return type == ValueType::Boolean ? QJsonValue(*value == "true"_L1) : QJsonValue(*value);
}

QJsonObject reasonJson(const Reason &reason)
{
    QJsonObject json{{u"part"_s, reason.part}, {u"effect"_s, rounded(reason.effect, 1000)}};
    if (!reason.kind.isEmpty())
        json[u"kind"] = reason.kind;
    if (!reason.text.isEmpty())
        json[u"text"] = reason.text;
    return json;
}

QJsonObject fieldJson(const ExtractedField &field)
{
    QJsonArray because;
    for (const Reason &reason : field.because)
        because += reasonJson(reason);
    QJsonArray candidates;
    for (const Candidate &candidate : field.candidates) {
        candidates += QJsonObject{{u"value"_s, valueJson(candidate.value, field.type)},
                                  {u"evidence"_s, evidenceJson(candidate.evidence)}};
    }
    QJsonObject json{{u"path"_s, field.path},
                     {u"label"_s, field.label},
                     {u"type"_s, names::of(field.type)},
                     {u"value"_s, valueJson(field.value, field.type)},
                     {u"raw"_s, orNull(field.raw)},
                     {u"status"_s, toString(field.status)},
                     {u"certainty"_s, rounded(field.certainty, 1000)},
                     {u"because"_s, because},
                     {u"evidence"_s, evidenceJson(field.evidence)},
                     {u"candidates"_s, candidates}};
    if (field.type == ValueType::Money)
        json[u"currency"] = orNull(field.currency);
    return json;
}

QJsonObject cellJson(const ExtractedCell &cell, ValueType type)
{
    return {{u"value"_s, valueJson(cell.value, type)},
            {u"raw"_s, orNull(cell.raw)},
            {u"status"_s, toString(cell.status)},
            {u"certainty"_s, rounded(cell.certainty, 1000)},
            {u"evidence"_s, evidenceJson(cell.evidence)}};
}

QJsonObject tableJson(const ExtractedTable &table)
{
    QJsonArray columns;
    for (const SchemaField &column : table.columns) {
        columns +=
            QJsonObject{{u"name"_s, column.name}, {u"label"_s, column.title}, {u"type"_s, names::of(column.type)}};
    }
    QJsonArray rows;
    for (const ExtractedRow &row : table.rows) {
        QJsonObject cells;
        for (const SchemaField &column : table.columns) {
            if (const auto cell = row.cells.find(column.name); cell != row.cells.end())
                cells[column.name] = cellJson(cell->second, column.type);
        }
        rows += QJsonObject{{u"cells"_s, cells}};
    }
    return {{u"path"_s, table.path}, {u"label"_s, table.label}, {u"columns"_s, columns}, {u"rows"_s, rows}};
}

QJsonObject usageJson(const Usage &usage)
{
    return {{u"input_tokens"_s, usage.inputTokens},
            {u"output_tokens"_s, usage.outputTokens},
            {u"cost"_s,
             QJsonObject{{u"amount"_s, usage.cost},
                         {u"currency"_s, usage.currency},
                         {u"prices_as_of"_s, orNull(usage.pricesAsOf)}}}};
}

QJsonObject timingJson(const Timing &timing)
{
    return {{u"open"_s, timing.open},     {u"text"_s, timing.text},         {u"ocr"_s, timing.ocr},
            {u"engine"_s, timing.engine}, {u"evidence"_s, timing.evidence}, {u"total"_s, timing.total}};
}

QJsonArray checksJson(const std::vector<CheckOutcome> &checks)
{
    QJsonArray array;
    for (const CheckOutcome &check : checks) {
        array += QJsonObject{
            {u"rule"_s, check.rule}, {u"holds"_s, check.holds}, {u"left"_s, check.left}, {u"right"_s, check.right}};
    }
    return array;
}

} // namespace

QJsonObject toJson(const Extraction &extraction)
{
    QJsonArray fields;
    for (const ExtractedField &field : extraction.fields)
        fields += fieldJson(field);
    QJsonArray tables;
    for (const ExtractedTable &table : extraction.tables)
        tables += tableJson(table);
    QJsonValue error;
    if (extraction.error) {
        const QString code = toString(extraction.error->code);
        const QString detail = extraction.error->detail;
        error = QJsonObject{{u"code"_s, code},
                            {u"message"_s, detail.isEmpty() ? QString(code).replace(u'_', u' ') : detail}};
    }
    QJsonArray unread;
    for (const int page : extraction.unreadPages)
        unread.append(page);
    const bool opened = extraction.pages > 0;
    return {
        {u"format"_s, u"lectern.extraction/1"_s},
        {u"document"_s,
         QJsonObject{{u"file"_s, extraction.file},
                     {u"sha256"_s, orNull(extraction.sha256)},
                     {u"pages"_s, extraction.pages},
                     {u"kind"_s, opened ? QJsonValue(names::of(extraction.kind)) : QJsonValue()},
                     {u"language"_s, orNull(extraction.language)}}},
        {u"schema"_s, QJsonObject{{u"id"_s, orNull(extraction.schemaId)}, {u"version"_s, extraction.schemaVersion}}},
        {u"engine"_s,
         QJsonObject{{u"id"_s, extraction.engineId},
                     {u"model"_s, orNull(extraction.model)},
                     {u"endpoint"_s, orNull(extraction.endpoint)}}},
        {u"fields"_s, fields},
        {u"tables"_s, tables},
        {u"checks"_s, checksJson(extraction.checks)},
        {u"usage"_s, usageJson(extraction.usage)},
        {u"timing_ms"_s, timingJson(extraction.timing)},
        {u"unread_pages"_s, unread},
        {u"warning"_s, orNull(extraction.warning)},
        {u"error"_s, error}};
}

} // namespace core
