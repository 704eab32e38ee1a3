// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/pageworker/sharedmemory.h"

#include <QImage>

#include <memory>
#include <mutex>
#include <vector>

namespace core {

// The memory of one worker's pictures, used again once a picture is gone: new memory costs the kernel more time than
// the worker needs to draw a page of text. It never goes to another worker, which could see into it, or change it,
// later. Safe to call from any thread.
class PictureMemory : public std::enable_shared_from_this<PictureMemory>
{
public:
    // At least this large. isValid() says whether there was enough.
    [[nodiscard]] std::shared_ptr<SharedMemory> take(qsizetype size);

    // The picture that a worker has drawn into it, Format_RGB32 without gaps. Its memory comes back with its last copy.
    [[nodiscard]] QImage wrap(const std::shared_ptr<SharedMemory> &memory, QSize size);

    [[nodiscard]] qsizetype kept() const; // bytes

private:
    void giveBack(std::shared_ptr<SharedMemory> memory);

    mutable std::mutex m_mutex;
    std::vector<std::shared_ptr<SharedMemory>> m_free; // the longest kept first
};

} // namespace core
