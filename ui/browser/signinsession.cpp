// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browser/signinsession.h"

#include "ui/browser/popupwindow.h"
#include "ui/browser/signinweb.h"

#include <QWebEngineCookieStore>
#include <QWebEngineNewWindowRequest>
#include <QWindow>

#include <utility>

namespace ui {
namespace {

constexpr std::chrono::milliseconds settlingTime{1500};

} // namespace

SignInSession::SignInSession(const AddressRules &rules, const core::CertificateJudge *judge,
                             const core::HostCertificate &certificate, const core::KnownProxies &proxies,
                             const QStringList &languages, QWidget *window)
    : m_rules(rules)
    , m_judge(judge)
    , m_certificate(certificate)
    , m_proxies(proxies)
    , m_window(window)
    , m_filter(rules)
    , m_profile(makeSignInProfile(m_filter, certificate.certificate, languages))
    , m_cookies(std::make_unique<KeptCookies>(*m_profile->cookieStore()))
    , m_page(std::make_unique<SignInPage>(rules, judge, certificate, proxies, m_profile.get()))
    , m_view(new SignInWeb(window))
{
    connect(m_page.get(), &QWebEnginePage::newWindowRequested, this, &SignInSession::openPopup);
    m_view->setPage(m_page.get());
    m_page->setBackgroundColor(Qt::white); // what pages without a colour of their own are written for, in the dark too
    m_settling.setSingleShot(true);
    m_settling.setInterval(settlingTime);
    connect(&m_settling, &QTimer::timeout, this, &SignInSession::lookForAnotherWay);
    connect(m_page.get(), &QWebEnginePage::loadStarted, this, [this] {
        m_settling.stop();
        m_speaksOfPasskeys = false;
    });
    connect(m_page.get(), &QWebEnginePage::loadFinished, this, &SignInSession::lookForPasskeys);
    connect(&m_filter, &AddressFilter::scriptRequested, this, [this](const QUrl &script) {
        if (isPasskeyScript(script))
            sayPasskey();
    });
}

void SignInSession::load(const QUrl &start, const core::Secret &earlier)
{
    if (earlier.isEmpty()) {
        m_page->load(start);
        return;
    }
    connect(
        m_cookies.get(), &KeptCookies::restored, this, [this, start] { m_page->load(start); },
        Qt::SingleShotConnection);
    m_cookies->restore(earlier);
}

// The text of the page is read, no script of ours runs in it. So a call for a passkey can't be seen; but a page that
// speaks of them and has no field to fill in has nothing else to offer.
void SignInSession::lookForPasskeys()
{
    m_page->toHtml([self = QPointer(this)](const QString &html) {
        if (self && speaksOfPasskeys(html))
            self->sayPasskey();
    });
    m_settling.start();
}

void SignInSession::lookForAnotherWay()
{
    m_page->toHtml([self = QPointer(this)](const QString &html) {
        if (!self || !(self->m_speaksOfPasskeys || speaksOfPasskeys(html)) || hasFieldToFill(html))
            return;
        if (!std::exchange(self->m_passkeyAsked, true))
            emit self->passkeyAsked();
    });
}

void SignInSession::sayPasskey()
{
    m_speaksOfPasskeys = true;
    if (!std::exchange(m_passkeySeen, true))
        emit passkeySeen();
}

SignInSession::~SignInSession()
{
    for (PopupWindow *popup : popups())
        std::unique_ptr<PopupWindow>(popup).reset();
    std::unique_ptr<SignInWeb>(m_view.data()).reset();
    m_profile->cookieStore()->deleteAllCookies();
    m_profile->clearHttpCache();
}

std::vector<PopupWindow *> SignInSession::popups() const
{
    std::vector<PopupWindow *> open;
    for (const auto &popup : m_popups) {
        if (popup)
            open.push_back(popup);
    }
    return open;
}

void SignInSession::openPopup(QWebEngineNewWindowRequest &request)
{
    constexpr std::size_t most = 3;
    const QUrl url = request.requestedUrl();
    const bool mayGo = url.isEmpty() || m_rules.mayNavigate(url);
    if (!request.isUserInitiated() || !mayGo || popups().size() >= most || !m_window) {
        emit popupRefused();
        return;
    }
    auto *popup = new PopupWindow(
        std::make_unique<SignInPage>(m_rules, m_judge, m_certificate, m_proxies, m_profile.get()), m_window);
    m_popups.emplace_back(popup);
    connect(popup->page(), &QWebEnginePage::newWindowRequested, this, &SignInSession::openPopup);
    if (m_around) {
        popup->winId(); // makes its window
        popup->windowHandle()->setTransientParent(m_around);
    }
    request.openIn(popup->page());
    popup->show();
}

} // namespace ui
