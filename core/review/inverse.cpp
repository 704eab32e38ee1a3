// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/rowedits.h"

namespace core {
namespace {

Edit undoing(Edit::Kind kind, const QString &path, QJsonObject state = {})
{
    Edit edit;
    edit.kind = kind;
    edit.path = path;
    edit.state = std::move(state);
    return edit;
}

} // namespace

Edit inverse(const Extraction &before, const Edit &edit)
{
    using enum Edit::Kind;
    if (edit.kind == InsertRow)
        return undoing(DeleteRow, edit.path);
    Extraction found = before; // findRow() hands out what may be changed
    const RowPlace place = findRow(found, edit.path);
    if (edit.kind == DeleteRow) {
        return place.isRow() ? undoing(InsertRow, edit.path,
                                       stateOf(*place.table, place.table->rows[static_cast<std::size_t>(place.row)]))
                             : undoing(Restore, {}, stateOf(before));
    }
    if (edit.path.isEmpty())
        return undoing(Restore, {}, stateOf(before));
    if (place.isRow() && !before.field(edit.path)) {
        const QString row = edit.path.left(edit.path.lastIndexOf(u']') + 1);
        return undoing(Restore, row, stateOf(*place.table, place.table->rows[static_cast<std::size_t>(place.row)]));
    }
    return undoing(Restore, edit.path, stateOf(before.field(edit.path)));
}

} // namespace core
