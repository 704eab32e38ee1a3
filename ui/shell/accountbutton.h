// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/account.h"

#include <QToolButton>

#include <optional>

class QMenu;

namespace ui {

class AccountCard;

// Who is signed in, top right; the menu below it says more.
class AccountButton : public QToolButton
{
    Q_OBJECT

public:
    explicit AccountButton(QWidget *parent = nullptr);

    void setAccount(const std::optional<core::Account> &account);
    void setBusy(const QString &text); // until the next setAccount()

signals:
    void signInRequested();
    void signOutRequested(const QString &account);

private:
    QMenu *m_menu;
    AccountCard *m_card;
};

} // namespace ui
