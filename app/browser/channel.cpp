// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/browser/channel.h"

#include <array>
#include <cerrno>
#include <unistd.h>

namespace app {

Channel::Channel(const Pipes &pipes, QObject *parent)
    : QObject(parent)
    , m_pipes(pipes)
    , m_readable(pipes.orders, QSocketNotifier::Read)
{
    connect(&m_readable, &QSocketNotifier::activated, this, &Channel::read);
}

void Channel::say(const core::news::News &news)
{
    const QByteArray bytes = core::news::encode(news);
    for (qsizetype written = 0; written < bytes.size();) {
        const ssize_t now =
            ::write(m_pipes.news, bytes.constData() + written, static_cast<std::size_t>(bytes.size() - written));
        if (now < 0 && errno == EINTR)
            continue;
        if (now <= 0)
            return; // nobody listens: the other pipe says so as well
        written += now;
    }
}

void Channel::read()
{
    std::array<char, 64 * 1024> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): filled before it is read
    const ssize_t got = ::read(m_pipes.orders, buffer.data(), buffer.size());
    if (got < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (got <= 0) {
        end();
        return;
    }
    m_frames.feed(QByteArrayView(buffer.data(), got));
    while (const auto frame = m_frames.next()) {
        const auto order = core::orders::decode(*frame);
        if (!order) {
            end();
            return;
        }
        emit ordered(*order);
    }
    if (m_frames.isBroken())
        end();
}

void Channel::end()
{
    m_readable.setEnabled(false);
    emit ended();
}

} // namespace app
