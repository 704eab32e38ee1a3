// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/discovery.h"
#include "core/identity/form.h"
#include "core/identity/jwtsigner.h"

#include <QDateTime>

namespace core {

// The fields with which a client proves who it is by its private key (private_key_jwt: RFC 7523, 2.2 and 3; OpenID
// Connect Core 1.0, 9): good for two minutes and for one use. The audience is the issuer or, where the profile says so,
// the token endpoint. InvalidInput: the key is none. SignInRefused: it can't sign with an algorithm that the provider
// lists.
[[nodiscard]] Result<FormFields> clientAssertion(const ProviderProfile &profile, const ProviderMetadata &metadata,
                                                 const JwtSigner &signer, const Secret &privateKey,
                                                 const QDateTime &now);

} // namespace core
