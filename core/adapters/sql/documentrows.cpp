// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/sql/documentrows.h"

#include "core/adapters/sql/database.h"

#include <QVariant>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace core::documentrows {
namespace {

constexpr std::array stateNames{"waiting"_L1,  "running"_L1, "to_review"_L1,
                                "approved"_L1, "failed"_L1,  "cancelled"_L1}; // in DocumentState's order

QString nameOf(DocumentState state)
{
    return stateNames.at(static_cast<std::size_t>(state));
}

DocumentState stateOf(const QString &name)
{
    const auto found = std::find(stateNames.begin(), stateNames.end(), name);
    Q_ASSERT(found != stateNames.end()); // the table's CHECK lets no other in
    return static_cast<DocumentState>(std::distance(stateNames.begin(), found));
}

// SQLite keeps null and '' apart, the columns are NOT NULL, and a null QString is bound as null.
QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

const auto columns = u"id, file, name, sha256, pages, state, engine, schema, doubts, attempts, error_code, "
                     "error_detail, added_at"_s;
const auto ours = u" WHERE issuer = :issuer AND organization = :organization AND removed_at IS NULL"_s;

void bindPartition(QSqlQuery &query, const Partition &partition)
{
    query.bindValue(u":issuer"_s, text(partition.issuer));
    query.bindValue(u":organization"_s, text(partition.organization));
}

void bindRow(QSqlQuery &query, const DocumentRow &row)
{
    query.bindValue(u":file"_s, text(row.file));
    query.bindValue(u":name"_s, text(row.name));
    query.bindValue(u":sha256"_s, text(QString::fromLatin1(row.sha256)));
    query.bindValue(u":pages"_s, row.pages);
    query.bindValue(u":state"_s, nameOf(row.state));
    query.bindValue(u":engine"_s, text(row.engine));
    query.bindValue(u":schema"_s, text(row.schema));
    query.bindValue(u":doubts"_s, row.doubts);
    query.bindValue(u":attempts"_s, row.attempts);
    query.bindValue(u":error_code"_s, text(row.errorCode));
    query.bindValue(u":error_detail"_s, text(row.errorDetail));
    query.bindValue(u":extraction"_s, row.extraction.isEmpty() ? QVariant() : QVariant(row.extraction));
}

DocumentRow rowOf(const QSqlQuery &query)
{
    DocumentRow row;
    int column = 0;
    row.id = query.value(column++).toLongLong();
    row.file = query.value(column++).toString();
    row.name = query.value(column++).toString();
    row.sha256 = query.value(column++).toString().toLatin1();
    row.pages = query.value(column++).toInt();
    row.state = stateOf(query.value(column++).toString());
    row.engine = query.value(column++).toString();
    row.schema = query.value(column++).toString();
    row.doubts = query.value(column++).toInt();
    row.attempts = query.value(column++).toInt();
    row.errorCode = query.value(column++).toString();
    row.errorDetail = query.value(column++).toString();
    row.addedAt = QDateTime::fromString(query.value(column++).toString(), Qt::ISODateWithMs);
    return row;
}

// Runs a statement that changes one row of the partition; NotFound when there is none.
Result<> changeOne(QSqlQuery &query, qint64 id)
{
    if (auto done = Database::run(query); !done)
        return done;
    if (query.numRowsAffected() == 0)
        return fail(ErrorCode::NotFound, "document "_L1 + QString::number(id));
    return {};
}

} // namespace

Result<std::vector<DocumentRow>> list(Database &database, const Partition &partition)
{
    auto query = database.prepare("SELECT "_L1 + columns + " FROM documents"_L1 + ours + " ORDER BY id"_L1);
    if (!query)
        return tl::make_unexpected(query.error());
    bindPartition(*query, partition);
    if (auto done = Database::run(*query); !done)
        return tl::make_unexpected(done.error());
    std::vector<DocumentRow> rows;
    while (query->next())
        rows.push_back(rowOf(*query));
    return rows;
}

Result<DocumentRow> read(Database &database, const Partition &partition, qint64 id)
{
    auto query =
        database.prepare("SELECT "_L1 + columns + ", extraction FROM documents"_L1 + ours + " AND id = :id"_L1);
    if (!query)
        return tl::make_unexpected(query.error());
    bindPartition(*query, partition);
    query->bindValue(u":id"_s, id);
    if (auto done = Database::run(*query); !done)
        return tl::make_unexpected(done.error());
    if (!query->next())
        return fail(ErrorCode::NotFound, "document "_L1 + QString::number(id));
    DocumentRow row = rowOf(*query);
    row.extraction = query->value(u"extraction"_s).toByteArray();
    return row;
}

Result<bool> isElsewhere(Database &database, const Partition &partition, qint64 id)
{
    auto query = database.prepare(u"SELECT 1 FROM documents WHERE id = :id AND removed_at IS NULL AND NOT (issuer = "
                                  ":issuer AND organization = :organization)"_s);
    if (!query)
        return tl::make_unexpected(query.error());
    bindPartition(*query, partition);
    query->bindValue(u":id"_s, id);
    if (auto done = Database::run(*query); !done)
        return tl::make_unexpected(done.error());
    return query->next();
}

Result<DocumentRow> add(Database &database, const Partition &partition, DocumentRow row)
{
    auto query = database.prepare(
        u"INSERT INTO documents (issuer, organization, file, name, sha256, pages, state, engine, schema, doubts, "
        "attempts, error_code, error_detail, added_at, extraction) VALUES (:issuer, :organization, :file, :name, "
        ":sha256, :pages, :state, :engine, :schema, :doubts, :attempts, :error_code, :error_detail, :added_at, "
        ":extraction)"_s);
    if (!query)
        return tl::make_unexpected(query.error());
    bindPartition(*query, partition);
    bindRow(*query, row);
    query->bindValue(u":added_at"_s, text(row.addedAt.toUTC().toString(Qt::ISODateWithMs)));
    if (auto done = Database::run(*query); !done)
        return tl::make_unexpected(done.error());
    row.id = query->lastInsertId().toLongLong();
    return row;
}

Result<> update(Database &database, const Partition &partition, const DocumentRow &row)
{
    auto query = database.prepare(
        "UPDATE documents SET file = :file, name = :name, sha256 = :sha256, pages = :pages, state = :state, "
        "engine = :engine, schema = :schema, doubts = :doubts, attempts = :attempts, error_code = :error_code, "
        "error_detail = :error_detail, extraction = coalesce(:extraction, extraction)"_L1
        + ours + " AND id = :id"_L1);
    if (!query)
        return tl::make_unexpected(query.error());
    bindPartition(*query, partition);
    bindRow(*query, row);
    query->bindValue(u":id"_s, row.id);
    return changeOne(*query, row.id);
}

Result<> remove(Database &database, const Partition &partition, qint64 id)
{
    auto query = database.prepare("UPDATE documents SET removed_at = :now"_L1 + ours + " AND id = :id"_L1);
    if (!query)
        return tl::make_unexpected(query.error());
    bindPartition(*query, partition);
    query->bindValue(u":now"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs));
    query->bindValue(u":id"_s, id);
    return changeOne(*query, id);
}

} // namespace core::documentrows
