// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/identity/form.h"
#include "core/identity/profile.h"
#include "core/net/http.h"

namespace core {

// A POST to one of the provider's back-channel endpoints, with the client's own authentication as the profile says. The
// assertion of private_key_jwt is among the fields already; its key is never sent.
[[nodiscard]] HttpRequest backChannelRequest(const ProviderProfile &profile, const QUrl &endpoint, FormFields fields,
                                             const Secret &clientSecret);

// `token_parameters` and, for the tokens' audience, `resource` (RFC 8707, 2.2) go with every grant.
void addProfileParameters(const ProviderProfile &profile, FormFields &fields);
[[nodiscard]] FormFields codeExchange(const ProviderProfile &profile, const QString &code, const QUrl &redirect,
                                      const Secret &verifier);
[[nodiscard]] FormFields refreshGrant(const ProviderProfile &profile, const Secret &refreshToken);
[[nodiscard]] FormFields introspection(const Secret &accessToken); // RFC 7662, 2.1
[[nodiscard]] FormFields revocation(const Secret &refreshToken);

// The keychain entry that holds the client secret of a profile whose client has one; for private_key_jwt, its private
// key (PEM or JWK).
[[nodiscard]] QString clientSecretKey(const ProviderProfile &profile);

} // namespace core
