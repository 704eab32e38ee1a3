// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>

namespace core {

// The connection to one database file. Lives and dies on the thread that uses it.
class Database
{
public:
    Database(QString file, QString migrations);
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    // Ready for questions: opened, set up and of this program's version. Opens at the first call and after a failure
    // that may pass (disk full, locked); a file that was refused or set aside stays refused.
    [[nodiscard]] Result<> ready();

    // A prepared statement; its values are bound by the caller, run() executes it.
    [[nodiscard]] Result<QSqlQuery> prepare(const QString &statement);
    [[nodiscard]] static Result<> run(QSqlQuery &query);

private:
    [[nodiscard]] Result<> createFile() const;
    [[nodiscard]] Result<> open();
    [[nodiscard]] Result<> setUp();
    [[nodiscard]] Result<> setAside(const Error &why);
    void close();

    QString m_file;
    QString m_migrations;
    QString m_connection;
    QSqlDatabase m_database;
    Result<> m_refused; // an error that another try does not mend
    bool m_ready = false;
};

// What a failed statement is to a caller: always Storage, with SQLite's own words and number.
[[nodiscard]] Error storageError(const QSqlError &error);
// SQLite says that the file is no database, or no longer a sound one.
[[nodiscard]] bool isBroken(const QSqlError &error);

} // namespace core
