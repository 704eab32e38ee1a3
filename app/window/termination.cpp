// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/termination.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <sys/eventfd.h>
#include <unistd.h>

namespace app {
namespace {

constexpr std::array signalsHeard{SIGTERM, SIGINT, SIGHUP};

volatile std::sig_atomic_t ringing = -1; // an event's descriptor: all that a signal handler may touch

void ring(int)
{
    const int error = errno;
    const std::uint64_t once = 1;
    [[maybe_unused]] const auto written = ::write(ringing, &once, sizeof once);
    errno = error;
}

} // namespace

Termination::Termination(QObject *parent)
    : QObject(parent)
    , m_listening(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
{
    if (m_listening < 0)
        return;
    ringing = m_listening;
    auto *notifier = new QSocketNotifier(m_listening, QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        std::uint64_t times = 0;
        if (::read(m_listening, &times, sizeof times) == sizeof times)
            emit asked();
    });
    struct sigaction action = {};
    action.sa_handler = ring;
    action.sa_flags = SA_RESTART;
    for (const int one : signalsHeard)
        ::sigaction(one, &action, nullptr);
}

Termination::~Termination()
{
    for (const int one : signalsHeard)
        std::signal(one, SIG_DFL);
    ringing = -1;
    if (m_listening >= 0)
        ::close(m_listening);
}

} // namespace app
