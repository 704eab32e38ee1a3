// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/browser/keptcookies.h"
#include "ui/browser/signinpage.h"
#include "ui/browser/signinprofile.h"

#include <QPointer>
#include <QTimer>

#include <memory>
#include <vector>

class QWebEngineNewWindowRequest;
class QWindow;

namespace ui {

class PopupWindow;
class SignInWeb;

// Everything of the web engine that one attempt needs: profile, page, view and popups. Wiped and gone when destroyed.
class SignInSession : public QObject
{
    Q_OBJECT

public:
    // `languages`: the user's, for the provider.
    SignInSession(const AddressRules &rules, const core::CertificateJudge *judge,
                  const core::HostCertificate &certificate, const core::KnownProxies &proxies,
                  const QStringList &languages, QWidget *window);
    ~SignInSession() override;

    [[nodiscard]] SignInWeb *view() const { return m_view; }
    // With what an earlier page left (may be empty); what this one leaves is to be had from kept().
    void load(const QUrl &start, const core::Secret &earlier);
    [[nodiscard]] core::Secret kept() const { return m_cookies->all(); }
    [[nodiscard]] SignInPage *page() const { return m_page.get(); }
    [[nodiscard]] std::vector<PopupWindow *> popups() const;
    // Where the page's own window is within another one, popups belong to that. Outlives this.
    void setWindowAround(QWindow *window) { m_around = window; }

signals:
    void popupRefused();
    void passkeySeen(); // once: the page may ask for one
    void passkeyAsked(); // once: there is nothing else that a person could do in it

private:
    void lookForPasskeys();
    void lookForAnotherWay();
    void sayPasskey();

    void openPopup(QWebEngineNewWindowRequest &request);

    AddressRules m_rules;
    const core::CertificateJudge *m_judge;
    core::HostCertificate m_certificate;
    core::KnownProxies m_proxies;
    QPointer<QWidget> m_window;
    QWindow *m_around = nullptr;
    // In this order, so that they go in the other: a page must not outlive its profile, nor a view its page.
    AddressFilter m_filter;
    std::unique_ptr<QWebEngineProfile> m_profile;
    std::unique_ptr<KeptCookies> m_cookies;
    std::unique_ptr<SignInPage> m_page;
    QPointer<SignInWeb> m_view; // may go earlier, with the widget that it was put into
    std::vector<QPointer<PopupWindow>> m_popups;
    QTimer m_settling; // pages build their forms after they have come
    bool m_speaksOfPasskeys = false; // the page that is shown
    bool m_passkeySeen = false;
    bool m_passkeyAsked = false;
};

} // namespace ui
