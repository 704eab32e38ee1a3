// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/smoothscroll.h"

#include <QAbstractScrollArea>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>

namespace ui {

namespace {

constexpr int longest = 120; // milliseconds

} // namespace

SmoothScroll::SmoothScroll(QAbstractScrollArea &area)
    : m_area(area)
{
    m_animation.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_animation, &QVariantAnimation::valueChanged, this, [this](const QVariant &value) {
        m_area.horizontalScrollBar()->setValue(value.toPoint().x());
        m_area.verticalScrollBar()->setValue(value.toPoint().y());
    });
}

void SmoothScroll::moveTo(const QPoint &offset)
{
    m_animation.stop();
    QScrollBar *across = m_area.horizontalScrollBar();
    QScrollBar *down = m_area.verticalScrollBar();
    const int duration =
        std::min(longest, m_area.style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &m_area));
    if (duration <= 0 || !m_area.isVisible()) {
        across->setValue(offset.x());
        down->setValue(offset.y());
        return;
    }
    // From far away only the end of the way is travelled: the pages between are of no interest.
    const int nearby = down->pageStep() / 2;
    const int from = std::clamp(down->value(), offset.y() - nearby, offset.y() + nearby);
    m_animation.setDuration(duration);
    m_animation.setStartValue(QPoint(across->value(), from));
    m_animation.setEndValue(offset);
    m_animation.start();
}

} // namespace ui
