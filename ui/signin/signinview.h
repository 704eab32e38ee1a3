// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/browser.h"
#include "core/identity/certificatejudge.h"
#include "core/identity/profile.h"
#include "core/net/clientcertificate.h"
#include "core/net/proxylogin.h"
#include "ui/signin/loadfailure.h"

#include <QUrl>
#include <QWidget>

#include <memory>

class QPushButton;
class QStackedWidget;
class QTimer;

namespace ui {

class EmptyState;
class MessageBar;
class OriginBar;
class SignInSession;

// The provider's page within the window: origin on top, "Open in system browser" and "Cancel" below. The web engine is
// there only between the browser's open() and close().
class SignInView : public QWidget
{
    Q_OBJECT

public:
    explicit SignInView(QWidget *parent = nullptr);
    ~SignInView() override;

    [[nodiscard]] core::Browser &browser(); // what core::Accounts shows the page through
    // For the next open(). Ask shows the page here, too: the other way is the button below it.
    void setBrowserKind(core::ProviderProfile::BrowserKind kind);
    // For the next open(). Null: the system's authorities alone count. Outlives this.
    void setCertificateJudge(const core::CertificateJudge *judge) { m_judge = judge; }
    // Opens what setClientCertificate() names. Null: no certificate is shown. Outlives this.
    void setClientCertificates(core::ClientCertificates *certificates) { m_certificates = certificates; }
    // Asked when a proxy wants a name and a password. Null: the environment's are all there are. Outlives this.
    void setProxyLogins(core::ProxyLogins *proxies) { m_proxies = proxies; }
    // For the next open(): shown to these hosts and the start page's when they ask.
    void setClientCertificate(const core::CertificateFiles &files, const QStringList &hosts);
    [[nodiscard]] bool isOpen() const { return m_start.isValid(); }

signals:
    void triedAgain(); // somebody wants the page once more
    void opened();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Port;

    void arrange();
    void connectControls();
    void open(const QUrl &start, const QUrl &redirect);
    void close();
    void abandon();
    void showPage();
    void startSession(const core::ClientCertificate &certificate);
    [[nodiscard]] core::Error certificateRefusal(const QString &host) const;
    void showFailure(const LoadFailure &failure);
    void openInBrowser();
    void endSession();
    void connectSession();
    void connectRefusals();
    void askForProxy(const QString &host, const std::optional<core::ProxyLogin> &told);
    void copyLink();

    std::unique_ptr<Port> m_port;
    core::ProviderProfile::BrowserKind m_kind = core::ProviderProfile::BrowserKind::Embedded;
    const core::CertificateJudge *m_judge = nullptr;
    core::ClientCertificates *m_certificates = nullptr;
    core::ProxyLogins *m_proxies = nullptr;
    core::CertificateFiles m_certificateFiles;
    QStringList m_certificateHosts;
    int m_attempt = 0; // what is heard of an earlier one is too late
    QUrl m_start;
    QUrl m_redirect;
    OriginBar *m_origin;
    MessageBar *m_message;
    QStackedWidget *m_stack;
    EmptyState *m_loading;
    EmptyState *m_failed;
    EmptyState *m_waiting;
    QPushButton *m_againButton = nullptr;
    QPushButton *m_copyButton = nullptr;
    QPushButton *m_browserButton;
    QPushButton *m_cancelButton;
    QTimer *m_slow;
    QTimer *m_nowhere;
    std::shared_ptr<SignInSession> m_session;
};

} // namespace ui
