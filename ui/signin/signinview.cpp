// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/signinview.h"

#include "core/identity/discovery.h"
#include "ui/signin/addressrules.h"
#include "ui/signin/environment.h"
#include "ui/signin/loadfailure.h"
#include "ui/signin/originbar.h"
#include "ui/signin/pagehost.h"
#include "ui/text/formats.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace ui {

// A widget can't be a core::Browser as well: both are QObjects.
class SignInView::Port final : public core::Browser
{
public:
    explicit Port(SignInView &view)
        : m_view(view)
    {
    }
    void serve(const core::ProviderProfile &profile) override { m_view.serve(profile); }
    void open(const QUrl &start, const QUrl &redirect) override { m_view.open(start, redirect); }
    void close() override { m_view.close(); }
    [[nodiscard]] bool keepsSession() const override { return m_view.m_stack->currentWidget() == m_view.m_waiting; }

private:
    SignInView &m_view;
};

SignInView::SignInView(QWidget *parent)
    : QWidget(parent)
    , m_port(std::make_unique<Port>(*this))
    , m_origin(new OriginBar(this))
    , m_message(new MessageBar(this))
    , m_stack(new QStackedWidget(this))
    , m_loading(new EmptyState(u"lock"_s, QString(), QString(), this))
    , m_failed(new EmptyState(u"warning"_s, QString(), QString(), this))
    , m_waiting(new EmptyState(u"browser"_s, tr("Waiting for your browser…"),
                               tr("Sign in there. Lectern goes on by itself when you are done."), this))
    , m_beside(new EmptyState(u"browser"_s, tr("The sign-in page has a window of its own"),
                              tr("Sign in there, below the address that it shows. Lectern goes on by itself when you "
                                 "are done."),
                              this))
    , m_host(new PageHost(this))
    , m_browserButton(new QPushButton(tr("Open in system browser"), this))
    , m_cancelButton(new QPushButton(tr("Cancel"), this))
    , m_browserAction(new QAction(m_browserButton->text(), this))
    , m_slow(new QTimer(this))
{
    setObjectName(u"signInView"_s);
    m_failed->setObjectName(u"signInFailure"_s);
    m_waiting->setObjectName(u"waitingForBrowser"_s);
    m_browserButton->setObjectName(u"openInBrowserButton"_s);
    m_cancelButton->setObjectName(u"cancelSignInButton"_s);
    m_browserAction->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_B);
    m_browserAction->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(m_browserAction);
    m_browserButton->setToolTip(
        withKeys(tr("Go on with this sign-in in your own browser"), m_browserAction->shortcut()));
    m_cancelButton->setToolTip(tr("Stop signing in (Esc)"));
    m_beside->setObjectName(u"pageBeside"_s);
    for (EmptyState *state : {m_loading, m_failed, m_waiting, m_beside})
        m_stack->addWidget(state);
    m_stack->addWidget(m_host);
    m_againButton = m_failed->addButton(tr("Try again"), true);
    m_againButton->setObjectName(u"tryAgainButton"_s);
    m_copyButton = m_waiting->addButton(tr("Copy link"));
    m_copyButton->setObjectName(u"copyLinkButton"_s);
    m_backButton = m_waiting->addButton(tr("Back to the page in this window"));
    m_backButton->setObjectName(u"backToPageButton"_s);
    m_waiting->setFootnote(tr("Nothing opened? Copy the link into your browser."));

    arrange();
    connectControls();
}

void SignInView::arrange()
{
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(gap, smallGap / 2, gap, smallGap / 2);
    footer->setSpacing(smallGap);
    footer->addWidget(m_browserButton);
    footer->addWidget(m_message, 1); // it has its room whether it says something or not: nothing moves under a pointer
    footer->addWidget(m_cancelButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_origin);
    layout->addWidget(m_stack, 1);
    layout->addLayout(footer);
}

void SignInView::connectControls()
{
    m_slow->setSingleShot(true);
    m_slow->setInterval(100); // quicker pages need no word in between
    connect(m_slow, &QTimer::timeout, m_loading, &QWidget::show);
    connect(m_browserButton, &QPushButton::clicked, this, &SignInView::openInBrowser);
    connect(m_browserAction, &QAction::triggered, this, [this] {
        if (isOpen() && !m_browserButton->isHidden())
            openInBrowser();
    });
    connect(m_cancelButton, &QPushButton::clicked, this, &SignInView::abandon);
    connect(m_copyButton, &QPushButton::clicked, this, &SignInView::copyLink);
    for (const QPushButton *button : {m_againButton, m_backButton}) {
        connect(button, &QPushButton::clicked, this, [this] {
            emit triedAgain();
            m_message->dismiss();
            showPage();
        });
    }
}

SignInView::~SignInView()
{
    endPage();
}

core::Browser &SignInView::browser()
{
    return *m_port;
}

void SignInView::prepare()
{
    if (m_pages && m_kind != core::ProviderProfile::BrowserKind::System)
        m_pages->prepare();
}

void SignInView::dismiss()
{
    if (m_pages)
        m_pages->dismiss();
}

void SignInView::setBrowserKind(core::ProviderProfile::BrowserKind kind)
{
    m_kind = kind;
}

void SignInView::setCertificates(const core::CertificateFiles &own, const QString &authorities,
                                 const QStringList &hosts)
{
    m_certificateFiles = own;
    m_authorities = authorities;
    m_hosts = hosts;
}

core::Error SignInView::certificateRefusal(const QString &host) const
{
    const bool isShown = !m_certificateFiles.isEmpty() && (m_hosts.contains(host) || m_start.host() == host);
    return core::certificateError(isShown ? core::CertificateTrouble::Refused : core::CertificateTrouble::Demanded,
                                  host);
}

void SignInView::serve(const core::ProviderProfile &profile)
{
    setCertificates(profile.certificate, profile.extraCa, core::hostsOf(profile));
    m_keptFor = profile.keepSession ? profile.id : QString();
}

void SignInView::open(const QUrl &start, const QUrl &redirect)
{
    endPage();
    m_start = start;
    m_redirect = redirect;
    m_leftForPasskey = false;
    m_message->dismiss();
    emit opened(); // somebody may have something to say to it
    if (m_kind == core::ProviderProfile::BrowserKind::System || refusesEmbedding(start))
        openInBrowser();
    else
        showPage();
}

void SignInView::close()
{
    if (!isOpen())
        return;
    m_start.clear();
    endPage();
    dismiss();
    m_message->dismiss();
    emit closed();
}

void SignInView::abandon()
{
    if (isOpen())
        emit m_port->abandoned();
}

void SignInView::showPage()
{
    m_browserButton->show();
    m_at = m_start;
    m_origin->showComing(m_at);
    using core::PageFailure;
    const auto obstacle = isPageObservable(QCoreApplication::arguments()) ? std::optional(PageFailure::Watched)
        : isSandboxImpossible()                                           ? std::optional(PageFailure::NoSandbox)
        : !m_pages                                                        ? std::optional(PageFailure::NoProgram)
                                                                          : std::nullopt;
    if (obstacle) {
        takeFailure(*obstacle, {});
        return;
    }
    endPage();
    if (m_certificateFiles.isEmpty() || !m_certificates)
        return startPage({});
    whenDone(m_certificates->open(m_certificateFiles), this,
             [this, attempt = m_attempt](const core::Result<core::ClientCertificate> &certificate) {
                 if (attempt != m_attempt)
                     return;
                 if (certificate)
                     startPage(*certificate);
                 else
                     showFailure(clientCertificateFailure(certificate.error()));
             });
}

void SignInView::startPage(const core::ClientCertificate &certificate)
{
    m_loading->setWords(tr("Opening %1…").arg(originText(m_start)), {});
    m_stack->setCurrentWidget(m_loading);
    m_loading->hide();
    m_slow->start();
    m_told = m_proxies ? m_proxies->known() : core::KnownProxies();
    const QStringList hosts = m_hosts + QStringList{m_start.host()};
    core::PageOrder order{m_start,
                          m_redirect,
                          canEmbed() ? window()->winId() : 0,
                          QLocale().bcp47Name(),
                          QLocale().uiLanguages(),
                          isDark(palette()),
                          {hosts, certificate},
                          m_told};
    order.authorities = {hosts, m_authorities};
    order.shortcuts = reservedKeys();
    order.keepsSession = m_sessions && !m_keptFor.isEmpty();
    m_page = m_pages->open(order);
    m_host->setPage(m_page.get());
    connectPage();
}

void SignInView::connectPage()
{
    const core::ProviderPage *page = m_page.get();
    connect(page, &core::ProviderPage::originChanged, this, [this](const QUrl &origin) {
        m_at = origin;
        if (m_stack->currentWidget() == m_loading)
            m_origin->showComing(origin); // its certificate may be refused yet
        else
            m_origin->showOrigin(origin);
        if (refusesEmbedding(origin))
            leaveForRefusal(origin);
    });
    connect(page, &core::ProviderPage::progressed, this, &SignInView::showProgress);
    connect(page, &core::ProviderPage::failed, this, &SignInView::takeFailure);
    connect(page, &core::ProviderPage::leaveRequested, this, &SignInView::abandon);
    connect(page, &core::ProviderPage::passkeyAsked, this, &SignInView::leaveForPasskey);
    connect(
        page, &core::ProviderPage::shortcutPressed, this,
        [this](int index) {
            if (QAction *action = m_reserved.value(index))
                action->trigger(); // heeds that it is disabled
        },
        Qt::QueuedConnection); // it may end the page
    if (core::ProviderSessions *sessions = m_sessions)
        connect(page, &core::ProviderPage::sessionKept, qApp,
                [sessions, profile = m_keptFor](const core::Secret &session) { sessions->insert(profile, session); });
    connectRefusals();
}

void SignInView::showProgress(int percent)
{
    m_origin->setProgress(percent);
    if (percent < 50 || m_stack->currentWidget() != m_loading)
        return;
    m_slow->stop();
    m_origin->showOrigin(m_at);
    m_stack->setCurrentWidget(canEmbed() ? static_cast<QWidget *>(m_host) : m_beside);
    if (canEmbed())
        m_host->setFocus();
}

void SignInView::connectRefusals()
{
    const core::ProviderPage *page = m_page.get();
    connect(page, &core::ProviderPage::addressRefused, this, [this](const QString &where) {
        m_message->tell(MessageBar::Kind::Warning,
                        tr("The page wanted to go to %1. Only secure pages are opened here.").arg(where));
    });
    connect(page, &core::ProviderPage::ledNowhere, this, [this] {
        if (m_message->text().isEmpty())
            m_message->tell(MessageBar::Kind::Warning, tr("The page led to something that is not opened here."));
    });
    connect(page, &core::ProviderPage::passkeySeen, this, [this] {
        if (m_leftForPasskey)
            return; // that is known by now
        m_message->tell(MessageBar::Kind::Information,
                        tr("This page may ask for a passkey or a security key. They don't work inside this window."));
    });
    connect(page, &core::ProviderPage::popupRefused, this, [this] {
        m_message->tell(MessageBar::Kind::Information, tr("The page wanted to open another window; it was not let."));
    });
}

void SignInView::takeFailure(core::PageFailure failure, const QString &host)
{
    using core::PageFailure;
    if (failure == PageFailure::ClientCertificate)
        showFailure(clientCertificateFailure(certificateRefusal(host)));
    else if (m_proxies && (failure == PageFailure::Proxy || failure == PageFailure::ProxyTold))
        askForProxy(host, failure == PageFailure::ProxyTold);
    else if (failure == PageFailure::CertificateAuthority && isForeign(host))
        showFailure(foreignHostFailure(host));
    else
        showFailure(loadFailure(failure, host));
    if (core::isOfServerCertificate(failure))
        m_origin->showUnproven(host);
}

// The profile's authority does not count there: `host` as originText() gives it.
bool SignInView::isForeign(const QString &host) const
{
    const QString name = QUrl("https://"_L1 + host).host();
    return !m_authorities.isEmpty() && !m_hosts.contains(name) && m_start.host() != name;
}

// The page is loaded anew with what was said: the engine asks once for each.
void SignInView::askForProxy(const QString &host, bool wasTold)
{
    std::optional<core::ProxyLogin> told;
    if (wasTold && m_told.contains(host))
        told = m_told.value(host);
    else if (const auto fromAddress = wasTold ? proxyLogin(host) : std::nullopt)
        told = core::ProxyLogin{fromAddress->user, core::Secret(fromAddress->password.toUtf8())};
    m_loading->hide();
    m_stack->setCurrentWidget(m_loading);
    endPage();
    whenDone(m_proxies->ask(host, told), this, [this, host, attempt = m_attempt](const core::Result<> &found) {
        if (attempt != m_attempt)
            return;
        if (found)
            showPage();
        else
            showFailure(loadFailure(core::PageFailure::Proxy, host));
    });
}

void SignInView::showFailure(const LoadFailure &failure)
{
    m_slow->stop();
    m_origin->setProgress(100);
    m_failed->setWords(failure.title, failure.text);
    m_failed->setAccessibleName(failure.title);
    m_failed->setAccessibleDescription(failure.text);
    m_failed->setDetail(failure.detail);
    m_origin->showText(m_origin->text()); // there is no connection that could be secure
    m_stack->setCurrentWidget(m_failed);
    endPage();
    m_againButton->setVisible(failure.passes);
    (failure.passes ? m_againButton : m_browserButton)->setFocus();
}

// Out of sight and hearing at once, and gone by itself soon after.
void SignInView::endPage()
{
    ++m_attempt;
    m_slow->stop();
    m_origin->setProgress(100);
    if (!m_page)
        return;
    m_page->disconnect(this);
    m_page->disconnect(m_origin);
    m_host->setPage(nullptr);
    m_page.reset();
    m_told.clear();
}

void SignInView::resizeEvent(QResizeEvent *event)
{
    constexpr int wide = 900;
    QWidget::resizeEvent(event);
    m_message->keepRoom(width() < wide ? 3 : 2);
}

void SignInView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isOpen())
        abandon();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ui
