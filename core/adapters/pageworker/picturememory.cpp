// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/pageworker/picturememory.h"

#include <algorithm>

namespace core {
namespace {

constexpr qsizetype smallest = 512 << 10; // less is not worth an open descriptor
constexpr qsizetype mostKept = 24 << 20;

struct Loan {
    std::shared_ptr<SharedMemory> memory;
    std::weak_ptr<PictureMemory> owner; // gone with its worker
};

} // namespace

std::shared_ptr<SharedMemory> PictureMemory::take(qsizetype size)
{
    {
        const std::scoped_lock lock(m_mutex);
        const auto fits = [size](const auto &memory) { return memory->size() >= size && memory->size() / 2 <= size; };
        // The last one to come back is the likeliest to be in the processor's cache.
        const auto found = std::find_if(m_free.rbegin(), m_free.rend(), fits);
        if (found != m_free.rend()) {
            auto memory = std::move(*found);
            m_free.erase(std::next(found).base());
            return memory;
        }
    }
    return std::make_shared<SharedMemory>(SharedMemory::create(size));
}

QImage PictureMemory::wrap(const std::shared_ptr<SharedMemory> &memory, QSize size)
{
    if (memory->size() < smallest)
        memory->closeDescriptor();
    auto loan = std::make_unique<Loan>(Loan{memory, weak_from_this()});
    const auto release = [](void *held) {
        const std::unique_ptr<Loan> ended(static_cast<Loan *>(held));
        if (const auto owner = ended->owner.lock())
            owner->giveBack(std::move(ended->memory));
    };
    return {memory->data(),       size.width(), size.height(), static_cast<qsizetype>(size.width()) * 4,
            QImage::Format_RGB32, release,      loan.release()};
}

qsizetype PictureMemory::kept() const
{
    const std::scoped_lock lock(m_mutex);
    qsizetype sum = 0;
    for (const auto &memory : m_free)
        sum += memory->size();
    return sum;
}

void PictureMemory::giveBack(std::shared_ptr<SharedMemory> memory)
{
    if (memory->size() < smallest || memory->size() > mostKept)
        return;
    const std::scoped_lock lock(m_mutex);
    qsizetype sum = memory->size();
    m_free.push_back(std::move(memory));
    // The newest stay.
    auto first = m_free.end() - 1;
    while (first != m_free.begin() && sum + (*std::prev(first))->size() <= mostKept) {
        --first;
        sum += (*first)->size();
    }
    m_free.erase(m_free.begin(), first);
}

} // namespace core
