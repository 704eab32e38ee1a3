// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPoint>
#include <QVariantAnimation>

class QAbstractScrollArea;

namespace ui {

// Moves a scroll area to an offset: in 120 ms at most, and at once where the style wants no motion.
class SmoothScroll : public QObject
{
    Q_OBJECT

public:
    explicit SmoothScroll(QAbstractScrollArea &area);

    void moveTo(const QPoint &offset);
    void stop() { m_animation.stop(); }
    [[nodiscard]] bool isMoving() const { return m_animation.state() == QAbstractAnimation::Running; }

private:
    QAbstractScrollArea &m_area;
    QVariantAnimation m_animation;
};

} // namespace ui
