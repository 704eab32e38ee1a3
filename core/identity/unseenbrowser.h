// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/browser.h"
#include "core/identity/profile.h"
#include "core/identity/providerpage.h"

namespace core {

// Asks a provider without showing anything, for what can be answered without the user (prompt=none): it may know the
// computer by its certificate, or the user by what the page of the last sign-in left (ProviderProfile::keepSession).
class UnseenBrowser final : public Browser
{
    Q_OBJECT

public:
    // All outlive this. `sessions`: by the profile's id.
    UnseenBrowser(ProviderPages &pages, ClientCertificates &certificates, const ProxyLogins &proxies,
                  ProviderSessions &sessions, QObject *parent = nullptr);

    void serve(const ProviderProfile &profile) override;
    // A page that fails is abandoned: nobody could mend it.
    void open(const QUrl &start, const QUrl &redirect) override;
    void close() override;

private:
    void show(PageOrder order);

    ProviderPages &m_pages;
    ClientCertificates &m_certificates;
    const ProxyLogins &m_proxies;
    ProviderSessions &m_sessions;
    ProviderProfile m_profile;
    int m_attempt = 0; // what is heard for an earlier one is too late
    OpenProviderPage m_page;
};

} // namespace core
