// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/certificatejudge.h"
#include "core/identity/providerpage.h"
#include "core/net/clientcertificate.h"
#include "core/net/proxylogin.h"
#include "ui/signin/addressrules.h"

#include <QWebEnginePage>

class QWebEngineCertificateError;
class QWebEngineClientCertificateSelection;

namespace ui {

// A provider's page that can show itself and take what is typed, and nothing beyond that. It asks nobody anything: what
// other pages would ask the user about is refused.
class SignInPage : public QWebEnginePage
{
    Q_OBJECT

public:
    // `judge`: of certificates that the system does not trust; null: none of them counts.
    // `certificate`: shown to its hosts when they ask for one; nobody else sees it. `proxies`: told to them when they
    // ask, before what the environment says.
    SignInPage(AddressRules rules, const core::CertificateJudge *judge, core::HostCertificate certificate,
               core::KnownProxies proxies, QWebEngineProfile *profile, QObject *parent = nullptr);

signals:
    void addressRefused(const QUrl &url);
    // Of the page itself; parts of it are left out without a word.
    void certificateRefused(const QUrl &url, core::PageFailure fault);
    // It wants a name and a password; `told` is what it did not take, if it was told anything.
    void proxyRefused(const QString &host, const std::optional<core::ProxyLogin> &told);

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;
    QStringList chooseFiles(FileSelectionMode mode, const QStringList &oldFiles,
                            const QStringList &acceptedMimeTypes) override;
    void javaScriptAlert(const QUrl &origin, const QString &message) override;
    bool javaScriptConfirm(const QUrl &origin, const QString &message) override;
    bool javaScriptPrompt(const QUrl &origin, const QString &message, const QString &fallback,
                          QString *result) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message, int line,
                                  const QString &source) override;

private:
    void refuseRequests();
    void judge(QWebEngineCertificateError error);
    void answerProxy(const QString &host, QAuthenticator &authenticator);
    void choose(QWebEngineClientCertificateSelection selection) const;

    AddressRules m_rules;
    const core::CertificateJudge *m_judge;
    core::HostCertificate m_certificate;
    core::KnownProxies m_proxies;
    core::KnownProxies m_told;
    QUrl m_main; // where the page itself last went, or was sent on to
};

} // namespace ui
