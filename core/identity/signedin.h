// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/account.h"
#include "core/identity/provider.h"

namespace core {

// The tokens of a session that has just begun.
struct SignedIn {
    Account account; // without expiresAt and kept: those are the session's
    TokenResponse tokens;
    QString nonce; // empty: none was sent
};

// From tokens whose ID token was checked to an account: with userinfo where there is an endpoint, and, where roles are
// read from it or the profile asks for introspection, with what is known of the access token. However the tokens were
// come by. SignInRefused when one of the answers is about somebody else or the organization is not the one asked for;
// an endpoint's error when the profile asks for introspection and it is not to be had. A userinfo endpoint that fails
// costs a nicer name at most.
[[nodiscard]] Async<SignedIn> concludeSignIn(Provider &provider, const Provider::Redeemed &redeemed,
                                             const QString &askedOrganization, const Secret &clientSecret,
                                             const std::stop_token &stop);

} // namespace core
