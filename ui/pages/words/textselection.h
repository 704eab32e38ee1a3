// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/words/pagewords.h"

#include <algorithm>
#include <optional>
#include <tuple>

namespace ui {

struct WordPosition {
    int page = 1;
    int word = 0;
    friend bool operator<(const WordPosition &a, const WordPosition &b)
    {
        return std::tie(a.page, a.word) < std::tie(b.page, b.word);
    }
};

// A run of words in reading order, or those inside a rectangle. A run grows from where it began (a word, a line, a
// paragraph) to where it is dragged.
class TextSelection
{
public:
    struct Area {
        int page = 1;
        QRectF box; // points
    };

    void begin(WordPosition first, WordPosition last)
    {
        m_area.reset();
        m_anchor = {first, last};
        m_range = m_anchor;
        m_empty = false;
    }
    void extendTo(WordPosition first, WordPosition last)
    {
        m_range = {std::min(m_anchor.first, first), std::max(m_anchor.second, last)};
    }
    void setArea(const Area &area)
    {
        begin({area.page, 0}, {area.page, 0});
        m_area = area;
    }
    void clear() { *this = {}; }

    [[nodiscard]] bool isEmpty() const { return m_empty; }
    [[nodiscard]] WordPosition first() const { return m_range.first; }
    [[nodiscard]] WordPosition last() const { return m_range.second; }
    [[nodiscard]] const std::optional<Area> &area() const { return m_area; }
    [[nodiscard]] WordPosition head() const // the end that moves
    {
        return m_range.first < m_anchor.first ? m_range.first : m_range.second;
    }
    [[nodiscard]] std::vector<int> wordsOn(int page, const PageWords &words) const;
    // First and last selected word of a page with so many words; last before first: none.
    [[nodiscard]] std::pair<int, int> onPage(int page, int words) const
    {
        if (m_empty || page < first().page || page > last().page)
            return {0, -1};
        return {page == first().page ? first().word : 0, page == last().page ? last().word : words - 1};
    }

private:
    std::pair<WordPosition, WordPosition> m_anchor;
    std::pair<WordPosition, WordPosition> m_range;
    std::optional<Area> m_area;
    bool m_empty = true;
};

} // namespace ui
