// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browser/signinsession.h"

#include "core/identity/pkce.h"
#include "ui/browser/nopeersscript.h"
#include "ui/browser/passkeyscript.h"
#include "ui/browser/popupwindow.h"
#include "ui/browser/signinweb.h"

#include <QWebEngineCookieStore>
#include <QWebEngineNewWindowRequest>
#include <QWebEngineScript>
#include <QWebEngineScriptCollection>
#include <QWindow>

#include <utility>

namespace ui {

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
    , m_passkeySign(QString::fromLatin1(core::randomToken()))
{
    m_profile->scripts()->insert(passkeyScript(m_passkeySign));
    m_profile->scripts()->insert(noPeersScript());
    watch(*m_page);
    m_view->setPage(m_page.get());
    m_page->setBackgroundColor(Qt::white); // what pages without a colour of their own are written for, in the dark too
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

// A page and each of its popups.
void SignInSession::watch(SignInPage &page)
{
    connect(&page, &QWebEnginePage::newWindowRequested, this, &SignInSession::openPopup);
    connect(&page, &SignInPage::printed, this, [this](const QString &message) {
        if (message == m_passkeySign && !std::exchange(m_passkeyAsked, true))
            emit passkeyAsked();
    });
}

// The text of the page is read: that it speaks of passkeys is no call for one.
void SignInSession::lookForPasskeys()
{
    m_page->toHtml([self = QPointer(this)](const QString &html) {
        if (self && speaksOfPasskeys(html))
            self->sayPasskey();
    });
}

void SignInSession::sayPasskey()
{
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
    watch(*popup->page());
    if (m_around) {
        popup->winId(); // makes its window
        popup->windowHandle()->setTransientParent(m_around);
    }
    request.openIn(popup->page());
    popup->show();
}

} // namespace ui
