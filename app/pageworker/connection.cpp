// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pageworker/connection.h"

#include <array>
#include <poll.h>
#include <utility>

namespace app {
namespace {

constexpr quint32 longestRequest = 1 << 20;
constexpr size_t mostDescriptors = 16;

} // namespace

Connection::Connection(int socket)
    : m_socket(socket)
    , m_reader(longestRequest)
{
}

std::optional<core::Frame> Connection::next()
{
    if (m_peeked)
        return std::exchange(m_peeked, std::nullopt);
    while (true) {
        if (auto frame = m_reader.next())
            return frame;
        if (!receive())
            return {};
    }
}

const core::Frame *Connection::peek()
{
    pollfd ready{m_socket, POLLIN, 0};
    while (!m_peeked && !(m_peeked = m_reader.next())) {
        if (::poll(&ready, 1, 0) <= 0 || !receive())
            return nullptr;
    }
    return &*m_peeked;
}

bool Connection::receive()
{
    std::array<char, 64 * 1024> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): filled before it is read
    if (m_reader.isBroken() || m_descriptors.size() > mostDescriptors)
        return false;
    const auto got = core::receiveSome(m_socket, buffer.data(), buffer.size(), m_descriptors);
    if (got <= 0)
        return false;
    m_reader.feed(QByteArrayView(buffer.data(), got));
    return true;
}

core::Descriptor Connection::takeDescriptor()
{
    if (m_descriptors.empty())
        return {};
    core::Descriptor first = std::move(m_descriptors.front());
    m_descriptors.erase(m_descriptors.begin());
    return first;
}

bool Connection::answer(const core::Frame &frame) const
{
    return core::sendAll(m_socket, core::encodeFrame(frame));
}

} // namespace app
