// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/matchers.h"

namespace core {
namespace {

constexpr qsizetype mostMatches = 500;

bool joinsNumber(QChar sign)
{
    return sign == u'.' || sign == u',' || sign == u'-' || sign == u'/' || sign == u'\'';
}

// Is the text cut out of a longer word or number there? step -1 looks before the beginning, +1 after the end.
bool cutsWord(const QString &all, qsizetype edge, qsizetype outside, qsizetype step)
{
    const auto at = [&](qsizetype i) { return i >= 0 && i < all.size() ? all[i] : QChar(u' '); };
    if (!at(edge).isLetterOrNumber())
        return false;
    if (at(outside).isLetterOrNumber())
        return true;
    return at(edge).isDigit() && joinsNumber(at(outside)) && at(outside + step).isDigit();
}

// "1.5" has one decimal separator with one or two digits after it.
QStringList decimalsOf(const QString &text)
{
    QStringList found;
    qsizetype i = 0;
    while (i < text.size()) {
        if (!text[i].isDigit()) {
            ++i;
            continue;
        }
        const qsizetype start = i;
        QList<qsizetype> separators;
        while (i < text.size()
               && (text[i].isDigit()
                   || ((text[i] == u'.' || text[i] == u',') && i + 1 < text.size() && text[i + 1].isDigit()))) {
            if (!text[i].isDigit())
                separators += i;
            ++i;
        }
        if (separators.size() == 1 && i - separators.front() - 1 <= 2)
            found += compacted(QStringView(text).sliced(start, i - start));
    }
    return found;
}

} // namespace

std::vector<Match> exactMatches(const TextIndex &index, const QString &text)
{
    std::vector<Match> matches;
    const QString wanted = text.simplified();
    if (wanted.isEmpty())
        return matches;
    const QString &all = index.plain();
    for (qsizetype at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
        const qsizetype end = at + wanted.size();
        if (cutsWord(all, at, at - 1, -1) || cutsWord(all, end - 1, end, 1))
            continue;
        matches.push_back({index.plainSpan(at, wanted.size()), MatchKind::Exact});
        if (std::ssize(matches) == mostMatches)
            break;
    }
    return matches;
}

std::vector<Match> compactMatches(const TextIndex &index, const QString &text)
{
    std::vector<Match> matches;
    const QString wanted = compacted(text);
    const QString &all = index.compact();
    if (wanted.isEmpty())
        return matches;
    for (qsizetype at = all.indexOf(wanted); at >= 0; at = all.indexOf(wanted, at + 1)) {
        if (!index.breaksAt(at) || !index.breaksAt(at + wanted.size()))
            continue;
        const WordSpan span = index.compactSpan(at, wanted.size());
        if (wanted.size() < 4 && (span.first != span.last || span.from > 0 || span.to < 1))
            continue; // so short that neighbours would join to it by chance
        if (!decimalsAgree(index.text(span.first, span.last), text))
            continue;
        matches.push_back({span, MatchKind::Normalised});
        if (std::ssize(matches) == mostMatches)
            break;
    }
    return matches;
}

bool decimalsAgree(const QString &printed, const QString &wanted)
{
    return decimalsOf(printed) == decimalsOf(wanted);
}

} // namespace core
