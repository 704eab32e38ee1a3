// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in as part of the window: the provider's page takes the place of the panes and folds away by itself.
#include "ui/library/documentactions.h"
#include "ui/library/librarypane.h"
#include "ui/review/reviewpane.h"
#include "ui/shell/accountbutton.h"
#include "ui/shell/desk.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/topbar.h"
#include "ui/signin/signinpanel.h"
#include "ui/text/errortext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"

#include <QFileDialog>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

using namespace Qt::Literals::StringLiterals;

namespace ui {

void MainWindow::connectAccounts()
{
    m_account = new AccountButton(this);
    m_top->setAccountWidget(m_account);
    m_account->setVisible(m_services.accounts != nullptr);
    if (!m_services.accounts)
        return;
    core::Accounts &accounts = *m_services.accounts;
    connect(m_account, &AccountButton::signInRequested, this, [this] { signIn(); });
    connect(m_account, &AccountButton::signOutRequested, this, &MainWindow::signOut);
    connect(&accounts, &core::Accounts::changed, this, &MainWindow::showAccount);
    connect(&accounts, &core::Accounts::expired, this, [this] {
        m_library->messages().tell(MessageBar::Kind::Warning,
                                   tr("Your session has ended. Your work is kept. Sign in again to go on with it."),
                                   {tr("Sign in"), [this] { signIn(); }});
    });
    connect(&accounts, &core::Accounts::keychainWaiting, this, [this](bool waiting) {
        if (!waiting) {
            m_library->messages().dismiss();
            return;
        }
        m_library->messages().tell(MessageBar::Kind::Information,
                                   tr("Waiting for the keychain of this computer. It may be asking for its password."),
                                   {tr("Go on without it"), [this] { m_services.accounts->stopWaitingForKeychain(); }});
    });
    connect(&accounts, &core::Accounts::restoreFailed, this, [this](const core::Error &error) {
        m_library->messages().tell(MessageBar::Kind::Warning, errorText(error), {tr("Sign in"), [this] { signIn(); }});
    });
}

void MainWindow::signIn(const QString &profile)
{
    if (!m_services.accounts)
        return;
    preparePanel();
    m_pagesOrNothing->setCurrentWidget(m_signIn);
    m_signIn->start(profile);
}

void MainWindow::signOut(const QString &account)
{
    preparePanel();
    m_signIn->signOut(account);
}

// Made at the first sign-in, not before: it may bring the web engine with it.
void MainWindow::preparePanel()
{
    if (m_signIn)
        return;
    m_signIn = new SignInPanel(*m_services.accounts, this);
    m_pagesOrNothing->addWidget(m_signIn);
    connect(m_signIn, &SignInPanel::finished, this, [this] {
        m_pagesOrNothing->setCurrentWidget(m_splitter);
        showRightPage();
        m_library->focusList();
    });
    connect(m_signIn, &SignInPanel::profileFileRequested, this, [this] {
        auto *dialog = new QFileDialog(this, tr("Provider profile"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        dialog->setNameFilters({tr("Provider profiles (%1)").arg(u"*.json"_s)});
        connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::profileFileChosen);
        dialog->open();
    });
}

void MainWindow::tell(const core::Error &error)
{
    m_library->messages().tell(MessageBar::Kind::Error, errorText(error));
}

void MainWindow::tell(const QString &text)
{
    m_library->messages().tell(MessageBar::Kind::Information, text);
}

void MainWindow::showAccount()
{
    core::Accounts *accounts = m_services.accounts;
    const auto account = accounts ? accounts->current() : std::nullopt;
    m_permissions = permissionsOf(account, accounts ? accounts->profiles() : std::vector<core::ProviderProfile>());
    m_top->setOwner(account ? account->organization : QString());
    m_desk->setActor(account ? account->id : QString());
    m_account->setAccount(account);
    if (accounts && accounts->state() == core::Accounts::State::Restoring)
        m_account->setBusy(tr("Signing in…"));
    applyPermissions();
}

void MainWindow::applyPermissions()
{
    const QString reason = m_permissions.edit ? QString() : tr("You can look, not change: your role is viewer.");
    showRightPage();
    m_review->setReadOnly(reason);
    m_library->actionsOfDocument().setMayEdit(m_permissions.edit);
    m_library->setAdding(m_permissions.edit);
    m_top->setPickersEnabled(m_permissions.edit);
    for (QAction *action : {m_actions.open, m_actions.paste, m_actions.sample})
        action->setEnabled(m_permissions.edit);
    for (QAction *action : {m_actions.exportDocuments, m_actions.nextDocument, m_actions.searchLibrary})
        action->setEnabled(m_permissions.use);
}

// Signing in is not interrupted; it says itself when it is over.
void MainWindow::showRightPage()
{
    if (m_signIn && m_pagesOrNothing->currentWidget() == m_signIn)
        return;
    QWidget *page = m_splitter;
    if (!m_permissions.use)
        page = m_noRole;
    else if (m_services.queue.rows().empty() && m_permissions.edit)
        page = m_welcome;
    m_pagesOrNothing->setCurrentWidget(page);
    m_top->setSearchEnabled(page == m_splitter);
    if (page == m_welcome)
        m_welcome->setFocus(Qt::OtherFocusReason); // to its first button
    const bool signedIn = m_services.accounts && m_services.accounts->current();
    m_welcomeSignIn->setVisible(m_services.accounts && !signedIn);
}

QWidget *MainWindow::buildWelcome()
{
    m_welcome = new EmptyState(u"drop"_s, tr("Drop documents here"),
                               tr("Lectern reads the facts out of them and shows for each where it stands."), this);
    m_welcome->setObjectName(u"welcomePage"_s);
    m_welcome->setFramed(true);
    connect(m_welcome->addButton(tr("Open…"), true), &QPushButton::clicked, m_actions.open, &QAction::trigger);
    connect(m_welcome->addButton(tr("Try the sample documents")), &QPushButton::clicked, m_actions.sample,
            &QAction::trigger);
    m_welcomeSignIn = m_welcome->addButton(tr("Sign in to your organization"));
    connect(m_welcomeSignIn, &QPushButton::clicked, this, [this] { signIn(); });
    m_welcome->setFootnote(tr("PDF, PNG, JPEG and TIFF. Everything works without an account, and nothing leaves this "
                              "computer unless you choose an engine that sends it."));
    return m_welcome;
}

QWidget *MainWindow::buildNoRole()
{
    m_noRole =
        new EmptyState(u"lock"_s, tr("You are signed in, but have no role here"),
                       tr("Your organization has not said what you may do in Lectern. Ask your administrator for "
                          "the role viewer or reviewer, then sign in again. Nothing of yours was lost."),
                       this);
    m_noRole->setObjectName(u"noRolePane"_s);
    connect(m_noRole->addButton(tr("Sign out"), true), &QPushButton::clicked, this, [this] {
        if (const auto account = m_services.accounts ? m_services.accounts->current() : std::nullopt)
            signOut(account->id);
    });
    connect(m_noRole->addButton(tr("Sign in as somebody else")), &QPushButton::clicked, this, [this] { signIn(); });
    return m_noRole;
}

} // namespace ui
