// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/answer.h"
#include "core/identity/patientsecretstore.h"
#include "core/net/proxylogin.h"

#include <QHash>
#include <QObject>
#include <QSet>

namespace core {

// Names and passwords for proxies: out of the keychain, or from a person where there is one. In memory while the
// program runs; in the keychain only when the person wants it.
class ProxyDesk : public QObject, public ProxyLogins
{
    Q_OBJECT

public:
    explicit ProxyDesk(SecretStore &secrets, QObject *parent = nullptr);

    // From now on a person answers wanted() with give() or decline(). Without one, the keychain is all there is.
    void attend() { m_isAttended = true; }

    [[nodiscard]] KnownProxies known() const override { return m_known; }
    [[nodiscard]] Async<> ask(const QString &host, const std::optional<ProxyLogin> &refused) override;

    // Who the proxy did not take the last time; empty: nobody yet.
    [[nodiscard]] QString refusedUser(const QString &host) const { return m_refused.value(host); }
    void give(const QString &host, const ProxyLogin &login, bool remember);
    void decline(const QString &host); // requests through it fail, and it is not asked for any more
    void reconsider() { m_declined.clear(); } // somebody begins something new: it may be asked for again

signals:
    void wanted(const QString &host, bool wasWrong); // once for any number of requests
    void remembered(const QString &entry); // the keychain has it now, under that name
    void notRemembered(const core::Error &error);

private:
    void lookInKeychain(const QString &host, const std::optional<ProxyLogin> &refused);
    void settle(const QString &host, const Result<> &result);

    PatientSecretStore m_secrets;
    bool m_isAttended = false;
    KnownProxies m_known;
    QHash<QString, Answer<>> m_open; // questions, by host
    QSet<QString> m_declined;
    QHash<QString, QString> m_refused; // names, by host
};

} // namespace core
