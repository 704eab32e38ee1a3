// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browser/webpage.h"

#include "ui/browser/embedding.h"
#include "ui/browser/loadoutcome.h"
#include "ui/browser/signinsession.h"
#include "ui/browser/signinweb.h"
#include "ui/signin/originbar.h"

#include <QEvent>
#include <QTimer>
#include <QVBoxLayout>
#include <QWebEngineLoadingInfo>
#include <QWindow>

using namespace Qt::Literals::StringLiterals;

namespace ui {

WebPage::WebPage(const core::PageOrder &order, const core::CertificateJudge *judge, QObject *parent)
    : core::ProviderPage(parent)
    , m_window(std::make_unique<QWidget>())
    , m_session(std::make_unique<SignInSession>(AddressRules{order.start, order.redirect}, judge, order.certificate,
                                                order.proxies, order.languages, m_window.get()))
    , m_nowhere(new QTimer(this))
    , m_keepsSession(order.keepsSession)
{
    m_nowhere->setSingleShot(true);
    m_nowhere->setInterval(300); // a load that was stopped for another one is followed by it sooner
    connect(m_nowhere, &QTimer::timeout, this, &WebPage::ledNowhere);
    QList<QKeySequence> reserved;
    for (const QString &keys : order.shortcuts)
        reserved += QKeySequence::fromString(keys, QKeySequence::PortableText);
    m_session->view()->setReserved(reserved);
    connectPage();
    connectRefusals();
    if (order.window != 0)
        embed(order.window);
    else
        standAlone(order.start);
    m_session->load(order.start, order.session);
}

WebPage::~WebPage() = default;

// The window around says whose page it is.
void WebPage::embed(quint64 window)
{
    auto *layout = new QVBoxLayout(m_window.get());
    layout->setContentsMargins({});
    layout->addWidget(m_session->view());
    m_embedding = std::make_unique<Embedding>(*m_window, window);
    m_session->setWindowAround(m_embedding->around());
    m_session->view()->setTabLeaves(true);
    connect(m_session->view(), &SignInWeb::tabbedOut, this, [this](bool forward) {
        m_embedding->dropKeys();
        emit focusLeft(forward);
    });
    connect(m_embedding.get(), &Embedding::focused, this, [this] {
        SignInWeb *web = m_session->view();
        const Focus part = std::exchange(m_part, Focus::Kept);
        if (part != Focus::Kept) {
            web->clearFocus();
            web->setFocus(part == Focus::First ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        }
        emit focusTaken();
    });
    m_session->view()->setFocus();
}

void WebPage::standAlone(const QUrl &start)
{
    m_window->setObjectName(u"providerWindow"_s);
    m_window->setWindowTitle(tr("Sign-in"));
    m_window->resize(720, 640);
    m_origin = new OriginBar(m_window.get());
    m_origin->showComing(start);
    auto *layout = new QVBoxLayout(m_window.get());
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_origin);
    layout->addWidget(m_session->view(), 1);
    m_window->installEventFilter(this);
    m_window->show();
    m_session->view()->setFocus();
}

void WebPage::connectPage()
{
    const SignInPage *page = m_session->page();
    connect(page, &QWebEnginePage::urlChanged, this, &WebPage::showOrigin);
    connect(page, &QWebEnginePage::titleChanged, this, &WebPage::titleChanged);
    connect(page, &QWebEnginePage::loadProgress, this, [this](int percent) { showProgress(qMin(percent, 99)); });
    connect(page, &QWebEnginePage::loadFinished, this, [this] { showProgress(100); });
    connect(page, &QWebEnginePage::loadingChanged, this, [this](const QWebEngineLoadingInfo &info) {
        if (const auto failure = loadFailure(info))
            emit failed(*failure,
                        *failure == core::PageFailure::ClientCertificate ? info.url().host(QUrl::FullyEncoded)
                                                                         : originText(info.url()));
        else if (ui::ledNowhere(info))
            m_nowhere->start();
        else
            m_nowhere->stop();
    });
    connect(m_session->view(), &SignInWeb::escapePressed, this, &WebPage::leaveRequested);
    connect(m_session->view(), &SignInWeb::reservedPressed, this, &WebPage::shortcutPressed);
}

void WebPage::connectRefusals()
{
    using core::PageFailure;
    const SignInPage *page = m_session->page();
    connect(page, &SignInPage::certificateRefused, this, [this](const QUrl &url, PageFailure fault) {
        m_isRefused = true;
        if (m_origin)
            m_origin->showUnproven(originText(url));
        emit failed(fault, originText(url));
    });
    connect(page, &SignInPage::proxyRefused, this,
            [this](const QString &host, const std::optional<core::ProxyLogin> &told) {
                emit failed(told ? PageFailure::ProxyTold : PageFailure::Proxy, host);
            });
    connect(page, &QWebEnginePage::renderProcessTerminated, this, [this](auto status) {
        if (status != QWebEnginePage::NormalTerminationStatus)
            emit failed(PageFailure::Crashed, {});
    });
    connect(page, &SignInPage::addressRefused, this, [this](const QUrl &url) {
        emit addressRefused(originText(url).isEmpty() ? url.scheme() + u':' : originText(url));
    });
    connect(m_session.get(), &SignInSession::popupRefused, this, &WebPage::popupRefused);
    connect(m_session.get(), &SignInSession::passkeySeen, this, &WebPage::passkeySeen);
    connect(m_session.get(), &SignInSession::passkeyAsked, this, &WebPage::passkeyAsked);
}

void WebPage::showOrigin(const QUrl &url)
{
    showInBar(url);
    QUrl origin;
    origin.setScheme(url.scheme());
    origin.setHost(url.host());
    origin.setPort(url.port());
    const bool isWeb = origin.scheme() == "https"_L1 || origin.scheme() == "http"_L1;
    if (isWeb && !origin.host().isEmpty() && std::exchange(m_saidOrigin, origin) != origin)
        emit originChanged(origin);
}

// An address is that of the page on its way, too, until the first has come.
void WebPage::showInBar(const QUrl &url)
{
    if (!m_origin || m_isRefused)
        return;
    if (m_hasCome)
        m_origin->showOrigin(url);
    else
        m_origin->showComing(url);
}

void WebPage::showProgress(int percent)
{
    if (m_origin)
        m_origin->setProgress(percent);
    if (percent >= 50 && !std::exchange(m_hasCome, true))
        showInBar(m_session->page()->url());
    if (std::exchange(m_saidProgress, percent) != percent)
        emit progressed(percent);
}

void WebPage::place(const QRect &area, bool visible)
{
    if (m_embedding)
        m_embedding->place(area, visible);
}

void WebPage::giveFocus(Focus part)
{
    if (!m_embedding)
        return;
    if (part == Focus::Gone) {
        m_embedding->dropKeys();
        return;
    }
    m_part = part;
    m_embedding->takeFocus();
}

void WebPage::close()
{
    if (m_keepsSession)
        emit sessionKept(m_session->kept());
    m_window->removeEventFilter(this);
    m_window->hide();
    deleteLater();
}

bool WebPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window.get() && event->type() == QEvent::Close)
        emit leaveRequested();
    return core::ProviderPage::eventFilter(watched, event);
}

} // namespace ui
