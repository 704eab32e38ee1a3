// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QSizeF>
#include <QString>

#include <vector>

// Coordinates are page points (1/72 inch) from the top left corner of the page as shown: after /Rotate, inside the CropBox.
namespace core {

// Where a piece of text was read.
enum class TextSource { TextLayer, Ocr, EmbeddedXml, FormField, Model };

struct Word {
    QString text;
    QRectF box; // points
    double certainty = 1.0; // 0 to 1; 1 for a text layer
    int line = 0; // words of one printed line share it, within a page
    int block = 0; // paragraphs and columns
    bool spaceAfter = true; // false where the next word of the line follows without a gap

    friend bool operator==(const Word &, const Word &) = default;
};

struct PageText {
    int page = 1; // 1-based
    QSizeF size; // points, as shown
    TextSource source = TextSource::TextLayer;
    std::vector<Word> words; // reading order
};

// A place on a page and what stands there.
struct Place {
    int page = 1; // 1-based
    QRectF box; // points
    QString text;
    TextSource source = TextSource::TextLayer;

    friend bool operator==(const Place &, const Place &) = default;
};

} // namespace core
