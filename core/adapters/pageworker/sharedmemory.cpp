// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/sharedmemory.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace core {

SharedMemory SharedMemory::create(qsizetype size)
{
    SharedMemory memory;
    memory.m_descriptor = Descriptor(::memfd_create("lectern", MFD_CLOEXEC | MFD_ALLOW_SEALING));
    const int fd = memory.descriptor();
    if (fd < 0 || ::ftruncate(fd, size) != 0
        || ::fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) != 0)
        return {};
    memory.map(size, 0);
    return memory;
}

SharedMemory SharedMemory::attach(Descriptor descriptor, qsizetype size)
{
    SharedMemory memory;
    struct stat status {
    };
    const int seals = ::fcntl(descriptor.get(), F_GET_SEALS);
    if (seals < 0 || !(seals & F_SEAL_SHRINK) || ::fstat(descriptor.get(), &status) != 0 || status.st_size < size)
        return memory;
    memory.m_descriptor = std::move(descriptor);
    memory.map(size, MAP_POPULATE); // all of it at once: it is about to be written
    return memory;
}

SharedMemory::SharedMemory(SharedMemory &&other) noexcept
    : m_descriptor(std::move(other.m_descriptor))
    , m_bytes(std::exchange(other.m_bytes, {}))
{
}

SharedMemory &SharedMemory::operator=(SharedMemory &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_bytes, other.m_bytes);
    return *this;
}

SharedMemory::~SharedMemory()
{
    if (isValid())
        ::munmap(m_bytes.data(), m_bytes.size());
}

void SharedMemory::map(qsizetype size, int flags)
{
    void *at = ::mmap(nullptr, static_cast<size_t>(size), PROT_READ | PROT_WRITE, MAP_SHARED | flags, descriptor(), 0);
    if (at != MAP_FAILED)
        m_bytes = {static_cast<uchar *>(at), static_cast<size_t>(size)};
}

} // namespace core
