// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/sql/database.h"

#include "core/adapters/sql/migrations.h"
#include "core/base/logging.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr auto ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace

Error storageError(const QSqlError &error)
{
    return {ErrorCode::Storage, "SQLite "_L1 + error.nativeErrorCode() + ": "_L1 + error.databaseText()};
}

bool isBroken(const QSqlError &error)
{
    // Primary result codes (sqlite.org/rescode.html): 11 CORRUPT, 26 NOTADB; the high bits say more.
    const int primary = error.nativeErrorCode().toInt() & 0xff;
    return primary == 11 || primary == 26;
}

Database::Database(QString file, QString migrations)
    : m_file(std::move(file))
    , m_migrations(std::move(migrations))
    , m_connection(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
}

Database::~Database()
{
    close();
}

Result<> Database::ready()
{
    if (m_ready || !m_refused)
        return m_refused;
    if (auto created = createFile(); !created)
        return created;
    if (auto opened = open(); !opened) {
        close();
        return opened;
    }
    m_ready = true;
    return {};
}

// Made before SQLite makes it, so that nobody else can ever read it; SQLite gives -wal and -shm the same permissions.
Result<> Database::createFile() const
{
    const QFileInfo info(m_file);
    if (info.exists())
        return {};
    if (!QDir().mkpath(info.absolutePath()))
        return fail(ErrorCode::Storage, "cannot make the folder "_L1 + info.absolutePath());
    QFile file(m_file);
    if (!file.open(QIODevice::ReadWrite, ownerOnly))
        return fail(ErrorCode::Storage, file.errorString() + ": "_L1 + m_file);
    return {};
}

Result<> Database::open()
{
    m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    m_database.setDatabaseName(m_file);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=10000"_s);
    if (!m_database.open())
        return tl::make_unexpected(storageError(m_database.lastError()));
    return setUp();
}

Result<> Database::setUp()
{
    for (const auto &pragma : {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s,
                               u"PRAGMA foreign_keys = ON"_s, u"PRAGMA trusted_schema = OFF"_s}) {
        QSqlQuery query(m_database);
        if (query.exec(pragma))
            continue;
        const QSqlError error = query.lastError();
        query.clear();
        return isBroken(error) ? setAside(storageError(error)) : tl::make_unexpected(storageError(error));
    }
    const MigrationOutcome outcome = migrate(m_database, m_migrations);
    if (outcome.result)
        return {};
    if (outcome.broken)
        return setAside(outcome.result.error());
    if (outcome.newer)
        m_refused = outcome.result;
    return outcome.result;
}

Result<> Database::setAside(const Error &why)
{
    close();
    const QString stamp = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QString kept = m_file + ".broken-"_L1 + stamp;
    for (int n = 2; QFileInfo::exists(kept); ++n)
        kept = "%1.broken-%2-%3"_L1.arg(m_file, stamp, QString::number(n));
    if (!QFile::rename(m_file, kept)) {
        m_refused = fail(ErrorCode::Storage, "the database is broken and cannot be set aside: "_L1 + why.detail);
        return m_refused;
    }
    // What is not yet merged into the file belongs to it: whoever mends the one needs the other.
    for (const auto &suffix : {"-wal"_L1, "-shm"_L1})
        QFile::rename(m_file + suffix, kept + suffix);
    qCWarning(lcStore) << "broken database kept as" << kept;
    m_refused = fail(ErrorCode::Storage, "the database is broken and was kept as %1 (%2)"_L1.arg(kept, why.detail));
    return m_refused;
}

void Database::close()
{
    m_ready = false;
    if (!m_database.isValid())
        return;
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<QSqlQuery> Database::prepare(const QString &statement)
{
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.prepare(statement))
        return tl::make_unexpected(storageError(query.lastError()));
    return query;
}

Result<> Database::run(QSqlQuery &query)
{
    if (!query.exec())
        return tl::make_unexpected(storageError(query.lastError()));
    return {};
}

} // namespace core
