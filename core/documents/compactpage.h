// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/documents/geometry.h"

#include <QByteArray>

namespace core {

// The words of a page in few bytes, ready to be searched: what a whole book of is kept in memory. Certainties are left
// out, and places are rounded to 1/65535 of the page's width and height.
struct CompactPage {
    int page = 1; // 1-based
    QSizeF size; // points, as shown
    TextSource source = TextSource::TextLayer;
    bool isReadable = true; // false: the page is broken
    bool needsScan = false; // next to no text: what else there may be to read is in its picture
    QByteArray text; // UTF-8: words as they are copied, with blanks and line ends between
    QByteArray folded; // the same as foldedText() has it
    QByteArray places; // ten bytes a word

    [[nodiscard]] qint64 bytes() const { return text.size() + folded.size() + places.size(); }
};

// A word of it.
struct CompactWord {
    int length = 0; // UTF-16 units of the text
    QRectF box; // points
    bool spaceAfter = true;
    bool startsLine = false;
    bool startsBlock = false;
};

[[nodiscard]] CompactPage compacted(const PageText &text);

// In the order of the text. Never more than the text has room for, whatever the bytes are.
[[nodiscard]] std::vector<CompactWord> wordsOf(const CompactPage &page);

// The text of words as it is copied: blanks between them, and line ends.
[[nodiscard]] QString runningText(const std::vector<Word> &words);

} // namespace core
