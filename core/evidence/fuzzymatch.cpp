// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evidence/matchers.h"

#include <QSet>

#include <algorithm>

namespace core {
namespace {

constexpr int mostTries = 4000; // stretches compared letter by letter for one value
constexpr qsizetype longest = 400;

int editsAllowed(qsizetype length)
{
    if (length < 5)
        return 0;
    if (length < 9)
        return 1;
    return static_cast<int>(std::min<qsizetype>(12, length / 7 + 1));
}

bool looksAlike(QChar digit, QChar letter)
{
    static const QStringList alike{QStringLiteral("0oqd"), QStringLiteral("1il"), QStringLiteral("2z"),
                                   QStringLiteral("5s"),   QStringLiteral("6g"),  QStringLiteral("8b")};
    return std::any_of(alike.begin(), alike.end(),
                       [&](const QString &set) { return set[0] == digit && set.contains(letter); });
}

// Letters may differ, digits may only have been taken for a letter that looks like them.
bool mayStandFor(QChar a, QChar b)
{
    if (a.isDigit() && b.isDigit())
        return false;
    return a.isDigit() ? looksAlike(a, b) : b.isDigit() ? looksAlike(b, a) : true;
}

// Edit distance, or most + 1 when it is more than that.
int distance(QStringView a, QStringView b, int most)
{
    const int far = most + 1;
    if (qAbs(a.size() - b.size()) > most)
        return far;
    std::vector<int> previous(static_cast<size_t>(b.size()) + 1);
    for (size_t j = 1; j < previous.size(); ++j)
        previous[j] = b[static_cast<qsizetype>(j) - 1].isDigit() ? far : std::min(far, previous[j - 1] + 1);
    for (const QChar c : a) {
        std::vector<int> current(previous.size(), far);
        current[0] = c.isDigit() ? far : std::min(far, previous[0] + 1);
        for (size_t j = 1; j < current.size(); ++j) {
            const QChar d = b[static_cast<qsizetype>(j) - 1];
            int best = c == d ? previous[j - 1] : mayStandFor(c, d) ? previous[j - 1] + 1 : far;
            if (!c.isDigit())
                best = std::min(best, previous[j] + 1);
            if (!d.isDigit())
                best = std::min(best, current[j - 1] + 1);
            current[j] = std::min(best, far);
        }
        if (*std::min_element(current.begin(), current.end()) >= far)
            return far;
        previous = std::move(current);
    }
    return previous.back();
}

// Finds stretches of whole words near a piece that agrees exactly: of edits+1 pieces at least one has no edit in it.
class FuzzySearch
{
public:
    FuzzySearch(const TextIndex &index, const QString &text)
        : m_index(index)
        , m_text(text)
        , m_wanted(compacted(text))
        , m_edits(editsAllowed(m_wanted.size()))
    {
    }

    std::vector<Match> run()
    {
        if (m_edits == 0 || m_wanted.size() > longest)
            return {};
        const qsizetype pieces = m_edits + 1;
        for (qsizetype i = 0; i < pieces; ++i) {
            const qsizetype from = m_wanted.size() * i / pieces;
            const qsizetype to = m_wanted.size() * (i + 1) / pieces;
            searchPiece(m_wanted.mid(from, to - from), from);
        }
        return std::move(m_matches);
    }

private:
    void searchPiece(const QString &piece, qsizetype offset)
    {
        const QString &all = m_index.compact();
        for (qsizetype at = all.indexOf(piece); at >= 0 && m_tries < mostTries; at = all.indexOf(piece, at + 1)) {
            const qsizetype start = std::max<qsizetype>(0, at - offset);
            const qsizetype length = std::min(m_wanted.size(), all.size() - start);
            const qsizetype first = m_index.compactSpan(start, 1).first;
            const qsizetype last = m_index.compactSpan(start + length - 1, 1).first;
            if (m_tried.contains({first, last}))
                continue;
            m_tried.insert({first, last});
            tryAround(first, last);
        }
    }

    // An edit moves the ends by as much: the words beside the guessed ends may belong to it or not.
    void tryAround(qsizetype first, qsizetype last)
    {
        int best = m_edits + 1;
        WordSpan bestSpan;
        const qsizetype end = std::ssize(m_index.words());
        for (qsizetype a = std::max<qsizetype>(0, first - 1); a <= std::min(first + 1, end - 1); ++a) {
            for (qsizetype b = std::max(a, last - 1); b <= std::min(last + 1, end - 1); ++b) {
                ++m_tries;
                const qsizetype start = m_index.compactStart(a);
                const qsizetype stop = m_index.compactStart(b + 1);
                const QStringView printed = QStringView(m_index.compact()).sliced(start, stop - start).trimmed();
                if (printed.contains(u'\n'))
                    continue;
                const int edits = distance(m_wanted, printed, best - 1);
                if (edits < best) {
                    best = edits;
                    bestSpan = {a, b, 0, 1};
                }
            }
        }
        if (best <= m_edits && decimalsAgree(m_index.text(bestSpan.first, bestSpan.last), m_text))
            m_matches.push_back({bestSpan, MatchKind::Fuzzy});
    }

    const TextIndex &m_index;
    const QString &m_text;
    const QString m_wanted;
    const int m_edits;
    int m_tries = 0;
    QSet<std::pair<qsizetype, qsizetype>> m_tried;
    std::vector<Match> m_matches;
};

} // namespace

std::vector<Match> fuzzyMatches(const TextIndex &index, const QString &text)
{
    return FuzzySearch(index, text).run();
}

} // namespace core
