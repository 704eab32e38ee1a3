// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/identity/account.h"
#include "core/identity/profile.h"

#include <QToolButton>

#include <optional>
#include <vector>

class QMenu;
class QWidgetAction;

namespace ui {

class AccountCard;

// Who is signed in, top right; the menu below it says more.
class AccountButton : public QToolButton
{
    Q_OBJECT

public:
    explicit AccountButton(QWidget *parent = nullptr);

    void setAccount(const std::optional<core::Account> &account, const std::vector<core::Account> &others = {},
                    const std::vector<core::ProviderProfile> &profiles = {});
    void setClock(const core::Clock &clock); // for how long access lasts
    void open(); // as a click with the mouse does
    void setBusy(const QString &text); // until the next setAccount()

signals:
    void signInRequested();
    void signOutRequested(const QString &account);
    void switchRequested(const QString &account);
    void setAsideRequested();

private:
    void tellExpanded(); // to a screen reader

    QMenu *m_menu;
    QWidgetAction *m_action = nullptr;
    AccountCard *m_card;
};

} // namespace ui
