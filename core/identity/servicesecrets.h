// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/setting.h"
#include "core/identity/jwtsigner.h"
#include "core/identity/patientsecretstore.h"

#include <QObject>
#include <QStringList>

namespace core {

// Secrets that people put into the keychain for services and clients, by name. The keychain can't be asked for its
// names, so they are kept in a list of their own; no secret is in there. None that was set is ever handed out here.
class ServiceSecrets : public QObject
{
    Q_OBJECT

public:
    ServiceSecrets(SecretStore &keychain, SettingsStore &settings, QObject *parent = nullptr);

    [[nodiscard]] QStringList names() const; // of those set from here or another program, in alphabetical order

    enum class State { Stored, Missing, Unavailable }; // Unavailable: the keychain is locked, absent or silent
    [[nodiscard]] Async<State> state(const QString &name);
    enum class Kind { Text, PrivateKey };
    // Replaces one that is there. Errors: InvalidInput (not such a name, a secret that is empty or no text, or none of
    // the private keys that JwtSigner takes where one is wanted): nothing was changed; KeychainUnavailable.
    [[nodiscard]] Async<> set(const QString &name, const Secret &secret, Kind kind = Kind::Text);
    [[nodiscard]] Async<> remove(const QString &name); // one that is not there, too
    void took(const QString &name); // the keychain, from elsewhere in this program
    void lost(const QString &name); // the same
    // What says whether a private key can be read; without one none is kept.
    void setSigner(const JwtSigner *signer) { m_signer = signer; }

    // A name that a connection or a profile may use. What Lectern keeps of a sign-in is out of reach.
    [[nodiscard]] static bool isName(const QString &name);
    // UTF-8 without zero bytes: what headers and forms can carry, and keychains give back.
    [[nodiscard]] static bool isText(const Secret &secret);

signals:
    void changed(const QString &name); // set or removed
    void waiting(bool waiting); // the keychain takes its time

private:
    [[nodiscard]] Result<> check(const Secret &secret, Kind kind) const;
    void remember(const QString &name, bool isThere);

    PatientSecretStore m_keychain;
    SettingsStore &m_settings;
    const JwtSigner *m_signer = nullptr;
};

} // namespace core
