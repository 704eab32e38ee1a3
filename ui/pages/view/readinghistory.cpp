// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/readinghistory.h"

namespace ui {

namespace {

constexpr std::size_t most = 200;

std::optional<PagePoint> move(std::vector<PagePoint> &from, std::vector<PagePoint> &to, const PagePoint &here)
{
    if (from.empty())
        return {};
    const PagePoint place = from.back();
    from.pop_back();
    to.push_back(here);
    return place;
}

} // namespace

void ReadingHistory::leave(const PagePoint &place)
{
    if (m_behind.size() == most)
        m_behind.erase(m_behind.begin());
    m_behind.push_back(place);
    m_ahead.clear();
}

void ReadingHistory::clear()
{
    m_behind.clear();
    m_ahead.clear();
}

std::optional<PagePoint> ReadingHistory::back(const PagePoint &here)
{
    return move(m_behind, m_ahead, here);
}

std::optional<PagePoint> ReadingHistory::forward(const PagePoint &here)
{
    return move(m_ahead, m_behind, here);
}

} // namespace ui
