// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/extraction/extraction.h"

#include <QJsonDocument>

// An invoice as an engine may have read it: something of every state, a table with a doubtful cell, a check that fails.
namespace reviewdocument {

[[nodiscard]] inline core::Schema schema()
{
    using namespace Qt::Literals::StringLiterals;
    core::Schema schema;
    schema.id = u"invoice"_s;
    schema.title = u"Invoice"_s;
    const auto field = [](const QString &name, const QString &title, core::ValueType type) {
        core::SchemaField made;
        made.path = name;
        made.name = name;
        made.title = title;
        made.type = type;
        return made;
    };
    schema.fields = {field(u"number"_s, u"Invoice number"_s, core::ValueType::String),
                     field(u"date"_s, u"Date"_s, core::ValueType::Date),
                     field(u"total"_s, u"Total"_s, core::ValueType::Money),
                     field(u"note"_s, u"Note"_s, core::ValueType::String)};
    core::SchemaTable items;
    items.path = u"items"_s;
    items.title = u"Items"_s;
    items.columns = {field(u"text"_s, u"Description"_s, core::ValueType::String),
                     field(u"amount"_s, u"Amount"_s, core::ValueType::Number)};
    schema.tables = {items};
    schema.checks = {{u"sum(items.amount) = total"_s}};
    return schema;
}

[[nodiscard]] inline core::Evidence at(const QRectF &box, const QString &text)
{
    core::Evidence evidence;
    evidence.place = {1, box, text, core::TextSource::TextLayer};
    return evidence;
}

[[nodiscard]] inline core::Extraction extraction()
{
    using namespace Qt::Literals::StringLiterals;
    const core::Schema known = schema();
    core::Extraction made;
    made.file = u"/invoice.pdf"_s;
    made.pages = 1;
    made.schemaId = known.id;
    const auto field = [&](std::size_t index, const QString &value, core::FieldStatus status, double certainty) {
        core::ExtractedField filled;
        filled.path = known.fields[index].path;
        filled.label = known.fields[index].title;
        filled.type = known.fields[index].type;
        if (!value.isEmpty())
            filled.value = value;
        filled.raw = value;
        filled.status = status;
        filled.certainty = certainty;
        if (!value.isEmpty()) {
            filled.evidence = {at({100, 100.0 + 20 * static_cast<double>(index), 80, 12}, value)};
            filled.because = {{u"match"_s, u"exact"_s, {}, 1.6}};
        }
        return filled;
    };
    made.fields = {field(0, u"RE-17"_s, core::FieldStatus::Accepted, 0.97),
                   field(1, u"2024-05-07"_s, core::FieldStatus::Review, 0.6),
                   field(2, u"30.00"_s, core::FieldStatus::Ambiguous, 0.5),
                   field(3, QString(), core::FieldStatus::Missing, 0)};
    made.fields[2].currency = u"EUR"_s;
    made.fields[2].candidates = {{u"31.00"_s, {at({200, 300, 60, 12}, u"31.00"_s)}},
                                 {u"33.00"_s, {at({200, 400, 60, 12}, u"33.00"_s)}}};
    core::ExtractedTable items;
    items.path = u"items"_s;
    items.label = u"Items"_s;
    items.columns = known.tables.front().columns;
    const auto row = [](const QString &text, const QString &amount, core::FieldStatus status) {
        core::ExtractedRow cells;
        cells.cells[u"text"_s] = {text, text, core::FieldStatus::Accepted, 0.95, {}};
        cells.cells[u"amount"_s] = {amount, amount, status, 0.7, {}};
        return cells;
    };
    items.rows = {row(u"Paper"_s, u"10.00"_s, core::FieldStatus::Accepted),
                  row(u"Pens"_s, u"20.00"_s, core::FieldStatus::Review)};
    made.tables = {items};
    made.checks = {{u"sum(items.amount) = total"_s, true, u"30.00"_s, u"30.00"_s}};
    return made;
}

[[nodiscard]] inline QByteArray json()
{
    return QJsonDocument(core::toJson(extraction())).toJson(QJsonDocument::Compact);
}

} // namespace reviewdocument
