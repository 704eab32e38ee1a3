// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/document.h"

#include <vector>

namespace core {

// A printed word, or a part of one where a colon glues label and value together ("Date:01/02/2018").
struct Token {
    QString text;
    QRectF box;
    double certainty = 1;
    int segment = 0;
};

// Words of one line with no wide gap between them. Tokens are [first, last).
struct Segment {
    int page = 1;
    int row = 0;
    int first = 0;
    int last = 0;
    QRectF box;
    QString text;
};

// Segments beside each other, left to right. Segments are [first, last).
struct Row {
    int page = 1;
    int first = 0;
    int last = 0;
    QRectF box;
};

// A document as rows of segments of tokens, in the order in which people read it. A book has a million of them, so that
// they are not kept: the document is, which outlives this.
class Layout
{
public:
    explicit Layout(const DocumentText &document);
    explicit Layout(DocumentText &&) = delete;

    [[nodiscard]] const std::vector<Segment> &segments() const { return m_segments; }
    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }
    [[nodiscard]] Token token(int index) const;
    [[nodiscard]] const Segment &segment(int index) const { return m_segments[static_cast<size_t>(index)]; }
    [[nodiscard]] const Row &row(int index) const { return m_rows[static_cast<size_t>(index)]; }
    [[nodiscard]] const Segment &segmentOf(int token) const
    {
        return segment(m_pieces[static_cast<size_t>(token)].segment);
    }
    [[nodiscard]] int tokenCount() const { return static_cast<int>(m_pieces.size()); }
    [[nodiscard]] int rowCount() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] TextSource sourceOf(int page) const;
    [[nodiscard]] bool isScanned() const { return m_scanned; }

    // Tokens [first, last) joined with spaces.
    [[nodiscard]] QString text(int first, int last) const;
    [[nodiscard]] QString rowText(int row) const;
    // Where tokens [first, last) stand: a place a printed line.
    [[nodiscard]] std::vector<Place> places(int first, int last) const;
    // Segments below one that stand under it, nearest first, down to `depth` line heights.
    [[nodiscard]] std::vector<int> below(int segment, double depth) const;
    [[nodiscard]] std::vector<int> below(int page, int row, const QRectF &box, double depth) const;

private:
    // What of which word is a token: characters [from, to).
    struct Piece {
        int page = 0; // index
        int word = 0; // index
        int from = 0;
        int to = 0;
        int segment = 0;
    };
    void readPage(int index);

    const DocumentText &m_document;
    std::vector<Piece> m_pieces;
    std::vector<Segment> m_segments;
    std::vector<Row> m_rows;
    std::vector<TextSource> m_sources; // by page - 1
    bool m_scanned = false;
};

} // namespace core
