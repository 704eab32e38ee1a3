// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/compactpage.h"

#include <QRectF>
#include <QString>

#include <memory>
#include <vector>

namespace ui {

// The words of a page as one text, as it is copied and searched, with the place of every word. Compact: a book's
// worth of them is kept.
class PageWords
{
public:
    struct Span {
        int start = 0; // in the text
        int length = 0;
        int line = 0; // counted over the page
        int block = 0; // likewise
        float left = 0, top = 0, right = 0, bottom = 0; // points
        [[nodiscard]] QRectF box() const { return QRectF(QPointF(left, top), QPointF(right, bottom)); }
        void place(const QRectF &box);
    };

    PageWords() = default;
    explicit PageWords(const core::PageText &text);
    explicit PageWords(const core::CompactPage &page);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const std::vector<Span> &spans() const { return m_spans; }
    [[nodiscard]] int count() const { return static_cast<int>(m_spans.size()); }
    [[nodiscard]] const Span &span(int word) const { return m_spans.at(static_cast<std::size_t>(word)); }
    [[nodiscard]] qint64 bytes() const;

    [[nodiscard]] int wordAt(const QPointF &point) const; // -1: none
    [[nodiscard]] int nearestWord(const QPointF &point) const; // -1 on a page without words
    [[nodiscard]] std::pair<int, int> lineOf(int word) const; // first and last word of its line
    [[nodiscard]] std::pair<int, int> blockOf(int word) const; // likewise of its paragraph
    [[nodiscard]] int wordOfText(int position) const; // the one that the character is of, or the next; -1: none
    [[nodiscard]] QString words(int first, int last) const; // with spaces and line breaks
    [[nodiscard]] std::vector<int> inside(const QRectF &box) const; // words whose middle lies inside, in reading order
    [[nodiscard]] QString wordsInside(const QRectF &box) const; // their text, line by line
    // What to fill for a run of words, or of characters: one box a line.
    [[nodiscard]] std::vector<QRectF> boxesOfWords(int first, int last) const;
    [[nodiscard]] std::vector<QRectF> boxesOfWords(const std::vector<int> &words) const;
    [[nodiscard]] std::vector<QRectF> boxesOfText(int start, int length) const;

private:
    QString m_text;
    std::vector<Span> m_spans;
};

using SharedWords = std::shared_ptr<const PageWords>;

} // namespace ui
