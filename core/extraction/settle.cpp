// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/extraction/settle.h"

#include "core/certainty/weights.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// A column with a gap is left out: a sum over a part of it says nothing.
void addColumns(CheckValues &values, const DraftTable &table)
{
    for (const SchemaField &column : table.table->columns) {
        std::vector<QString> cells;
        for (const auto &row : table.rows) {
            const auto cell = row.find(column.name);
            if (cell != row.end() && cell->second.value)
                cells.push_back(*cell->second.value);
        }
        if (!cells.empty() && cells.size() == table.rows.size())
            values[table.table->path + u'.' + column.name] = cells;
    }
}

Reason reasonOf(const CheckOutcome &outcome)
{
    return {u"check"_s, outcome.holds ? u"holds"_s : u"fails"_s, outcome.rule,
            outcome.holds ? weights::checkHolds : weights::checkFails};
}

void tell(const CheckOutcome &outcome, const QStringList &paths, std::vector<Draft> &fields,
          std::vector<DraftTable> &tables)
{
    for (Draft &draft : fields) {
        if (draft.value && paths.contains(draft.path))
            draft.because.push_back(reasonOf(outcome));
    }
    for (DraftTable &table : tables) {
        for (auto &row : table.rows) {
            for (auto &[column, draft] : row) {
                if (draft.value && paths.contains(table.table->path + u'.' + column))
                    draft.because.push_back(reasonOf(outcome));
            }
        }
    }
}

ExtractedCell cellOf(const Draft &draft)
{
    return {draft.value, draft.raw, draft.status, draft.certainty, draft.evidence};
}

} // namespace

std::vector<CheckOutcome> applyChecks(const Schema &schema, std::vector<Draft> &fields, std::vector<DraftTable> &tables)
{
    CheckValues values;
    for (const Draft &draft : fields) {
        if (draft.value)
            values[draft.path] = {*draft.value};
    }
    for (const DraftTable &table : tables)
        addColumns(values, table);

    std::vector<CheckOutcome> outcomes;
    for (const SchemaCheck &check : schema.checks) {
        if (const auto outcome = evaluate(check, values)) {
            tell(*outcome, pathsOf(check), fields, tables);
            outcomes.push_back(*outcome);
        }
    }
    return outcomes;
}

void settle(Draft &draft, double threshold)
{
    if (!draft.value) {
        draft.certainty = 0;
        draft.status = draft.candidates.empty() ? FieldStatus::Missing : FieldStatus::Ambiguous;
        return;
    }
    draft.certainty = combine(draft.because);
    if (draft.evidence.empty())
        draft.status = FieldStatus::NotOnPage;
    else if (draft.certainty >= threshold)
        draft.status = FieldStatus::Accepted;
    else
        draft.status = draft.candidates.empty() ? FieldStatus::Review : FieldStatus::Ambiguous;
}

ExtractedTable settled(DraftTable &table, double threshold)
{
    ExtractedTable result{table.table->path, table.table->title, table.table->columns, {}};
    for (auto &row : table.rows) {
        ExtractedRow cells;
        for (const SchemaField &column : table.table->columns) {
            if (const auto draft = row.find(column.name); draft != row.end()) {
                settle(draft->second, column.threshold.value_or(threshold));
                cells.cells[column.name] = cellOf(draft->second);
            }
        }
        result.rows.push_back(std::move(cells));
    }
    return result;
}

} // namespace core
