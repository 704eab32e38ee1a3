// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extraction/prove.h"

#include "core/documents/pagelimit.h"
#include "core/extraction/documentcontext.h"
#include "core/extraction/origin.h"
#include "core/extraction/pipeline.h"
#include "core/extraction/settle.h"

#include <QElapsedTimer>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

Extraction emptyExtraction(const DocumentText &document, const Schema &schema, const QString &language)
{
    Extraction extraction;
    extraction.file = document.info.file;
    extraction.sha256 = QString::fromLatin1(document.info.sha256);
    extraction.pages = document.info.pages();
    extraction.kind = document.kind;
    extraction.language = language;
    extraction.schemaId = schema.id;
    extraction.schemaVersion = schema.version;
    return extraction;
}

void finish(Extraction &extraction, const Schema &schema, std::vector<Draft> fields, std::vector<DraftTable> tables,
            double threshold)
{
    extraction.checks = applyChecks(schema, fields, tables);
    for (Draft &draft : fields) {
        const SchemaField *field = schema.field(draft.path);
        settle(draft, field ? field->threshold.value_or(threshold) : threshold);
    }
    extraction.fields = std::move(fields);
    for (DraftTable &table : tables)
        extraction.tables.push_back(settled(table, threshold));
}

using FindingsByPath = QHash<QString, const Finding *>;

FindingsByPath byPath(const std::vector<Finding> &findings)
{
    FindingsByPath result;
    for (const Finding &finding : findings)
        result.insert(finding.path, &finding);
    return result;
}

void addField(std::vector<Draft> &drafts, const Prover &prover, const SchemaField &field,
              const FindingsByPath &findings)
{
    if (!field.list) {
        const Finding *finding = findings.value(field.path);
        drafts.push_back(finding ? prover.fromFinding(field, *finding) : Prover::missing(field, field.path));
        return;
    }
    int count = 0;
    while (const Finding *finding = findings.value(u"%1[%2]"_s.arg(field.path).arg(count))) {
        drafts.push_back(prover.fromFinding(field, *finding));
        ++count;
    }
    if (count == 0)
        drafts.push_back(Prover::missing(field, field.path + "[0]"_L1));
}

// Cells come as "line_items[2].quantity"; rows may have been left out.
DraftTable tableOf(const Prover &prover, const SchemaTable &table, const std::vector<Finding> &findings)
{
    static const QRegularExpression cellPath(u"^(.+)\\[(\\d+)\\]\\.(.+)$"_s);
    std::map<int, std::map<QString, Draft>> rows;
    for (const Finding &finding : findings) {
        const auto match = cellPath.match(finding.path);
        if (!match.hasMatch() || match.captured(1) != table.path)
            continue;
        const QString name = match.captured(3);
        const auto column = std::find_if(table.columns.begin(), table.columns.end(),
                                         [&](const SchemaField &candidate) { return candidate.name == name; });
        if (column != table.columns.end())
            rows[match.captured(2).toInt()].insert_or_assign(name, prover.fromFinding(*column, finding));
    }
    DraftTable result{&table, {}};
    for (auto &row : rows)
        result.rows.push_back(std::move(row.second));
    return result;
}

} // namespace

Extraction extractLocally(const DocumentText &document, const Schema &schema, const ExtractOptions &options)
{
    QElapsedTimer timer;
    timer.start();
    const QString language = detectLanguage(document);
    const auto findings = readLocally(document, schema, {options.ignoreEmbedded});
    Extraction extraction = emptyExtraction(document, schema, language);
    extraction.timing.engine = timer.restart();

    const Prover prover(document, contextOf(document, language));
    const auto known = byPath(findings);
    std::vector<Draft> fields;
    for (const SchemaField &field : schema.fields)
        addField(fields, prover, field, known);
    std::vector<DraftTable> tables;
    for (const SchemaTable &table : schema.tables)
        tables.push_back(tableOf(prover, table, findings));
    finish(extraction, schema, std::move(fields), std::move(tables), options.threshold);
    extraction.timing.evidence = timer.elapsed();
    return extraction;
}

Extraction proveValues(const DocumentText &document, const Schema &schema, const QJsonObject &values,
                       const ExtractOptions &options)
{
    QElapsedTimer timer;
    timer.start();
    const QString language = detectLanguage(document);
    const auto findings = readLocally(document, schema, {options.ignoreEmbedded});
    const auto second = byPath(findings);
    const Prover prover(document, contextOf(document, language));
    Extraction extraction = emptyExtraction(document, schema, language);

    const GivenValues given = givenValues(schema, values);
    std::vector<Draft> fields;
    for (const GivenValue &value : given.fields)
        fields.push_back(prover.fromGiven(value, second.value(value.path)));
    std::vector<DraftTable> tables;
    for (const GivenTable &table : given.tables) {
        DraftTable draft{table.table, {}};
        std::optional<Place> line;
        for (const auto &row : table.rows) {
            std::map<QString, Draft> cells;
            const auto own = prover.lineOf(row, line);
            for (const GivenValue &value : row)
                cells.insert_or_assign(value.field->name, prover.fromGiven(value, nullptr, own));
            line = own ? own : line;
            draft.rows.push_back(std::move(cells));
        }
        tables.push_back(std::move(draft));
    }
    finish(extraction, schema, std::move(fields), std::move(tables), options.threshold);
    extraction.timing.evidence = timer.elapsed();
    return extraction;
}

Extraction failedExtraction(const QString &file, const Error &error, const Connection *connection)
{
    Extraction extraction;
    extraction.file = file;
    extraction.error = error;
    if (const auto limit = pageLimitOf(error))
        extraction.pages = limit->pages;
    if (connection) {
        extraction.engineId = connection->id;
        extraction.model = connection->model;
        extraction.endpoint = originOf(connection->baseUrl);
    }
    return extraction;
}

} // namespace core
