// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/browser.h"
#include "core/identity/profile.h"
#include "core/identity/providerpage.h"

#include <QObject>

#include <chrono>

namespace core {

// Ends sessions at providers without showing anything (RP-Initiated Logout 1.0): after a sign-in in a page that was
// wiped, the session's name in the address (id_token_hint, logout_hint) is what the provider ends it by. One that wants
// to ask a person first is not answered.
class Farewell : public QObject
{
    Q_OBJECT

public:
    // All outlive this.
    Farewell(ProviderPages &pages, ClientCertificates &certificates, const ProxyLogins &proxies);
    ~Farewell() override;

    // `session`: what the provider knows the user by, if it was kept.
    void visit(const ProviderProfile &profile, const QUrl &logout, const Secret &session = {});
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; } // with one provider's page

private:
    ProviderPages &m_pages;
    ClientCertificates &m_certificates;
    const ProxyLogins &m_proxies;
    ProviderSessions m_sessions; // of the visit that begins
    std::chrono::milliseconds m_patience{10'000};
};

} // namespace core
