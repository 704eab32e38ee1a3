// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/accounts.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace app {

// Lets the accounts look whether another program has signed one out: when the folder of the settings changes, in which
// the known ones are listed, and when somebody comes back to the program.
class AccountWatch : public QObject
{
    Q_OBJECT

public:
    AccountWatch(core::Accounts &accounts, QString folder, QObject *parent = nullptr);

private:
    void watch(); // the folder may be made only later

    QString m_folder;
    QFileSystemWatcher m_watcher;
    QTimer m_pause; // several files change at once
};

} // namespace app
