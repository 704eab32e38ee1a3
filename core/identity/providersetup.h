// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/identity/accounts.h"
#include "core/identity/profileimport.h"
#include "core/identity/providerfacts.h"

#include <QObject>

#include <stop_token>

namespace core {

struct SetupPorts {
    HttpTransport &http;
    SecretStore &secrets;
    Accounts &accounts;
    QString folder; // where the user's profiles are (providers.d); made when it is needed
    ProfileTemplates templates;
};

// "Connect your organisation": tests the draft of a profile against the provider, and takes the profile in.
class ProviderSetup : public QObject
{
    Q_OBJECT

public:
    explicit ProviderSetup(SetupPorts ports, QObject *parent = nullptr);

    [[nodiscard]] const ProfileTemplates &templates() const { return m_ports.templates; }

    struct Tested {
        ProviderDraft draft; // with the issuer as the provider writes it; empty: none was tested
        ProviderProfile profile;
        ProviderFacts facts;
    };
    // Asks for the discovery document and the keys. A redirect is not followed. Errors: InvalidInput (something is
    // missing, or extra_ca is no certificate), Network, Timeout, EndpointFailed (no such document there),
    // SignInRefused (another issuer's, no PKCE, cleartext).
    [[nodiscard]] Async<Tested> test(const ProviderDraft &draft, const std::stop_token &stop);

    // The secret into the keychain, the profile into a file of the user's folder, both into Accounts: it can be signed
    // in with at once. A profile of a file keeps its id, and replaces the user's own of that id; any other gets a free
    // one. Errors: InvalidInput, KeychainUnavailable, AccessDenied, Storage; then nothing was taken in.
    [[nodiscard]] Async<ProviderProfile> save(const ProviderDraft &draft);

    // As above, of a profile that is connected already.
    [[nodiscard]] Async<Tested> test(const ProviderProfile &profile, const std::stop_token &stop);

    // Its file is this user's: it can be renamed and removed. All others are the administrator's.
    [[nodiscard]] bool isOwn(const ProviderProfile &profile) const;
    // Another name to be shown, of 1 to 100 characters on one line; the id stays. Errors: InvalidInput (no such name),
    // AccessDenied (not this user's), NotFound, Storage.
    [[nodiscard]] Result<> rename(const ProviderProfile &profile, const QString &name);
    // The file goes, its accounts are signed out and their tokens and the client's secret leave the keychain; documents
    // stay. Errors: AccessDenied (not this user's), Storage: nothing was changed; KeychainUnavailable: it is removed,
    // but something of it is still in the keychain.
    [[nodiscard]] Async<> remove(const ProviderProfile &profile);

signals:
    void secretKept(const QString &name); // by the keychain
    void secretRemoved(const QString &name);

private:
    [[nodiscard]] Async<QByteArray> fetch(const QUrl &url, const ProviderProfile &profile, const std::stop_token &stop);
    [[nodiscard]] Async<Tested> ask(const ProviderDraft &draft, const ProviderProfile &profile,
                                    const std::stop_token &stop);
    [[nodiscard]] Async<Tested> asked(const ProviderDraft &draft, const ProviderProfile &profile,
                                      const QByteArray &discovery, const std::stop_token &stop);
    [[nodiscard]] Async<> signOutAll(const QStringList &accounts);
    [[nodiscard]] Async<> removeSecrets(const QStringList &entries); // those that are there
    [[nodiscard]] Result<ProviderProfile> keep(const ProviderDraft &draft, const ProviderProfile &profile);

    SetupPorts m_ports;
};

} // namespace core
