// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/marks.h"

#include "ui/review/doubtorder.h"
#include "ui/review/statuslook.h"

namespace ui {
namespace {

Mark markOf(const core::Evidence &evidence, const QString &id, const QString &label, Tone tone)
{
    return {id, evidence.place.page, evidence.place.box, label, 0, tone};
}

// Of a value that is not chosen the best place is enough: the page is to stay readable.
void addField(std::vector<Mark> &marks, const core::ExtractedField &field, const QString &chosen)
{
    const Tone tone = toneOf(field.status);
    for (const core::Evidence &evidence : field.evidence) {
        marks.push_back(markOf(evidence, field.path, field.label, tone));
        if (field.path != chosen)
            break;
    }
    if (field.path != chosen)
        return;
    int number = 0;
    for (const core::Candidate &candidate : field.candidates) {
        ++number;
        if (candidate.evidence.empty())
            continue;
        Mark mark = markOf(candidate.evidence.front(), field.path, {}, Tone::Ambiguous);
        mark.number = number;
        marks.push_back(mark);
    }
}

// A name on every cell would hide the table.
void addTable(std::vector<Mark> &marks, const core::ExtractedTable &table, const QString &chosen)
{
    int row = 0;
    for (const core::ExtractedRow &cells : table.rows) {
        for (const core::SchemaField &column : table.columns) {
            const auto cell = cells.cells.find(column.name);
            if (cell == cells.cells.end() || cell->second.evidence.empty())
                continue;
            const QString path = cellPath(table.path, row, column.name);
            marks.push_back(markOf(cell->second.evidence.front(), path, path == chosen ? column.title : QString(),
                                   toneOf(cell->second.status)));
        }
        ++row;
    }
}

} // namespace

std::vector<Mark> marksOf(const core::Extraction &extraction, const QString &chosen)
{
    std::vector<Mark> marks;
    for (const core::ExtractedField &field : extraction.fields)
        addField(marks, field, chosen);
    for (const core::ExtractedTable &table : extraction.tables)
        addTable(marks, table, chosen);
    return marks;
}

} // namespace ui
