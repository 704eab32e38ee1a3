// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/einvoice.h"
#include "core/reading/printedplace.h"
#include "core/reading/rules.h"

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

std::optional<Finding> finding(const ReadingInput &input, const QString &path, const QString &text,
                               const SchemaField &field)
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
    found.places = printedPlaces(input, *value, field.type);
    return found;
}

} // namespace

Findings readEmbeddedInvoice(const ReadingInput &input)
{
    const auto invoice = attachedInvoice(input.document);
    if (!invoice)
        return {};
    Findings findings;
    const auto add = [&](const QString &path, const QString &text, const SchemaField &field) {
        if (auto found = finding(input, path, text, field))
            findings.push_back(*std::move(found));
    };
    for (const SchemaField &field : input.schema.fields) {
        const auto value = invoice->values.find(field.role);
        if (!field.role.isEmpty() && value != invoice->values.end())
            add(field.path, value->second, field);
    }
    for (const SchemaTable &table : input.schema.tables) {
        for (size_t row = 0; row < invoice->items.size(); ++row) {
            for (const SchemaField &column : table.columns) {
                const auto value = invoice->items[row].find(column.role);
                if (!column.role.isEmpty() && value != invoice->items[row].end())
                    add(u"%1[%2].%3"_s.arg(table.path).arg(row).arg(column.path), value->second, column);
            }
        }
    }
    return findings;
}

} // namespace core
