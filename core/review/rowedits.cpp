// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/rowedits.h"

#include "core/review/approval.h"

#include <algorithm>

namespace core {
namespace {

auto iteratorOf(const RowPlace &place)
{
    return place.table->rows.begin() + place.row;
}

std::optional<ExtractedRow> rowIn(const QJsonObject &state)
{
    auto part = extractionFromJson(state);
    if (!part || part->tables.size() != 1 || part->tables.front().rows.size() != 1)
        return {};
    return part->tables.front().rows.front();
}

void restoreField(Extraction &extraction, const QString &path, const std::vector<ExtractedField> &before)
{
    const auto found = std::find_if(extraction.fields.begin(), extraction.fields.end(),
                                    [&path](const ExtractedField &field) { return field.path == path; });
    if (found == extraction.fields.end())
        extraction.fields.insert(extraction.fields.end(), before.begin(), before.end());
    else if (before.empty())
        extraction.fields.erase(found);
    else
        *found = before.front();
}

} // namespace

void insertRow(const RowPlace &place, const Edit &edit)
{
    if (!place.table || place.row > static_cast<qsizetype>(place.table->rows.size()))
        return;
    ExtractedRow row;
    if (auto given = rowIn(edit.state)) {
        row = *std::move(given);
    } else {
        for (const SchemaField &column : place.table->columns)
            row.cells[column.name] = ExtractedCell();
    }
    place.table->rows.insert(iteratorOf(place), std::move(row));
}

void deleteRow(const RowPlace &place, const Edit &edit)
{
    if (!place.isRow() || (!edit.before.isEmpty() && edit.before != digestOf(*iteratorOf(place))))
        return;
    place.table->rows.erase(iteratorOf(place));
}

QJsonObject stateOf(const ExtractedTable &table, const ExtractedRow &row)
{
    Extraction part;
    part.tables.push_back({table.path, table.label, table.columns, {row}});
    return toJson(part);
}

QJsonObject stateOf(const ExtractedField *field)
{
    Extraction part;
    if (field)
        part.fields.push_back(*field);
    return toJson(part);
}

QJsonObject stateOf(const Extraction &extraction)
{
    Extraction part;
    part.fields = extraction.fields;
    part.tables = extraction.tables;
    return toJson(part);
}

void restore(Extraction &extraction, const Edit &edit)
{
    if (const RowPlace place = findRow(extraction, edit.path); place.isRow()) {
        if (auto row = rowIn(edit.state))
            *iteratorOf(place) = *std::move(row);
        return;
    }
    auto part = extractionFromJson(edit.state);
    if (!part)
        return;
    if (edit.path.isEmpty()) {
        extraction.fields = std::move(part->fields);
        extraction.tables = std::move(part->tables);
    } else {
        restoreField(extraction, edit.path, part->fields);
    }
}

} // namespace core
