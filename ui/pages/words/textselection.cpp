// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/words/textselection.h"

namespace ui {

std::vector<int> TextSelection::wordsOn(int page, const PageWords &words) const
{
    if (m_area)
        return m_area->page == page ? words.inside(m_area->box) : std::vector<int>();
    std::vector<int> found;
    const auto [first, last] = onPage(page, words.count());
    for (int word = first; word <= std::min(last, words.count() - 1); ++word)
        found.push_back(word);
    return found;
}

} // namespace ui
