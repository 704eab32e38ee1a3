// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/compactpage.h"

#include <vector>

namespace core {

struct TextRange {
    int start = 0;
    int length = 0;
    friend bool operator==(const TextRange &, const TextRange &) = default;
};

// What somebody looks for in pages. Capitals and accents make no difference unless they are told to, a blank matches
// any gap and the end of a line, and a word divided at the end of a line is found with its hyphen and without.
class TextQuery
{
public:
    struct Options {
        bool wholeWords = false;
        bool matchCase = false; // accents too
        friend bool operator==(const Options &, const Options &) = default;
    };

    TextQuery() = default;
    TextQuery(const QString &text, Options options);

    [[nodiscard]] bool isEmpty() const { return m_needle.isEmpty(); }
    // Bytes of the page's folded text, in order and side by side. At most as many as a page can be looked through for.
    [[nodiscard]] std::vector<TextRange> matchesIn(const CompactPage &page) const;

private:
    [[nodiscard]] std::vector<TextRange> found(const QByteArray &needle, const QByteArray &folded) const;
    [[nodiscard]] bool isExact(const QString &text, const TextRange &place) const;

    QByteArray m_needle;
    QByteArray m_withoutHyphens; // as a word divided there is found; empty: there were none
    QString m_text;
    Options m_options;
};

// The same matches in UTF-16 units of the text.
[[nodiscard]] std::vector<TextRange> placesInText(const QString &text, const std::vector<TextRange> &matches);

// A match with the words around it, on one line.
struct Snippet {
    QString text;
    TextRange match; // in it
};
[[nodiscard]] Snippet snippetOf(const QString &text, const TextRange &place, int around);

} // namespace core
