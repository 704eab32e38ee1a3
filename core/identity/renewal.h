// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/net/reachability.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>

namespace core {

// Says when a token wants renewing before anybody has to wait for it: ahead of its end, never at the same moment as
// other computers; soon after an attempt without an answer, at once when the network returns. A token that nobody asked
// for is not renewed: an idle account stays idle.
class Renewal : public QObject
{
    Q_OBJECT

public:
    explicit Renewal(const Clock &clock, Reachability *network, QObject *parent = nullptr);

    // Both need a lifetime that the provider named; nothing is renewed by itself without one.
    void tokenArrived(std::optional<std::chrono::seconds> lifetime);
    void used() { m_isUsed = true; }
    void failed(); // no answer: the token may be spent and its successor lost, so the next attempt comes soon
    void stop();

    // Fewer than this before its end a token is not handed out any more: a minute, less for very short lives.
    [[nodiscard]] static std::chrono::milliseconds leadOf(std::chrono::seconds lifetime);

    // Compares the clock with what is due. Called every half minute, after a sleep and when the network is back.
    void look();

signals:
    void due();

private:
    void schedule(std::chrono::milliseconds delay);

    const Clock &m_clock;
    QTimer m_timer;
    std::optional<std::chrono::milliseconds> m_dueAt; // on the steady clock
    std::chrono::milliseconds m_lastLook{};
    int m_failures = 0;
    bool m_isUsed = false;
};

} // namespace core
