// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/sql/sqlstore.h"

#include "core/adapters/sql/database.h"
#include "core/adapters/sql/documentrows.h"
#include "core/adapters/sql/editrows.h"

#include <QPromise>
#include <QThread>

namespace core {

// The thread and what lives on it. The database is made and destroyed there: a connection may not change threads.
class SqlStore::Worker
{
public:
    Worker(const QString &file, const QString &migrations)
    {
        m_thread.setObjectName(QStringLiteral("store"));
        m_seat.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_seat, [this, file, migrations] { m_database = std::make_unique<Database>(file, migrations); },
            Qt::QueuedConnection);
    }
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;
    ~Worker()
    {
        // Queued behind everything that was asked.
        QMetaObject::invokeMethod(
            &m_seat,
            [this] {
                m_database.reset();
                m_thread.quit();
            },
            Qt::QueuedConnection);
        m_thread.wait();
    }

    template<typename T, typename Question>
    Async<T> ask(Question question)
    {
        const auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        const auto answer = [this, promise, question = std::move(question)] {
            if (auto ready = m_database->ready(); ready)
                promise->addResult(question(*m_database));
            else
                promise->addResult(tl::make_unexpected(ready.error()));
            promise->finish();
        };
        QMetaObject::invokeMethod(&m_seat, answer, Qt::QueuedConnection);
        return promise->future();
    }

private:
    QThread m_thread;
    QObject m_seat; // receives on m_thread
    std::unique_ptr<Database> m_database; // touched on m_thread only
};

SqlStore::SqlStore(const QString &file, const QString &migrations)
    : m_worker(std::make_unique<Worker>(file, migrations))
{
}

SqlStore::~SqlStore() = default;

Async<> SqlStore::open()
{
    return m_worker->ask<void>([](Database &) { return Result<>(); });
}

Async<std::vector<DocumentRow>> SqlStore::documents(const Partition &partition)
{
    return m_worker->ask<std::vector<DocumentRow>>(
        [partition](Database &database) { return documentrows::list(database, partition); });
}

Async<DocumentRow> SqlStore::document(const Partition &partition, qint64 id)
{
    return m_worker->ask<DocumentRow>(
        [partition, id](Database &database) { return documentrows::read(database, partition, id); });
}

Async<bool> SqlStore::isElsewhere(const Partition &partition, qint64 id)
{
    return m_worker->ask<bool>(
        [partition, id](Database &database) { return documentrows::isElsewhere(database, partition, id); });
}

Async<DocumentRow> SqlStore::add(const Partition &partition, const DocumentRow &row)
{
    return m_worker->ask<DocumentRow>(
        [partition, row](Database &database) { return documentrows::add(database, partition, row); });
}

Async<> SqlStore::update(const Partition &partition, const DocumentRow &row)
{
    return m_worker->ask<void>(
        [partition, row](Database &database) { return documentrows::update(database, partition, row); });
}

Async<> SqlStore::remove(const Partition &partition, qint64 id)
{
    return m_worker->ask<void>(
        [partition, id](Database &database) { return documentrows::remove(database, partition, id); });
}

Async<EditRow> SqlStore::append(const Partition &partition, const EditRow &edit)
{
    return m_worker->ask<EditRow>(
        [partition, edit](Database &database) { return editrows::append(database, partition, edit); });
}

Async<std::vector<EditRow>> SqlStore::edits(const Partition &partition, qint64 document)
{
    return m_worker->ask<std::vector<EditRow>>(
        [partition, document](Database &database) { return editrows::list(database, partition, document); });
}

} // namespace core
