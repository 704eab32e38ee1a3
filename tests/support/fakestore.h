// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <deque>
#include <functional>
#include <optional>

// Keeps rows in memory. Everything it was asked is in the order asked; `held` answers wait for release().
class FakeStore final : public core::Store
{
public:
    struct Kept {
        core::Partition partition;
        core::DocumentRow row;
    };
    struct KeptEdit {
        core::Partition partition;
        core::EditRow row;
    };

    core::Async<std::vector<core::DocumentRow>> documents(const core::Partition &partition) override;
    core::Async<core::DocumentRow> document(const core::Partition &partition, qint64 id) override;
    core::Async<bool> isElsewhere(const core::Partition &partition, qint64 id) override;
    core::Async<core::DocumentRow> add(const core::Partition &partition, const core::DocumentRow &row) override;
    core::Async<> update(const core::Partition &partition, const core::DocumentRow &row) override;
    core::Async<> remove(const core::Partition &partition, qint64 id) override;
    core::Async<core::EditRow> append(const core::Partition &partition, const core::EditRow &edit) override;
    core::Async<std::vector<core::EditRow>> edits(const core::Partition &partition, qint64 document) override;

    [[nodiscard]] const core::DocumentRow *kept(qint64 id) const; // in whichever partition
    void release(); // answers what is held, in order

    std::vector<Kept> rows;
    std::vector<KeptEdit> appended;
    std::optional<core::Error> refuseWrites; // the disk is full
    std::optional<core::Error> refuseReads;
    bool held = false;

private:
    template<typename T>
    core::Async<T> answer(std::function<core::Result<T>()> question);
    [[nodiscard]] Kept *find(const core::Partition &partition, qint64 id);

    std::deque<std::function<void()>> m_waiting;
    qint64 m_nextId = 1;
    qint64 m_nextSequence = 1;
};
