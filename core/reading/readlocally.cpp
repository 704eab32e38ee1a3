// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/finding.h"
#include "core/reading/ranking.h"
#include "core/reading/rules.h"

#include <QSet>

namespace core {

namespace {

// Where the document brings a value as data, what the page shows is another reading of it, not a rival. A table comes
// from one source as a whole, because rows of two readings do not have one numbering.
Findings withoutRivals(const Findings &printed, const Findings &embedded)
{
    QSet<QString> tables;
    for (const Finding &finding : embedded) {
        if (finding.path.contains(u'['))
            tables.insert(finding.path.section(u'[', 0, 0));
    }
    Findings kept;
    for (const Finding &finding : printed) {
        if (!finding.path.contains(u'[') || !tables.contains(finding.path.section(u'[', 0, 0)))
            kept.push_back(finding);
    }
    return kept;
}

} // namespace

std::vector<Finding> readLocally(const DocumentText &document, const Schema &schema, const ReadingOptions &options)
{
    const Layout layout(document);
    const ReadingContext context = contextOf(document, layout);
    const LabelIndex labels(layout, schema.fields);
    const ReadingInput input{document, layout, labels, schema, context};
    Findings findings;
    const auto add = [&](const Findings &more) { findings.insert(findings.end(), more.begin(), more.end()); };
    for (const auto &rule : {readLabelled, readDates, readDateRanges, readIdentifiers, readParties, readReceiptHead,
                             readLineItems, readKeyValues})
        add(rule(input));
    weighTotals(input, &findings);
    if (!options.ignoreEmbedded) {
        const Findings embedded = readEmbeddedInvoice(input);
        findings = withoutRivals(findings, embedded);
        add(embedded);
        add(readFormValues(input));
    }
    return bestOf(findings);
}

} // namespace core
