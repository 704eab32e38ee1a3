// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/finding.h"
#include "core/reading/ranking.h"
#include "core/reading/rules.h"

#include <QSet>

namespace core {

namespace {

constexpr double rivalsWorth = 0.6;

// Where the document brings a value as data, what the page shows is another reading of it and weighs less. A table
// comes from one source as a whole, because rows of two readings do not have one numbering.
Findings withoutRivals(const Findings &printed, const Findings &embedded)
{
    QSet<QString> tables, paths;
    for (const Finding &finding : embedded) {
        paths.insert(finding.path);
        if (finding.path.contains(u'['))
            tables.insert(finding.path.section(u'[', 0, 0));
    }
    Findings kept;
    for (Finding finding : printed) {
        if (finding.path.contains(u'[') && tables.contains(finding.path.section(u'[', 0, 0)))
            continue;
        if (paths.contains(finding.path))
            finding.score *= rivalsWorth;
        kept.push_back(std::move(finding));
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
    readColumnSums(input, &findings);
    weighTotals(input, &findings);
    if (!options.ignoreEmbedded) {
        Findings embedded = readEmbeddedInvoice(input);
        for (const Findings &typed : {readFormValues(input), readFormEntries(input)})
            embedded.insert(embedded.end(), typed.begin(), typed.end());
        findings = withoutRivals(findings, embedded);
        add(embedded);
    }
    return bestOf(findings);
}

} // namespace core
