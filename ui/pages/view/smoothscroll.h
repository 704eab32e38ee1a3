// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPoint>
#include <QVariantAnimation>

class QAbstractScrollArea;

namespace ui {

// Moves a scroll area to an offset: in 120 ms at most, and at once where the style wants no motion. Lets it glide on
// after it was thrown, unless no motion is wanted.
class SmoothScroll : public QObject
{
    Q_OBJECT

public:
    explicit SmoothScroll(QAbstractScrollArea &area);

    enum class Way { Seen, Cut };
    void moveTo(const QPoint &offset, Way way = Way::Seen);
    void glide(const QPointF &velocity); // device pixels a second, at first
    void stop() { m_animation.stop(); }
    [[nodiscard]] bool isMoving() const { return m_animation.state() == QAbstractAnimation::Running; }
    [[nodiscard]] bool isGliding() const { return isMoving() && m_isGlide; }

private:
    void start(const QPoint &from, const QPoint &to, int milliseconds);
    [[nodiscard]] int wantedDuration() const; // of motion as the style has it; 0: none

    QAbstractScrollArea &m_area;
    QVariantAnimation m_animation;
    bool m_isGlide = false;
};

} // namespace ui
