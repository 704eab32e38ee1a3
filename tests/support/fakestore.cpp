// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakestore.h"

#include <algorithm>

using namespace core;

template<typename T>
Async<T> FakeStore::answer(std::function<Result<T>()> question)
{
    if (!held)
        return ready<T>(question());
    const auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    m_waiting.push_back([promise, question] {
        promise->addResult(question());
        promise->finish();
    });
    return promise->future();
}

void FakeStore::release()
{
    while (!m_waiting.empty()) {
        const auto next = m_waiting.front();
        m_waiting.pop_front();
        next();
    }
}

FakeStore::Kept *FakeStore::find(const Partition &partition, qint64 id)
{
    const auto found = std::find_if(rows.begin(), rows.end(),
                                    [&](const Kept &each) { return each.partition == partition && each.row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

const DocumentRow *FakeStore::kept(qint64 id) const
{
    const auto found = std::find_if(rows.begin(), rows.end(), [id](const Kept &each) { return each.row.id == id; });
    return found == rows.end() ? nullptr : &found->row;
}

Async<std::vector<DocumentRow>> FakeStore::documents(const Partition &partition)
{
    return answer<std::vector<DocumentRow>>([this, partition]() -> Result<std::vector<DocumentRow>> {
        if (refuseReads)
            return tl::make_unexpected(*refuseReads);
        std::vector<DocumentRow> found;
        for (const Kept &each : rows) {
            if (each.partition != partition)
                continue;
            found.push_back(each.row);
            found.back().extraction.clear();
        }
        return found;
    });
}

Async<DocumentRow> FakeStore::document(const Partition &partition, qint64 id)
{
    return answer<DocumentRow>([this, partition, id]() -> Result<DocumentRow> {
        if (refuseReads)
            return tl::make_unexpected(*refuseReads);
        const Kept *found = find(partition, id);
        return found ? Result<DocumentRow>(found->row) : fail(ErrorCode::NotFound);
    });
}

Async<bool> FakeStore::isElsewhere(const Partition &partition, qint64 id)
{
    return answer<bool>([this, partition, id]() -> Result<bool> {
        if (refuseReads)
            return tl::make_unexpected(*refuseReads);
        return std::any_of(rows.begin(), rows.end(),
                           [&](const Kept &each) { return each.row.id == id && each.partition != partition; });
    });
}

Async<DocumentRow> FakeStore::add(const Partition &partition, const DocumentRow &row)
{
    return answer<DocumentRow>([this, partition, row]() -> Result<DocumentRow> {
        if (refuseWrites)
            return tl::make_unexpected(*refuseWrites);
        rows.push_back({partition, row});
        rows.back().row.id = m_nextId++;
        return rows.back().row;
    });
}

Async<> FakeStore::update(const Partition &partition, const DocumentRow &row)
{
    return answer<void>([this, partition, row]() -> Result<> {
        if (refuseWrites)
            return tl::make_unexpected(*refuseWrites);
        Kept *found = find(partition, row.id);
        if (!found)
            return fail(ErrorCode::NotFound);
        const QByteArray before = found->row.extraction;
        found->row = row;
        if (row.extraction.isEmpty())
            found->row.extraction = before;
        return {};
    });
}

Async<> FakeStore::remove(const Partition &partition, qint64 id)
{
    return answer<void>([this, partition, id]() -> Result<> {
        if (refuseWrites)
            return tl::make_unexpected(*refuseWrites);
        if (!find(partition, id))
            return fail(ErrorCode::NotFound);
        std::erase_if(rows, [id](const Kept &each) { return each.row.id == id; });
        return {};
    });
}

Async<EditRow> FakeStore::append(const Partition &partition, const EditRow &edit)
{
    return answer<EditRow>([this, partition, edit]() -> Result<EditRow> {
        if (refuseWrites)
            return tl::make_unexpected(*refuseWrites);
        if (!find(partition, edit.document))
            return fail(ErrorCode::NotFound);
        appended.push_back({partition, edit});
        appended.back().row.sequence = m_nextSequence++;
        return appended.back().row;
    });
}

Async<std::vector<EditRow>> FakeStore::edits(const Partition &partition, qint64 document)
{
    return answer<std::vector<EditRow>>([this, partition, document]() -> Result<std::vector<EditRow>> {
        if (refuseReads)
            return tl::make_unexpected(*refuseReads);
        std::vector<EditRow> found;
        for (const KeptEdit &each : appended) {
            if (each.partition == partition && each.row.document == document)
                found.push_back(each.row);
        }
        return found;
    });
}
