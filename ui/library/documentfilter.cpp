// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/documentfilter.h"

#include "ui/library/documentmodel.h"

namespace ui {

void DocumentFilter::setShow(Show show)
{
    m_show = show;
    invalidateFilter();
}

void DocumentFilter::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool DocumentFilter::holds(Show show, core::DocumentState state)
{
    switch (show) {
    case Show::All:
        return true;
    case Show::ToReview:
        return state == core::DocumentState::ToReview;
    case Show::Running:
        return state == core::DocumentState::Running || state == core::DocumentState::Waiting;
    case Show::Approved:
        return state == core::DocumentState::Approved;
    case Show::Failed:
        return state == core::DocumentState::Failed || state == core::DocumentState::Cancelled;
    }
    Q_UNREACHABLE();
}

bool DocumentFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return holds(m_show, index.data(DocumentModel::StateRole).value<core::DocumentState>())
        && (m_text.isEmpty() || index.data().toString().contains(m_text, Qt::CaseInsensitive));
}

} // namespace ui
