// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/textquery.h"

#include "core/documents/foldedtext.h"

#include <algorithm>
#include <cstring>

namespace core {
namespace {

// Whether a letter or figure of a word begins, or ends, at that byte. What is not ASCII is one, most of the time.
bool isOfWord(char byte)
{
    const auto code = static_cast<unsigned char>(byte);
    return code >= 0x80 || (code >= '0' && code <= '9') || (code >= 'a' && code <= 'z') || code == '_';
}

bool standsAlone(const QByteArray &folded, qsizetype start, qsizetype end)
{
    return (start == 0 || !isOfWord(folded[start - 1])) && (end >= folded.size() || !isOfWord(folded[end]));
}

QByteArray keptHyphens(QStringView text)
{
    return foldedText(withoutLines(text));
}

} // namespace

TextQuery::TextQuery(const QString &text, Options options)
    : m_needle(foldedText(text.simplified()))
    , m_text(withoutLines(text))
    , m_options(options)
{
    if (m_needle.contains('-')) {
        m_withoutHyphens = m_needle;
        m_withoutHyphens.replace('-', QByteArray());
    }
}

std::vector<TextRange> TextQuery::matchesIn(const CompactPage &page) const
{
    std::vector<TextRange> matches = found(m_needle, page.folded);
    std::vector<TextRange> divided =
        m_withoutHyphens.isEmpty() ? std::vector<TextRange>() : found(m_withoutHyphens, page.folded);
    if (divided.empty() && (!m_options.matchCase || matches.empty()))
        return matches;
    const QString text = QString::fromUtf8(page.text);
    const auto mapped = [&text](const std::vector<TextRange> &ranges) { return placesInText(text, ranges); };
    const auto keep = [](std::vector<TextRange> &ranges, const std::vector<TextRange> &places, const auto &isWanted) {
        std::vector<TextRange> kept;
        for (size_t i = 0; i < std::min(ranges.size(), places.size()); ++i) {
            if (isWanted(places[i]))
                kept.push_back(ranges[i]);
        }
        ranges = std::move(kept);
    };
    keep(divided, mapped(divided), [&](const TextRange &place) {
        return keptHyphens(QStringView(text).mid(place.start, place.length)) == m_needle;
    });
    matches.insert(matches.end(), divided.begin(), divided.end());
    if (m_options.matchCase)
        keep(matches, mapped(matches), [&](const TextRange &place) { return isExact(text, place); });
    std::ranges::sort(matches, {}, &TextRange::start);
    return matches;
}

std::vector<TextRange> TextQuery::found(const QByteArray &needle, const QByteArray &folded) const
{
    std::vector<TextRange> matches;
    if (needle.isEmpty())
        return matches;
    const char *const begin = folded.constData();
    const char *const end = begin + folded.size();
    const auto length = static_cast<size_t>(needle.size());
    for (const char *at = begin; at < end;) {
        const auto *match =
            static_cast<const char *>(::memmem(at, static_cast<size_t>(end - at), needle.constData(), length));
        if (!match)
            break;
        const auto start = match - begin;
        const bool wanted = !m_options.wholeWords || standsAlone(folded, start, start + needle.size());
        if (wanted)
            matches.push_back({static_cast<int>(start), static_cast<int>(needle.size())});
        at = match + (wanted ? needle.size() : 1);
    }
    return matches;
}

bool TextQuery::isExact(const QString &text, const TextRange &place) const
{
    const QStringView part = QStringView(text).mid(place.start, place.length);
    const auto composed = [](const QString &string) { return string.normalized(QString::NormalizationForm_C); };
    if (composed(withoutLines(part)) == composed(m_text))
        return true;
    // A word divided at the end of a line.
    QString whole = part.toString();
    for (qsizetype at = whole.indexOf(u'\n', 1); at > 0; at = whole.indexOf(u'\n', at)) {
        if (whole[at - 1] == u'-' || whole[at - 1] == QChar(0x2010))
            whole.remove(at - 1, 2);
        else
            whole[at] = u' ';
        at = std::max<qsizetype>(1, at - 1);
    }
    return composed(whole.simplified()) == composed(m_text);
}

std::vector<TextRange> placesInText(const QString &text, const std::vector<TextRange> &matches)
{
    std::vector<TextRange> places;
    places.reserve(matches.size());
    const FoldedText folded = foldedWithOrigins(text);
    const auto last = static_cast<int>(folded.origins.size()) - 1;
    for (const TextRange &match : matches) {
        const auto origin = [&folded](int byte) { return folded.origins[static_cast<size_t>(byte)]; };
        const int start = origin(std::clamp(match.start, 0, last));
        int end = std::clamp(match.start + match.length, 0, last);
        while (end > 0 && end < last && origin(end) == origin(end - 1)) // half of a ligature is all of it
            ++end;
        places.push_back({start, std::max(0, origin(end) - start)});
    }
    return places;
}

Snippet snippetOf(const QString &text, const TextRange &place, int around)
{
    const QStringView view(text);
    const int start = std::clamp(place.start, 0, static_cast<int>(text.size()));
    const int end = std::clamp(place.start + place.length, start, static_cast<int>(text.size()));
    const QString before = withoutLines(view.mid(std::max(0, start - around), std::min(start, around)));
    const QString match = withoutLines(view.mid(start, end - start));
    const QString after = withoutLines(view.mid(end, around));
    const QString blank(u' ');
    const QString more(QChar(0x2026));
    const QString gapBefore = start > 0 && text[start - 1].isSpace() ? blank : QString();
    const QString gapAfter = end < text.size() && text[end].isSpace() ? blank : QString();
    Snippet snippet;
    snippet.text = (start > around ? more : QString()) + before + gapBefore;
    snippet.match = {static_cast<int>(snippet.text.size()), static_cast<int>(match.size())};
    snippet.text += match + gapAfter + after + (end + around < text.size() ? more : QString());
    return snippet;
}

} // namespace core
