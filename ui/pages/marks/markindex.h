// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/mark.h"

#include <map>
#include <vector>

namespace ui {

// The marks of a document, page by page, and which field is chosen.
class MarkIndex
{
public:
    void set(const std::vector<Mark> &marks);
    void choose(const QString &id) { m_chosen = id; }

    [[nodiscard]] const std::vector<Mark> &onPage(int page) const;
    [[nodiscard]] bool isChosen(const Mark &mark) const { return !m_chosen.isEmpty() && mark.id == m_chosen; }
    [[nodiscard]] QString chosen() const { return m_chosen; }
    [[nodiscard]] const Mark *first(const QString &id) const; // null: nothing of that name
    // The smallest box around the point wins, since boxes lie inside each other; the tolerance is in points.
    [[nodiscard]] const Mark *at(int page, const QPointF &point, double tolerance) const;
    [[nodiscard]] int doubts(int page) const; // marks that want to be looked at
    [[nodiscard]] bool isEmpty() const { return m_pages.empty(); }

private:
    std::map<int, std::vector<Mark>> m_pages;
    QString m_chosen;
};

} // namespace ui
