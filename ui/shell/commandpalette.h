// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/sheet.h"

#include <QAction>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace ui {

// Every command by name, with its key. Typing narrows, Enter does it.
class CommandPalette : public Sheet
{
    Q_OBJECT

public:
    CommandPalette(const QList<QAction *> &commands, QWidget *window);

    [[nodiscard]] QLineEdit *input() const { return m_input; }
    [[nodiscard]] QStringList shown() const; // names, best first

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void narrow(const QString &typed);
    void run();

    QList<QPointer<QAction>> m_commands;
    QLineEdit *m_input;
    QListView *m_list;
    QStandardItemModel *m_model;
};

// The key of a command, its own or one that a pane handles itself; empty when there is none.
[[nodiscard]] QString keysOf(const QAction &command);

} // namespace ui
