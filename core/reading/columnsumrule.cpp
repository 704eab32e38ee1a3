// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/rules.h"

#include <algorithm>
#include <cmath>

namespace core {

namespace {

constexpr int mostRows = 60;
constexpr double edge = 6; // points that right edges of one column may differ
constexpr size_t fewestItems = 3; // a shorter column may be a row of totals under their headings
constexpr double itemsWorth = 0.4; // what an amount is worth as a total when it is one of a column's items

// Amounts below a place with the same right edge, top to bottom.
std::vector<Scan> columnBelow(const ReadingInput &input, const Place &top)
{
    std::vector<Scan> column;
    int seen = 0;
    for (const Row &row : input.layout.rows()) {
        if (row.page != top.page || row.box.top() < top.box.top() - 2 || ++seen > mostRows)
            continue;
        const int first = input.layout.segment(row.first).first, last = input.layout.segment(row.last - 1).last;
        for (const Scan &scan : scanValues(input.layout, first, last, ValueType::Money, input.context)) {
            const double right = input.layout.token(scan.last - 1).box.right();
            if (scan.strong && std::abs(right - top.box.right()) < edge)
                column.push_back(scan);
        }
    }
    return column;
}

// The amount that is the sum of all above it; nothing when there is none.
std::optional<Scan> sumIn(const std::vector<Scan> &column)
{
    double sum = 0;
    for (size_t i = 0; i < column.size(); ++i) {
        const double amount = column[i].value.value.toDouble();
        if (i > 1 && amount > 0 && std::abs(sum - amount) < 0.015)
            return column[i];
        sum += amount;
    }
    return std::nullopt;
}

// A label beside the amount names that amount; only one above it names the column.
bool isNamedBeside(const Layout &layout, const Finding &finding)
{
    const Place &place = finding.places.front();
    for (int r = 0; r < layout.rowCount(); ++r) {
        const QRectF &box = layout.row(r).box;
        const bool beside =
            layout.row(r).page == place.page && box.top() < place.box.bottom() && box.bottom() > place.box.top();
        if (beside && layout.rowText(r).contains(finding.label))
            return true;
    }
    return false;
}

} // namespace

void readColumnSums(const ReadingInput &input, Findings *findings)
{
    Findings sums;
    for (Finding &finding : *findings) {
        const SchemaField *field = input.schema.field(finding.path);
        if (!field || field->type != ValueType::Money || finding.label.isEmpty() || finding.places.size() != 1
            || isNamedBeside(input.layout, finding))
            continue;
        const std::vector<Scan> column = columnBelow(input, finding.places.front());
        if (const auto sum = sumIn(column)) {
            Finding total = findingAt(input.layout, finding.path, *sum, finding.score + 0.05);
            total.label = finding.label;
            sums.push_back(std::move(total));
        }
        if (column.size() >= fewestItems)
            finding.score *= itemsWorth;
    }
    findings->insert(findings->end(), sums.begin(), sums.end());
}

} // namespace core
