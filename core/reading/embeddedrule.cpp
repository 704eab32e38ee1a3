// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/einvoice.h"
#include "core/reading/printedplace.h"
#include "core/reading/rules.h"

#include <algorithm>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

std::optional<EInvoice> attachedInvoice(const DocumentText &document)
{
    for (const Attachment &attachment : document.attachments) {
        const bool xml = attachment.name.endsWith(u".xml"_s, Qt::CaseInsensitive)
            || attachment.mimeType.contains(u"xml"_s, Qt::CaseInsensitive);
        if (!xml)
            continue;
        if (auto invoice = readEInvoice(attachment.data))
            return invoice;
    }
    return std::nullopt;
}

std::optional<Finding> finding(const QString &path, const QString &text, const SchemaField &field)
{
    const auto value = text.isEmpty() ? std::nullopt : normalise(text, field.type, {u"en"_s, u'.', true});
    if (!value)
        return std::nullopt;
    Finding found;
    found.path = path;
    found.raw = text;
    found.value = *value;
    found.source = TextSource::EmbeddedXml;
    found.score = 0.99;
    return found;
}

using Item = std::map<QString, QString>; // column role -> value

// Where an item's printed row is looked for: from the line of its description to the line of the next one. The numbers
// of an item are found everywhere on an invoice: only there they are its own.
class PrintedRows
{
public:
    PrintedRows(const ReadingInput &input, const SchemaTable &table, const std::vector<Item> &items)
        : m_input(input)
    {
        int from = 0;
        for (const Item &item : items) {
            m_starts.push_back(startOf(table, item, from));
            from = m_starts.back().value_or(from);
        }
    }

    [[nodiscard]] std::vector<Place> places(size_t item, const NormalValue &value, ValueType type) const
    {
        if (!m_starts[item])
            return {};
        const Layout &layout = m_input.layout;
        int last = std::min(layout.rowCount(), rowOf(*m_starts[item]) + mostLines);
        if (item + 1 < m_starts.size() && m_starts[item + 1])
            last = std::min(last, std::max(rowOf(*m_starts[item + 1]), rowOf(*m_starts[item]) + 1));
        const int end = last < layout.rowCount() ? firstToken(last) : layout.tokenCount();
        const auto tokens = printedTokens(m_input, value, type, {firstToken(rowOf(*m_starts[item])), end});
        return tokens ? layout.places(tokens->first, tokens->last) : std::vector<Place>();
    }

private:
    static constexpr int mostLines = 6;

    [[nodiscard]] int rowOf(int token) const { return m_input.layout.segmentOf(token).row; }
    [[nodiscard]] int firstToken(int row) const { return m_input.layout.segment(m_input.layout.row(row).first).first; }

    [[nodiscard]] std::optional<int> startOf(const SchemaTable &table, const Item &item, int from) const
    {
        for (const SchemaField &column : table.columns) {
            const auto text = item.find(column.role);
            if (column.type != ValueType::String || text == item.end() || text->second.isEmpty())
                continue;
            const auto tokens = printedTokens(m_input, {text->second.simplified(), {}}, ValueType::String,
                                              {from, m_input.layout.tokenCount()});
            if (tokens)
                return tokens->first;
        }
        return std::nullopt;
    }

    const ReadingInput &m_input;
    std::vector<std::optional<int>> m_starts; // token of the description
};

} // namespace

Findings readEmbeddedInvoice(const ReadingInput &input)
{
    const auto invoice = attachedInvoice(input.document);
    if (!invoice)
        return {};
    Findings findings;
    for (const SchemaField &field : input.schema.fields) {
        const auto value = invoice->values.find(field.role);
        if (field.role.isEmpty() || value == invoice->values.end())
            continue;
        if (auto found = finding(field.path, value->second, field)) {
            found->places = printedPlaces(input, found->value, field.type);
            findings.push_back(*std::move(found));
        }
    }
    for (const SchemaTable &table : input.schema.tables) {
        const PrintedRows rows(input, table, invoice->items);
        for (size_t row = 0; row < invoice->items.size(); ++row) {
            for (const SchemaField &column : table.columns) {
                const auto value = invoice->items[row].find(column.role);
                if (column.role.isEmpty() || value == invoice->items[row].end())
                    continue;
                if (auto found =
                        finding(u"%1[%2].%3"_s.arg(table.path).arg(row).arg(column.path), value->second, column)) {
                    found->places = rows.places(row, found->value, column.type);
                    findings.push_back(*std::move(found));
                }
            }
        }
    }
    return findings;
}

} // namespace core
