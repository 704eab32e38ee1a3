// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/net/clientcertificate.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QUrl>

#include <vector>

namespace core {

// Whether a profile of this format (its member "format") is understood here: a later minor version may say more.
[[nodiscard]] bool isKnownProfileFormat(const QString &format);

// lectern.provider/1: everything in which identity providers differ, as data.
struct ProviderProfile {
    QString id;
    QString name; // "Acme", shown as "Sign in to Acme"
    QString issuer; // compared exactly (OpenID Connect Discovery 1.0, 4.3)
    QUrl discoveryUrl; // issuer + /.well-known/openid-configuration when not given
    QString clientId;
    QStringList scopes{QStringLiteral("openid")};
    QString audience;
    QStringList resource; // RFC 8707
    QStringList trustedAudiences; // whom an ID token may name beside the client (OpenID Connect Core, 3.1.3.7, 3)
    struct Organization {
        enum class Mode { None, Optional, Required };
        Mode mode = Mode::None;
        QString parameter = QStringLiteral("organization");
        QString claim = QStringLiteral("org_id");
        QString nameClaim = QStringLiteral("org_name"); // an organization may be asked for by this name as well
    } organization;
    struct Redirect {
        QString host = QStringLiteral("127.0.0.1");
        QList<quint16> ports; // empty: any free one
        QString path; // empty: an unguessable one for each attempt
    } redirect;
    QJsonObject endpoints; // overrides of discovery's members
    QString issuerTemplate;
    QHash<QString, QString> authorizeParameters;
    QHash<QString, QString> tokenParameters;
    bool scopeOnRefresh = false;
    QString clientAuthentication = QStringLiteral("none");
    QString clientKeyId; // `kid` of client assertions; empty: the key's own, if it has one
    QString clientAssertionAudience = QStringLiteral("issuer"); // or token_endpoint
    bool pushedAuthorizationRequests = false; // RFC 9126, where the provider offers it; where it demands it, always
    bool dpop = false; // tokens bound to a key (RFC 9449), where the provider offers it
    bool introspect = false;
    struct Roles {
        QStringList claims; // paths, joined with '.'; '/' and ':' are plain characters of a name
        QStringList required;
        QHash<QString, QString> map; // provider's word -> viewer | reviewer | administrator
    } roles;
    QJsonObject logout;
    enum class BrowserKind { Embedded, System, Ask } browser = BrowserKind::Embedded;
    QString extraCa; // PEM file beside the profile: authorities that count for this provider alone
    CertificateFiles certificate; // shown to the issuer and its endpoints (RFC 8705); beside the profile or anywhere
    QString contact; // whom to ask for a role or help: a name, an e-mail address, an address of a page
    // A provider that lets in only computers it knows takes a browser in private mode, as the embedded one is, for a
    // stranger; the system's browser can vouch for the computer.
    struct PrivateMode {
        QStringList errors; // its codes for that, as they stand in an error's description
        bool warn = false; // its page may say so without any answer to us: say it beforehand
    } privateMode;
    // What its page knows the user by is kept in memory until the program ends or the user signs out. A session that
    // is lost comes back without a question then; who reads the program's memory gets more than this client's tokens.
    bool keepSession = false;
    QString file; // where the profile was read; empty: it came from elsewhere
};

// InvalidInput names the member that is wrong. http is accepted for loopback hosts only.
[[nodiscard]] Result<ProviderProfile> parseProfile(const QByteArray &json);

// As parseProfile, from a file; `extra_ca` and `client_certificate` are found beside it. NotFound and AccessDenied
// besides.
[[nodiscard]] Result<ProviderProfile> readProfile(const QString &file);

// Every profile in `providers.d` of the configuration folders; a broken file is left out and reported in `problems`.
[[nodiscard]] std::vector<ProviderProfile> loadProfiles(const QStringList &configFolders,
                                                        QStringList *problems = nullptr);

} // namespace core
