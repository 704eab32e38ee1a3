// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/poppler/textlayer.h"

#include "core/adapters/poppler/readingorder.h"

#include <poppler-qt6.h>

#include <algorithm>
#include <cmath>

namespace core {
namespace {

bool shareBaseline(const QRectF &a, const QRectF &b)
{
    const double overlap = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
    return overlap > 0.6 * std::min(a.height(), b.height());
}

// Poppler ends a line at a gap that a reader would not notice: such pieces are one line.
bool continuesLine(const QRectF &line, const QRectF &next)
{
    const double height = std::max(line.height(), next.height());
    const double gap = next.left() - line.right();
    return shareBaseline(line, next) && gap > -0.3 * height && gap < height;
}

// The next line of the same paragraph is close below and somewhere under the one before.
bool continuesBlock(const QRectF &line, const QRectF &next)
{
    const double height = std::max(line.height(), next.height());
    const double gap = next.top() - line.bottom();
    const double shared = std::min(line.right(), next.right()) - std::max(line.left(), next.left());
    return gap > -0.5 * height && gap < 0.9 * height && shared > 0;
}

// Gives words, as they come, their line and block.
class Layout
{
public:
    void place(Word &word, bool chained)
    {
        if (m_empty) {
            m_empty = false;
        } else if (chained || continuesLine(m_line, word.box)) {
            m_line |= word.box;
            word.line = m_lineNumber;
            word.block = m_blockNumber;
            return;
        } else {
            ++m_lineNumber;
            if (!continuesBlock(m_line, word.box))
                ++m_blockNumber;
        }
        m_line = word.box;
        word.line = m_lineNumber;
        word.block = m_blockNumber;
    }

private:
    QRectF m_line;
    int m_lineNumber = 0;
    int m_blockNumber = 0;
    bool m_empty = true;
};

// Every line with letters from right to left, as it is read.
std::vector<TextPiece> withLinesInOrder(const std::vector<TextPiece> &pieces)
{
    const Direction page = directionOf(pieces);
    std::vector<TextPiece> ordered;
    ordered.reserve(pieces.size());
    for (auto begin = pieces.begin(); begin != pieces.end();) {
        QRectF box = begin->box;
        auto end = begin + 1;
        for (; end != pieces.end() && (end->chained || continuesLine(box, end->box)); ++end)
            box |= end->box;
        std::vector<TextPiece> line(begin, end);
        if (hasRightToLeft(line))
            line = inReadingOrder(line, page);
        ordered.insert(ordered.end(), std::make_move_iterator(line.begin()), std::make_move_iterator(line.end()));
        begin = end;
    }
    return ordered;
}

} // namespace

std::vector<Word> wordsOf(std::vector<TextPiece> pieces, QSizeF page)
{
    if (hasRightToLeft(pieces))
        pieces = withLinesInOrder(pieces);
    const QRectF shown({}, page);
    std::vector<Word> words;
    words.reserve(pieces.size());
    Layout layout;
    for (const TextPiece &piece : pieces) {
        const QString text = piece.text.trimmed();
        if (text.isEmpty() || !shown.intersects(piece.box))
            continue;
        Word word{text, piece.box};
        word.spaceAfter = piece.spaceAfter;
        layout.place(word, piece.chained && !words.empty());
        if (!words.empty() && words.back().line != word.line)
            words.back().spaceAfter = true;
        words.push_back(std::move(word));
    }
    if (!words.empty())
        words.back().spaceAfter = true;
    return words;
}

std::vector<TextPiece> piecesOf(const std::vector<std::unique_ptr<Poppler::TextBox>> &boxes)
{
    std::vector<TextPiece> pieces;
    pieces.reserve(boxes.size());
    const Poppler::TextBox *expected = nullptr;
    for (const auto &box : boxes) {
        pieces.push_back({box->text(), box->boundingBox(), box->hasSpaceAfter(), expected == box.get()});
        expected = box->nextWord();
    }
    if (!hasRightToLeft(pieces))
        return pieces;
    for (size_t i = 0; i < pieces.size(); ++i) {
        const auto letters = static_cast<int>(pieces[i].text.toUcs4().size());
        for (int letter = 0; letter < letters; ++letter)
            pieces[i].letters.push_back(boxes[i]->charBoundingBox(letter));
    }
    return pieces;
}

QSizeF saneSize(QSizeF size)
{
    constexpr QSizeF letter{612, 792};
    const auto isSane = [](double length) { return std::isfinite(length) && length >= 1e-2 && length < 1e7; };
    return isSane(size.width()) && isSane(size.height()) ? size : letter;
}

} // namespace core
