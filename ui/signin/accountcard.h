// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/identity/account.h"
#include "core/identity/profile.h"

#include <QWidget>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;

namespace ui {

class OtherAccounts;

// What the account menu shows: who is signed in, for which organization, with which roles, and for how long.
class AccountCard : public QWidget
{
    Q_OBJECT

public:
    explicit AccountCard(QWidget *parent = nullptr);

    // Nothing: signed out. `others`: known besides it. `profiles`: from which they came, for their names.
    void setAccounts(const std::optional<core::Account> &account, const std::vector<core::Account> &others,
                     const std::vector<core::ProviderProfile> &profiles);
    [[nodiscard]] QString accountText() const; // of the one above; empty: signed out
    void setClock(const core::Clock &clock); // which has to outlive this; without one the computer's counts

signals:
    void signInRequested(); // also as somebody else
    void signOutRequested(const QString &account);
    void switchRequested(const QString &account);
    void setAsideRequested(); // go on without an account

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    struct Line {
        QWidget *row = nullptr;
        QLabel *picture = nullptr;
        QLabel *text = nullptr;
        QString icon;
    };
    [[nodiscard]] Line addLine(const QString &icon, const QString &objectName);
    void fill(const Line &line, const QString &text);
    void redraw();
    void orderTabs();
    [[nodiscard]] QString lifetimeText() const;

    const core::Clock *m_clock = nullptr;
    std::optional<core::Account> m_account;
    QString m_place; // where it belongs
    QLabel *m_picture;
    QLabel *m_name;
    QLabel *m_email;
    Line m_organization;
    Line m_roles;
    Line m_lifetime;
    Line m_session;
    OtherAccounts *m_others;
    QPushButton *m_signIn;
    QPushButton *m_signOut;
    QPushButton *m_aside;
};

[[nodiscard]] QString roleText(const QString &role); // our own roles in the user's language, others as they are

} // namespace ui
