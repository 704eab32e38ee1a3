// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/signinpage.h"

#include "ui/signin/environment.h"

#include <QAuthenticator>
#include <QWebEngineCertificateError>
#include <QWebEngineClientCertificateSelection>
#include <QWebEngineFileSystemAccessRequest>
#include <QWebEngineFullScreenRequest>
#include <QWebEngineQuotaRequest>
#include <QWebEngineRegisterProtocolHandlerRequest>

namespace ui {

SignInPage::SignInPage(AddressRules rules, const core::CertificateJudge *judge, QWebEngineProfile *profile,
                       QObject *parent)
    : QWebEnginePage(profile, parent)
    , m_rules(std::move(rules))
    , m_judge(judge)
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
    connect(this, &QWebEnginePage::selectClientCertificate, this,
            [](QWebEngineClientCertificateSelection selection) { selection.selectNone(); });
    // An empty authenticator is a refusal; without a handler Qt's view would ask with a dialog of its own.
    connect(this, &QWebEnginePage::authenticationRequired, this,
            [](const QUrl &, QAuthenticator *authenticator) { *authenticator = QAuthenticator(); });
    connect(this, &QWebEnginePage::certificateError, this, &SignInPage::judge);
    connect(this, &QWebEnginePage::proxyAuthenticationRequired, this,
            [this](const QUrl &, QAuthenticator *authenticator, const QString &proxy) {
                const auto login = proxyLogin(proxy);
                if (login && !m_askedProxies.contains(proxy)) { // a second question says that they were wrong
                    m_askedProxies += proxy;
                    authenticator->setUser(login->user);
                    authenticator->setPassword(login->password);
                    return;
                }
                *authenticator = QAuthenticator();
                emit proxyRefused(proxy);
            });
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
    emit certificateRefused(error.url());
}

bool SignInPage::acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame)
{
    Q_UNUSED(type)
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
