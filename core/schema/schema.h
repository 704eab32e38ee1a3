// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace core {

// What a value is, and so how it is normalised (contracts: date ISO 8601; number and money a decimal string with '.';
// boolean true/false; string with white space folded; the rest without inner spaces, upper case).
enum class ValueType { String, Number, Money, Date, Boolean, Iban, VatId, Currency, Email, Phone };

struct SchemaField {
    QString path; // "invoice_number"; nested objects joined with '.', one field an item of a list "party[0]"
    QString name; // last part of the path
    QString title; // shown to people; falls back to the name in words
    QHash<QString, QString> titles; // language -> title, where the schema says one
    QString description;
    ValueType type = ValueType::String;
    QHash<QString, QStringList> labels; // language -> what is printed beside such a value
    QStringList choices; // JSON Schema enum
    std::optional<double> threshold; // certainty from which no person need look
    bool required = false;
    bool list = false; // an array of plain values
    QString role; // what it means to the rules that know invoices and receipts: "total_gross"; empty when unknown
};

struct SchemaTable {
    QString path;
    QString title;
    QHash<QString, QString> titles;
    QString description;
    std::vector<SchemaField> columns; // path is the column's name
};

// "sum(line_items.line_total) = total_net": both sides as written; grammar in core/certainty.
struct SchemaCheck {
    QString rule;
};

struct Schema {
    QString id;
    int version = 1;
    QString title;
    QHash<QString, QString> titles;
    QString description;
    std::vector<SchemaField> fields;
    std::vector<SchemaTable> tables;
    std::vector<SchemaCheck> checks;
    QStringList detect; // words that speak for this schema when the schema is to be detected
    QJsonObject source; // the JSON Schema it was read from, for engines that take one

    [[nodiscard]] const SchemaField *field(const QString &path) const; // a list's items too; null when there is none
    [[nodiscard]] const SchemaTable *table(const QString &path) const;
};

// `title` in the language of the people who read it (ISO 639-1, also as "de-AT"), or as it is where no other was given.
[[nodiscard]] QString titleIn(const QString &language, const QHash<QString, QString> &titles, const QString &title);

// lectern.schema/1 or a plain JSON Schema (2020-12 subset). InvalidInput names the place that is wrong.
[[nodiscard]] Result<Schema> parseSchema(const QByteArray &json);

// The schemas that come with the program, by id; their files are :/schemas/<id>.json.
[[nodiscard]] QStringList shippedSchemaNames();

// A value brought into the one form its type has.
struct NormalValue {
    QString value;
    QString currency; // ISO 4217, money only, when it is said
    friend bool operator==(const NormalValue &, const NormalValue &) = default;
};

// nothing when text can't be a value of that type. `language` (ISO 639-1, may be empty) and `hint` (a decimal
// separator learnt from the document, '.' or ',' or null) settle what is ambiguous, such as 01/02/2024 or 1.234.
struct NormalContext {
    QString language;
    QChar decimal;
    bool dayFirst = true;
};
[[nodiscard]] std::optional<NormalValue> normalise(const QString &text, ValueType type,
                                                   const NormalContext &context = {});

} // namespace core
