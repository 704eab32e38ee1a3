// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/smoothscroll.h"

#include <QAbstractScrollArea>
#include <QScrollBar>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr int longest = 120; // milliseconds
constexpr double glideTime = 1000; // milliseconds until it rests
constexpr double curveSpeed = 3; // of QEasingCurve::OutCubic at its beginning

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

void SmoothScroll::moveTo(const QPoint &offset, Way way)
{
    m_animation.stop();
    QScrollBar *across = m_area.horizontalScrollBar();
    QScrollBar *down = m_area.verticalScrollBar();
    const int duration = std::min(longest, wantedDuration());
    if (way == Way::Cut || duration <= 0 || !m_area.isVisible()) {
        across->setValue(offset.x());
        down->setValue(offset.y());
        return;
    }
    // From far away only the end of the way is travelled: the pages between are of no interest.
    const int nearby = down->pageStep() / 2;
    const int from = std::clamp(down->value(), offset.y() - nearby, offset.y() + nearby);
    m_isGlide = false;
    start({across->value(), from}, offset, duration);
}

// The easing curve leaves with three times the mean speed, so way and time follow from the speed it was thrown with. At
// the end of the pages it comes to rest sooner.
void SmoothScroll::glide(const QPointF &velocity)
{
    m_animation.stop();
    const double speed = std::hypot(velocity.x(), velocity.y());
    if (wantedDuration() <= 0 || speed <= 0)
        return;
    const QScrollBar *across = m_area.horizontalScrollBar();
    const QScrollBar *down = m_area.verticalScrollBar();
    const QPoint from(across->value(), down->value());
    const QPoint thrown = from + (velocity * glideTime / curveSpeed / 1000).toPoint();
    const QPoint to(std::clamp(thrown.x(), across->minimum(), across->maximum()),
                    std::clamp(thrown.y(), down->minimum(), down->maximum()));
    const QPointF way = to - from;
    const double duration = curveSpeed * 1000 * std::hypot(way.x(), way.y()) / speed;
    m_isGlide = true;
    if (duration >= 1)
        start(from, to, static_cast<int>(duration));
}

void SmoothScroll::start(const QPoint &from, const QPoint &to, int milliseconds)
{
    m_animation.setDuration(milliseconds);
    m_animation.setStartValue(from);
    m_animation.setEndValue(to);
    m_animation.start();
}

int SmoothScroll::wantedDuration() const
{
    return m_area.style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &m_area);
}

} // namespace ui
