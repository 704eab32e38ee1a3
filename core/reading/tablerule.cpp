// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/rules.h"
#include "core/reading/tableheader.h"
#include "core/reading/textkeys.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

constexpr int mostRows = 2000;

struct Cell {
    QString raw;
    NormalValue value;
    std::vector<Place> places;
};

using Cells = std::map<int, Cell>; // by column of the schema

bool endsTable(const QString &text)
{
    static const QRegularExpression end(
        u"^\\W*(sub ?-?total|total|grand "
        u"total|summe|zwischensumme|gesamt|netto|brutto|rechnungssumme|rechnungsbetrag|nettobetrag|positionssumme|"
        "umsatzsteuer|mwst|zzgl|zuzüglich|steueraufschlüsselung|belegsummen|zahlungsbedingungen|vat|tax|sales "
        "tax|tva|total ht|sous-total|"
        "taxe|subtotaal|totaal|exclusief|base imponible|subtotal|imponibile|totale|amount due|balance|payment|bitte|thank you)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return end.match(text).hasMatch();
}

bool isNumeric(const SchemaField &column)
{
    return column.type == ValueType::Money || column.type == ValueType::Number;
}

// The column under whose heading most of a segment stands.
const TableColumn *columnAt(const TableHeader &header, const QRectF &box)
{
    const TableColumn *best = nullptr;
    double most = -1e9;
    for (const TableColumn &column : header.columns) {
        const double head = std::min(box.right(), column.head.right()) - std::max(box.left(), column.head.left());
        const double reach = std::min(box.right(), column.to) - std::max(box.left(), column.from);
        const double worth = head > 0 ? 1000 + head : reach;
        if (worth > most) {
            most = worth;
            best = &column;
        }
    }
    return best;
}

std::optional<Cell> cellOf(const ReadingInput &input, const SchemaField &column, int first, int last)
{
    const QString raw = input.layout.text(first, last);
    if (!isNumeric(column)) {
        const auto value = normalise(raw, column.type, input.context.normal);
        return value ? std::optional(Cell{raw, *value, input.layout.places(first, last)}) : std::nullopt;
    }
    const auto scans = scanValues(input.layout, first, last, column.type, input.context);
    if (scans.empty())
        return std::nullopt;
    const Scan &scan = scans.front();
    return Cell{scan.raw, scan.value, input.layout.places(scan.first, scan.last)};
}

Cells cellsOf(const ReadingInput &input, const SchemaTable &table, const TableHeader &header, const Row &row)
{
    Cells cells;
    for (int s = row.first; s < row.last; ++s) {
        const Segment &segment = input.layout.segment(s);
        const TableColumn *column = columnAt(header, segment.box);
        if (!column || column->column < 0)
            continue;
        auto cell = cellOf(input, table.columns[static_cast<size_t>(column->column)], segment.first, segment.last);
        if (!cell)
            continue;
        Cell &known = cells[column->column];
        if (known.raw.isEmpty()) {
            known = *std::move(cell);
        } else if (!isNumeric(table.columns[static_cast<size_t>(column->column)])) {
            known.raw += u' ' + cell->raw;
            known.value.value = known.raw;
            known.places.insert(known.places.end(), cell->places.begin(), cell->places.end());
        }
    }
    return cells;
}

class TableReader
{
public:
    TableReader(const ReadingInput &input, const SchemaTable &table)
        : m_input(input)
        , m_table(table)
    {
    }

    // Rows up to the row `until`, where the next header stands.
    void read(const TableHeader &header, int until)
    {
        int page = header.page;
        double last = m_input.layout.row(header.lastRow).box.bottom();
        for (int r = header.lastRow + 1; r < m_input.layout.rowCount(); ++r) {
            const Row &row = m_input.layout.row(r);
            const double height = std::max(row.box.height(), 6.0);
            if (row.page != page) { // a table runs on over the page's end, as long as nothing ended it
                page = row.page;
                last = row.box.top() - 2 * height;
            }
            const bool far = row.box.top() - last > 6 * height;
            if (r == until || far || static_cast<int>(m_rows.size()) >= mostRows)
                break;
            const QString text = m_input.layout.rowText(r);
            if (endsTable(text) && !startsRow(cellsOf(m_input, m_table, header, row), true))
                break;
            take(cellsOf(m_input, m_table, header, row), row.box.top() - last < 1.2 * height);
            last = row.box.bottom();
        }
        std::erase_if(m_rows, [this](const Cells &cells) { return !startsRow(cells, false); });
    }

    [[nodiscard]] const std::vector<Cells> &rows() const { return m_rows; }

private:
    // A row has an amount; under a line of sums it would need its words and two numbers as well.
    [[nodiscard]] bool startsRow(const Cells &cells, bool strictly) const
    {
        int numbers = 0, words = 0;
        for (const auto &[column, cell] : cells)
            ++(isNumeric(m_table.columns[static_cast<size_t>(column)]) ? numbers : words);
        return strictly ? numbers > 2 && words > 0 : numbers > 1 || (numbers > 0 && words > 0);
    }

    void take(const Cells &cells, bool close)
    {
        const auto overlaps = [&] {
            return std::any_of(cells.begin(), cells.end(), [&](const auto &each) {
                return isNumeric(m_table.columns[static_cast<size_t>(each.first)]) && m_rows.back().count(each.first);
            });
        };
        const bool numbers = std::any_of(cells.begin(), cells.end(), [&](const auto &each) {
            return isNumeric(m_table.columns[static_cast<size_t>(each.first)]);
        });
        if (m_rows.empty() || (numbers && (overlaps() || !close))) {
            if (!cells.empty())
                m_rows.push_back(cells);
            return;
        }
        for (const auto &[column, cell] : cells)
            m_rows.back().insert({column, cell}); // a wrapped line adds only what is not there yet
    }

    const ReadingInput &m_input;
    const SchemaTable &m_table;
    std::vector<Cells> m_rows;
};

bool isGeneric(const SchemaTable &table)
{
    return std::any_of(table.columns.begin(), table.columns.end(), [](const SchemaField &column) {
        return column.role == u"table_cell" || column.role == u"entry_label";
    });
}

} // namespace

Findings readLineItems(const ReadingInput &input)
{
    Findings findings;
    for (const SchemaTable &table : input.schema.tables) {
        if (isGeneric(table))
            continue;
        std::vector<TableHeader> headers = findHeaders(input.layout, table);
        if (headers.empty())
            continue;
        const int most = headers.front().known();
        std::erase_if(headers, [most](const TableHeader &header) { return header.known() < most; });
        std::sort(headers.begin(), headers.end(), [](const auto &a, const auto &b) { return a.firstRow < b.firstRow; });
        int index = 0;
        for (size_t i = 0; i < headers.size(); ++i) {
            TableReader reader(input, table);
            reader.read(headers[i], i + 1 < headers.size() ? headers[i + 1].firstRow : -1);
            for (const Cells &cells : reader.rows()) {
                for (const auto &[column, cell] : cells) {
                    Finding finding;
                    finding.path =
                        u"%1[%2].%3"_s.arg(table.path).arg(index).arg(table.columns[static_cast<size_t>(column)].path);
                    finding.raw = cell.raw;
                    finding.value = cell.value;
                    finding.places = cell.places;
                    finding.score = 0.45 + 0.08 * most;
                    finding.source = cell.places.empty() ? TextSource::TextLayer : cell.places.front().source;
                    findings.push_back(std::move(finding));
                }
                ++index;
            }
        }
    }
    return findings;
}

} // namespace core
