// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/queue.h"
#include "ui/library/documentfilter.h"

#include <QWidget>

#include <map>

namespace ui {

class FilterButton;

// all / to review / running / approved / failed, each with how many there are.
class FilterList : public QWidget
{
    Q_OBJECT

public:
    explicit FilterList(const core::Queue &queue, QWidget *parent = nullptr);

    void choose(DocumentFilter::Show show);
    [[nodiscard]] int count(DocumentFilter::Show show) const;

signals:
    void chosen(DocumentFilter::Show show);

private:
    void recount();

    const core::Queue &m_queue;
    std::map<DocumentFilter::Show, FilterButton *> m_buttons;
};

} // namespace ui
