// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/view/flicktracker.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

constexpr qint64 remembered = 100; // milliseconds
constexpr qint64 rest = 60;
constexpr qint64 leastTime = 8; // events that come at once say nothing of speed
constexpr double slow = 150; // pixels a second
constexpr double fastest = 8000;

} // namespace

void FlickTracker::add(const QPointF &position, qint64 milliseconds)
{
    while (!m_samples.empty() && milliseconds - m_samples.front().at > remembered)
        m_samples.pop_front();
    m_samples.push_back({position, milliseconds});
}

QPointF FlickTracker::velocity(qint64 milliseconds) const
{
    if (m_samples.size() < 2 || milliseconds - m_samples.back().at > rest)
        return {};
    const Sample &first = m_samples.front();
    const Sample &last = m_samples.back();
    const QPointF velocity =
        (last.position - first.position) * 1000 / static_cast<double>(std::max(leastTime, last.at - first.at));
    const double speed = std::hypot(velocity.x(), velocity.y());
    return speed < slow ? QPointF() : velocity * std::min(1.0, fastest / speed);
}

} // namespace ui
