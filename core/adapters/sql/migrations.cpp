// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/sql/migrations.h"

#include "core/adapters/sql/database.h"
#include "core/base/logging.h"

#include <QDir>
#include <QSqlError>
#include <QSqlQuery>

#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

struct Migration {
    int version = 0;
    QString file;
};

std::vector<Migration> migrationsIn(const QString &folder)
{
    std::vector<Migration> found;
    const QDir directory(folder);
    for (const QString &name : directory.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        if (const int version = QStringView(name).left(4).toInt(); version > 0)
            found.push_back({version, directory.filePath(name)});
    }
    return found;
}

MigrationOutcome failed(const QSqlError &error)
{
    return {tl::make_unexpected(storageError(error)), false, isBroken(error)};
}

// The file's version, or how reading it failed.
MigrationOutcome readVersion(QSqlDatabase &database, int &version)
{
    QSqlQuery query(database);
    // Counting the tables reads the schema, which user_version alone does not: that is where damage shows first.
    if (!query.exec(u"SELECT count(*) FROM sqlite_master"_s) || !query.exec(u"PRAGMA user_version"_s) || !query.next())
        return failed(query.lastError());
    version = query.value(0).toInt();
    return {};
}

MigrationOutcome execute(QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    return query.exec(statement) ? MigrationOutcome{} : failed(query.lastError());
}

MigrationOutcome applyStatements(QSqlDatabase &database, const Migration &migration)
{
    QFile file(migration.file);
    if (!file.open(QIODevice::ReadOnly))
        return {fail(ErrorCode::Storage, "cannot read "_L1 + migration.file), false, false};
    const QString text = QString::fromUtf8(file.readAll());
    for (const QString &statement : text.split(u"\n\n"_s, Qt::SkipEmptyParts)) {
        if (MigrationOutcome outcome = execute(database, statement.trimmed()); !outcome.result)
            return outcome;
    }
    return execute(database, "PRAGMA user_version = "_L1 + QString::number(migration.version));
}

MigrationOutcome applyOne(QSqlDatabase &database, const Migration &migration)
{
    // IMMEDIATE: another process that migrates too is waited for, and then there is nothing left to do.
    if (MigrationOutcome begun = execute(database, u"BEGIN IMMEDIATE"_s); !begun.result)
        return begun;
    int version = 0;
    MigrationOutcome outcome = readVersion(database, version);
    if (outcome.result && version < migration.version)
        outcome = applyStatements(database, migration);
    if (outcome.result)
        outcome = execute(database, u"COMMIT"_s);
    if (!outcome.result)
        QSqlQuery(database).exec(u"ROLLBACK"_s);
    return outcome;
}

} // namespace

MigrationOutcome migrate(QSqlDatabase &database, const QString &folder)
{
    int version = 0;
    if (MigrationOutcome read = readVersion(database, version); !read.result)
        return read;
    const auto migrations = migrationsIn(folder);
    if (migrations.empty())
        return {fail(ErrorCode::Internal, "no migrations in "_L1 + folder), false, false};
    if (const int known = migrations.back().version; version > known) {
        return {fail(ErrorCode::Storage,
                     "the database is of a newer version of Lectern (layout %1, this program knows %2)"_L1.arg(
                         QString::number(version), QString::number(known))),
                true, false};
    }
    for (const Migration &migration : migrations) {
        if (migration.version <= version)
            continue;
        if (MigrationOutcome outcome = applyOne(database, migration); !outcome.result)
            return outcome;
        qCInfo(lcStore) << "database layout is now" << migration.version;
    }
    return {};
}

} // namespace core
