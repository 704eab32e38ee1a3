// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/renewal.h"

#include "core/base/logging.h"

#include <QRandomGenerator>

#include <algorithm>

namespace core {
namespace {

using std::chrono::milliseconds;

// A timer stands still while the computer sleeps: it is never trusted for longer than this.
constexpr milliseconds longestNap{30'000};
constexpr milliseconds resumeTolerance{10'000};
constexpr milliseconds firstRepetition{2'000};
constexpr int mostDoublings = 7; // about four minutes

milliseconds upTo(milliseconds most)
{
    return milliseconds(static_cast<qint64>(QRandomGenerator::system()->generateDouble() * double(most.count())));
}

} // namespace

Renewal::Renewal(const Clock &clock, Reachability *network, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Renewal::look);
    if (!network)
        return;
    connect(network, &Reachability::returned, this, [this] {
        if (m_failures > 0 && m_dueAt) // inside the provider's grace time if there is any
            m_dueAt = m_clock.steady();
        look();
    });
}

milliseconds Renewal::leadOf(std::chrono::seconds lifetime)
{
    return std::min(milliseconds(60'000), milliseconds(lifetime) / 4);
}

void Renewal::tokenArrived(std::optional<std::chrono::seconds> lifetime)
{
    m_failures = 0;
    m_isUsed = false;
    m_lastLook = m_clock.steady();
    m_dueAt.reset();
    if (!lifetime)
        return m_timer.stop();
    const milliseconds lead = leadOf(*lifetime);
    m_dueAt = m_clock.steady() + milliseconds(*lifetime) - lead - upTo(lead / 2);
    schedule(*m_dueAt - m_clock.steady());
}

void Renewal::failed()
{
    const milliseconds wait = firstRepetition * (1 << std::min(m_failures, mostDoublings));
    ++m_failures;
    m_lastLook = m_clock.steady();
    m_dueAt = m_clock.steady() + wait + upTo(wait / 4);
    schedule(*m_dueAt - m_clock.steady());
}

void Renewal::stop()
{
    m_timer.stop();
    m_dueAt.reset();
}

void Renewal::look()
{
    if (!m_dueAt)
        return;
    const milliseconds now = m_clock.steady();
    const bool hasSlept = now - std::exchange(m_lastLook, now) > longestNap + resumeTolerance;
    if (now < *m_dueAt)
        return schedule(*m_dueAt - now);
    if (!m_isUsed)
        return schedule(longestNap); // whoever asks for a token gets a new one then
    if (hasSlept) { // the network comes up at the same time, and every other program wakes
        m_dueAt = now + milliseconds(1'000) + upTo(milliseconds(2'000));
        return schedule(*m_dueAt - now);
    }
    qCInfo(lcIdentity) << "renewing the token ahead of its end";
    m_dueAt.reset();
    emit due();
}

void Renewal::schedule(milliseconds delay)
{
    m_timer.start(std::clamp(delay, milliseconds(0), longestNap));
}

} // namespace core
