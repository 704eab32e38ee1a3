// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallwatch.h"

#include <QEvent>
#include <QMetaEnum>
#include <QThread>

#include <stdlib.h>
#include <sys/resource.h>

using namespace std::chrono_literals;

namespace {

constexpr auto timeSlice = 4ms; // what another process gets when this one is made to wait

// How this thread has used its time so far.
struct Usage {
    std::chrono::microseconds wall;
    std::chrono::microseconds cpu;
    long waits = 0; // of its own will: for a lock, the disk, another thread
    long preemptions = 0;
};

std::chrono::microseconds duration(const timeval &time)
{
    return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
}

Usage usageNow()
{
    rusage usage{};
    getrusage(RUSAGE_THREAD, &usage);
    return {std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch()),
            duration(usage.ru_utime) + duration(usage.ru_stime), usage.ru_nvcsw, usage.ru_nivcsw};
}

// More to do than cores: what a thread waits for may just be waiting for a core itself (QPainter's own threads, say).
bool isOverloaded()
{
    double load = 0;
    return getloadavg(&load, 1) == 1 && load > QThread::idealThreadCount();
}

std::chrono::milliseconds heldBetween(const Usage &before, const Usage &after)
{
    const auto cpu = after.cpu - before.cpu;
    auto waited = after.wall - before.wall - cpu - (after.preemptions - before.preemptions) * timeSlice;
    if (after.waits == before.waits || waited < 0us)
        waited = 0us;
    const auto held = std::chrono::duration_cast<std::chrono::milliseconds>(cpu + waited);
    if (held <= WatchedApplication::limit || !isOverloaded())
        return held;
    return std::chrono::duration_cast<std::chrono::milliseconds>(cpu) / 2; // computing is slower, too
}

QString describe(const QString &receiver, QEvent::Type type)
{
    const char *name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return QStringLiteral("%1 of %2").arg(QLatin1StringView(name ? name : "an event"), receiver);
}

} // namespace

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (m_depth > 0 || QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    // Both may be gone afterwards.
    const QString name =
        QStringLiteral("%1 \"%2\"").arg(QLatin1StringView(receiver->metaObject()->className()), receiver->objectName());
    const QEvent::Type type = event->type();
    const Usage before = usageNow();
    ++m_depth;
    const bool handled = QApplication::notify(receiver, event);
    --m_depth;
    const auto held = heldBetween(before, usageNow());
    if (held > m_longest) {
        m_longest = held;
        m_culprit = describe(name, type);
    }
    return handled;
}

void WatchedApplication::forgetStalls()
{
    m_longest = 0ms;
    m_culprit.clear();
}
