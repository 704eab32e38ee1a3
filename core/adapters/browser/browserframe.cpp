// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/browser/browserframe.h"

#include <QtEndian>

namespace core {
namespace {

constexpr qsizetype lengthBytes = 4;

} // namespace

QByteArray encodeFrame(const BrowserFrame &frame)
{
    QByteArray bytes(lengthBytes, Qt::Uninitialized);
    qToLittleEndian(static_cast<quint32>(1 + frame.body.size()), bytes.data());
    bytes += static_cast<char>(frame.kind);
    return bytes + frame.body;
}

void BrowserFrameReader::feed(QByteArrayView bytes)
{
    if (!m_broken)
        m_bytes.append(bytes.data(), bytes.size());
}

std::optional<BrowserFrame> BrowserFrameReader::next()
{
    if (m_broken || m_bytes.size() < lengthBytes)
        return {};
    const auto length = qFromLittleEndian<quint32>(m_bytes.constData());
    if (length == 0 || length > m_longest) {
        m_broken = true;
        m_bytes.clear();
        return {};
    }
    const qsizetype whole = lengthBytes + static_cast<qsizetype>(length);
    if (m_bytes.size() < whole)
        return {};
    BrowserFrame frame{static_cast<quint8>(m_bytes.at(lengthBytes)),
                       m_bytes.sliced(lengthBytes + 1, static_cast<qsizetype>(length) - 1)};
    m_bytes.remove(0, whole);
    return frame;
}

} // namespace core
