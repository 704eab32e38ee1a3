// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/labelrule.h"

#include "core/reading/companywords.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

// Where a value may stand: beside its label, or below it, nearest first.
struct Zone {
    int first = 0;
    int last = 0;
    double worth = 0;
};

// Words that name a value rather than are one: "Original Date / Revision".
bool soundsLikeLabel(const QString &text)
{
    static const QRegularExpression words(u"\\b(date|datum|number|no|nr|num|type|code|name|revision|id|ref|order|"
                                          u"estimate|terms|method|period|page|product|agency|"
                                          "buyer|nummer|art|numéro|fecha|data)\\b|#"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const bool digits = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    return !digits && text.size() < 40 && words.match(text).hasMatch();
}

// Headings in a row, their values in the next: what stands beside a heading is another heading.
bool isStacked(const Layout &layout, const Segment &home)
{
    const Row &row = layout.row(home.row);
    const auto below = layout.below(home.page, home.row, home.box, 2);
    for (int s = row.first; s < row.last; ++s) {
        const Segment &beside = layout.segment(s);
        if (beside.first >= home.last && !below.empty())
            return soundsLikeLabel(beside.text) && !soundsLikeLabel(layout.segment(below.front()).text);
    }
    return false;
}

std::vector<Zone> zonesOf(const ReadingInput &input, const LabelHit &hit)
{
    const Layout &layout = input.layout;
    const Segment &home = layout.segmentOf(hit.first);
    const Row &row = layout.row(home.row);
    const int rowEnd = layout.segment(row.last - 1).last;
    const bool near = hit.last < home.last;
    const bool stacked = !hit.colon && !near && isStacked(layout, home);
    const int end = input.labels.nextLabel(hit.last, rowEnd);
    std::vector<Zone> zones;
    if (hit.last < end) {
        const double gap = near ? 0 : layout.token(hit.last).box.left() - home.box.right();
        const double distance = std::min(0.2, std::max(0.0, gap) / 2500);
        zones.push_back({hit.last, end, (hit.colon ? 0.95 : stacked ? 0.6 : 0.85) - distance});
    }
    double worth = hit.colon && near ? 0.5 : 0.75;
    const QRectF under = layout.token(hit.first).box | layout.token(hit.last - 1).box;
    for (const int below : layout.below(home.page, home.row, under, 4.5)) {
        const Segment &segment = layout.segment(below);
        if (input.labels.isLabel(segment.first))
            break;
        zones.push_back({segment.first, input.labels.nextLabel(segment.first, segment.last), worth});
        worth -= 0.2;
    }
    std::stable_sort(zones.begin(), zones.end(), [](const Zone &a, const Zone &b) { return a.worth > b.worth; });
    return zones;
}

std::optional<Scan> textIn(const Layout &layout, int first, int last)
{
    static const QRegularExpression filler(u"^[:=\\-–|.*#]+$"_s);
    while (first < last && filler.match(layout.token(first).text).hasMatch())
        ++first;
    if (first >= last)
        return std::nullopt;
    int end = std::min(last, layout.segmentOf(first).last);
    QString raw = layout.text(first, end).simplified();
    static const QRegularExpression edges(u"^[:=|]\\s*|\\s*[|]$"_s);
    raw.remove(edges);
    const bool letters = std::any_of(raw.begin(), raw.end(), [](QChar c) { return c.isLetterOrNumber(); });
    return letters ? std::optional(Scan{first, end, raw, {raw, {}}, true}) : std::nullopt;
}

std::optional<Scan> typedIn(const ReadingInput &input, const Zone &zone, ValueType type)
{
    const auto scans = scanValues(input.layout, zone.first, zone.last, type, input.context);
    const auto strong = std::find_if(scans.begin(), scans.end(), [](const Scan &scan) { return scan.strong; });
    if (strong != scans.end())
        return *strong;
    return scans.empty() ? std::nullopt : std::optional(scans.front());
}

std::optional<Scan> valueIn(const ReadingInput &input, const Zone &zone, const SchemaField &field)
{
    switch (shapeOf(field)) {
    case Shape::Typed:
        return typedIn(input, zone, field.type);
    case Shape::Identifier:
        return scanIdentifier(input.layout, zone.first, zone.last, input.context);
    case Shape::Name:
    case Shape::Text:
        return textIn(input.layout, zone.first, zone.last);
    }
    return std::nullopt;
}

// A long label says more than a short one, and one in the midst of a sentence less than one at its line's start.
double weightOf(const Layout &layout, const LabelHit &hit)
{
    const double length = std::min(1.0, 0.72 + 0.025 * static_cast<double>(hit.key.size()));
    const bool midst = !hit.colon && hit.first > layout.segmentOf(hit.first).first;
    return hit.quality * length * (midst ? 0.85 : 1);
}

// Digits without cents may be a count, and words that run on behind a label may be its sentence.
double trustIn(const Layout &layout, const LabelHit &hit, const SchemaField &field, const Scan &scan)
{
    const Shape shape = shapeOf(field);
    if (shape == Shape::Typed)
        return scan.strong ? 1 : 0.7;
    const bool runsOn = !hit.colon && layout.token(scan.first).segment == layout.token(hit.first).segment;
    if (shape == Shape::Name)
        return (couldBeName(scan.raw) && !looksLikeCode(scan.raw) ? 1 : 0.2) * (runsOn ? 0.4 : 1);
    return shape == Shape::Text && runsOn ? 0.6 : 1;
}

bool isSaid(const SchemaField &field, const Scan &scan)
{
    if (field.choices.isEmpty())
        return true;
    return field.choices.contains(scan.value.value, Qt::CaseInsensitive);
}

} // namespace

Finding findingAt(const Layout &layout, const QString &path, const Scan &scan, double score)
{
    Finding finding;
    finding.path = path;
    finding.raw = scan.raw;
    finding.value = scan.value;
    finding.places = layout.places(scan.first, scan.last);
    finding.score = std::clamp(score, 0.0, 1.0);
    finding.source = finding.places.empty() ? TextSource::TextLayer : finding.places.front().source;
    return finding;
}

Findings readLabelled(const ReadingInput &input)
{
    Findings findings;
    for (const LabelHit &hit : input.labels.hits()) {
        if (hit.fields.empty())
            continue;
        const auto zones = zonesOf(input, hit);
        for (const int index : hit.fields) {
            const SchemaField &field = input.schema.fields[static_cast<size_t>(index)];
            for (const Zone &zone : zones) {
                const auto scan = valueIn(input, zone, field);
                if (!scan || !isSaid(field, *scan))
                    continue;
                const double score =
                    zone.worth * weightOf(input.layout, hit) * trustIn(input.layout, hit, field, *scan);
                Finding finding = findingAt(input.layout, field.path, *scan, score);
                finding.label = input.layout.text(hit.first, hit.last);
                findings.push_back(std::move(finding));
                break;
            }
        }
    }
    return findings;
}

} // namespace core
