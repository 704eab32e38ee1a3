// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>

#include <deque>

namespace ui {

// How fast something was moving when it was let go, from where it was seen just before.
class FlickTracker
{
public:
    void clear() { m_samples.clear(); }
    void add(const QPointF &position, qint64 milliseconds); // times do not go back
    // Pixels a second; null when it rested before it was let go, or was hardly moving.
    [[nodiscard]] QPointF velocity(qint64 milliseconds) const;

private:
    struct Sample {
        QPointF position;
        qint64 at = 0;
    };

    std::deque<Sample> m_samples;
};

} // namespace ui
