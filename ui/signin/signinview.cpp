// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/signinview.h"

#include "ui/signin/addressrules.h"
#include "ui/signin/environment.h"
#include "ui/signin/originbar.h"
#include "ui/signin/signinsession.h"
#include "ui/signin/signinweb.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/theme.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>
#include <QWebEngineLoadingInfo>

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
    , m_browserButton(new QPushButton(tr("Open in system browser"), this))
    , m_cancelButton(new QPushButton(tr("Cancel"), this))
    , m_slow(new QTimer(this))
    , m_nowhere(new QTimer(this))
{
    setObjectName(u"signInView"_s);
    m_failed->setObjectName(u"signInFailure"_s);
    m_waiting->setObjectName(u"waitingForBrowser"_s);
    m_browserButton->setObjectName(u"openInBrowserButton"_s);
    m_cancelButton->setObjectName(u"cancelSignInButton"_s);
    m_browserButton->setToolTip(tr("Go on with this sign-in in your own browser"));
    m_cancelButton->setToolTip(tr("Stop signing in (Esc)"));
    for (EmptyState *state : {m_loading, m_failed, m_waiting})
        m_stack->addWidget(state);
    m_againButton = m_failed->addButton(tr("Try again"), true);
    m_againButton->setObjectName(u"tryAgainButton"_s);
    m_copyButton = m_waiting->addButton(tr("Copy link"));
    m_copyButton->setObjectName(u"copyLinkButton"_s);
    m_waiting->setFootnote(tr("Nothing opened? Copy the link into your browser."));

    arrange();
    connectControls();
}

void SignInView::arrange()
{
    auto *footer = new QHBoxLayout;
    footer->setContentsMargins(gap, smallGap, gap, smallGap);
    footer->setSpacing(smallGap);
    footer->addWidget(m_browserButton);
    footer->addStretch();
    footer->addWidget(m_cancelButton);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_origin);
    layout->addWidget(m_message);
    layout->addWidget(m_stack, 1);
    layout->addLayout(footer);
}

void SignInView::connectControls()
{
    m_slow->setSingleShot(true);
    m_slow->setInterval(100); // quicker pages need no word in between
    connect(m_slow, &QTimer::timeout, m_loading, &QWidget::show);
    m_nowhere->setSingleShot(true);
    m_nowhere->setInterval(300); // a load that was stopped for another one is followed by it sooner
    connect(m_nowhere, &QTimer::timeout, this, [this] {
        if (m_message->text().isEmpty())
            m_message->tell(MessageBar::Kind::Warning, tr("The page led to something that is not opened here."));
    });
    connect(m_browserButton, &QPushButton::clicked, this, &SignInView::openInBrowser);
    connect(m_cancelButton, &QPushButton::clicked, this, &SignInView::abandon);
    connect(m_copyButton, &QPushButton::clicked, this, &SignInView::copyLink);
    connect(m_againButton, &QPushButton::clicked, this, [this] {
        emit triedAgain();
        showPage();
    });
}

SignInView::~SignInView()
{
    endSession();
}

core::Browser &SignInView::browser()
{
    return *m_port;
}

void SignInView::setBrowserKind(core::ProviderProfile::BrowserKind kind)
{
    m_kind = kind;
}

void SignInView::setClientCertificate(const core::CertificateFiles &files, const QStringList &hosts)
{
    m_certificateFiles = files;
    m_certificateHosts = hosts;
}

core::Error SignInView::certificateRefusal(const QString &host) const
{
    const bool isShown = !m_certificateFiles.isEmpty() && (m_certificateHosts.contains(host) || m_start.host() == host);
    return core::certificateError(isShown ? core::CertificateTrouble::Refused : core::CertificateTrouble::Demanded,
                                  host);
}

void SignInView::open(const QUrl &start, const QUrl &redirect)
{
    endSession();
    m_start = start;
    m_redirect = redirect;
    emit opened();
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
    endSession();
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
    m_message->dismiss();
    m_browserButton->show();
    m_origin->showOrigin(m_start);
    if (isPageObservable(QCoreApplication::arguments())) {
        showFailure(observedFailure());
        return;
    }
    if (isSandboxImpossible()) {
        showFailure(sandboxFailure());
        return;
    }
    endSession();
    if (m_certificateFiles.isEmpty() || !m_certificates)
        return startSession({});
    whenDone(m_certificates->open(m_certificateFiles), this,
             [this, attempt = m_attempt](const core::Result<core::ClientCertificate> &certificate) {
                 if (attempt != m_attempt)
                     return;
                 if (certificate)
                     startSession(*certificate);
                 else
                     showFailure(clientCertificateFailure(certificate.error()));
             });
}

void SignInView::startSession(const core::ClientCertificate &certificate)
{
    const core::HostCertificate shown{m_certificateHosts + QStringList{m_start.host()}, certificate};
    m_session = std::make_shared<SignInSession>(AddressRules{m_start, m_redirect}, m_judge, shown,
                                                m_proxies ? m_proxies->known() : core::KnownProxies(), this);
    connectSession();
    m_loading->setWords(tr("Opening %1…").arg(originText(m_start)), {});
    m_loading->hide();
    m_stack->setCurrentWidget(m_loading);
    m_loading->hide();
    m_slow->start();
    m_stack->addWidget(m_session->view());
    m_session->page()->load(m_start);
    m_session->view()->setFocus();
}

void SignInView::connectSession()
{
    const SignInPage *page = m_session->page();
    connect(page, &QWebEnginePage::urlChanged, m_origin, &OriginBar::showOrigin);
    connect(page, &QWebEnginePage::loadProgress, m_origin, &OriginBar::setProgress);
    connect(page, &QWebEnginePage::loadFinished, m_origin, [this] { m_origin->setProgress(100); });
    connect(page, &QWebEnginePage::loadProgress, this, [this](int percent) {
        if (percent < 50 || m_stack->currentWidget() != m_loading)
            return;
        m_slow->stop();
        // The first page of a window makes Qt create the window anew, and not every window manager gives it the focus
        // back.
        const bool wasActive = isActiveWindow();
        m_stack->setCurrentWidget(m_session->view());
        if (wasActive)
            activateWindow();
        m_session->view()->setFocus();
    });
    connect(page, &QWebEnginePage::loadingChanged, this, [this](const QWebEngineLoadingInfo &info) {
        if (isRealFailure(info) && isAboutClientCertificate(info))
            showFailure(clientCertificateFailure(certificateRefusal(info.url().host())));
        else if (isRealFailure(info))
            showFailure(loadFailure(info, originText(info.url())));
        else if (ledNowhere(info))
            m_nowhere->start();
        else
            m_nowhere->stop();
    });
    connectRefusals();
    connect(m_session->view(), &SignInWeb::escapePressed, this, &SignInView::abandon);
}

void SignInView::connectRefusals()
{
    const SignInPage *page = m_session->page();
    connect(page, &SignInPage::certificateRefused, this,
            [this](const QUrl &url) { showFailure(certificateFailure(originText(url))); });
    connect(page, &SignInPage::proxyRefused, this, &SignInView::askForProxy);
    connect(page, &QWebEnginePage::renderProcessTerminated, this, [this](auto status) {
        if (status != QWebEnginePage::NormalTerminationStatus)
            showFailure(crashFailure());
    });
    connect(page, &SignInPage::addressRefused, this, [this](const QUrl &url) {
        const QString where = originText(url).isEmpty() ? url.scheme() + u':' : originText(url);
        m_message->tell(MessageBar::Kind::Warning,
                        tr("The page wanted to go to %1. Only secure pages are opened here.").arg(where));
    });
    connect(m_session.get(), &SignInSession::passkeySeen, this, [this] {
        m_message->tell(MessageBar::Kind::Information,
                        tr("This page may ask for a passkey or a security key. They don't work inside this window."),
                        {tr("Open in system browser"), [this] { openInBrowser(); }});
    });
    connect(m_session.get(), &SignInSession::popupRefused, this, [this] {
        m_message->tell(MessageBar::Kind::Information, tr("The page wanted to open another window; it was not let."));
    });
}

// The page is loaded anew with what was said: the engine asks once for each.
void SignInView::askForProxy(const QString &host, const std::optional<core::ProxyLogin> &told)
{
    if (!m_proxies)
        return showFailure(proxyFailure(host));
    m_slow->stop();
    m_loading->hide();
    m_stack->setCurrentWidget(m_loading);
    endSession();
    whenDone(m_proxies->ask(host, told), this, [this, host, attempt = m_attempt](const core::Result<> &found) {
        if (attempt != m_attempt)
            return;
        if (found)
            showPage();
        else
            showFailure(proxyFailure(host));
    });
}

void SignInView::showFailure(const LoadFailure &failure)
{
    m_slow->stop();
    m_origin->setProgress(100);
    m_failed->setWords(failure.title, failure.text);
    m_failed->setAccessibleName(failure.title);
    m_failed->setAccessibleDescription(failure.text);
    m_stack->setCurrentWidget(m_failed);
    endSession();
    m_againButton->setVisible(failure.passes);
    (failure.passes ? m_againButton : m_browserButton)->setFocus();
}

void SignInView::openInBrowser()
{
    endSession();
    m_message->dismiss();
    m_browserButton->hide();
    m_origin->showText(tr("Signing in with your browser"));
    m_stack->setCurrentWidget(m_waiting);
    m_copyButton->setText(tr("Copy link"));
    m_copyButton->setFocus();
    if (!QDesktopServices::openUrl(m_start))
        m_message->tell(MessageBar::Kind::Warning,
                        tr("No browser could be started. Copy the link and open it yourself."));
}

void SignInView::copyLink()
{
    QGuiApplication::clipboard()->setText(m_start.toString(QUrl::FullyEncoded));
    m_copyButton->setText(tr("Copied"));
}

// Later, not now: the engine may be the one who is calling.
void SignInView::endSession()
{
    ++m_attempt;
    m_slow->stop();
    m_nowhere->stop();
    m_origin->setProgress(100);
    if (!m_session)
        return;
    m_session->disconnect(this);
    m_session->page()->disconnect(this);
    m_session->page()->disconnect(m_origin);
    m_session->view()->disconnect(this);
    // Not taken out of the window: alone it would become one itself, with a graphics context made for its last moment.
    m_stack->removeWidget(m_session->view());
    m_session->view()->hide();
    QMetaObject::invokeMethod(
        this, [session = std::exchange(m_session, nullptr)]() mutable { session.reset(); }, Qt::QueuedConnection);
}

// The window that Qt made anew for the page comes back with the focus where it was before: it belongs into the page.
void SignInView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::ActivationChange && isActiveWindow() && m_session
        && m_stack->currentWidget() == m_session->view())
        m_session->view()->setFocus();
}

void SignInView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isOpen())
        abandon();
    else
        QWidget::keyPressEvent(event);
}

} // namespace ui
