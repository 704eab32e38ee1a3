// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallwatch.h"

#include <QEvent>
#include <QMetaEnum>

using namespace std::chrono_literals;

namespace {

constexpr auto tick = 5ms;

QString describe(const QString &receiver, QEvent::Type type)
{
    const char *name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    return QStringLiteral("%1 of %2").arg(QLatin1StringView(name ? name : "an event"), receiver);
}

} // namespace

WatchedApplication::WatchedApplication(int &argc, char **argv)
    : QApplication(argc, argv)
    , m_ticker([this](const std::stop_token &stop) {
        while (!stop.stop_requested()) {
            std::this_thread::sleep_for(tick);
            ++m_ticks;
        }
    })
{
}

WatchedApplication::~WatchedApplication() = default;

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (m_depth > 0 || QThread::currentThread() != thread())
        return QApplication::notify(receiver, event);
    // Both may be gone afterwards.
    const QString name =
        QStringLiteral("%1 \"%2\"").arg(QLatin1StringView(receiver->metaObject()->className()), receiver->objectName());
    const QEvent::Type type = event->type();
    const qint64 ticksBefore = m_ticks;
    const auto start = std::chrono::steady_clock::now();
    ++m_depth;
    const bool handled = QApplication::notify(receiver, event);
    --m_depth;
    const auto wall = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    const auto held = std::min<std::chrono::milliseconds>(wall, (m_ticks - ticksBefore) * tick);
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
