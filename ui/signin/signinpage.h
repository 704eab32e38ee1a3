// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/certificatejudge.h"
#include "ui/signin/addressrules.h"

#include <QWebEnginePage>

class QWebEngineCertificateError;

namespace ui {

// A provider's page that can show itself and take what is typed, and nothing beyond that. It asks nobody anything: what
// other pages would ask the user about is refused.
class SignInPage : public QWebEnginePage
{
    Q_OBJECT

public:
    // `judge`: of certificates that the system does not trust; null: none of them counts.
    SignInPage(AddressRules rules, const core::CertificateJudge *judge, QWebEngineProfile *profile,
               QObject *parent = nullptr);

signals:
    void addressRefused(const QUrl &url);
    void certificateRefused(const QUrl &url);
    void proxyRefused(const QString &host); // it wants a name and a password that nobody gave

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

    AddressRules m_rules;
    QStringList m_askedProxies;
    const core::CertificateJudge *m_judge;
};

} // namespace ui
