// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/report.h"

#include "app/cli/exitcode.h"
#include "app/cli/output.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

QString statusText(core::FieldStatus status)
{
    switch (status) {
    case core::FieldStatus::Accepted:
        return tr("accepted");
    case core::FieldStatus::Review:
        return tr("to review");
    case core::FieldStatus::Missing:
        return tr("missing");
    case core::FieldStatus::NotOnPage:
        return tr("not on the page");
    case core::FieldStatus::Ambiguous:
        return tr("several candidates");
    case core::FieldStatus::Corrected:
        return tr("corrected");
    case core::FieldStatus::Approved:
        return tr("approved");
    }
    return {};
}

QString fieldLine(const core::ExtractedField &field, qsizetype width)
{
    QString line = u"  %1  "_s.arg(field.label.leftJustified(width));
    if (!field.value)
        return line + u"\u2013  (%1)"_s.arg(statusText(field.status));
    line += *field.value;
    if (!field.currency.isEmpty())
        line += u' ' + field.currency;
    line += u"  (%1 %, %2"_s.arg(qRound(field.certainty * 100)).arg(statusText(field.status));
    if (!field.evidence.empty())
        line += tr(", page %1").arg(field.evidence.front().place.page);
    return line + u')';
}

QString tableText(const core::ExtractedTable &table)
{
    QString text = u"  %1\n"_s.arg(table.label);
    for (const core::ExtractedRow &row : table.rows) {
        QStringList cells;
        for (const core::SchemaField &column : table.columns) {
            const auto cell = row.cells.find(column.name);
            cells += cell != row.cells.end() && cell->second.value ? *cell->second.value : u"\u2013"_s;
        }
        text += "    "_L1 + cells.join(" | "_L1) + u'\n';
    }
    return text;
}

} // namespace

QString report(const core::Extraction &extraction)
{
    QString text = extraction.file + u'\n';
    if (extraction.error)
        return text + "  "_L1 + sentence(*extraction.error);
    qsizetype width = 0;
    for (const core::ExtractedField &field : extraction.fields)
        width = std::max(width, field.label.size());
    for (const core::ExtractedField &field : extraction.fields)
        text += fieldLine(field, width) + u'\n';
    for (const core::ExtractedTable &table : extraction.tables) {
        if (!table.rows.empty())
            text += tableText(table);
    }
    for (const core::CheckOutcome &check : extraction.checks) {
        if (!check.holds)
            text += tr("  Check fails: %1 (%2, %3)").arg(check.rule, check.left, check.right) + u'\n';
    }
    return text.trimmed();
}

int exitCodeOf(const core::Extraction &extraction, std::optional<double> failBelow, const QStringList &required)
{
    if (extraction.error)
        return exitCodeOf(extraction.error->code);
    if (!failBelow)
        return Done;
    const auto fieldBelow = [&](const core::ExtractedField &field) {
        return field.value ? field.certainty < *failBelow : required.contains(field.path);
    };
    if (std::any_of(extraction.fields.begin(), extraction.fields.end(), fieldBelow))
        return BelowThreshold;
    for (const core::ExtractedTable &table : extraction.tables) {
        for (const core::ExtractedRow &row : table.rows) {
            for (const auto &[column, cell] : row.cells) {
                if (cell.value && cell.certainty < *failBelow)
                    return BelowThreshold;
            }
        }
    }
    return Done;
}

} // namespace app
