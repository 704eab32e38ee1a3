// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/panels/hitlist.h"

#include "ui/pages/panels/hitdelegate.h"
#include "ui/widgets/theme.h"

#include <QKeyEvent>

namespace ui {

namespace {

constexpr int rowsInSight = 6;

} // namespace

HitList::HitList(DocumentSearch &search, QWidget *parent)
    : QListView(parent)
    , m_search(search)
    , m_model(search)
{
    setObjectName(QStringLiteral("hitList"));
    setAccessibleName(tr("All hits"));
    setModel(&m_model);
    setItemDelegate(new HitDelegate(this));
    setUniformItemSizes(true);
    setLayoutMode(QListView::Batched);
    setBatchSize(2000);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&m_model, &HitModel::followed, this, &HitList::showState);
    connect(&search, &DocumentSearch::changed, this, &HitList::follow);
    connect(this, &QListView::activated, this, &HitList::accepted);
    hide();
}

void HitList::setWanted(bool wanted)
{
    m_wanted = wanted;
    showState();
}

void HitList::enter()
{
    if (isVisible())
        setFocus(Qt::OtherFocusReason);
}

int HitList::hitHeight() const
{
    return std::max(hitTarget, fontMetrics().height() + smallGap);
}

QSize HitList::sizeHint() const
{
    return {300, hitHeight() * qBound(1, m_model.rowCount(), rowsInSight)};
}

void HitList::showState()
{
    const bool wasHidden = isHidden();
    setVisible(m_wanted && m_model.rowCount() > 0);
    updateGeometry();
    follow();
    if (wasHidden && !isHidden())
        emit unfolded();
}

void HitList::follow()
{
    const QModelIndex wanted = m_model.indexOf(m_search.currentPlace());
    if (!wanted.isValid() || wanted == currentIndex())
        return;
    m_following = true;
    setCurrentIndex(wanted);
    m_following = false;
}

void HitList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_following && current.isValid() && hasFocus() && m_model.placeOf(current.row()) != m_search.currentPlace())
        m_search.choose(m_model.placeOf(current.row()));
}

void HitList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit closed();
    else if (event->key() == Qt::Key_Up && currentIndex().row() <= 0)
        emit left();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit accepted();
    else
        QListView::keyPressEvent(event);
}

} // namespace ui
