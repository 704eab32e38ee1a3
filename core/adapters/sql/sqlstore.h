// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/store/store.h"

#include <memory>

namespace core {

// Keeps everything in one SQLite file. Its thread does one thing after the other, in the order asked; what was asked
// before the store is destroyed is still done.
class SqlStore final : public Store
{
public:
    // `migrations`: folder of NNNN_*.sql, the programs have it as a resource.
    explicit SqlStore(const QString &file, const QString &migrations = QStringLiteral(":/sql"));
    ~SqlStore() override;

    // Opens the file now, to hear of a broken or newer one before anything is asked.
    [[nodiscard]] Async<> open();

    [[nodiscard]] Async<std::vector<DocumentRow>> documents(const Partition &partition) override;
    [[nodiscard]] Async<DocumentRow> document(const Partition &partition, qint64 id) override;
    [[nodiscard]] Async<bool> isElsewhere(const Partition &partition, qint64 id) override;
    [[nodiscard]] Async<DocumentRow> add(const Partition &partition, const DocumentRow &row) override;
    [[nodiscard]] Async<> update(const Partition &partition, const DocumentRow &row) override;
    [[nodiscard]] Async<> remove(const Partition &partition, qint64 id) override;
    [[nodiscard]] Async<EditRow> append(const Partition &partition, const EditRow &edit) override;
    [[nodiscard]] Async<std::vector<EditRow>> edits(const Partition &partition, qint64 document) override;

private:
    class Worker;
    std::unique_ptr<Worker> m_worker;
};

} // namespace core
