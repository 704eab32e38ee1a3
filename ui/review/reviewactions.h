// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QCoreApplication>

class QWidget;

namespace ui {

// What a reviewer can do, as actions for the menu bar, the buttons and the command palette. Keys that the rows handle
// themselves are in the property "keys".
struct ReviewActions {
    Q_DECLARE_TR_FUNCTIONS(ui::ReviewActions)

public:
    explicit ReviewActions(QWidget *pane);

    QAction *accept;
    QAction *edit;
    QAction *reject;
    QAction *draw; // checkable
    QAction *nextDoubt;
    QAction *previousDoubt;
    QAction *undo;
    QAction *redo;
    QAction *approve;
    QAction *reopen;
    QAction *doubtsFirst; // checkable

    [[nodiscard]] QList<QAction *> all() const;
};

} // namespace ui
