// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/accounts.h"
#include "core/identity/farewell.h"

#include <QWidget>

#include <stop_token>

class QStackedWidget;
class QTimer;

namespace ui {

class EmptyState;
class MessageBar;
class ProviderChoice;
class SignInView;

// All of signing in, as a pane: where to, the provider's page, and what came of it.
class SignInPanel : public QWidget
{
    Q_OBJECT

public:
    explicit SignInPanel(core::Accounts &accounts, QWidget *parent = nullptr);
    ~SignInPanel() override;

    // Goes straight to the provider's page when there is nothing to choose, else asks. `profile`: chosen beforehand.
    // another: the provider asks which account it is to be, although it knows one.
    void start(const QString &profile = QString(), bool another = false);
    void setFarewell(core::Farewell *farewell) { m_farewell = farewell; } // null: none is said. Outlives this
    void tell(const QString &text); // above the page
    void signOut(const QString &account);
    [[nodiscard]] SignInView *view() const { return m_view; }
    [[nodiscard]] bool isSigningIn() const { return m_signingIn; }

signals:
    void signedIn(const core::Account &account); // and has a role
    void tried(); // somebody begins an attempt, or goes on with one that failed
    void finished(); // the pane can fold away: signed in, or the user goes on without
    void warned(const QString &text); // of signing out, which happens behind other pages
    void connectRequested(); // of an organization that is not there yet

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] MessageBar &messages(); // of the page that is shown
    void dismissMessages();
    void placeMessage();
    void makeChoice();
    void signIn(const QString &profile, const QString &organization);
    void run(const core::ProviderProfile &profile, const QString &organization,
             core::ProviderProfile::BrowserKind browser);
    [[nodiscard]] bool mayUseSystemBrowser() const;
    void offerSystemBrowser(const QString &text, const QString &detail = QString());
    void take(const core::ProviderProfile &profile, const core::Result<core::Account> &answer);
    void showNoRole(const core::Account &account, const core::ProviderProfile &profile);
    void showBusy();

    core::Accounts &m_accounts;
    core::Farewell *m_farewell = nullptr;
    std::stop_source m_stop;
    bool m_signingIn = false;
    bool m_another = false;
    core::ProviderProfile m_profile; // of the attempt, with its browser as it is used
    QString m_organization; // of the attempt
    QString m_noRoleAccount;
    MessageBar *m_message;
    QStackedWidget *m_stack;
    ProviderChoice *m_choice = nullptr;
    SignInView *m_view;
    EmptyState *m_busy;
    EmptyState *m_noRole;
    QTimer *m_slow;
};

// What the page for somebody without a role says: what it is about, whom to ask, what to do meanwhile.
[[nodiscard]] QString noRoleText(const core::ProviderProfile &profile);

} // namespace ui
