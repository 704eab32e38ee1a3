// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extraction/names.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

qint64 integer(const QJsonValue &value)
{
    return value.toInteger();
}

std::vector<Evidence> evidenceFrom(const QJsonValue &json)
{
    std::vector<Evidence> all;
    for (const QJsonValue &value : json.toArray()) {
        const QJsonArray box = value[u"box"].toArray();
        const QPointF topLeft(box.at(0).toDouble(), box.at(1).toDouble());
        const QPointF bottomRight(box.at(2).toDouble(), box.at(3).toDouble());
        Evidence evidence;
        evidence.place.page = value[u"page"].toInt(1);
        evidence.place.box = QRectF(topLeft, bottomRight);
        evidence.place.text = value[u"text"].toString();
        evidence.place.source = names::textSource(value[u"source"].toString()).value_or(TextSource::TextLayer);
        evidence.match = names::matchKind(value[u"match"].toString()).value_or(MatchKind::Fuzzy);
        all.push_back(evidence);
    }
    return all;
}

std::optional<QString> valueFrom(const QJsonValue &json)
{
    if (json.isBool())
        return json.toBool() ? u"true"_s : u"false"_s;
    return json.isString() ? std::optional(json.toString()) : std::nullopt;
}

ExtractedField fieldFrom(const QJsonValue &json)
{
    ExtractedField field;
    field.path = json[u"path"].toString();
    field.label = json[u"label"].toString();
    field.type = names::valueType(json[u"type"].toString()).value_or(ValueType::String);
    field.value = valueFrom(json[u"value"]);
    field.currency = json[u"currency"].toString();
    field.raw = json[u"raw"].toString();
    field.status = names::fieldStatus(json[u"status"].toString()).value_or(FieldStatus::Review);
    field.certainty = json[u"certainty"].toDouble();
    for (const QJsonValue &reason : json[u"because"].toArray()) {
        field.because.push_back({reason[u"part"].toString(), reason[u"kind"].toString(), reason[u"text"].toString(),
                                 reason[u"effect"].toDouble()});
    }
    field.evidence = evidenceFrom(json[u"evidence"]);
    for (const QJsonValue &candidate : json[u"candidates"].toArray())
        field.candidates.push_back(
            {valueFrom(candidate[u"value"]).value_or(QString()), evidenceFrom(candidate[u"evidence"])});
    return field;
}

ExtractedCell cellFrom(const QJsonValue &json)
{
    ExtractedCell cell;
    cell.value = valueFrom(json[u"value"]);
    cell.raw = json[u"raw"].toString();
    cell.status = names::fieldStatus(json[u"status"].toString())
                      .value_or(cell.value ? FieldStatus::Review : FieldStatus::Missing);
    cell.certainty = json[u"certainty"].toDouble();
    cell.evidence = evidenceFrom(json[u"evidence"]);
    return cell;
}

ExtractedTable tableFrom(const QJsonValue &json)
{
    ExtractedTable table;
    table.path = json[u"path"].toString();
    table.label = json[u"label"].toString();
    for (const QJsonValue &value : json[u"columns"].toArray()) {
        SchemaField column;
        column.name = column.path = value[u"name"].toString();
        column.title = value[u"label"].toString();
        column.type = names::valueType(value[u"type"].toString()).value_or(ValueType::String);
        table.columns.push_back(column);
    }
    for (const QJsonValue &value : json[u"rows"].toArray()) {
        ExtractedRow row;
        const QJsonObject cells = value[u"cells"].toObject();
        for (auto cell = cells.begin(); cell != cells.end(); ++cell)
            row.cells[cell.key()] = cellFrom(cell.value());
        table.rows.push_back(row);
    }
    return table;
}

void readDocument(Extraction &extraction, const QJsonValue &document)
{
    extraction.file = document[u"file"].toString();
    extraction.sha256 = document[u"sha256"].toString();
    extraction.pages = document[u"pages"].toInt();
    extraction.kind = names::documentKind(document[u"kind"].toString()).value_or(DocumentKind::Native);
    extraction.language = document[u"language"].toString();
}

void readRun(Extraction &extraction, const QJsonObject &json)
{
    const QJsonValue usage = json[u"usage"];
    const QJsonValue cost = usage[u"cost"];
    extraction.usage = {integer(usage[u"input_tokens"]), integer(usage[u"output_tokens"]),
                        cost[u"amount"].toString(u"0"_s), cost[u"currency"].toString(u"USD"_s),
                        cost[u"prices_as_of"].toString()};
    const QJsonValue timing = json[u"timing_ms"];
    extraction.timing = {integer(timing[u"open"]),   integer(timing[u"text"]),     integer(timing[u"ocr"]),
                         integer(timing[u"engine"]), integer(timing[u"evidence"]), integer(timing[u"total"])};
    for (const QJsonValue page : json[u"unread_pages"].toArray())
        extraction.unreadPages.push_back(page.toInt());
    extraction.warning = json[u"warning"].toString();
    if (const QJsonValue error = json[u"error"]; error.isObject()) {
        extraction.error = Error{names::errorCode(error[u"code"].toString()).value_or(ErrorCode::Internal),
                                 error[u"message"].toString()};
    }
}

} // namespace

Result<Extraction> extractionFromJson(const QJsonObject &json)
{
    const QString format = json[u"format"].toString();
    if (format != "lectern.extraction/1"_L1 && !format.startsWith("lectern.extraction/1."_L1))
        return fail(ErrorCode::InvalidInput,
                    u"format: lectern.extraction/1 is wanted, not '%1'"_s.arg(format.left(60)));

    Extraction extraction;
    readDocument(extraction, json[u"document"]);
    extraction.schemaId = json[u"schema"][u"id"].toString();
    extraction.schemaVersion = json[u"schema"][u"version"].toInt(1);
    extraction.engineId = json[u"engine"][u"id"].toString(u"local"_s);
    extraction.model = json[u"engine"][u"model"].toString();
    extraction.endpoint = json[u"engine"][u"endpoint"].toString();
    for (const QJsonValue &field : json[u"fields"].toArray())
        extraction.fields.push_back(fieldFrom(field));
    for (const QJsonValue &table : json[u"tables"].toArray())
        extraction.tables.push_back(tableFrom(table));
    for (const QJsonValue &check : json[u"checks"].toArray()) {
        extraction.checks.push_back({check[u"rule"].toString(), check[u"holds"].toBool(), check[u"left"].toString(),
                                     check[u"right"].toString()});
    }
    readRun(extraction, json);
    return extraction;
}

} // namespace core
