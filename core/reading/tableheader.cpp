// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/tableheader.h"

#include "core/reading/textkeys.h"

#include <QHash>

#include <algorithm>
#include <map>

namespace core {

namespace {

constexpr int mostHeaderRows = 5;
constexpr int longestHeading = 60; // letters

struct Named {
    int column = -1;
    double worth = 0;
};

// The keys of all columns' labels, and what headings were found to name: documents repeat their headings.
class ColumnNames
{
public:
    explicit ColumnNames(const SchemaTable &table)
    {
        for (size_t i = 0; i < table.columns.size(); ++i) {
            for (const QString &label : labelsFor(table.columns[i]))
                m_keys.emplace_back(textKey(label), static_cast<int>(i));
        }
    }

    // The longest label that begins or is the heading.
    [[nodiscard]] Named named(const QString &heading)
    {
        const QString key = textKey(heading);
        if (key.size() > longestHeading)
            return {};
        const auto known = m_known.constFind(key);
        return known == m_known.constEnd() ? *m_known.insert(key, match(key)) : *known;
    }

private:
    [[nodiscard]] Named match(const QString &key) const
    {
        Named best;
        for (const auto &[expected, column] : m_keys) {
            double worth = likeness(key, expected);
            if (worth == 0 && expected.size() > 3 && key.startsWith(expected))
                worth = 0.6 + 0.2 * static_cast<double>(expected.size()) / static_cast<double>(key.size());
            worth *= 1 + 0.001 * static_cast<double>(expected.size());
            if (worth > best.worth)
                best = {column, worth};
        }
        return best;
    }

    std::vector<std::pair<QString, int>> m_keys;
    QHash<QString, Named> m_known;
};

using Heading = std::pair<QString, QRectF>;

// Two headings that stand close are one segment: a word that is a label by itself parts them.
std::vector<Heading> headingsIn(const Layout &layout, const Segment &segment, ColumnNames &names)
{
    if (segment.last - segment.first < 2 || names.named(segment.text).worth > 0.95)
        return {{segment.text, segment.box}};
    std::vector<Heading> parts;
    bool parted = false;
    for (int i = segment.first; i < segment.last; ++i) {
        const Token token = layout.token(i);
        const bool alone = names.named(token.text).worth >= 1;
        const bool unit = normalise(token.text, ValueType::Currency).has_value(); // "Amount GBP" is one heading
        if (parts.empty() || alone || (parted && !unit))
            parts.emplace_back(token.text, token.box);
        else
            parts.back() = {parts.back().first + u' ' + token.text, parts.back().second | token.box};
        parted = alone;
    }
    return parts;
}

// Headings of more than one line are put together by column.
std::vector<Heading> headings(const Layout &layout, int firstRow, int lastRow, ColumnNames &names)
{
    std::vector<Heading> cells;
    for (int r = firstRow; r <= lastRow; ++r) {
        for (int s = layout.row(r).first; s < layout.row(r).last; ++s) {
            const Segment &segment = layout.segment(s);
            const auto above = std::find_if(cells.begin(), cells.end(), [&](const Heading &cell) {
                return cell.second.left() < segment.box.right() && cell.second.right() > segment.box.left();
            });
            if (above == cells.end()) {
                const auto parts = r == firstRow ? headingsIn(layout, segment, names)
                                                 : std::vector<Heading>{{segment.text, segment.box}};
                cells.insert(cells.end(), parts.begin(), parts.end());
            } else {
                const bool hyphen = above->first.endsWith(u'-');
                above->first = (hyphen ? above->first.chopped(1) : above->first + u' ') + segment.text;
                above->second |= segment.box;
            }
        }
    }
    std::sort(cells.begin(), cells.end(),
              [](const Heading &a, const Heading &b) { return a.second.left() < b.second.left(); });
    return cells;
}

TableHeader headerOf(const Layout &layout, int firstRow, int lastRow, ColumnNames &names)
{
    TableHeader header{layout.row(firstRow).page, firstRow, lastRow, {}, 0};
    std::map<int, std::pair<size_t, double>> owners; // schema column -> which heading has it
    for (const auto &[text, box] : headings(layout, firstRow, lastRow, names)) {
        const Named named = text.endsWith(u'-') ? Named() : names.named(text); // half a word names nothing
        TableColumn column{named.worth > 0 ? named.column : -1, box, box.left(), box.right()};
        if (column.column >= 0) {
            const auto owner = owners.find(column.column);
            if (owner == owners.end() || owner->second.second <= named.worth) {
                if (owner != owners.end())
                    header.columns[owner->second.first].column = -1;
                owners[column.column] = {header.columns.size(), named.worth};
            } else {
                column.column = -1;
            }
        }
        header.columns.push_back(column);
    }
    for (size_t i = 0; i + 1 < header.columns.size(); ++i) {
        const double middle = (header.columns[i].head.right() + header.columns[i + 1].head.left()) / 2;
        header.columns[i].to = middle;
        header.columns[i + 1].from = middle;
    }
    for (const auto &[column, owner] : owners)
        header.worth += owner.second;
    if (!header.columns.empty()) {
        header.columns.front().from = 0;
        header.columns.back().to = 1e6;
    }
    return header;
}

} // namespace

int TableHeader::known() const
{
    return static_cast<int>(
        std::count_if(columns.begin(), columns.end(), [](const TableColumn &c) { return c.column >= 0; }));
}

std::vector<TableHeader> findHeaders(const Layout &layout, const SchemaTable &table)
{
    std::vector<TableHeader> headers;
    ColumnNames names(table);
    const auto namesNothing = [&](int row) {
        for (int s = layout.row(row).first; s < layout.row(row).last; ++s) {
            if (names.named(layout.segment(s).text).worth > 0)
                return false;
        }
        return true;
    };
    for (int first = 0; first < layout.rowCount(); ++first) {
        if (layout.row(first).last - layout.row(first).first < 2)
            continue;
        TableHeader best;
        for (int last = first; last < std::min(layout.rowCount(), first + mostHeaderRows); ++last) {
            const double gap = last > first ? layout.row(last).box.top() - layout.row(last - 1).box.bottom() : 0;
            if (layout.row(last).page != layout.row(first).page || gap > layout.row(first).box.height())
                break;
            if (last == first && namesNothing(first) && (first + 1 >= layout.rowCount() || namesNothing(first + 1)))
                break;
            TableHeader header = headerOf(layout, first, last, names);
            if (header.known() > best.known() || (header.known() == best.known() && header.worth > best.worth + 0.05))
                best = std::move(header);
        }
        if (best.known() < 2)
            continue;
        // a header that starts a line later and names as much is the same one without what stands above it
        if (!headers.empty() && headers.back().lastRow >= best.firstRow) {
            if (best.known() >= headers.back().known())
                headers.back() = best;
            continue;
        }
        headers.push_back(best);
    }
    std::stable_sort(headers.begin(), headers.end(),
                     [](const TableHeader &a, const TableHeader &b) { return a.known() > b.known(); });
    return headers;
}

} // namespace core
