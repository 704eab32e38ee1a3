// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDebug>

namespace core {

// Overwrites bytes that nobody else shares; the compiler may not leave it out. Shared bytes stay: their last owner does
// it.
inline void scrub(QByteArray &bytes) noexcept
{
    if (!bytes.isDetached())
        return;
    volatile char *at = bytes.data();
    for (qsizetype i = 0; i < bytes.size(); ++i)
        at[i] = 0;
}

// Bytes that must not reach a log. Streaming one prints a placeholder; reading it takes a call that review can find.
// Copies share one buffer, and the last one that goes overwrites it.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }
    Secret(const Secret &) = default;
    Secret(Secret &&) noexcept = default;
    Secret &operator=(Secret other) noexcept // by value: what was here goes, and is overwritten, with other
    {
        m_bytes.swap(other.m_bytes);
        return *this;
    }
    ~Secret() { scrub(m_bytes); }

    [[nodiscard]] const QByteArray &reveal() const { return m_bytes; }
    [[nodiscard]] bool isEmpty() const { return m_bytes.isEmpty(); }

    friend bool operator==(const Secret &, const Secret &) = default;
    friend QDebug operator<<(QDebug debug, const Secret &) { return debug << "[secret]"; }

private:
    QByteArray m_bytes;
};

} // namespace core
