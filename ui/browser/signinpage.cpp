// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browser/signinpage.h"

#include "ui/browser/certificatefault.h"
#include "ui/signin/environment.h"

#include <QAuthenticator>
#include <QWebEngineCertificateError>
#include <QWebEngineClientCertificateSelection>
#include <QWebEngineFileSystemAccessRequest>
#include <QWebEngineFullScreenRequest>
#include <QWebEngineQuotaRequest>
#include <QWebEngineRegisterProtocolHandlerRequest>

namespace ui {

SignInPage::SignInPage(AddressRules rules, const core::CertificateJudge *judge, core::HostCertificate certificate,
                       core::KnownProxies proxies, QWebEngineProfile *profile, QObject *parent)
    : QWebEnginePage(profile, parent)
    , m_rules(std::move(rules))
    , m_judge(judge)
    , m_certificate(std::move(certificate))
    , m_proxies(std::move(proxies))
{
    refuseRequests();
}

void SignInPage::refuseRequests()
{
    connect(this, &QWebEnginePage::featurePermissionRequested, this, [this](const QUrl &origin, Feature feature) {
        setFeaturePermission(origin, feature, PermissionDeniedByUser);
    });
    connect(this, &QWebEnginePage::fullScreenRequested, this,
            [](QWebEngineFullScreenRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::quotaRequested, this, [](QWebEngineQuotaRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::registerProtocolHandlerRequested, this,
            [](QWebEngineRegisterProtocolHandlerRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::fileSystemAccessRequested, this,
            [](QWebEngineFileSystemAccessRequest request) { request.reject(); });
    connect(this, &QWebEnginePage::selectClientCertificate, this, &SignInPage::choose);
    // An empty authenticator is a refusal; without a handler Qt's view would ask with a dialog of its own.
    connect(this, &QWebEnginePage::authenticationRequired, this,
            [](const QUrl &, QAuthenticator *authenticator) { *authenticator = QAuthenticator(); });
    connect(this, &QWebEnginePage::certificateError, this, &SignInPage::judge);
    connect(this, &QWebEnginePage::proxyAuthenticationRequired, this,
            [this](const QUrl &, QAuthenticator *authenticator, const QString &proxy) {
                answerProxy(proxy, *authenticator);
            });
}

// A second question says that the first answer was wrong.
void SignInPage::answerProxy(const QString &host, QAuthenticator &authenticator)
{
    std::optional<core::ProxyLogin> login;
    if (m_proxies.contains(host))
        login = m_proxies.value(host);
    else if (const auto fromAddress = proxyLogin(host))
        login = core::ProxyLogin{fromAddress->user, core::Secret(fromAddress->password.toUtf8())};
    if (!login || m_told.contains(host)) {
        authenticator = QAuthenticator();
        emit proxyRefused(host, m_told.contains(host) ? login : std::nullopt);
        return;
    }
    m_told.insert(host, *login);
    authenticator.setUser(login->user);
    authenticator.setPassword(QString::fromUtf8(login->password.reveal()));
}

// Of all that the engine found, those of the system's own store too, only the profile's, and only for its hosts.
void SignInPage::choose(QWebEngineClientCertificateSelection selection) const
{
    if (m_certificate.isFor(selection.host().host())) {
        for (const QSslCertificate &offered : selection.certificates()) {
            if (offered.toDer() == m_certificate.certificate.chain.front())
                return selection.select(offered);
        }
    }
    selection.selectNone();
}

// An authority of the profile's counts for its hosts. Whatever else is wrong with a certificate stays wrong.
void SignInPage::judge(QWebEngineCertificateError error)
{
    QList<QByteArray> chain;
    for (const QSslCertificate &certificate : error.certificateChain())
        chain += certificate.toDer();
    if (m_judge && error.type() == QWebEngineCertificateError::CertificateAuthorityInvalid && error.isOverridable()
        && m_judge->isTrusted(error.url().host(), chain)) {
        error.acceptCertificate();
        return;
    }
    error.rejectCertificate();
    // Qt 6.4 does not say what the address was wanted for.
    if (error.url().matches(m_main, QUrl::RemoveFragment))
        emit certificateRefused(error.url(), certificateFault(error));
}

bool SignInPage::acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame)
{
    Q_UNUSED(type)
    if (isMainFrame)
        m_main = url;
    if (m_rules.mayNavigate(url))
        return true;
    if (isMainFrame)
        emit addressRefused(url);
    return false;
}

QStringList SignInPage::chooseFiles(FileSelectionMode, const QStringList &, const QStringList &)
{
    return {};
}

// The dialogs that Qt would open for these hold up the whole window, and look like ours.
void SignInPage::javaScriptAlert(const QUrl &, const QString &) { }

bool SignInPage::javaScriptConfirm(const QUrl &, const QString &)
{
    return false;
}

bool SignInPage::javaScriptPrompt(const QUrl &, const QString &, const QString &, QString *)
{
    return false;
}

// Pages print addresses with codes in them; none of it may reach a log.
void SignInPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString &, int, const QString &) { }

} // namespace ui
