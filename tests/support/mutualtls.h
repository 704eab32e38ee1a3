// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/issuedcertificate.h"

#include <QSslConfiguration>
#include <QTemporaryDir>

// Files and servers of a small world with client certificates: one authority, a server for the loopback and for
// sso.acme.test, and a client, all made anew for each run.
class MutualTls
{
    QTemporaryDir m_folder; // before what is written into it

public:
    MutualTls();

    enum class Asks { Demands, Invites };
    // A server that knows clients of the authority only; Demands: without such a one the handshake ends with an alert.
    [[nodiscard]] QSslConfiguration server(Asks asks = Asks::Demands, QSsl::SslProtocol protocol = QSsl::TlsV1_3) const;

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const; // gives the path
    [[nodiscard]] QByteArray certificateAndKey() const { return client.pem() + client.keyPem(); }

    Issued authority = issue("Acme authority", {}, nullptr);
    Issued client = issue("Lectern at Acme", "DNS:lectern.acme.test", &authority);
    QString authorityFile;

private:
    Issued m_server = issue("sign-in", "IP:127.0.0.1,DNS:localhost,DNS:sso.acme.test", &authority);
};

[[nodiscard]] QByteArray encryptedKeyPem(const Issued &issued, const QByteArray &passphrase);
// With the authority's certificate in it.
[[nodiscard]] QByteArray pkcs12Of(const Issued &issued, const Issued &authority, const QByteArray &passphrase);
