// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/finding.h"
#include "core/reading/labelrule.h"
#include "core/reading/ranking.h"

namespace core {

std::vector<Finding> readLocally(const DocumentText &document, const Schema &schema, const ReadingOptions &options)
{
    Q_UNUSED(options)
    const Layout layout(document);
    const ReadingContext context = contextOf(document, layout);
    const LabelIndex labels(layout, schema.fields);
    const ReadingInput input{document, layout, labels, schema, context};
    Findings findings = readLabelled(input);
    return bestOf(findings);
}

} // namespace core
