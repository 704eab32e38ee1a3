// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/reviewactions.h"

#include "ui/widgets/theme.h"

#include <QWidget>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

QAction *make(QWidget *pane, const QString &iconName, const QString &text, const QList<QKeySequence> &keys = {})
{
    auto *action = new QAction(icon(iconName, pane->palette()), text, pane);
    action->setShortcuts(keys);
    pane->addAction(action);
    return action;
}

// The row with the focus hears this key; everywhere else it must stay what it is.
QAction *withRowKeys(QAction *action, const QKeySequence &keys)
{
    action->setProperty("keys", keys.toString(QKeySequence::NativeText));
    return action;
}

} // namespace

ReviewActions::ReviewActions(QWidget *pane)
    : accept(withRowKeys(make(pane, u"check"_s, tr("Accept and go to the next doubt")), Qt::Key_Return))
    , edit(withRowKeys(make(pane, u"pencil"_s, tr("Edit value")), Qt::Key_F2))
    , reject(withRowKeys(make(pane, u"not-on-page"_s, tr("Not in the document")), Qt::Key_Delete))
    , draw(make(pane, u"draw"_s, tr("Draw its place on the page"), {Qt::CTRL | Qt::Key_D}))
    , nextDoubt(make(pane, u"down"_s, tr("Next doubt"), {Qt::Key_F8}))
    , previousDoubt(make(pane, u"up"_s, tr("Previous doubt"), {Qt::SHIFT | Qt::Key_F8}))
    , undo(make(pane, u"undo"_s, tr("Undo"), {Qt::CTRL | Qt::Key_Z}))
    , redo(make(pane, u"redo"_s, tr("Redo"), {Qt::CTRL | Qt::Key_Y, Qt::CTRL | Qt::SHIFT | Qt::Key_Z}))
    , approve(make(pane, u"approved"_s, tr("Approve and next"), {Qt::CTRL | Qt::Key_Return, Qt::CTRL | Qt::Key_Enter}))
    , reopen(make(pane, u"undo"_s, tr("Open for review again")))
    , doubtsFirst(make(pane, u"question"_s, tr("Doubts first")))
{
    draw->setCheckable(true);
    doubtsFirst->setCheckable(true);
}

QList<QAction *> ReviewActions::all() const
{
    return {accept, edit, reject, draw, nextDoubt, previousDoubt, undo, redo, approve, reopen, doubtsFirst};
}

} // namespace ui
