// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/finder.h"

#include "core/evidence/matchers.h"
#include "core/evidence/nearlabel.h"

#include <algorithm>

namespace core {
namespace {

constexpr size_t mostFound = 20;

bool comparesByMeaning(ValueType type)
{
    return type == ValueType::Number || type == ValueType::Money || type == ValueType::Date
        || type == ValueType::Currency;
}

// The words' box, with the first and last word cut where the value begins and ends within them.
QRectF boxOf(const TextIndex &index, const WordSpan &span, qsizetype first, qsizetype last)
{
    QRectF box;
    for (qsizetype i = first; i <= last; ++i) {
        QRectF word = index.words()[static_cast<size_t>(i)].word->box;
        const bool upright = word.height() > word.width() * 1.5; // letters of a turned word run down the page
        const double from = i == span.first && !upright ? span.from : 0;
        const double to = i == span.last && !upright ? span.to : 1;
        word = QRectF(word.left() + word.width() * from, word.top(), word.width() * (to - from), word.height());
        box = box.isNull() ? word : box.united(word);
    }
    return box;
}

Found foundAt(const TextIndex &index, const Match &match)
{
    Found found;
    found.match = match.kind;
    for (qsizetype first = match.span.first; first <= match.span.last;) {
        qsizetype last = first;
        while (last < match.span.last && index.sameLine(first, last + 1))
            ++last;
        const IndexedWord &word = index.words()[static_cast<size_t>(first)];
        found.lines.push_back(
            {{word.page, boxOf(index, match.span, first, last), index.text(first, last), word.source}, match.kind});
        first = last + 1;
    }
    return found;
}

// "20 %", "(0%):": no amount, whatever its digits are.
bool isRate(const TextIndex &index, const WordSpan &span)
{
    const qsizetype next = span.last + 1;
    return index.text(span.first, span.last).contains(u'%')
        || (next < std::ssize(index.words()) && index.sameLine(span.last, next)
            && index.words()[static_cast<size_t>(next)].word->text.startsWith(u'%'));
}

bool sameSpot(const Found &a, const Found &b)
{
    const Place &left = a.lines.front().place;
    const Place &right = b.lines.front().place;
    if (left.page != right.page)
        return false;
    const QRectF common = left.box.intersected(right.box);
    const double smaller = std::min(left.box.width() * left.box.height(), right.box.width() * right.box.height());
    return common.width() * common.height() > 0.5 * smaller;
}

std::vector<Match> matchesFor(const TextIndex &index, const Wanted &wanted, const NormalContext &context)
{
    if (wanted.type == ValueType::Boolean)
        return {}; // a tick has no letters, and "true" in a sentence proves nothing
    std::vector<Match> matches = exactMatches(index, wanted.text);
    const auto add = [&matches](std::vector<Match> more) { matches.insert(matches.end(), more.begin(), more.end()); };
    if (!wanted.value.value.isEmpty() && wanted.value.value != wanted.text)
        add(exactMatches(index, wanted.value.value));
    add(typedMatches(index, wanted, context));
    if (comparesByMeaning(wanted.type))
        return matches;
    add(compactMatches(index, wanted.text));
    if (matches.empty() && wanted.type != ValueType::Phone)
        add(fuzzyMatches(index, wanted.text));
    return matches;
}

} // namespace

EvidenceFinder::EvidenceFinder(const DocumentText &document)
    : m_index(std::make_unique<TextIndex>(document))
{
}

EvidenceFinder::~EvidenceFinder() = default;

std::vector<Found> EvidenceFinder::find(const Wanted &wanted, const NormalContext &context) const
{
    const NearLabel labels(*m_index, wanted.labels);
    std::vector<std::pair<qsizetype, Found>> spots; // with their first word, for reading order
    for (const Match &match : matchesFor(*m_index, wanted, context)) {
        if (wanted.type == ValueType::Money && isRate(*m_index, match.span))
            continue;
        Found found = foundAt(*m_index, match);
        const auto same = [&](const auto &spot) { return sameSpot(spot.second, found); };
        if (std::any_of(spots.begin(), spots.end(), same))
            continue; // better kinds came first
        const auto hit = labels.at(found.lines.front().place.page, found.lines.front().place.box);
        found.label = hit.label;
        found.beside = hit.beside;
        spots.emplace_back(match.span.first, std::move(found));
    }
    const auto rank = [](const auto &spot) {
        const Found &found = spot.second;
        const int label = found.label.isEmpty() ? 2 : found.beside ? 0 : 1;
        return std::tuple(found.match, label, found.lines.front().place.page, spot.first);
    };
    std::sort(spots.begin(), spots.end(), [&](const auto &a, const auto &b) { return rank(a) < rank(b); });
    std::vector<Found> result;
    for (auto &spot : spots) {
        if (result.size() == mostFound)
            break;
        result.push_back(std::move(spot.second));
    }
    return result;
}

std::vector<Evidence> findEvidence(const DocumentText &document, const Wanted &wanted, const NormalContext &context)
{
    std::vector<Evidence> evidence;
    for (const Found &found : EvidenceFinder(document).find(wanted, context))
        evidence.insert(evidence.end(), found.lines.begin(), found.lines.end());
    return evidence;
}

} // namespace core
