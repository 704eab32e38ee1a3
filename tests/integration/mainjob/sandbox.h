// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>
#include <QProcess>
#include <QString>

namespace mainjob {

// The sandbox services, started and ended with this.
class Sandbox
{
public:
    // Writes providers.d and connections.d below `state`, what only it needs into `own`. Throws Failure when it does
    // not become ready.
    Sandbox(const QString &state, const QString &own);
    ~Sandbox();
    Sandbox(const Sandbox &) = delete;
    Sandbox &operator=(const Sandbox &) = delete;

    [[nodiscard]] QByteArrayList issued() const; // every token, code and verifier that went over the wire

private:
    QProcess m_process;
    QString m_issuer;
};

} // namespace mainjob
