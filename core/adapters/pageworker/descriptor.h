// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <utility>
#include <vector>

namespace core {

// Owns a file descriptor.
class Descriptor
{
public:
    Descriptor() = default;
    explicit Descriptor(int fd)
        : m_fd(fd)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_fd(std::exchange(other.m_fd, -1))
    {
    }
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        std::swap(m_fd, other.m_fd);
        return *this;
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor() { reset(); }

    [[nodiscard]] int get() const { return m_fd; }
    [[nodiscard]] bool isValid() const { return m_fd >= 0; }
    void reset();

private:
    int m_fd = -1;
};

// All of the bytes, with the descriptor riding on the first of them (-1: none). False when the other end is gone or, on
// a socket that does not block, is not listening.
[[nodiscard]] bool sendAll(int socket, QByteArrayView bytes, int fd = -1);

// Waits for bytes. Descriptors that come along are appended (they are closed by whoever takes them).
// 0 at the end, less on an error.
[[nodiscard]] qsizetype receiveSome(int socket, char *buffer, qsizetype size, std::vector<Descriptor> &descriptors);

} // namespace core
