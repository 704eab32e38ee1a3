// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"

#include <deque>
#include <vector>

namespace core {

// A stretch of words; the first and last may be taken in part, in fractions of their width.
struct WordSpan {
    qsizetype first = 0;
    qsizetype last = 0;
    double from = 0;
    double to = 1;
};

struct IndexedWord {
    const Word *word = nullptr;
    int page = 1;
    TextSource source = TextSource::TextLayer;
};

// All words of a document in reading order, joined for searching. Must not outlive the document.
class TextIndex
{
public:
    explicit TextIndex(const DocumentText &document);
    TextIndex(const TextIndex &) = delete;
    TextIndex &operator=(const TextIndex &) = delete;

    [[nodiscard]] const std::vector<IndexedWord> &words() const { return m_words; }
    [[nodiscard]] const QString &plain() const { return m_plain; } // as printed, pages parted by line feeds
    [[nodiscard]] const QString &compact() const { return m_compact; } // folded letters and digits only
    [[nodiscard]] const std::vector<qsizetype> &digitWords() const { return m_digitWords; } // those with a digit

    [[nodiscard]] WordSpan plainSpan(qsizetype position, qsizetype length) const;
    [[nodiscard]] WordSpan compactSpan(qsizetype position, qsizetype length) const;
    [[nodiscard]] bool breaksAt(qsizetype compactPosition) const; // a word, or a part of one, begins or the text ends
    [[nodiscard]] qsizetype compactStart(qsizetype word) const { return m_compactStart[static_cast<size_t>(word)]; }

    [[nodiscard]] bool sameLine(qsizetype a, qsizetype b) const;
    [[nodiscard]] QString text(qsizetype first, qsizetype last) const; // words joined as printed
    [[nodiscard]] std::pair<qsizetype, qsizetype> wordsOfPage(int page) const; // [first, end)

private:
    void addPage(const PageText &page);
    void addFormValues(const DocumentText &document);
    void addWord(const IndexedWord &word, bool space);
    void endPage();
    [[nodiscard]] WordSpan span(const std::vector<qsizetype> &starts, qsizetype position, qsizetype length) const;

    std::vector<IndexedWord> m_words;
    std::deque<Word> m_formWords;
    QString m_plain;
    QString m_compact;
    std::vector<qsizetype> m_plainStart; // one more than words
    std::vector<qsizetype> m_compactStart;
    std::vector<bool> m_breaks; // by position in compact
    std::vector<qsizetype> m_digitWords;
};

// Letters and digits, compatibility forms and case folded.
[[nodiscard]] QString compacted(QStringView text);

} // namespace core
