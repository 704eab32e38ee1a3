// SPDX-License-Identifier: GPL-3.0-or-later
// Memory that is given back is overwritten first, in the whole program: tokens and passwords pass through buffers of
// Qt's, of TLS and of JSON that no code of ours can reach. What is larger still are pictures.
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <malloc.h>

#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__)

namespace {

constexpr std::size_t largest = 2 * 1024 * 1024; // answers may be a megabyte; overwriting so much takes 50 microseconds

} // namespace

extern "C" {

void __libc_free(void *block);
void *__libc_realloc(void *block, std::size_t size);

// NOLINTBEGIN(readability-inconsistent-declaration-parameter-name)
void free(void *block) noexcept
{
    if (!block)
        return;
    const int error = errno; // whoever frees on the way out of a failure wants to know of that
    if (const std::size_t size = malloc_usable_size(block); size <= largest)
        explicit_bzero(block, size);
    __libc_free(block);
    errno = error;
}

void *realloc(void *block, std::size_t size) noexcept
{
    if (!block || size == 0)
        return __libc_realloc(block, size);
    const std::size_t before = malloc_usable_size(block);
    if (before > largest)
        return __libc_realloc(block, size);
    if (size <= before && size > before / 2)
        return block; // it fits, and may stay where it is
    void *moved = std::malloc(size);
    if (!moved)
        return nullptr;
    std::memcpy(moved, block, size < before ? size : before);
    free(block);
    return moved;
}
// NOLINTEND(readability-inconsistent-declaration-parameter-name)
}

#endif
