// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pageworker/connection.h"

#include <array>

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
    std::array<char, 64 * 1024> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): filled before it is read
    while (true) {
        if (auto frame = m_reader.next())
            return frame;
        if (m_reader.isBroken() || m_descriptors.size() > mostDescriptors)
            return {};
        const auto got = core::receiveSome(m_socket, buffer.data(), buffer.size(), m_descriptors);
        if (got <= 0)
            return {};
        m_reader.feed(QByteArrayView(buffer.data(), got));
    }
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
