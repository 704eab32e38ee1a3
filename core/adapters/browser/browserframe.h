// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace core {

// One message on the browser's pipes: four bytes of length, least significant first, then the kind of message and its
// body.
struct BrowserFrame {
    quint8 kind = 0;
    QByteArray body;
};

[[nodiscard]] QByteArray encodeFrame(const BrowserFrame &frame);

// Cuts bytes into frames. After a length that is 0 or over the limit it is broken for good, and keeps nothing.
class BrowserFrameReader
{
public:
    explicit BrowserFrameReader(quint32 longest) // with the kind
        : m_longest(longest)
    {
    }

    void feed(QByteArrayView bytes);
    [[nodiscard]] std::optional<BrowserFrame> next();
    [[nodiscard]] bool isBroken() const { return m_broken; }

private:
    quint32 m_longest;
    QByteArray m_bytes;
    bool m_broken = false;
};

} // namespace core
