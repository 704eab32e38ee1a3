// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRectF>
#include <QString>

#include <vector>

namespace core {

// What Poppler takes for a word.
struct TextPiece {
    QString text;
    QRectF box; // points of the page as shown
    bool spaceAfter = true;
    bool chained = false; // goes on where the piece before ends, on Poppler's own line
    std::vector<QRectF> letters = {}; // the box of each code point; only asked for where they may change places
};

} // namespace core
