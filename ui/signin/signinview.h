// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/browser.h"
#include "core/identity/profile.h"
#include "core/identity/providerpage.h"
#include "ui/signin/loadfailure.h"

#include <QAction>
#include <QPointer>
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
class PageHost;

// The provider's page within the window: origin on top, "Open in system browser" and "Cancel" below. The page is a
// process of its own, there only between the browser's open() and close(); where it can't be put into the window, it
// has its own one and this says so.
class SignInView : public QWidget
{
    Q_OBJECT

public:
    explicit SignInView(QWidget *parent = nullptr);
    ~SignInView() override;

    [[nodiscard]] core::Browser &browser(); // what core::Accounts shows the page through
    void prepare(); // a page will be wanted soon
    void dismiss(); // or will not
    // For the next open(). Ask shows the page here, too: the other way is the button below it.
    void setBrowserKind(core::ProviderProfile::BrowserKind kind);
    void setPages(core::ProviderPages *pages) { m_pages = pages; } // outlive this; null: there are none
    // Opens what setCertificates() names. Null: no certificate is shown. Outlives this.
    void setClientCertificates(core::ClientCertificates *certificates) { m_certificates = certificates; }
    // Asked when a proxy wants a name and a password. Null: the environment's are all there are. Outlives this.
    void setProxyLogins(core::ProxyLogins *proxies) { m_proxies = proxies; }
    // Where what a provider knows the user by is left, if its profile says so. Null: nowhere. Outlives this.
    void setSessions(core::ProviderSessions *sessions) { m_sessions = sessions; }
    // For the next open(), all for these hosts and the start page's alone: `own` is shown when they ask, `authorities`
    // (a PEM file) count besides the system's.
    void setCertificates(const core::CertificateFiles &own, const QString &authorities, const QStringList &hosts);
    // Their keys go on working while the page has the keyboard.
    void setActions(const QList<QAction *> &actions);
    [[nodiscard]] MessageBar &messages() { return *m_message; } // below the page, which no message moves
    [[nodiscard]] bool isOpen() const { return m_start.isValid(); }

signals:
    void triedAgain(); // somebody wants the page once more
    void opened();
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    class Port;

    void arrange();
    void connectControls();
    void serve(const core::ProviderProfile &profile);
    void open(const QUrl &start, const QUrl &redirect);
    void close();
    void abandon();
    void showPage();
    void startPage(const core::ClientCertificate &certificate);
    void takeFailure(core::PageFailure failure, const QString &host);
    [[nodiscard]] bool isForeign(const QString &host) const;
    [[nodiscard]] core::Error certificateRefusal(const QString &host) const;
    void showProgress(int percent);
    void showFailure(const LoadFailure &failure);
    void askForProxy(const QString &host, bool wasTold);
    bool openInBrowser(); // false: there is none, which is said
    void leaveForPasskey();
    void leaveForRefusal(const QUrl &origin);
    [[nodiscard]] QStringList reservedKeys();
    void endPage();
    void connectPage();
    void connectRefusals();
    void copyLink();

    std::unique_ptr<Port> m_port;
    core::ProviderProfile::BrowserKind m_kind = core::ProviderProfile::BrowserKind::Embedded;
    core::ProviderPages *m_pages = nullptr;
    core::ClientCertificates *m_certificates = nullptr;
    core::ProxyLogins *m_proxies = nullptr;
    core::ProviderSessions *m_sessions = nullptr;
    QString m_keptFor; // the profile whose session is left with them; empty: none's is
    core::CertificateFiles m_certificateFiles;
    QString m_authorities;
    QStringList m_hosts;
    core::KnownProxies m_told; // to the page's browser
    int m_attempt = 0; // what is heard of an earlier one is too late
    QUrl m_start;
    QUrl m_redirect;
    OriginBar *m_origin;
    QUrl m_at; // where the page is, or is on its way to
    MessageBar *m_message;
    QStackedWidget *m_stack;
    EmptyState *m_loading;
    EmptyState *m_failed;
    EmptyState *m_waiting;
    EmptyState *m_beside;
    PageHost *m_host;
    QPushButton *m_againButton = nullptr;
    QPushButton *m_copyButton = nullptr;
    QPushButton *m_backButton = nullptr;
    QPushButton *m_browserButton;
    QPushButton *m_cancelButton;
    QAction *m_browserAction;
    QList<QPointer<QAction>> m_actions;
    QList<QPointer<QAction>> m_reserved; // of m_actions and our own: as the page was told their keys
    bool m_leftForPasskey = false; // in this attempt
    QTimer *m_slow;
    core::OpenProviderPage m_page;
};

} // namespace ui
