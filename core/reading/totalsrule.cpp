// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/rules.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

constexpr double cent = 0.015;
constexpr double agreement = 0.3; // what a sum that works out adds
constexpr size_t mostCandidates = 24;

double amountOf(const Finding &finding)
{
    return finding.value.value.toDouble();
}

bool same(double a, double b)
{
    return std::abs(a - b) < cent;
}

std::vector<Finding *> candidates(Findings *findings, const SchemaField *field)
{
    std::vector<Finding *> result;
    for (Finding &finding : *findings) {
        if (field && finding.path == field->path)
            result.push_back(&finding);
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const Finding *a, const Finding *b) { return a->score > b->score; });
    if (result.size() > mostCandidates)
        result.resize(mostCandidates);
    return result;
}

// The three that add up and together have the best labels.
void rewardSum(Findings *findings, const SchemaField *net, const SchemaField *tax, const SchemaField *gross)
{
    Finding *best[3] = {};
    double bestScore = 0;
    for (Finding *n : candidates(findings, net)) {
        for (Finding *t : candidates(findings, tax)) {
            for (Finding *g : candidates(findings, gross)) {
                const double score = n->score + t->score + g->score + 0.00001 * std::log1p(std::abs(amountOf(*g)));
                const bool plausible = same(amountOf(*n) + amountOf(*t), amountOf(*g))
                    && std::abs(amountOf(*t)) <= 0.5 * std::abs(amountOf(*n));
                if (plausible && score > bestScore) {
                    best[0] = n, best[1] = t, best[2] = g;
                    bestScore = score;
                }
            }
        }
    }
    for (Finding *finding : best) {
        if (finding)
            finding->score = std::min(1.0, finding->score + agreement);
    }
}

const Finding *bestAmong(const Findings &findings, const SchemaField *field)
{
    const Finding *best = nullptr;
    for (const Finding &finding : findings) {
        if (field && finding.path == field->path && (!best || finding.score > best->score))
            best = &finding;
    }
    return best;
}

// What is missing of three may still be printed without a label that says so.
void addThird(const ReadingInput &input, Findings *findings, const SchemaField *wanted, std::optional<double> amount)
{
    if (!wanted || !amount)
        return;
    const auto known = candidates(findings, wanted);
    if (std::any_of(known.begin(), known.end(), [&](const Finding *each) { return same(amountOf(*each), *amount); }))
        return;
    for (const Scan &scan : scanValues(input.layout, 0, input.layout.tokenCount(), ValueType::Money, input.context)) {
        if (scan.strong && same(scan.value.value.toDouble(), *amount)) {
            findings->push_back(findingAt(input.layout, wanted->path, scan, 0.8));
            return;
        }
    }
}

void addMissing(const ReadingInput &input, Findings *findings, const SchemaField *net, const SchemaField *tax,
                const SchemaField *gross)
{
    const Finding *n = bestAmong(*findings, net), *g = bestAmong(*findings, gross), *t = bestAmong(*findings, tax);
    if (n && g && amountOf(*g) > amountOf(*n) && (!t || !same(amountOf(*n) + amountOf(*t), amountOf(*g))))
        addThird(input, findings, tax, amountOf(*g) - amountOf(*n));
    else if (t && g && !n)
        addThird(input, findings, net, amountOf(*g) - amountOf(*t));
    else if (t && n && !g)
        addThird(input, findings, gross, amountOf(*n) + amountOf(*t));
}

// Where nothing was paid yet and nothing else is said, all of it is due.
void assumeAllIsDue(Findings *findings, const SchemaField *gross, const SchemaField *due)
{
    const Finding *total = bestAmong(*findings, gross);
    const Finding *owed = bestAmong(*findings, due);
    if (!due || !total || (owed && owed->score > 0.4))
        return;
    Finding finding = *total;
    finding.path = due->path;
    finding.score = std::min(0.5, finding.score * 0.6);
    findings->push_back(finding);
}

// Cash given less change is what was paid, and a total that is said twice is likelier than one that is not.
// Where no total is readable, the largest amount is most likely it.
void addLargest(const ReadingInput &input, Findings *findings, const SchemaField *total)
{
    std::optional<Scan> largest;
    for (const Scan &scan : scanValues(input.layout, 0, input.layout.tokenCount(), ValueType::Money, input.context)) {
        const bool more = !largest || scan.value.value.toDouble() > largest->value.value.toDouble();
        if (scan.strong && scan.value.value.contains(u'.') && more)
            largest = scan;
    }
    if (largest)
        findings->push_back(findingAt(input.layout, total->path, *largest, 0.25));
}

bool isRounding(const ReadingInput &input, const Finding &finding)
{
    if (finding.places.empty())
        return false;
    const QRectF &box = finding.places.front().box;
    return std::any_of(input.labels.hits().begin(), input.labels.hits().end(), [&](const LabelHit &hit) {
        const QRectF label = input.layout.token(hit.first).box;
        const double rise = box.top() - label.bottom();
        return hit.key.startsWith(u"round"_s) && rise > -0.5 * box.height() && rise < 1.5 * box.height();
    });
}

void weighReceipt(const ReadingInput &input, Findings *findings, const SchemaField *total)
{
    std::vector<double> cash, change;
    for (const LabelHit &hit : input.labels.hits()) {
        const bool isChange = hit.key.startsWith(u"change"_s) || hit.key == u"ruckgeld" || hit.key == u"wechselgeld";
        const bool isCash = hit.key.startsWith(u"cash"_s) || hit.key.contains(u"tendered"_s)
            || hit.key.startsWith(u"payment"_s) || hit.key == u"bar" || hit.key == u"gegeben" || hit.key == u"paid"
            || hit.key == u"amountpaid";
        if (!isChange && !isCash)
            continue;
        const Segment &home = input.layout.segmentOf(hit.first);
        const int end = input.layout.segment(input.layout.row(home.row).last - 1).last;
        for (const Scan &scan : scanValues(input.layout, hit.last, end, ValueType::Money, input.context)) {
            if (scan.strong)
                (isChange ? change : cash).push_back(std::abs(scan.value.value.toDouble()));
        }
    }
    change.push_back(0);
    for (Finding *finding : candidates(findings, total)) {
        bool agrees = false;
        for (const double given : cash) {
            for (const double back : change)
                agrees = agrees || same(given - back, amountOf(*finding));
        }
        const double bonus = (agrees ? 0.2 : 0) + (isRounding(input, *finding) ? 0.06 : 0);
        const double malus = amountOf(*finding) <= 0 ? 0.5 : 0;
        finding->score = std::clamp(finding->score + bonus - malus, 0.0, 1.0);
    }
    for (const double given : cash) {
        for (const double back : change) {
            if (back > 0 && given - back > 0 && candidates(findings, total).empty())
                addThird(input, findings, total, given - back);
        }
    }
    if (candidates(findings, total).empty())
        addLargest(input, findings, total);
}

} // namespace

void weighTotals(const ReadingInput &input, Findings *findings)
{
    const SchemaField *net = fieldOfRole(input.schema, u"total_net"_s);
    const SchemaField *tax = fieldOfRole(input.schema, u"total_tax"_s);
    const SchemaField *gross = fieldOfRole(input.schema, u"total_gross"_s);
    rewardSum(findings, net, tax, gross);
    addMissing(input, findings, net, tax, gross);
    assumeAllIsDue(findings, gross, fieldOfRole(input.schema, u"total_due"_s));
    if (const SchemaField *total = fieldOfRole(input.schema, u"purchase_total"_s))
        weighReceipt(input, findings, total);
}

} // namespace core
