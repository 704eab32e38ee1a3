// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/discovery.h"
#include "core/identity/jwks.h"

#include <optional>

namespace core {

enum class ProviderWarning {
    PkceNotSaid, // code_challenge_methods_supported is absent: whether PKCE holds will show at the first sign-in
    NoUsableKey, // no key in the set that one of our algorithms could use: every sign-in will fail
    KeysUnreachable, // jwks_uri gave no key set (Oracle: public access to the signing certificate is off)
    NoLogout, // neither an end_session_endpoint nor a profile that names one
    NoRefreshTokens, // offline_access is asked for and not in scopes_supported
    ScopesNotOffered, // others that are asked for and not in scopes_supported
    SecretNotTaken, // token_endpoint_auth_methods_supported lacks the profile's way
    ForeignEndpoints, // on another host than the issuer: usual for some, worth a look
};

// What a provider says of itself, as a person wants to see it before a profile is kept.
struct ProviderFacts {
    ProviderMetadata metadata;
    bool pkce = false; // says that it supports S256 (RFC 7636)
    bool formPost = false; // the answer can come as a form (OAuth 2.0 Form Post Response Mode)
    bool logout = false;
    QStringList algorithms; // of ID tokens; those that Lectern takes
    int keys = 0; // that one of them can use
    QStringList foreignHosts;
    QStringList missingScopes;
    std::vector<ProviderWarning> warnings; // the gravest first
};

// `keys`: what jwks_uri gave. Errors are those of parseDiscovery().
[[nodiscard]] Result<ProviderFacts> providerFacts(const ProviderProfile &profile, const QByteArray &discovery,
                                                  const Result<KeySet> &keys);

// The issuer that a document names when it is `typed`, with or without a slash at the end; nothing when it is another.
// Without this everybody would have to know which of the two the provider means (Discovery, 4.3 compares exactly).
[[nodiscard]] std::optional<QString> issuerLike(const QString &typed, const QByteArray &discovery);

} // namespace core
