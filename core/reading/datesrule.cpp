// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/rules.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

constexpr int enoughTokens = 3000;

// "No. 471102 vom 05.03.2018": the date in the line of the number, or at the start of the next.
bool belongsToNumber(const ReadingInput &input, const Scan &scan, const std::vector<const LabelHit *> &numbers)
{
    static const QSet<QString> links{u"vom"_s,  u"von"_s, u"du"_s, u"dated"_s, u"del"_s, u"van"_s,   u"of"_s,
                                     u"from"_s, u"de"_s,  u"le"_s, u"d.d."_s,  u"on"_s,  u"datum"_s, u"date"_s};
    if (scan.first == 0 || !links.contains(input.layout.token(scan.first - 1).text.toLower()))
        return false;
    const int row = input.layout.segmentOf(scan.first).row;
    const bool startsRow = scan.first == input.layout.segment(input.layout.row(row).first).first;
    return std::any_of(numbers.begin(), numbers.end(), [&](const LabelHit *hit) {
        const int labelRow = input.layout.segmentOf(hit->first).row;
        return hit->first < scan.first && (labelRow == row || (startsRow && labelRow == row - 1))
            && scanIdentifier(input.layout, hit->last, scan.first, input.context);
    });
}

bool hasTimeBeside(const Layout &layout, const Scan &scan)
{
    static const QRegularExpression time(u"\\d{1,2}[:.]\\d{2}([:.]\\d{2})?"_s);
    const int row = layout.segmentOf(scan.first).row;
    for (int i = std::max(0, scan.first - 2); i < std::min(layout.tokenCount(), scan.last + 3); ++i) {
        const bool own = i >= scan.first && i < scan.last;
        if (layout.segmentOf(i).row == row && layout.token(i).text.contains(u':')
            && (!own || scan.last - scan.first > 1) && time.match(layout.token(i).text).hasMatch())
            return true;
    }
    return false;
}

// The label that a date has just before it names something else ("Lieferdatum 5.3.").
bool isNamedOtherwise(const ReadingInput &input, const Scan &scan, const QString &path)
{
    for (const LabelHit &hit : input.labels.hits()) {
        if (hit.last > scan.first || scan.first - hit.last > 1)
            continue;
        const bool sameRow = input.layout.segmentOf(hit.first).row == input.layout.segmentOf(scan.first).row;
        const bool mine = std::any_of(hit.fields.begin(), hit.fields.end(), [&](int index) {
            return input.schema.fields[static_cast<size_t>(index)].path == path;
        });
        if (sameRow && !mine)
            return true;
    }
    return false;
}

} // namespace

Findings readDates(const ReadingInput &input)
{
    const SchemaField *issue = fieldOfRole(input.schema, u"issue_date"_s);
    const SchemaField *purchase = fieldOfRole(input.schema, u"purchase_date"_s);
    const SchemaField *field = issue ? issue : purchase;
    if (!field)
        return {};
    Findings findings;
    const auto numbers = labelsOfRole(input, u"invoice_number"_s);
    const int end = std::min(input.layout.tokenCount(), enoughTokens);
    double score = issue ? 0.4 : 0.6;
    for (const Scan &scan : scanValues(input.layout, 0, end, ValueType::Date, input.context)) {
        double worth = score;
        if (belongsToNumber(input, scan, numbers))
            worth = 0.93;
        else if (isNamedOtherwise(input, scan, field->path))
            worth -= 0.25;
        else if (purchase && hasTimeBeside(input.layout, scan))
            worth += 0.2;
        findings.push_back(findingAt(input.layout, field->path, scan, worth));
        score = std::max(0.1, score - 0.04);
    }
    return findings;
}

} // namespace core
