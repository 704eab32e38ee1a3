// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/review.h"

// A small invoice as an engine left it: one sure value, one doubtful, one ambiguous, one missing, and two item rows.
namespace sample {

inline core::Evidence place(const QString &text, double top)
{
    core::Evidence evidence;
    evidence.place.page = 1;
    evidence.place.box = QRectF(70, top, 60, 12);
    evidence.place.text = text;
    return evidence;
}

inline core::ExtractedField field(const QString &path, core::ValueType type, const QString &value,
                                  core::FieldStatus status, double certainty)
{
    core::ExtractedField made;
    made.path = path;
    made.label = path;
    made.type = type;
    made.status = status;
    made.certainty = certainty;
    if (!value.isEmpty()) {
        made.value = value;
        made.raw = value;
        made.evidence = {place(value, 100)};
        made.because = {{QStringLiteral("match"), QStringLiteral("exact"), {}, 0.4}};
    }
    return made;
}

inline core::ExtractedRow row(const QString &description, const QString &total)
{
    core::ExtractedRow made;
    made.cells[QStringLiteral("description")] = {
        description, description, core::FieldStatus::Accepted, 0.95, {place(description, 300)}};
    made.cells[QStringLiteral("line_total")] = {total, total, core::FieldStatus::Accepted, 0.95, {place(total, 300)}};
    return made;
}

inline core::SchemaField column(const QString &name, core::ValueType type)
{
    core::SchemaField made;
    made.path = name;
    made.name = name;
    made.title = name;
    made.type = type;
    return made;
}

inline core::Extraction invoice()
{
    using core::FieldStatus;
    using core::ValueType;
    core::Extraction made;
    made.file = QStringLiteral("invoice.pdf");
    made.language = QStringLiteral("en");
    made.schemaId = QStringLiteral("invoice");
    made.fields = {
        field(QStringLiteral("number"), ValueType::String, QStringLiteral("RE-17"), FieldStatus::Accepted, 0.97),
        field(QStringLiteral("total_net"), ValueType::Money, QStringLiteral("103.00"), FieldStatus::Review, 0.6),
        field(QStringLiteral("date"), ValueType::Date, QStringLiteral("2024-05-07"), FieldStatus::Ambiguous, 0.5),
        field(QStringLiteral("iban"), ValueType::Iban, {}, FieldStatus::Missing, 0),
    };
    made.fields[1].currency = QStringLiteral("EUR");
    made.fields[2].candidates = {{QStringLiteral("2024-05-07"), {place(QStringLiteral("2024-05-07"), 100)}},
                                 {QStringLiteral("2024-06-07"), {place(QStringLiteral("7 June 2024"), 200)}}};
    core::ExtractedTable items;
    items.path = QStringLiteral("items");
    items.label = QStringLiteral("Items");
    items.columns = {column(QStringLiteral("description"), ValueType::String),
                     column(QStringLiteral("line_total"), ValueType::Money)};
    items.rows = {row(QStringLiteral("Paper"), QStringLiteral("60.00")),
                  row(QStringLiteral("Ink"), QStringLiteral("40.00"))};
    made.tables = {items};
    return made;
}

inline core::Schema schema()
{
    core::Schema made;
    made.id = QStringLiteral("invoice");
    for (const core::ExtractedField &each : invoice().fields)
        made.fields.push_back(column(each.path, each.type));
    made.fields.push_back(column(QStringLiteral("note"), core::ValueType::String));
    made.checks = {{QStringLiteral("sum(items.line_total) = total_net")}};
    return made;
}

inline core::Edit edit(core::Edit::Kind kind, const QString &path = {}, const QString &after = {})
{
    core::Edit made;
    made.kind = kind;
    made.path = path;
    made.after = after;
    return made;
}

} // namespace sample
