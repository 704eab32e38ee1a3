// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/otheraccounts.h"

#include "ui/widgets/theme.h"

#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

OtherAccounts::OtherAccounts(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName(u"otherAccounts"_s);
    m_layout->setContentsMargins(0, 0, 0, 0);
    hide();
}

void OtherAccounts::setAccounts(const std::vector<core::Account> &accounts, const AccountPlaces &places)
{
    if (m_page) { // later: one of its buttons may be what is calling
        m_page->hide();
        m_page->deleteLater();
    }
    m_rows.clear();
    m_page = new QWidget(this);
    auto *rows = new QVBoxLayout(m_page);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(smallGap / 2);
    for (const core::Account &account : accounts)
        addRow(account, places.value(account.id));
    m_layout->addWidget(m_page);
    setVisible(!accounts.empty());
    updateGeometry(); // while it is not on the screen, what is around it keeps the height that it had
}

void OtherAccounts::addRow(const core::Account &account, const QString &place)
{
    auto *row = new AccountRow(account, place, m_page);
    m_rows += row;
    m_page->layout()->addWidget(row);
    connect(row, &AccountRow::chosen, this, [this, id = account.id] { emit chosen(id); });
    connect(row, &AccountRow::signOutConfirmed, this, [this, id = account.id] { emit signOutRequested(id); });
}

QList<QWidget *> OtherAccounts::controls() const
{
    QList<QWidget *> controls;
    for (const AccountRow *row : m_rows)
        controls += row->controls();
    return controls;
}

} // namespace ui
