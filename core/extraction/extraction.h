// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/certainty/certainty.h"
#include "core/documents/document.h"
#include "core/engines/engine.h"
#include "core/evidence/evidence.h"
#include "core/schema/schema.h"

#include <QJsonObject>

#include <map>
#include <optional>
#include <vector>

// The result value lectern.extraction/1: what was read from one document, each value with its proof.
namespace core {

enum class FieldStatus { Accepted, Review, Missing, NotOnPage, Ambiguous, Corrected, Approved };

struct ExtractedField {
    QString path;
    QString label; // the schema's title
    ValueType type = ValueType::String;
    std::optional<QString> value; // normalised; nothing when missing
    QString currency; // money only
    QString raw; // as printed
    FieldStatus status = FieldStatus::Missing;
    double certainty = 0;
    std::vector<Reason> because;
    std::vector<Evidence> evidence;
    std::vector<Candidate> candidates; // numbered from 1 for people
    friend bool operator==(const ExtractedField &, const ExtractedField &) = default;
};

struct ExtractedCell {
    std::optional<QString> value;
    QString raw;
    FieldStatus status = FieldStatus::Missing;
    double certainty = 0;
    std::vector<Evidence> evidence;
    friend bool operator==(const ExtractedCell &, const ExtractedCell &) = default;
};

struct ExtractedRow {
    std::map<QString, ExtractedCell> cells; // by column name
    friend bool operator==(const ExtractedRow &, const ExtractedRow &) = default;
};

struct ExtractedTable {
    QString path;
    QString label;
    std::vector<SchemaField> columns;
    std::vector<ExtractedRow> rows;
};

struct Timing {
    qint64 open = 0, text = 0, ocr = 0, engine = 0, evidence = 0, total = 0; // ms
};

struct Extraction {
    QString file;
    QString sha256;
    int pages = 0;
    DocumentKind kind = DocumentKind::Native;
    QString language;
    QString schemaId;
    int schemaVersion = 1;
    QString engineId = QStringLiteral("local");
    QString model; // empty: null
    QString endpoint; // origin the document was sent to; empty: null
    std::vector<ExtractedField> fields;
    std::vector<ExtractedTable> tables;
    std::vector<CheckOutcome> checks;
    Usage usage;
    Timing timing;
    std::vector<int> unreadPages; // what stands there is not known: no value missing here is known to be missing there
    QString warning; // of the engine, such as an answer that was cut off; empty: null
    std::optional<Error> error; // {"code": "...", "message": "..."} in JSON

    [[nodiscard]] ExtractedField *field(const QString &path);
    [[nodiscard]] const ExtractedField *field(const QString &path) const;
};

[[nodiscard]] QJsonObject toJson(const Extraction &extraction);
// InvalidInput for another format or an unknown major version.
[[nodiscard]] Result<Extraction> extractionFromJson(const QJsonObject &json);

[[nodiscard]] QString toString(FieldStatus status); // as in the format: "not_on_page"
[[nodiscard]] QString toString(ErrorCode code); // "password_needed"

} // namespace core
