// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/rules.h"
#include "core/reading/sections.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

constexpr int enoughTokens = 20000;

// A VAT id or account behind a label of the other party is not the one asked for.
bool isNamedOtherwise(const ReadingInput &input, const Scan &scan)
{
    for (const LabelHit &hit : input.labels.hits()) {
        if (hit.fields.empty() && hit.last <= scan.first && scan.first - hit.last <= 2
            && input.layout.segmentOf(hit.first).row == input.layout.segmentOf(scan.first).row)
            return hit.key.contains(u"client"_s) || hit.key.contains(u"kauf"_s) || hit.key.contains(u"kunde"_s)
                || hit.key.startsWith(u"ihre"_s) || hit.key.startsWith(u"uw"_s) || hit.key.startsWith(u"your"_s)
                || hit.key.contains(u"customer"_s) || hit.key.contains(u"buyer"_s);
    }
    return false;
}

Findings byShape(const ReadingInput &input, const SchemaField &field)
{
    Findings findings;
    const int end = std::min(input.layout.tokenCount(), enoughTokens);
    for (const Scan &scan : scanValues(input.layout, 0, end, field.type, input.context)) {
        double worth = isNamedOtherwise(input, scan) ? 0.2 : 0.7;
        if (partyAt(input, scan.first) == Party::Buyer)
            worth -= 0.3;
        findings.push_back(findingAt(input.layout, field.path, scan, worth));
    }
    return findings;
}

// The sign or code that amounts carry most; the place is its first.
Findings currencyOfAmounts(const ReadingInput &input, const SchemaField &field)
{
    const int end = std::min(input.layout.tokenCount(), enoughTokens);
    for (const Scan &scan : scanValues(input.layout, 0, end, ValueType::Money, input.context)) {
        if (scan.value.currency.isEmpty() || scan.value.currency != input.context.currency)
            continue;
        Scan found = scan;
        found.value = {scan.value.currency, {}};
        return {findingAt(input.layout, field.path, found, 0.7)};
    }
    for (const Scan &scan : scanValues(input.layout, 0, end, ValueType::Currency, input.context)) {
        if (scan.raw.size() == 3 || !scan.raw.front().isLetter())
            return {findingAt(input.layout, field.path, scan, 0.55)};
    }
    return {};
}

} // namespace

Findings readIdentifiers(const ReadingInput &input)
{
    Findings findings;
    for (const SchemaField &field : input.schema.fields) {
        Findings found;
        if (field.type == ValueType::Iban || field.type == ValueType::VatId)
            found = byShape(input, field);
        else if (field.type == ValueType::Currency)
            found = currencyOfAmounts(input, field);
        findings.insert(findings.end(), found.begin(), found.end());
    }
    return findings;
}

} // namespace core
