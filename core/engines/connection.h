// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/net/clientcertificate.h"

#include <QJsonObject>
#include <QUrl>

namespace core {

// lectern.connection/1: where an extraction endpoint is and how to speak to it. Holds no secret: `auth` names them.
struct Connection {
    QString id;
    QString name;
    QString kind; // "gemini", ...
    QUrl baseUrl;
    QString model;
    QJsonObject auth; // {"kind": "account"|"api_key"|..., "profile": ..., "keychain": ...}
    QJsonObject limits; // requests_per_minute, concurrency, max_bytes, max_pages
    QJsonObject prices; // input_per_million, output_per_million, currency, as_of
    QJsonObject options; // media_resolution, temperature, ...
    CertificateFiles certificate; // shown to the host of baseUrl
    QString extraCa; // PEM file beside the connection's: authorities that count for its own servers
};

// The keychain's name of the secret that a service connection needs; empty: it needs none (an account, or nothing).
[[nodiscard]] QString secretEntryOf(const Connection &connection);
// Whether that secret is the private key of a client (RFC 7523, 2.2).
[[nodiscard]] bool needsPrivateKey(const Connection &connection);

// InvalidInput names the member that is wrong. http is accepted for loopback hosts only.
[[nodiscard]] Result<Connection> parseConnection(const QByteArray &json);

} // namespace core
