// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/sql/editrows.h"

#include "core/adapters/sql/database.h"

#include <QVariant>

using namespace Qt::Literals::StringLiterals;

namespace core::editrows {
namespace {

QString text(const QString &value)
{
    return value.isNull() ? u""_s : value;
}

} // namespace

Result<EditRow> append(Database &database, const Partition &partition, EditRow edit)
{
    // INSERT ... SELECT: one statement both looks whether the document is this partition's and appends, so nothing can
    // come between.
    auto query = database.prepare(
        u"INSERT INTO edits (document, issuer, organization, kind, json, actor, at) "
        "SELECT id, issuer, organization, :kind, :json, :actor, :at FROM documents "
        "WHERE id = :document AND issuer = :issuer AND organization = :organization AND removed_at IS NULL"_s);
    if (!query)
        return tl::make_unexpected(query.error());
    query->bindValue(u":kind"_s, text(edit.kind));
    query->bindValue(u":json"_s, edit.json.isNull() ? QByteArray("") : edit.json);
    query->bindValue(u":actor"_s, text(edit.actor));
    query->bindValue(u":at"_s, text(edit.at.toUTC().toString(Qt::ISODateWithMs)));
    query->bindValue(u":document"_s, edit.document);
    query->bindValue(u":issuer"_s, text(partition.issuer));
    query->bindValue(u":organization"_s, text(partition.organization));
    if (auto done = Database::run(*query); !done)
        return tl::make_unexpected(done.error());
    if (query->numRowsAffected() == 0)
        return fail(ErrorCode::NotFound, "document "_L1 + QString::number(edit.document));
    edit.sequence = query->lastInsertId().toLongLong();
    return edit;
}

Result<std::vector<EditRow>> list(Database &database, const Partition &partition, qint64 document)
{
    auto query = database.prepare(u"SELECT sequence, kind, json, actor, at FROM edits WHERE document = :document AND "
                                  "issuer = :issuer AND organization = :organization ORDER BY sequence"_s);
    if (!query)
        return tl::make_unexpected(query.error());
    query->bindValue(u":document"_s, document);
    query->bindValue(u":issuer"_s, text(partition.issuer));
    query->bindValue(u":organization"_s, text(partition.organization));
    if (auto done = Database::run(*query); !done)
        return tl::make_unexpected(done.error());
    std::vector<EditRow> rows;
    while (query->next()) {
        EditRow row;
        row.sequence = query->value(0).toLongLong();
        row.document = document;
        row.kind = query->value(1).toString();
        row.json = query->value(2).toByteArray();
        row.actor = query->value(3).toString();
        row.at = QDateTime::fromString(query->value(4).toString(), Qt::ISODateWithMs);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace core::editrows
