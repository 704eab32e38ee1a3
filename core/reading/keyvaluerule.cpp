// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/rules.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

constexpr int mostEntries = 1000;
constexpr int mostTableRows = 5000;

struct Entry {
    Scan label;
    Scan value;
};

bool hasLetters(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLetter(); }) > 1;
}

Scan scanOf(const Layout &layout, int first, int last)
{
    static const QRegularExpression edges(u"^[:\\s]+|[:\\s]+$"_s);
    QString raw = layout.text(first, last);
    raw.remove(edges);
    return {first, last, raw, {raw, {}}, true};
}

// "Label: value" within a segment, or with the value in the next one.
std::optional<Entry> withColon(const Layout &layout, const Row &row, int s)
{
    const Segment &segment = layout.segment(s);
    for (int i = segment.first; i < std::min(segment.last, segment.first + 6); ++i) {
        if (!layout.token(i).text.endsWith(u':'))
            continue;
        const Scan label = scanOf(layout, segment.first, i + 1);
        if (!hasLetters(label.raw))
            return std::nullopt;
        if (i + 1 < segment.last)
            return Entry{label, scanOf(layout, i + 1, segment.last)};
        if (s + 1 < row.last && !layout.segment(s + 1).text.endsWith(u':'))
            return Entry{label, scanOf(layout, layout.segment(s + 1).first, layout.segment(s + 1).last)};
        const auto below = layout.below(s, 2);
        if (!below.empty() && !layout.segment(below.front()).text.contains(u':'))
            return Entry{label,
                         scanOf(layout, layout.segment(below.front()).first, layout.segment(below.front()).last)};
        return std::nullopt;
    }
    return std::nullopt;
}

// Two segments alone in a row, the left one of words and the right one with a number: "Invoice no      4711".
std::optional<Entry> aligned(const Layout &layout, const Row &row)
{
    if (row.last - row.first != 2)
        return std::nullopt;
    const Segment &left = layout.segment(row.first), &right = layout.segment(row.first + 1);
    const bool digits = std::any_of(right.text.begin(), right.text.end(), [](QChar c) { return c.isDigit(); });
    const bool labelled = hasLetters(left.text) && left.last - left.first <= 5
        && std::none_of(left.text.begin(), left.text.end(), [](QChar c) { return c.isDigit(); });
    if (!labelled || !digits || right.text.size() > 60)
        return std::nullopt;
    return Entry{scanOf(layout, left.first, left.last), scanOf(layout, right.first, right.last)};
}

void addEntries(const ReadingInput &input, const SchemaTable &table, Findings *findings)
{
    const Layout &layout = input.layout;
    const QString labelPath = columnOfRole(table, u"entry_label"_s), valuePath = columnOfRole(table, u"entry_value"_s);
    int index = 0;
    const auto add = [&](const Entry &entry, double score) {
        const QString at = u"%1[%2]."_s.arg(table.path).arg(index++);
        findings->push_back(findingAt(layout, at + labelPath, entry.label, score));
        Finding value = findingAt(layout, at + valuePath, entry.value, score);
        value.label = entry.label.raw;
        findings->push_back(std::move(value));
    };
    for (const Row &row : layout.rows()) {
        bool any = false;
        for (int s = row.first; s < row.last && index < mostEntries; ++s) {
            const auto entry = withColon(layout, row, s);
            if (entry && !entry->value.raw.isEmpty()) {
                add(*entry, 0.8);
                any = true;
            }
        }
        const auto entry = any || index >= mostEntries ? std::nullopt : aligned(layout, row);
        if (entry && !entry->value.raw.isEmpty())
            add(*entry, 0.6);
    }
}

// Runs of rows with three segments or more are a table's.
void addTableRows(const ReadingInput &input, const SchemaTable &table, Findings *findings)
{
    const Layout &layout = input.layout;
    int index = 0;
    const auto wide = [&](int r) {
        return r >= 0 && r < layout.rowCount() && layout.row(r).last - layout.row(r).first >= 3;
    };
    for (int r = 0; r < layout.rowCount() && index < mostTableRows; ++r) {
        if (!wide(r) || (!wide(r - 1) && !wide(r + 1)))
            continue;
        const Row &row = layout.row(r);
        for (int s = row.first; s < row.last && s - row.first < static_cast<int>(table.columns.size()); ++s) {
            const Scan scan = scanOf(layout, layout.segment(s).first, layout.segment(s).last);
            const QString path =
                u"%1[%2].%3"_s.arg(table.path).arg(index).arg(table.columns[static_cast<size_t>(s - row.first)].path);
            if (!scan.raw.isEmpty())
                findings->push_back(findingAt(layout, path, scan, 0.5));
        }
        ++index;
    }
}

} // namespace

Findings readKeyValues(const ReadingInput &input)
{
    Findings findings;
    if (const SchemaTable *entries = tableWithRole(input.schema, u"entry_label"_s))
        addEntries(input, *entries, &findings);
    if (const SchemaTable *cells = tableWithRole(input.schema, u"table_cell"_s))
        addTableRows(input, *cells, &findings);
    return findings;
}

} // namespace core
