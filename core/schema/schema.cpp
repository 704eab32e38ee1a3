// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/schema.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {

const SchemaField *Schema::field(const QString &path) const
{
    static const QRegularExpression index(u"\\[\\d*\\]"_s);
    const auto find = [](const std::vector<SchemaField> &among, const QString &wanted) -> const SchemaField * {
        const auto found =
            std::find_if(among.begin(), among.end(), [&](const SchemaField &field) { return field.path == wanted; });
        return found == among.end() ? nullptr : &*found;
    };
    if (const SchemaField *found = find(fields, path))
        return found;
    QString bare = path;
    bare.remove(index);
    if (bare != path) {
        const SchemaField *item = find(fields, bare);
        if (item && item->list)
            return item;
    }
    for (const SchemaTable &each : tables) {
        if (bare.startsWith(each.path + u'.')) {
            if (const SchemaField *column = find(each.columns, bare.mid(each.path.size() + 1)))
                return column;
        }
    }
    return nullptr;
}

const SchemaTable *Schema::table(const QString &path) const
{
    const auto found =
        std::find_if(tables.begin(), tables.end(), [&](const SchemaTable &each) { return each.path == path; });
    return found == tables.end() ? nullptr : &*found;
}

QString titleIn(const QString &language, const QHash<QString, QString> &titles, const QString &title)
{
    return titles.value(language, titles.value(language.section(u'-', 0, 0), title));
}

} // namespace core
