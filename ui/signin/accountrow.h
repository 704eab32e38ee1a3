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
    explicit AccountRow(const core::Account &account, QWidget *parent = nullptr);

    [[nodiscard]] QList<QWidget *> controls() const; // as they are drawn

signals:
    void chosen();
    void signOutConfirmed();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] QWidget *makeAccount(const core::Account &account, const QString &text);
    [[nodiscard]] QWidget *makeQuestion(const core::Account &account, const QString &text);
    void ask(bool asks);

    QPushButton *m_use = nullptr;
    QToolButton *m_out = nullptr;
    QPushButton *m_sure = nullptr;
    QToolButton *m_keep = nullptr;
    QStackedLayout *m_pages;
};

// "Bob Brown, Acme": enough to tell it from the others.
[[nodiscard]] QString accountText(const core::Account &account);

} // namespace ui
