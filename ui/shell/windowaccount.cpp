// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in as part of the window: the provider's page takes the place of the panes and folds away by itself.
#include "ui/library/documentactions.h"
#include "ui/library/librarypane.h"
#include "ui/pages/documentpane.h"
#include "ui/review/reviewpane.h"
#include "ui/shell/accountbutton.h"
#include "ui/shell/desk.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/statusline.h"
#include "ui/shell/topbar.h"
#include "ui/signin/accountplaces.h"
#include "ui/signin/connectsheet.h"
#include "ui/signin/proxysheet.h"
#include "ui/signin/signinpanel.h"
#include "ui/signin/signinview.h"
#include "ui/text/errortext.h"
#include "ui/text/formats.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"

#include <QDialog>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace ui {

void MainWindow::connectAccounts()
{
    m_account = new AccountButton(this);
    m_top->setAccountButton(m_account);
    m_account->setVisible(m_services.accounts != nullptr);
    m_actions.account->setEnabled(m_services.accounts != nullptr);
    m_actions.signOut->setEnabled(false);
    if (!m_services.accounts)
        return;
    core::Accounts &accounts = *m_services.accounts;
    connect(m_account, &AccountButton::signInRequested, this,
            [this] { signIn({}, m_services.accounts->current() ? Whom::Another : Whom::Anybody); });
    connect(m_account, &AccountButton::signOutRequested, this, &MainWindow::signOut);
    connect(m_actions.account, &QAction::triggered, m_account, &AccountButton::open, Qt::QueuedConnection);
    connect(m_actions.signOut, &QAction::triggered, this, [this] {
        if (const auto account = m_services.accounts->current())
            signOut(account->id);
    });
    connect(m_account, &AccountButton::switchRequested, &accounts, &core::Accounts::switchTo);
    connect(m_account, &AccountButton::setAsideRequested, &accounts, &core::Accounts::setAside);
    m_account->setClock(m_services.clock);
    connect(&accounts, &core::Accounts::changed, this, &MainWindow::showAccount);
    connect(&accounts, &core::Accounts::expired, this, &MainWindow::sayExpired);
    connect(&accounts, &core::Accounts::signedOutElsewhere, this, [this] {
        m_library->messages().tell(
            MessageBar::Kind::Information,
            tr("Another program on this computer signed you out. Your work is kept. Sign in again "
               "to go on with it."),
            {tr("Sign in"), [this] { signIn(); }});
    });
    connect(&accounts, &core::Accounts::revocationFailed, this, [this] {
        m_library->messages().tell(MessageBar::Kind::Warning,
                                   tr("You are signed out here, but your provider could not be told. The session there "
                                      "ends by itself; your administrator can end it at once."));
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
    connect(&accounts, &core::Accounts::restoreFailed, this, &MainWindow::sayUnread);
}

// The stored session could not be read.
void MainWindow::sayUnread(const core::Error &error, const QString &account)
{
    if (error.code != core::ErrorCode::KeychainUnavailable)
        return m_library->messages().tell(MessageBar::Kind::Warning, errorText(error),
                                          {tr("Sign in"), [this] { signIn(); }});
    m_library->messages().tell(MessageBar::Kind::Warning,
                               tr("The keychain of this computer could not be opened. Your sign-in is still in it: "
                                  "unlock it, then try again."),
                               {tr("Try again"), [this, account] { m_services.accounts->switchTo(account); }});
}

void MainWindow::sayExpired(const QString &account)
{
    QString provider;
    for (const core::Account &known : m_services.accounts->known()) {
        if (known.id == account)
            provider = known.provider;
    }
    m_library->messages().tell(MessageBar::Kind::Warning,
                               tr("Your session has ended. Your work is kept. Sign in again to go on with it."),
                               {tr("Sign in"), [this, provider] { signIn(provider); }});
}

bool MainWindow::isSigningIn() const
{
    return m_signIn && m_pagesOrNothing->currentWidget() == m_signIn;
}

// Signed out, with an engine chosen that vouches for the user.
bool MainWindow::needsAccount(const QString &engine) const
{
    if (!m_services.accounts || m_services.accounts->current())
        return false;
    const auto connections = m_services.engines.connections();
    const auto chosen = std::ranges::find(connections, engine, &core::Connection::id);
    return chosen != connections.end() && chosen->auth.value("kind"_L1).toString() == "account"_L1;
}

void MainWindow::connectOrganization(const QString &file)
{
    if (!m_services.setup)
        return;
    auto *sheet = new ConnectSheet(*m_services.setup, this);
    connect(sheet, &ConnectSheet::connected, this, [this](const core::ProviderProfile &profile) {
        closeSheets();
        signIn(profile.id);
    });
    if (m_services.proxies)
        connect(sheet, &ConnectSheet::asking, m_services.proxies, &core::ProxyDesk::reconsider);
    sheet->start();
    if (!file.isEmpty())
        sheet->take(file);
}

void MainWindow::endSignIn()
{
    m_declinedAccount = !m_services.accounts->current();
    if (!m_declinedAccount)
        m_library->messages().dismiss(); // that somebody should sign in
    if (const int left = std::exchange(m_addedWithout, 0); left > 0 && !m_declinedAccount)
        tell(tr("%n document(s) added without an account stay on this computer and are shown again when you are signed "
                "out.",
                nullptr, left));
    if (const auto account = m_services.accounts->current(); account && !account->kept)
        m_library->messages().tell(
            MessageBar::Kind::Warning,
            account->renewable ? errorText({core::ErrorCode::KeychainUnavailable, QString()})
                               : tr("Your organization's provider gave nothing to stay signed in with. You will "
                                    "be asked again when this sign-in expires. Your administrator can allow "
                                    "it (refresh tokens, the scope offline_access)."));
    m_pagesOrNothing->setCurrentWidget(m_splitter);
    showRightPage();
    m_library->focusList();
    if (m_declinedAccount)
        m_link.reset(); // who goes on without an account does not want what is an account's
    emit signInEnded();
    followLink();
}

void MainWindow::signIn(const QString &profile, Whom whom)
{
    if (!m_services.accounts)
        return;
    preparePanel();
    m_addedWithout = m_services.accounts->current() ? 0 : static_cast<int>(m_services.queue.rows().size());
    m_pagesOrNothing->setCurrentWidget(m_signIn);
    placeMessages();
    m_signIn->start(profile, whom == Whom::Another);
}

void MainWindow::signOut(const QString &account)
{
    preparePanel();
    m_signIn->signOut(account);
}

// Made at the first sign-in, not before.
void MainWindow::preparePanel()
{
    if (m_signIn)
        return;
    m_signIn = new SignInPanel(*m_services.accounts, this);
    m_signIn->view()->setPages(m_services.providerPages);
    m_signIn->view()->setClientCertificates(m_services.ownCertificates);
    m_signIn->view()->setProxyLogins(m_services.proxies);
    m_signIn->view()->setSessions(&m_services.accounts->providerSessions());
    m_signIn->view()->setActions({m_actions.quit, m_actions.palette});
    m_signIn->setFarewell(m_services.farewell);
    m_pagesOrNothing->addWidget(m_signIn);
    if (m_services.proxies)
        connect(m_signIn, &SignInPanel::tried, m_services.proxies, &core::ProxyDesk::reconsider);
    connect(m_signIn, &SignInPanel::finished, this, &MainWindow::endSignIn);
    connect(m_signIn, &SignInPanel::warned, this,
            [this](const QString &text) { m_library->messages().tell(MessageBar::Kind::Warning, text); });
    connect(m_signIn, &SignInPanel::connectRequested, this, [this] { connectOrganization(); });
}

void MainWindow::tell(const core::Error &error)
{
    m_library->messages().tell(MessageBar::Kind::Error, errorText(error));
}

void MainWindow::tell(const QString &text)
{
    m_library->messages().tell(MessageBar::Kind::Information, text);
}

void MainWindow::closeSheets()
{
    for (Sheet *sheet : findChildren<Sheet *>(Qt::FindDirectChildrenOnly)) {
        if (!qobject_cast<ProxySheet *>(sheet)) // that one is nobody's
            sheet->close();
    }
    for (QDialog *dialog : findChildren<QDialog *>()) // in which a file was being chosen, or a printer
        dialog->reject();
}

// What the one was looking for, had chosen and was told is nothing to the next.
void MainWindow::beginAnew()
{
    takeLinkAlong();
    m_top->clearSearch();
    m_library->beginAnew();
    m_pages->beginAnew();
    m_library->messages().dismiss();
    m_review->messages().dismiss();
    m_showNextAdded = false;
    m_declinedAccount = false;
}

void MainWindow::showAccount()
{
    core::Accounts *accounts = m_services.accounts;
    const auto account = accounts ? accounts->current() : std::nullopt;
    const QString actor = account ? account->id : QString();
    const bool isAnother = actor != m_desk->actor();
    if (isAnother) { // nothing of the one stays on the screen of the other
        closeSheets();
        chooseDocument(0);
        if (m_isOwned)
            beginAnew();
    }
    // At the start it is to be seen whose window it will be; what is typed or said meanwhile is theirs.
    m_isOwned = !accounts || accounts->state() != core::Accounts::State::Restoring;
    m_permissions =
        core::permissionsOf(account, accounts ? accounts->profiles() : std::vector<core::ProviderProfile>());
    m_top->setOwner(account ? placeOf(*account, accounts->profiles()) : QString());
    m_desk->setActor(actor);
    if (isAnother)
        tellUnsaved();
    auto others = accounts ? accounts->known() : std::vector<core::Account>();
    std::erase_if(others, [&actor](const core::Account &other) { return other.id == actor; });
    m_account->setAccount(account, others, accounts ? accounts->profiles() : std::vector<core::ProviderProfile>());
    m_actions.signOut->setEnabled(account.has_value());
    if (accounts && accounts->state() == core::Accounts::State::Restoring)
        m_account->setBusy(tr("Signing in…"));
    applyPermissions();
}

void MainWindow::applyPermissions()
{
    const QString reason = m_permissions.edit ? QString() : readOnlyReason();
    m_desk->setMayEdit(m_permissions.edit);
    showRightPage();
    m_review->setReadOnly(reason);
    m_library->actionsOfDocument().setMayEdit(m_permissions.edit, reason);
    m_library->setAdding(m_permissions.edit, reason);
    m_pages->setAdding(m_permissions.edit);
    m_status->setVisible(m_permissions.use); // nor is it told how much there would be
    m_top->setPickersEnabled(m_permissions.edit, reason);
    for (QAction *action : {m_actions.open, m_actions.paste, m_actions.sample}) {
        action->setEnabled(m_permissions.edit);
        action->setToolTip(m_permissions.edit ? withKeys(action->text(), action->shortcut()) : reason);
    }
    for (QAction *action : {m_actions.exportDocuments, m_actions.nextDocument, m_actions.searchLibrary})
        action->setEnabled(m_permissions.use);
}

QString MainWindow::readOnlyReason() const
{
    return tr("You can look, not change: your role is viewer.");
}

// Signing in is not interrupted; it says itself when it is over.
void MainWindow::showRightPage()
{
    if (isSigningIn())
        return;
    QWidget *page = m_splitter;
    if (!m_permissions.use) {
        page = m_noRole;
        const auto profile = std::ranges::find(m_services.accounts->profiles(),
                                               m_services.accounts->current()->provider, &core::ProviderProfile::id);
        if (profile != m_services.accounts->profiles().end())
            m_noRole->setWords(m_noRole->title(), noRoleText(*profile));
    } else if (m_services.queue.rows().empty() && m_permissions.edit && !m_desk->hasPreview())
        page = m_welcome;
    m_pagesOrNothing->setCurrentWidget(page);
    placeMessages();
    m_top->setSearchEnabled(page == m_splitter);
    if (page == m_welcome)
        m_welcome->setFocus(Qt::OtherFocusReason); // to its first button
    const bool signedIn = m_services.accounts && m_services.accounts->current();
    m_welcomeSignIn->setVisible(m_services.accounts && !signedIn);
}

// What there is to say is seen on every page: in the library, or above what covers it.
void MainWindow::placeMessages()
{
    const bool libraryIsSeen = m_pagesOrNothing->currentWidget() == m_splitter && m_actions.library->isChecked()
        && !m_actions.focusMode->isChecked();
    m_library->lendMessages(libraryIsSeen ? nullptr : m_column, 1);
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
    m_noRole = new EmptyState(u"lock"_s, tr("You are signed in, but have no role here"), QString(), this);
    m_noRole->setObjectName(u"noRolePane"_s);
    connect(m_noRole->addButton(tr("Use another account"), true), &QPushButton::clicked, this,
            [this] { signIn({}, Whom::Another); });
    connect(m_noRole->addButton(tr("Work without an account")), &QPushButton::clicked, this,
            [this] { m_services.accounts->setAside(); });
    connect(m_noRole->addButton(tr("Sign out")), &QPushButton::clicked, this, [this] {
        if (const auto account = m_services.accounts->current())
            signOut(account->id);
    });
    return m_noRole;
}

} // namespace ui
