// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/words/textselection.h"

namespace ui {

// The text of pages that stand together as one, in reading order: what a screen reader goes through. Positions are
// UTF-16 units of it.
class PageText
{
public:
    struct Range {
        int start = 0;
        int end = 0; // behind the last
        friend bool operator==(const Range &, const Range &) = default;
    };
    struct Part { // of one page
        int page = 1;
        int start = 0;
        SharedWords words;
    };

    void add(int page, const SharedWords &words); // pages without words are left out

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] int size() const { return static_cast<int>(m_text.size()); }

    [[nodiscard]] Range line(int position) const;
    [[nodiscard]] Range paragraph(int position) const;
    // The page and the place on it; page 0: none.
    [[nodiscard]] std::pair<int, QRectF> boxAt(int position) const;
    [[nodiscard]] int positionAt(int page, const QPointF &point) const; // -1: no words there
    [[nodiscard]] Range rangeOf(const TextSelection &selection) const; // start and end the same: nothing
    [[nodiscard]] std::optional<TextSelection> selectionOf(Range range) const; // whole words

private:
    [[nodiscard]] const Part *partAt(int position) const;
    [[nodiscard]] std::optional<WordPosition> wordAt(int position) const;

    std::vector<Part> m_parts;
    QString m_text;
};

} // namespace ui
