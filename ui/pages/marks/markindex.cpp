// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/marks/markindex.h"

#include <algorithm>

namespace ui {

namespace {

double area(const Mark &mark)
{
    return mark.box.width() * mark.box.height();
}

bool isDoubtful(const Mark &mark)
{
    return mark.tone == Tone::Doubtful || mark.tone == Tone::Ambiguous;
}

} // namespace

void MarkIndex::set(const std::vector<Mark> &marks)
{
    m_pages.clear();
    for (const Mark &mark : marks)
        m_pages[mark.page].push_back(mark);
}

const std::vector<Mark> &MarkIndex::onPage(int page) const
{
    static const std::vector<Mark> none;
    const auto found = m_pages.find(page);
    return found == m_pages.end() ? none : found->second;
}

const Mark *MarkIndex::first(const QString &id) const
{
    for (const auto &[page, marks] : m_pages)
        for (const Mark &mark : marks)
            if (mark.id == id)
                return &mark;
    return nullptr;
}

const Mark *MarkIndex::at(int page, const QPointF &point, double tolerance) const
{
    const Mark *smallest = nullptr;
    for (const Mark &mark : onPage(page)) {
        const QRectF reach = mark.box.normalized().adjusted(-tolerance, -tolerance, tolerance, tolerance);
        if (reach.contains(point) && (!smallest || area(mark) < area(*smallest)))
            smallest = &mark;
    }
    return smallest;
}

int MarkIndex::doubts(int page) const
{
    const auto &marks = onPage(page);
    return static_cast<int>(std::count_if(marks.begin(), marks.end(), isDoubtful));
}

} // namespace ui
