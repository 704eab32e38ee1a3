// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/crypto/opensslclientcertificates.h"
#include "core/adapters/crypto/openssljwtsigner.h"
#include "core/adapters/crypto/opensslsignatureverifier.h"
#include "core/adapters/http/loopbacklistener.h"
#include "core/adapters/http/networkhttptransport.h"
#include "core/adapters/http/networkreachability.h"
#include "core/adapters/keychain/keychainsecretstore.h"
#include "core/adapters/lock/filerefreshlocks.h"
#include "core/adapters/settings/filesettingsstore.h"
#include "core/base/clock.h"
#include "core/identity/accounts.h"
#include "core/identity/chunkedsecretstore.h"
#include "core/identity/providersetup.h"
#include "core/identity/proxydesk.h"

#include <QStringList>

namespace app {

// Signing in with the real network, keychain and settings: one for each program, made after the QCoreApplication.
class Identity
{
public:
    // problems gets a line for each profile or certificate file that could not be used.
    explicit Identity(std::vector<core::ProviderProfile> profiles, core::RedirectPageText page = {},
                      QStringList *problems = nullptr);

    [[nodiscard]] core::Accounts &accounts() { return m_accounts; }
    [[nodiscard]] core::HttpTransport &http() { return m_http; }
    [[nodiscard]] core::SecretStore &secrets() { return m_secrets; }
    [[nodiscard]] core::SettingsStore &settings() { return m_settings; }
    // Begins to listen for a network that returns: for a program that stays.
    void watchNetwork() { m_network.start(); }
    [[nodiscard]] const core::Clock &clock() const { return m_clock; }
    [[nodiscard]] const core::JwtSigner &signer() const { return m_signer; }
    [[nodiscard]] core::ClientCertificates &ownCertificates() { return m_ownCertificates; }
    [[nodiscard]] core::ProxyDesk &proxies() { return m_proxies; }

    // What connecting an organization needs; `templates`: their folder, in that language.
    [[nodiscard]] core::SetupPorts setupPorts(const QString &templates, const QString &language);

private:
    core::KeychainSecretStore m_keychain;
    core::ChunkedSecretStore m_secrets{m_keychain, core::ChunkedSecretStore::platformLimit()};
    core::SystemClock m_clock;
    core::OpenSslClientCertificates m_ownCertificates{m_secrets, m_clock};
    core::ProxyDesk m_proxies{m_secrets};
    core::NetworkHttpTransport m_http{&m_ownCertificates, &m_proxies};
    core::OpenSslSignatureVerifier m_signatures;
    core::OpenSslJwtSigner m_signer;
    core::LoopbackListenerFactory m_listeners;
    core::FileSettingsStore m_settings;
    core::FileRefreshLocks m_locks;
    core::NetworkReachability m_network;
    core::Accounts m_accounts;
};

// Every profile of the configuration folders. The system's count first: where an administrator has set up a provider,
// a file of the user's with the same id changes nothing.
[[nodiscard]] std::vector<core::ProviderProfile> installedProfiles(QStringList *problems = nullptr);

// A profile from a file that may be installed. Errors: as core::readProfile, and InvalidInput where the system has one
// of that id, or `extra_ca` holds no certificate.
[[nodiscard]] core::Result<core::ProviderProfile> installableProfile(const QString &file);

// Puts a profile file where the next start finds it, its authorities beside it; a client certificate stays where it is.
// Gives the profile.
[[nodiscard]] core::Result<core::ProviderProfile> installProfile(const QString &file);

} // namespace app
