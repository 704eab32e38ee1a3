// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>
#include <QStringList>

#include <span>
#include <string_view>
#include <sys/mman.h>

// Bytes to look for that are nowhere as themselves.
class Wanted
{
public:
    explicit Wanted(const QByteArray &secret)
    {
        for (const char c : secret)
            m_masked.append(static_cast<char>(~c));
    }

    [[nodiscard]] bool isAt(const char *bytes) const
    {
        for (qsizetype i = 0; i < m_masked.size(); ++i) {
            if (bytes[i] != static_cast<char>(~m_masked[i]))
                return false;
        }
        return true;
    }
    [[nodiscard]] char first() const { return static_cast<char>(~m_masked[0]); }
    [[nodiscard]] qsizetype size() const { return m_masked.size(); }

private:
    QByteArray m_masked;
};

// Not from the heap: it would lie where it is to be looked.
inline std::span<char> window()
{
    constexpr std::size_t size = 1 << 20;
    static void *const memory = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return {static_cast<char *>(memory), memory == MAP_FAILED ? 0 : size};
}

// Where in the memory that this process may write, its stack and its heaps among them.
inline QStringList placesOf(const Wanted &wanted)
{
    QStringList places;
    QFile maps(QStringLiteral("/proc/self/maps"));
    QFile memory(QStringLiteral("/proc/self/mem"));
    if (!maps.open(QIODevice::ReadOnly) || !memory.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return {QStringLiteral("the memory can't be read")};
    for (const QByteArray &line : maps.readAll().split('\n')) {
        const auto words = line.simplified().split(' ');
        const auto range = words.value(0).split('-');
        if (range.size() != 2 || !words.value(1).startsWith("rw"))
            continue;
        const auto start = range[0].toLongLong(nullptr, 16);
        const auto end = range[1].toLongLong(nullptr, 16);
        if (start == reinterpret_cast<qint64>(window().data()))
            continue;
        for (qint64 at = start; at < end; at += std::ssize(window()) - wanted.size() + 1) {
            if (!memory.seek(at))
                break;
            // Less than was there a moment ago: the heap gives its end back.
            const qint64 size = memory.read(window().data(), std::min<qint64>(end - at, std::ssize(window())));
            if (size <= 0)
                break;
            const std::string_view bytes(window().data(), static_cast<std::size_t>(size));
            for (auto i = bytes.find(wanted.first()); i != bytes.npos; i = bytes.find(wanted.first(), i + 1)) {
                if (i + static_cast<std::size_t>(wanted.size()) <= bytes.size() && wanted.isAt(&bytes[i]))
                    places += QStringLiteral("%1 + %2")
                                  .arg(QString::fromLatin1(words.value(5, "no name")))
                                  .arg(at - start + static_cast<qint64>(i));
            }
        }
    }
    return places;
}
