// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/companywords.h"
#include "core/reading/rules.h"
#include "core/reading/sections.h"
#include "core/reading/textkeys.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

// A name of segments [first, last] or a part of one.
struct Name {
    Scan scan;
    double worth = 0;
};

QString tidyName(QString text)
{
    static const QRegularExpression edges(u"^[\\s:;,|·•●*_\\-–]+|[\\s:;,|·•●*_\\-–]+$"_s);
    static const QRegularExpression address(
        u"^(herrn?|frau|firma|fa\\.|mr\\.?|mrs\\.?|ms\\.?|m\\.|mme|attn:?|an|à|to|name)\\s*:?\\s+(?=\\p{Lu})"_s,
        QRegularExpression::CaseInsensitiveOption);
    return text.remove(edges).remove(address).simplified();
}

Scan scanOf(const Layout &layout, int first, int last)
{
    const QString raw = tidyName(layout.text(first, last));
    return {first, last, raw, {raw, {}}, true};
}

bool isSalutation(const QString &text)
{
    static const QRegularExpression alone(u"^\\W*(herrn?|frau|firma|fa|mr|mrs|ms|m|mme|an|attn|company|to)\\W*$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return alone.match(text).hasMatch();
}

bool isNameLine(const Layout &layout, int segment)
{
    const QString &text = layout.segment(segment).text;
    return couldBeName(text) && !isCountry(text) && !isContactLine(text) && !looksLikeTown(text)
        && !looksLikeStreet(text) && !isSalutation(text);
}

// "MVM Mutual Insurance" / "Association of Anytown a.G.": the legal form comes with the second line.
Scan withSecondLine(const Layout &layout, const std::vector<int> &lines, size_t at)
{
    const Segment &line = layout.segment(lines[at]);
    if (at + 1 < lines.size() && !hasLegalForm(line.text)) {
        const Segment &next = layout.segment(lines[at + 1]);
        const bool adjacent = next.row - line.row == 1 && next.box.top() - line.box.bottom() < line.box.height();
        if (adjacent && hasLegalForm(next.text) && isNameLine(layout, lines[at + 1]))
            return scanOf(layout, line.first, next.last);
    }
    return scanOf(layout, line.first, line.last);
}

// Below a heading: the value of "Name:", or else the first line that is a name.
std::vector<Name> underHeading(const ReadingInput &input, const LabelHit &hit)
{
    static const QSet<QString> nameLabels{u"name"_s,   u"firma"_s, u"nom"_s,    u"naam"_s,
                                          u"nombre"_s, u"nome"_s,  u"company"_s};
    const Layout &layout = input.layout;
    const Segment &home = layout.segmentOf(hit.first);
    if (!isHeading(layout, hit))
        return {};
    const std::vector<int> below = layout.below(home.page, home.row, home.box, 7);
    std::vector<Name> names;
    for (size_t i = 0; i < below.size() && i < 5; ++i) {
        const Segment &line = layout.segment(below[i]);
        const QString lead = textKey(layout.token(line.first).text);
        if (nameLabels.contains(lead)) {
            const int rowEnd = layout.segment(layout.row(line.row).last - 1).last;
            const int first = line.last > line.first + 1 ? line.first + 1 : line.last;
            if (first < rowEnd) {
                std::vector<int> value{layout.token(first).segment};
                for (const int more : layout.below(value.front(), 3))
                    value.push_back(more);
                Scan scan = withSecondLine(layout, value, 0);
                scan.first = first;
                scan.raw = tidyName(layout.text(first, scan.last));
                scan.value = {scan.raw, {}};
                names.push_back({scan, 0.97});
            }
            break;
        }
        const bool labelled = input.labels.isLabel(line.first) || line.text.contains(u':') || lead.endsWith(u'#');
        if (i == 0 && input.labels.isLabel(line.first))
            break; // one of a list of labels, and no heading over a block
        if (labelled || !isNameLine(layout, below[i]))
            continue;
        names.push_back({withSecondLine(layout, below, i), i == 0 ? 0.9 : 0.84});
        break;
    }
    return names;
}

// "Bei Spiel GmbH ● Ecke 12 ● 12345 Stadthausen": the small print over the address window.
std::optional<Scan> senderIn(const Layout &layout, int segment)
{
    static const QRegularExpression separator(u"^[|·•●*‧∙■,;:.°+–-]$"_s); // and what a scan makes of a dot
    const Segment &line = layout.segment(segment);
    int first = -1, count = 0;
    for (int i = line.first; i < line.last; ++i) {
        const QString text = layout.token(i).text;
        const bool ends = i > line.first && (text.endsWith(u',') || text.endsWith(u'|') || text.endsWith(u'·'));
        if (separator.match(text).hasMatch() || ends) {
            first = first < 0 ? (ends ? i + 1 : i) : first;
            ++count;
        }
    }
    if (count < 2 || first <= line.first || !looksLikeTown(line.text))
        return std::nullopt;
    const Scan scan = scanOf(layout, line.first, first);
    return couldBeName(scan.raw) && !looksLikeStreet(scan.raw) ? std::optional(scan) : std::nullopt;
}

// Who the letter is sent to stands under the sender's line.
std::vector<Name> underSender(const Layout &layout, int sender)
{
    for (const int below : layout.below(sender, 9)) {
        const Segment &line = layout.segment(below);
        const bool aligned = std::abs(line.box.left() - layout.segment(sender).box.left()) < 40;
        if (aligned && isNameLine(layout, below))
            return {{scanOf(layout, line.first, line.last), 0.78}};
    }
    return {};
}

Findings named(const ReadingInput &input, const SchemaField &field, const std::vector<Name> &names)
{
    Findings findings;
    for (const Name &name : names) {
        if (couldBeName(name.scan.raw))
            findings.push_back(findingAt(input.layout, field.path, name.scan, name.worth));
    }
    return findings;
}

// A name with a legal form counts more the more often it stands there, and with an address or a register beside it.
std::vector<Name> companies(const ReadingInput &input)
{
    const Layout &layout = input.layout;
    std::vector<Name> names;
    const double height = input.document.pages.empty() ? 800 : input.document.pages.front().size.height();
    for (int s = 0; s < static_cast<int>(layout.segments().size()) && layout.segment(s).page == 1; ++s) {
        const Segment &segment = layout.segment(s);
        if (!hasLegalForm(segment.text) || !couldBeName(segment.text) || segment.text.size() > 60
            || isContactLine(segment.text))
            continue;
        double worth = partyAt(input, segment.first) == Party::Buyer ? 0.15 : 0.5;
        const bool edge = segment.box.top() < 0.12 * height || segment.box.top() > 0.8 * height;
        worth += edge ? 0.1 : 0;
        for (const int below : layout.below(s, 9))
            worth += isContactLine(layout.segment(below).text) ? 0.03 : 0;
        names.push_back({scanOf(layout, segment.first, segment.last), std::min(worth, 0.72)});
    }
    return names;
}

// An address that nobody announces: the first block of the upper half with a town that is not the seller's.
std::vector<Name> addressees(const ReadingInput &input, const std::vector<Name> &sellers)
{
    const Layout &layout = input.layout;
    const double height = input.document.pages.empty() ? 800 : input.document.pages.front().size.height();
    for (const Block &block : blocksOf(layout, 1)) {
        if (layout.segment(block.front()).box.top() > 0.45 * height)
            break;
        const bool town =
            std::any_of(block.begin() + 1, block.end(), [&](int s) { return looksLikeTown(layout.segment(s).text); });
        const bool contact =
            std::any_of(block.begin(), block.end(), [&](int s) { return isContactLine(layout.segment(s).text); });
        if (!town || contact || block.size() < 2)
            continue;
        for (size_t i = 0; i + 1 < block.size(); ++i) {
            if (senderIn(layout, block[i]) || !isNameLine(layout, block[i]))
                continue;
            const Scan scan = withSecondLine(layout, block, i);
            const bool seller = std::any_of(sellers.begin(), sellers.end(), [&](const Name &name) {
                return textKey(name.scan.raw) == textKey(scan.raw);
            });
            if (!seller)
                return {{scan, 0.62}};
            break;
        }
    }
    return {};
}

} // namespace

Findings readParties(const ReadingInput &input)
{
    const Layout &layout = input.layout;
    std::vector<Name> sellers = companies(input), buyers;
    const auto append = [](std::vector<Name> *names, const std::vector<Name> &more) {
        names->insert(names->end(), more.begin(), more.end());
    };
    for (int s = 0; s < static_cast<int>(layout.segments().size()) && layout.segment(s).page == 1; ++s) {
        const Segment &segment = layout.segment(s);
        if (const auto sender = senderIn(layout, s)) {
            sellers.push_back({*sender, 0.85});
            append(&buyers, underSender(layout, s));
        }
        if (s < 3 && isNameLine(layout, s))
            sellers.push_back({scanOf(layout, segment.first, segment.last), 0.3 - 0.05 * s});
    }
    for (const LabelHit *hit : labelsOfRole(input, u"seller_name"_s))
        append(&sellers, underHeading(input, *hit));
    for (const LabelHit *hit : labelsOfRole(input, u"buyer_name"_s))
        append(&buyers, underHeading(input, *hit));
    append(&buyers, addressees(input, sellers));
    Findings findings;
    if (const SchemaField *field = fieldOfRole(input.schema, u"seller_name"_s))
        findings = named(input, *field, sellers);
    if (const SchemaField *field = fieldOfRole(input.schema, u"buyer_name"_s)) {
        const Findings more = named(input, *field, buyers);
        findings.insert(findings.end(), more.begin(), more.end());
    }
    return findings;
}

} // namespace core
