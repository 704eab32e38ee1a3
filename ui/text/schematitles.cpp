// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/schematitles.h"

#include <QLocale>

namespace ui {
namespace {

QString language()
{
    return QLocale().uiLanguages().value(0);
}

} // namespace

QString shownTitle(const core::Schema &schema)
{
    return core::titleIn(language(), schema.titles, schema.title.isEmpty() ? schema.id : schema.title);
}

core::Extraction withShownTitles(core::Extraction extraction, const core::Schema &schema)
{
    const QString wanted = language();
    for (core::ExtractedField &field : extraction.fields) {
        if (const core::SchemaField *known = schema.field(field.path))
            field.label = core::titleIn(wanted, known->titles, field.label);
    }
    for (core::ExtractedTable &table : extraction.tables) {
        const core::SchemaTable *known = schema.table(table.path);
        if (!known)
            continue;
        table.label = core::titleIn(wanted, known->titles, table.label);
        for (core::SchemaField &column : table.columns) {
            if (const core::SchemaField *same = schema.field(table.path + u'.' + column.name))
                column.title = core::titleIn(wanted, same->titles, column.title);
        }
    }
    return extraction;
}

} // namespace ui
