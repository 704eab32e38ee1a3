// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/account.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace ui {

// The accounts that are known besides the one in use: one press goes over to it, another signs it out.
class OtherAccounts : public QWidget
{
    Q_OBJECT

public:
    explicit OtherAccounts(QWidget *parent = nullptr);

    void setAccounts(const std::vector<core::Account> &accounts);

signals:
    void chosen(const QString &account);
    void signOutRequested(const QString &account);

private:
    void addRow(const core::Account &account);

    QWidget *m_page = nullptr;
    QVBoxLayout *m_layout;
};

// "Bob Brown, Acme": enough to tell it from the others.
[[nodiscard]] QString accountText(const core::Account &account);

} // namespace ui
