// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/panels/thumbnailstrip.h"

#include "ui/pages/panels/thumbnaildelegate.h"
#include "ui/pages/view/skim.h"
#include "ui/pages/view/thumbnailsize.h"

#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {

namespace {

constexpr int afterScroll = 40; // milliseconds
constexpr int afterPage = 50; // milliseconds: the page itself comes first, and of many passing by only some are followed

} // namespace

ThumbnailStrip::ThumbnailStrip(PageView &view, QWidget *parent)
    : QListView(parent)
    , m_view(view)
    , m_model(view)
{
    setObjectName(u"thumbnailStrip"_s);
    setAccessibleName(tr("Thumbnails"));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true); // ten thousand pages are laid out without asking for each
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setMouseTracking(true);
    setItemDelegate(new ThumbnailDelegate(this));
    setModel(&m_model);
    setFixedWidth(thumbnailBounds.width() + 2 * gap + style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    m_requestTimer.setSingleShot(true);
    m_requestTimer.setInterval(afterScroll);
    connect(&m_requestTimer, &QTimer::timeout, this, &ThumbnailStrip::requestVisible);
    m_followTimer.setSingleShot(true);
    m_followTimer.setInterval(afterPage);
    connect(&m_followTimer, &QTimer::timeout, this, [this] { choose(m_followed); });
    connect(this, &QListView::clicked, this, [this](const QModelIndex &index) { emit pageChosen(index.row() + 1); });
}

void ThumbnailStrip::reload()
{
    m_model.reload();
    m_requestTimer.start();
}

void ThumbnailStrip::refresh()
{
    m_model.refresh();
}

void ThumbnailStrip::follow(int page)
{
    m_followed = page;
    if (!m_followTimer.isActive())
        m_followTimer.start();
}

void ThumbnailStrip::choose(int page)
{
    const QModelIndex index = m_model.index(page - 1);
    if (!index.isValid() || index == currentIndex())
        return;
    m_following = true;
    setCurrentIndex(index);
    m_following = false;
}

// What lies under a pointer that is elsewhere need not be looked up: the display server is asked where it is, and the
// window waits for the answer.
void ThumbnailStrip::verticalScrollbarValueChanged(int value)
{
    if (underMouse())
        QListView::verticalScrollbarValueChanged(value);
}

void ThumbnailStrip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        event->ignore(); // a list would search for it
    else
        QListView::keyPressEvent(event);
}

void ThumbnailStrip::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    m_requestTimer.start();
}

void ThumbnailStrip::showEvent(QShowEvent *event)
{
    QListView::showEvent(event);
    scrollTo(currentIndex());
    m_requestTimer.start();
}

// A list view lays out and paints all of itself for one picture; while a book is skimmed, hundreds come each second.
void ThumbnailStrip::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    if (topLeft == bottomRight && roles == QList<int>{Qt::DecorationRole})
        update(topLeft);
    else
        QListView::dataChanged(topLeft, bottomRight, roles);
}

void ThumbnailStrip::hideEvent(QHideEvent *event)
{
    QListView::hideEvent(event);
    m_view.pictures().wantThumbnails({});
}

void ThumbnailStrip::scrollContentsBy(int dx, int dy)
{
    QListView::scrollContentsBy(dx, dy);
    m_requestTimer.start();
}

void ThumbnailStrip::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (!m_following && current.isValid() && hasFocus())
        emit pageChosen(current.row() + 1);
}

void ThumbnailStrip::requestVisible()
{
    if (!isVisible() || m_model.rowCount() == 0)
        return;
    const int rowHeight = std::max(1, sizeHintForRow(0));
    const int first = verticalScrollBar()->value() / rowHeight;
    const int count = viewport()->height() / rowHeight + 2;
    std::vector<RenderJob> jobs;
    for (int row = first; row < std::min(m_model.rowCount(), first + count); ++row) {
        jobs.push_back(thumbnailJob(m_view.geometry().layout(), row + 1, Urgency::Thumbnail));
    }
    m_view.pictures().wantThumbnails(jobs);
}

} // namespace ui
