// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pageworker/descriptor.h"

#include <QtGlobal>

#include <span>

namespace core {

// Memory that two processes see. Its size is sealed, so that neither can pull it from under the other.
class SharedMemory
{
public:
    [[nodiscard]] static SharedMemory create(qsizetype size); // isValid() says whether there was enough
    // What somebody else has made; not valid when it is smaller than `size`, or could become so.
    [[nodiscard]] static SharedMemory attach(Descriptor descriptor, qsizetype size);

    SharedMemory() = default;
    SharedMemory(SharedMemory &&other) noexcept;
    SharedMemory &operator=(SharedMemory &&other) noexcept;
    SharedMemory(const SharedMemory &) = delete;
    SharedMemory &operator=(const SharedMemory &) = delete;
    ~SharedMemory();

    [[nodiscard]] bool isValid() const { return !m_bytes.empty(); }
    [[nodiscard]] int descriptor() const { return m_descriptor.get(); }
    [[nodiscard]] uchar *data() const { return m_bytes.data(); }
    [[nodiscard]] qsizetype size() const { return static_cast<qsizetype>(m_bytes.size()); }
    void closeDescriptor() { m_descriptor.reset(); } // the memory stays

private:
    void map(qsizetype size, int flags);

    Descriptor m_descriptor;
    std::span<uchar> m_bytes;
};

} // namespace core
