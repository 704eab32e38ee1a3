// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/view/flicktracker.h"

#include <QObject>

class QTouchEvent;

namespace ui {

class PageView;

// A finger on the pages: drags them, throws them, stops them, and points at what a click would. Two fingers zoom, which
// is the view's own affair.
class TouchScroll : public QObject
{
    Q_OBJECT

public:
    explicit TouchScroll(PageView &view);

    void setEnabled(bool enabled) { m_isEnabled = enabled; } // false: a finger is a mouse

signals:
    void tapped(const QPointF &position);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void begin(const QTouchEvent &event);
    void update(const QTouchEvent &event);
    void end(const QTouchEvent &event);

    PageView &m_view;
    FlickTracker m_flick;
    QPointF m_first;
    QPointF m_last;
    bool m_isTap = false;
    bool m_isDrag = false;
    bool m_hasTurned = false; // a page: one drag turns one
    bool m_isEnabled = true;
};

} // namespace ui
