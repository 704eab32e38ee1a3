// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/editpath.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

const SchemaField *columnNamed(const ExtractedTable &table, const QString &name)
{
    const auto found = std::find_if(table.columns.begin(), table.columns.end(), [&name](const SchemaField &column) {
        return column.name == name || column.path == name;
    });
    return found == table.columns.end() ? nullptr : &*found;
}

} // namespace

bool RowPlace::isRow() const
{
    return table && row < static_cast<qsizetype>(table->rows.size());
}

ExtractedCell *RowPlace::cell() const
{
    if (!isRow() || column.isEmpty())
        return nullptr;
    auto &cells = table->rows[static_cast<std::size_t>(row)].cells;
    if (const auto found = cells.find(column); found != cells.end())
        return &found->second;
    return columnNamed(*table, column) ? &cells[column] : nullptr;
}

ValueType RowPlace::type() const
{
    const SchemaField *found = table ? columnNamed(*table, column) : nullptr;
    return found ? found->type : ValueType::String;
}

RowPlace findRow(Extraction &extraction, const QString &path)
{
    static const QRegularExpression form(u"^(.+)\\[(\\d{1,9})\\](?:\\.([^\\[\\]]+))?$"_s);
    const auto match = form.match(path);
    if (!match.hasMatch())
        return {};
    const QString name = match.captured(1);
    const auto table = std::find_if(extraction.tables.begin(), extraction.tables.end(),
                                    [&name](const ExtractedTable &each) { return each.path == name; });
    if (table == extraction.tables.end())
        return {};
    return {&*table, match.captured(2).toInt(), match.captured(3)};
}

} // namespace core
