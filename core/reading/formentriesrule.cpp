// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/formcaptions.h"
#include "core/reading/rules.h"

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

Finding part(const QString &path, const QString &text, const CaptionedValue &form)
{
    Finding finding;
    finding.path = path;
    finding.raw = text;
    finding.value = {text.simplified(), {}};
    finding.places = form.places;
    finding.score = 0.95;
    finding.source = TextSource::FormField;
    return finding;
}

} // namespace

// A form says itself what belongs together: its fields become the entries, and stand for what is printed about them.
Findings readFormEntries(const ReadingInput &input)
{
    const SchemaTable *table = tableWithRole(input.schema, u"entry_label"_s);
    if (!table)
        return {};
    Findings findings;
    int index = 0;
    for (const CaptionedValue &form : captionedValues(input.document, input.layout)) {
        if (form.value.trimmed().isEmpty())
            continue;
        const QString label = !form.caption.isEmpty() ? form.caption : form.tip.isEmpty() ? form.name : form.tip;
        const QString at = u"%1[%2]."_s.arg(table->path).arg(index++);
        findings.push_back(part(at + columnOfRole(*table, u"entry_label"_s), label, form));
        findings.push_back(part(at + columnOfRole(*table, u"entry_value"_s), form.value, form));
        findings.back().label = label;
    }
    return findings;
}

} // namespace core
