// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/frame.h"

#include <QtEndian>

#include <utility>

namespace core {
namespace {

constexpr quint32 frameMark = 0x4c50574b; // "LPWK"
constexpr qsizetype headerSize = 4 + 4 + 2 + 8; // mark, length of the body, type, request

} // namespace

QByteArray encodeFrame(const Frame &frame)
{
    QByteArray bytes(headerSize, Qt::Uninitialized);
    char *at = bytes.data();
    qToLittleEndian(frameMark, at);
    qToLittleEndian(static_cast<quint32>(frame.body.size()), at + 4);
    qToLittleEndian(static_cast<quint16>(frame.type), at + 8);
    qToLittleEndian(frame.request, at + 10);
    return bytes + frame.body;
}

void FrameReader::feed(QByteArrayView bytes)
{
    if (m_broken)
        return;
    m_bytes.remove(0, std::exchange(m_start, 0));
    m_bytes.append(bytes.data(), bytes.size());
}

std::optional<Frame> FrameReader::next()
{
    if (m_broken || m_bytes.size() - m_start < headerSize)
        return {};
    const char *at = m_bytes.constData() + m_start;
    const auto length = qFromLittleEndian<quint32>(at + 4);
    const auto type = qFromLittleEndian<quint16>(at + 8);
    if (qFromLittleEndian<quint32>(at) != frameMark || length > m_longestBody || type == 0
        || type > static_cast<quint16>(lastMessageType)) {
        m_broken = true;
        m_bytes.clear();
        return {};
    }
    if (m_bytes.size() - m_start - headerSize < static_cast<qsizetype>(length))
        return {};
    Frame frame{static_cast<MessageType>(type), qFromLittleEndian<quint64>(at + 10),
                m_bytes.mid(m_start + headerSize, static_cast<qsizetype>(length))};
    m_start += headerSize + static_cast<qsizetype>(length);
    if (m_start == m_bytes.size()) {
        m_bytes.clear();
        m_start = 0;
    }
    return frame;
}

} // namespace core
