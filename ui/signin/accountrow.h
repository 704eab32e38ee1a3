// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/account.h"

#include <QWidget>

class QPushButton;
class QStackedLayout;
class QToolButton;

namespace ui {

// An account that is known besides the one in use: one press goes over to it. Signing it out asks in the same place
// first: a cross beside a name is pressed by mistake, and whoever is signed out has to type a password again.
class AccountRow : public QWidget
{
    Q_OBJECT

public:
    // `place`: where it belongs, as accountPlaces() says it; empty: no word of it.
    AccountRow(const core::Account &account, const QString &place, QWidget *parent = nullptr);

    [[nodiscard]] QList<QWidget *> controls() const; // as they are drawn

signals:
    void chosen();
    void signOutConfirmed();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *makeAccount(const core::Account &account, const QString &place);
    [[nodiscard]] QWidget *makeQuestion(const core::Account &account, const QString &place);
    void ask(bool asks);

    QPushButton *m_use = nullptr;
    QToolButton *m_out = nullptr;
    QPushButton *m_sure = nullptr;
    QToolButton *m_keep = nullptr;
    QStackedLayout *m_pages;
};

} // namespace ui
