// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/finding.h"
#include "core/reading/ranking.h"
#include "core/reading/rules.h"

namespace core {

std::vector<Finding> readLocally(const DocumentText &document, const Schema &schema, const ReadingOptions &options)
{
    Q_UNUSED(options)
    const Layout layout(document);
    const ReadingContext context = contextOf(document, layout);
    const LabelIndex labels(layout, schema.fields);
    const ReadingInput input{document, layout, labels, schema, context};
    Findings findings;
    for (const auto &rule : {readLabelled, readDates, readIdentifiers, readParties, readReceiptHead, readDateRanges}) {
        const Findings found = rule(input);
        findings.insert(findings.end(), found.begin(), found.end());
    }
    weighTotals(input, &findings);
    return bestOf(findings);
}

} // namespace core
