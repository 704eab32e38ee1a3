// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/identity/profile.h"

#include <QByteArray>
#include <QStringList>
#include <QUrl>

namespace core {

// What the provider says of itself (OpenID Connect Discovery 1.0, 3), with the profile's overrides in place.
struct ProviderMetadata {
    QString issuer; // or the profile's template
    QUrl authorizationEndpoint;
    QUrl tokenEndpoint;
    QUrl keysUrl;
    QUrl userinfoEndpoint; // this and the next ones may be empty
    QUrl revocationEndpoint;
    QUrl introspectionEndpoint;
    QUrl endSessionEndpoint;
    QUrl deviceAuthorizationEndpoint; // RFC 8628
    QUrl pushedAuthorizationEndpoint; // RFC 9126
    bool requiresPushedRequests = false;
    QStringList responseModes;
    QStringList prompts; // prompt_values_supported (Initiating User Registration 1.0, 5); empty: not said
    QStringList signingAlgorithms; // of ID tokens
    QStringList proofAlgorithms; // of DPoP proofs; empty: not offered
    QStringList assertionAlgorithms; // of client assertions; empty: not said
    bool announcesIssuer = false; // authorization_response_iss_parameter_supported (RFC 9207)
};

[[nodiscard]] QUrl discoveryUrl(const ProviderProfile &profile);

// The hosts that a profile names: the issuer's, the discovery document's, those of its own endpoints.
[[nodiscard]] QStringList hostsOf(const ProviderProfile &profile);

// Where the profile has a client certificate, `mtls_endpoint_aliases` take the place of the endpoints they name (RFC
// 8705, 5); the profile's own endpoints come before both. EndpointFailed: not such a document. SignInRefused: another
// issuer's, without PKCE S256, or with cleartext endpoints.
[[nodiscard]] Result<ProviderMetadata> parseDiscovery(const ProviderProfile &profile, const QByteArray &json);

} // namespace core
