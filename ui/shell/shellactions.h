// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QCoreApplication>

class QWidget;

namespace ui {

// The window's own commands.
struct ShellActions {
    Q_DECLARE_TR_FUNCTIONS(ui::ShellActions)

public:
    explicit ShellActions(QWidget *window);

    QAction *open;
    QAction *paste;
    QAction *exportDocuments;
    QAction *sample;
    QAction *palette;
    QAction *library; // checkable
    QAction *focusMode; // checkable
    QAction *marks; // checkable
    QAction *searchLibrary;
    QAction *nextDocument;
    QAction *connectOrganization;
    QAction *organizations;
    QAction *secrets;
    QAction *account;
    QAction *signOut; // enabled while somebody is signed in
    QAction *settings;
    QAction *quit;

    [[nodiscard]] QList<QAction *> all() const;
};

} // namespace ui
