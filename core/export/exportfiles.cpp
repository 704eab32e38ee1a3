// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/csv.h"
#include "core/export/export.h"
#include "core/export/filename.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

QByteArray jsonOf(const std::vector<Extraction> &extractions)
{
    if (extractions.size() == 1)
        return QJsonDocument(toJson(extractions.front())).toJson();
    QJsonArray all;
    for (const Extraction &extraction : extractions)
        all += toJson(extraction);
    return QJsonDocument(all).toJson();
}

// The columns of all documents, in the order in which they turn up.
QStringList fieldColumns(const std::vector<Extraction> &extractions)
{
    QStringList columns;
    const auto add = [&columns](const QString &name) {
        if (!columns.contains(name))
            columns += name;
    };
    for (const Extraction &extraction : extractions) {
        for (const ExtractedField &field : extraction.fields) {
            add(field.path);
            if (!field.currency.isEmpty())
                add(field.path + ".currency"_L1);
        }
    }
    return columns;
}

QStringList fieldCells(const Extraction &extraction, const QStringList &columns)
{
    QHash<QString, QString> values;
    for (const ExtractedField &field : extraction.fields) {
        values[field.path] = field.value.value_or(QString());
        values[field.path + ".currency"_L1] = field.currency;
    }
    QStringList cells;
    for (const QString &column : columns)
        cells += values.value(column);
    return cells;
}

QByteArray fieldsCsv(const std::vector<Extraction> &extractions)
{
    const QStringList columns = fieldColumns(extractions);
    QByteArray bytes = utf8Mark;
    bytes += csvLine(QStringList{u"file"_s, u"error"_s} + columns);
    for (const Extraction &extraction : extractions) {
        const QString error = extraction.error ? toString(extraction.error->code) : QString();
        bytes += csvLine(QStringList{QFileInfo(extraction.file).fileName(), error} + fieldCells(extraction, columns));
    }
    return bytes;
}

QStringList tablePaths(const std::vector<Extraction> &extractions)
{
    QStringList paths;
    for (const Extraction &extraction : extractions) {
        for (const ExtractedTable &table : extraction.tables) {
            if (!table.rows.empty() && !paths.contains(table.path))
                paths += table.path;
        }
    }
    return paths;
}

QStringList rowCells(const ExtractedRow &row, const QStringList &columns)
{
    QStringList cells;
    for (const QString &column : columns) {
        const auto cell = row.cells.find(column);
        cells += cell == row.cells.end() ? QString() : cell->second.value.value_or(QString());
    }
    return cells;
}

QByteArray tableCsv(const std::vector<Extraction> &extractions, const QString &path)
{
    std::vector<std::pair<QString, const ExtractedTable *>> tables;
    QStringList columns;
    for (const Extraction &extraction : extractions) {
        for (const ExtractedTable &table : extraction.tables) {
            if (table.path != path)
                continue;
            tables.emplace_back(QFileInfo(extraction.file).fileName(), &table);
            for (const SchemaField &column : table.columns) {
                if (!columns.contains(column.name))
                    columns += column.name;
            }
        }
    }
    QByteArray bytes = utf8Mark;
    bytes += csvLine(QStringList{u"file"_s, u"row"_s} + columns);
    for (const auto &[file, table] : tables) {
        for (size_t i = 0; i < table->rows.size(); ++i)
            bytes += csvLine(QStringList{file, QString::number(i + 1)} + rowCells(table->rows[i], columns));
    }
    return bytes;
}

} // namespace

std::vector<ExportedFile> exportFiles(const std::vector<Extraction> &extractions, ExportFormat format,
                                      const QString &baseName)
{
    const QString base = safeFileName(baseName);
    if (format == ExportFormat::Json)
        return {{base + ".json"_L1, jsonOf(extractions)}};
    std::vector<ExportedFile> files{{base + ".csv"_L1, fieldsCsv(extractions)}};
    for (const QString &path : tablePaths(extractions))
        files.push_back({u"%1.%2.csv"_s.arg(base, safeFileName(path)), tableCsv(extractions, path)});
    return files;
}

} // namespace core
