// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/signinpanel.h"

#include "core/identity/discovery.h"
#include "core/identity/privatemode.h"
#include "core/identity/roles.h"
#include "ui/signin/providerchoice.h"
#include "ui/signin/signinview.h"
#include "ui/text/errortext.h"
#include "ui/text/signintext.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"

#include <QDesktopServices>
#include <QEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ui {

SignInPanel::SignInPanel(core::Accounts &accounts, QWidget *parent)
    : QWidget(parent)
    , m_accounts(accounts)
    , m_message(new MessageBar(this))
    , m_stack(new QStackedWidget(this))
    , m_view(new SignInView(this))
    , m_busy(new EmptyState(u"lock"_s, tr("Finishing…"), tr("The provider's answer is being checked."), this))
    , m_noRole(new EmptyState(u"shield"_s, QString(), QString(), this))
    , m_slow(new QTimer(this))
{
    setObjectName(u"signInPanel"_s);
    m_noRole->setObjectName(u"noRolePage"_s);
    auto *other = m_noRole->addButton(tr("Use another account"), true);
    other->setObjectName(u"noRoleOtherButton"_s);
    auto *without = m_noRole->addButton(tr("Work without an account"));
    without->setObjectName(u"noRoleAsideButton"_s);
    auto *signOutButton = m_noRole->addButton(tr("Sign out"));
    signOutButton->setObjectName(u"noRoleSignOutButton"_s);
    makeChoice();
    for (QWidget *page :
         {static_cast<QWidget *>(m_view), static_cast<QWidget *>(m_busy), static_cast<QWidget *>(m_noRole)})
        m_stack->addWidget(page);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_stack, 1); // the message lies over it: nothing moves under a pointer
    m_message->raise();
    m_message->installEventFilter(this);

    m_slow->setSingleShot(true);
    m_slow->setInterval(100);
    connect(m_slow, &QTimer::timeout, this, [this] { m_stack->setCurrentWidget(m_busy); });
    connect(&accounts, &core::Accounts::profilesChanged, this, &SignInPanel::makeChoice);
    connect(m_view, &SignInView::opened, this, [this] {
        m_slow->stop();
        m_stack->setCurrentWidget(m_view);
        if (const QString said = m_message->text(); !said.isEmpty()) { // the page would lie over it
            m_message->dismiss();
            tell(said);
        }
        // Its page may refuse without any answer to us.
        if (m_profile.privateMode.warn && mayUseSystemBrowser())
            offerSystemBrowser(tr("Some organizations let you in only from a browser that knows this computer. If the "
                                  "page says so, use the system's browser."));
    });
    connect(m_view, &SignInView::closed, this, &SignInPanel::showBusy);
    connect(m_view, &SignInView::triedAgain, this, &SignInPanel::tried);
    connect(signOutButton, &QPushButton::clicked, this, [this] {
        signOut(m_noRoleAccount);
        m_stack->setCurrentWidget(m_choice);
    });
    connect(other, &QPushButton::clicked, this, [this] {
        m_another = true; // the provider would give the same one again
        m_stack->setCurrentWidget(m_choice);
    });
    connect(without, &QPushButton::clicked, this, [this] {
        m_accounts.setAside();
        m_stack->setCurrentWidget(m_choice);
        emit finished();
    });
}

// Made anew when an organization was connected.
void SignInPanel::makeChoice()
{
    ProviderChoice *before = m_choice;
    const bool shown = !before || m_stack->currentWidget() == before;
    m_choice = new ProviderChoice(m_accounts.profiles(), this);
    connect(m_choice, &ProviderChoice::accepted, this, &SignInPanel::signIn);
    connect(m_choice, &ProviderChoice::declined, this, &SignInPanel::finished);
    connect(m_choice, &ProviderChoice::connectRequested, this, &SignInPanel::connectRequested);
    m_stack->addWidget(m_choice);
    if (shown)
        m_stack->setCurrentWidget(m_choice);
    if (before) {
        m_stack->removeWidget(before);
        before->deleteLater();
    }
}

void SignInPanel::tell(const QString &text)
{
    messages().tell(MessageBar::Kind::Information, text);
}

// The provider's page is no widget: nothing can lie over it, so it has a place for messages below it.
MessageBar &SignInPanel::messages()
{
    return m_stack->currentWidget() == m_view ? m_view->messages() : *m_message;
}

void SignInPanel::dismissMessages()
{
    m_message->dismiss();
    m_view->messages().dismiss();
}

void SignInPanel::placeMessage()
{
    const int wanted =
        m_message->hasHeightForWidth() ? m_message->heightForWidth(width()) : m_message->sizeHint().height();
    m_message->setGeometry(0, 0, width(), std::min(wanted, height()));
}

void SignInPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeMessage();
}

bool SignInPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_message && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)) {
        m_message->raise();
        placeMessage();
    }
    return QWidget::eventFilter(watched, event);
}

SignInPanel::~SignInPanel()
{
    m_stop.request_stop();
}

void SignInPanel::start(const QString &profile, bool another)
{
    dismissMessages();
    m_another = another;
    if (!profile.isEmpty())
        m_choice->choose(profile);
    const bool nothingToAsk = m_choice->chosen() && (m_accounts.profiles().size() == 1 || !profile.isEmpty())
        && m_choice->chosen()->organization.mode == core::ProviderProfile::Organization::Mode::None;
    if (nothingToAsk)
        signIn(m_choice->chosen()->id, {});
    else
        m_stack->setCurrentWidget(m_choice);
}

void SignInPanel::signIn(const QString &id, const QString &organization)
{
    const auto &profiles = m_accounts.profiles();
    const auto profile = std::ranges::find(profiles, id, &core::ProviderProfile::id);
    if (profile != profiles.end())
        run(*profile, organization, profile->browser);
}

void SignInPanel::run(const core::ProviderProfile &profile, const QString &organization,
                      core::ProviderProfile::BrowserKind browser)
{
    dismissMessages();
    m_stop.request_stop();
    m_stop = std::stop_source();
    m_signingIn = true;
    emit tried();
    m_profile = profile;
    m_profile.browser = browser;
    m_organization = organization;
    m_view->setBrowserKind(browser);
    m_view->prepare();
    showBusy(); // discovery comes before the page
    core::Accounts::SignInOptions options;
    options.organization = organization;
    options.chooseAccount = m_another;
    const auto answer = m_accounts.signIn(profile.id, options, m_view->browser(), m_stop.get_token());
    core::whenDone(answer, this, [this, profile, stop = m_stop.get_token()](const core::Result<core::Account> &result) {
        if (!stop.stop_requested()) // else another attempt has begun
            take(profile, result);
    });
}

void SignInPanel::take(const core::ProviderProfile &profile, const core::Result<core::Account> &answer)
{
    m_signingIn = false;
    m_view->dismiss(); // the attempt may have ended before there was a page
    m_slow->stop();
    if (answer && core::isAuthorized(profile, *answer)) {
        dismissMessages();
        m_stack->setCurrentWidget(m_choice);
        emit signedIn(*answer);
        emit finished();
        return;
    }
    if (answer) {
        dismissMessages();
        showNoRole(*answer, profile);
        return;
    }
    m_stack->setCurrentWidget(m_choice);
    if (answer.error().code == core::ErrorCode::Cancelled)
        tell(tr("The sign-in was ended before it was done, and nothing has changed. Try again, or go on without an "
                "account."));
    else if (core::isRefusedForPrivateMode(profile, answer.error()) && mayUseSystemBrowser())
        offerSystemBrowser(
            tr("Your organization lets you in only from a browser that knows this computer, and the page "
               "within Lectern is private. Nothing was changed. Sign in with the system's browser."),
            technicalText(answer.error()));
    else
        messages().tell(MessageBar::Kind::Error, signInErrorText(answer.error()), {}, technicalText(answer.error()));
}

bool SignInPanel::mayUseSystemBrowser() const
{
    return m_profile.browser != core::ProviderProfile::BrowserKind::System;
}

// The same sign-in once more, there.
void SignInPanel::offerSystemBrowser(const QString &text, const QString &detail)
{
    const auto go = [this] { run(m_profile, m_organization, core::ProviderProfile::BrowserKind::System); };
    if (m_stack->currentWidget() == m_view) // its own button is beside it
        messages().tell(MessageBar::Kind::Warning, text);
    else
        messages().tell(MessageBar::Kind::Warning, text, {tr("Use the system's browser"), go}, detail);
}

void SignInPanel::showNoRole(const core::Account &account, const core::ProviderProfile &profile)
{
    m_noRoleAccount = account.id;
    m_noRole->setWords(tr("%1 has no role here yet").arg(account.name), noRoleText(profile));
    m_stack->setCurrentWidget(m_noRole);
}

QString noRoleText(const core::ProviderProfile &profile)
{
    const QString whom = profile.contact.isEmpty()
        ? SignInPanel::tr("Ask your administrator for the role viewer or reviewer.")
        : SignInPanel::tr("Ask for the role viewer or reviewer: %1.").arg(profile.contact);
    return SignInPanel::tr("You are signed in to %1, but nobody has given you a role for Lectern.").arg(profile.name)
        + u' ' + whom + u' '
        + SignInPanel::tr("Or use another account. Everything on this computer works without one.");
}

void SignInPanel::showBusy()
{
    if (m_signingIn)
        m_slow->start();
}

void SignInPanel::signOut(const QString &account)
{
    const auto known = m_accounts.known();
    const auto who = std::ranges::find(known, account, &core::Account::id);
    const bool inBrowser = who != known.end() && who->browsed;
    const auto &profiles = m_accounts.profiles();
    const auto profile =
        who == known.end() ? profiles.end() : std::ranges::find(profiles, who->provider, &core::ProviderProfile::id);
    const bool inPage =
        !inBrowser && profile != profiles.end() && profile->browser != core::ProviderProfile::BrowserKind::System;
    const auto of = inPage ? std::optional(*profile) : std::nullopt;
    const core::Secret kept = of ? m_accounts.providerSessions().value(of->id) : core::Secret();
    const QString provider = who == known.end() ? QString() : who->provider;
    core::whenDone(
        m_accounts.signOut(account), this, [this, provider, inBrowser, of, kept](const core::Result<QUrl> &page) {
            if (!page && page.error().code == core::ErrorCode::KeychainUnavailable)
                emit warned(
                    tr("Signed out here, but the sign-in is still in the keychain of this computer. Unlock it and "
                       "sign out again."));
            else if (!page)
                emit warned(errorText(page.error()));
            else if (inBrowser && !page->isEmpty()) {
                (void)m_accounts.browserComesBack(provider); // its page says so
                QDesktopServices::openUrl(*page);
            } else if (of && m_farewell && !page->isEmpty())
                m_farewell->visit(*of, *page, kept);
        });
}

} // namespace ui
