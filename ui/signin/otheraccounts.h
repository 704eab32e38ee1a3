// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/signin/accountplaces.h"
#include "ui/signin/accountrow.h"

#include <QWidget>

#include <vector>

class QVBoxLayout;

namespace ui {

// The accounts that are known besides the one in use, each a row.
class OtherAccounts : public QWidget
{
    Q_OBJECT

public:
    explicit OtherAccounts(QWidget *parent = nullptr);

    void setAccounts(const std::vector<core::Account> &accounts, const AccountPlaces &places);
    [[nodiscard]] QList<QWidget *> controls() const; // as they are drawn

signals:
    void chosen(const QString &account);
    void signOutRequested(const QString &account);

private:
    void addRow(const core::Account &account, const QString &place);

    QWidget *m_page = nullptr;
    QVBoxLayout *m_layout;
    QList<AccountRow *> m_rows;
};

} // namespace ui
