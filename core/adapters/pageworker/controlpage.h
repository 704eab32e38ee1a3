// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pageworker/sharedmemory.h"

#include <atomic>

namespace core {

// Shared by a worker and its program: the number of the request that is to be given up. A message would not be read in
// time, and asking a socket between two drawing operators would cost a system call each.
inline constexpr qsizetype controlPageSize = 4096;

inline std::atomic_ref<quint64> cancelledRequest(const SharedMemory &page)
{
    static_assert(std::atomic_ref<quint64>::is_always_lock_free);
    return std::atomic_ref<quint64>(*reinterpret_cast<quint64 *>(page.data()));
}

} // namespace core
