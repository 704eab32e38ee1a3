// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/doubtorder.h"

#include "core/extraction/doubts.h"

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

// Every value's path in reading order, with whether it is in doubt.
std::vector<std::pair<QString, bool>> allPaths(const core::Extraction &extraction, const QStringList &fieldOrder)
{
    std::vector<std::pair<QString, bool>> paths;
    for (const QString &path : fieldOrder) {
        const core::ExtractedField *field = extraction.field(path);
        paths.emplace_back(path, field && core::isDoubt(field->status));
    }
    for (const core::ExtractedTable &table : extraction.tables) {
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            for (const core::SchemaField &column : table.columns) {
                const auto cell = table.rows[row].cells.find(column.name);
                const bool doubt = cell != table.rows[row].cells.end() && core::isDoubt(cell->second.status);
                paths.emplace_back(cellPath(table.path, static_cast<int>(row), column.name), doubt);
            }
        }
    }
    return paths;
}

} // namespace

QString cellPath(const QString &table, int row, const QString &column)
{
    return "%1[%2].%3"_L1.arg(table, QString::number(row), column);
}

QStringList doubtfulPaths(const core::Extraction &extraction, const QStringList &fieldOrder)
{
    QStringList doubtful;
    for (const auto &[path, doubt] : allPaths(extraction, fieldOrder)) {
        if (doubt)
            doubtful += path;
    }
    return doubtful;
}

QString nextDoubt(const core::Extraction &extraction, const QStringList &fieldOrder, const QString &from, int step)
{
    const auto paths = allPaths(extraction, fieldOrder);
    const auto count = static_cast<int>(paths.size());
    int at = step > 0 ? -1 : count;
    for (int i = 0; i < count; ++i) {
        if (paths[static_cast<std::size_t>(i)].first == from)
            at = i;
    }
    for (int tried = 0; tried < count; ++tried) {
        at = (at + step + count) % count;
        const auto &[path, doubt] = paths[static_cast<std::size_t>(at)];
        if (doubt && path != from)
            return path;
    }
    return {};
}

} // namespace ui
