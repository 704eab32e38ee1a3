// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/edittext.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

struct EditText {
    Q_DECLARE_TR_FUNCTIONS(ui::EditText)

public:
    static QString done(const core::Edit &edit, const QString &title);
};

QString shown(const QString &value)
{
    return value.isEmpty() ? QString(QChar(0x2014)) : value.simplified().left(60);
}

QString EditText::done(const core::Edit &edit, const QString &title)
{
    switch (edit.kind) {
    case core::Edit::Kind::Set:
    case core::Edit::Kind::SetCell:
        return tr("%1: %2 → %3").arg(title, shown(edit.before), shown(edit.after));
    case core::Edit::Kind::Accept:
        return tr("%1 accepted").arg(title);
    case core::Edit::Kind::Reject:
        return tr("%1: not in the document").arg(title);
    case core::Edit::Kind::Approve:
        return tr("Document approved");
    case core::Edit::Kind::Reopen:
        return tr("Document opened again");
    case core::Edit::Kind::InsertRow:
        return tr("Row added to %1").arg(title);
    case core::Edit::Kind::DeleteRow:
        return tr("Row deleted from %1").arg(title);
    case core::Edit::Kind::Restore:
        return tr("%1 put back").arg(title);
    }
    Q_UNREACHABLE();
}

} // namespace

QString editText(const core::EditRow &row, const core::Extraction &extraction)
{
    const auto edit = core::editFromJson(row.json);
    if (!edit)
        return EditText::tr("An edit that can't be read");
    const QString title = titleOf(edit->path, extraction);
    if (row.kind == "undo"_L1)
        return title.isEmpty() ? EditText::tr("Undone") : EditText::tr("Undone: %1").arg(title);
    if (row.kind == "redo"_L1)
        return EditText::tr("Done again: %1").arg(EditText::done(*edit, title));
    return EditText::done(*edit, title);
}

QString titleOf(const QString &path, const core::Extraction &extraction)
{
    if (const core::ExtractedField *field = extraction.field(path))
        return field->label;
    static const QRegularExpression cell(u"^(.+)\\[(\\d+)\\](?:\\.(.+))?$"_s);
    const auto match = cell.match(path);
    for (const core::ExtractedTable &table : extraction.tables) {
        if (!match.hasMatch() || table.path != match.captured(1))
            continue;
        const QString row = EditText::tr("%1, row %2").arg(table.label).arg(match.captured(2).toInt() + 1);
        for (const core::SchemaField &column : table.columns) {
            if (column.name == match.captured(3))
                return "%1, %2"_L1.arg(row, column.title);
        }
        return row;
    }
    return path;
}

} // namespace ui
