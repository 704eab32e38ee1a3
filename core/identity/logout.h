// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"
#include "core/identity/discovery.h"
#include "core/identity/profile.h"

#include <QUrl>

namespace core {

// Where the user's browser ends the provider's own session, in the style that the profile's `logout` names: oidc
// (RP-Initiated Logout 1.0, the default), auth0, cognito, idcs, none; with its `endpoint`, `post_logout_redirect_uri`,
// `parameters`, and the `logout_hint` that its `hint_claim` names. Empty when there is no such place. The address
// may hold the ID token as a hint: show it, never log it or hand it to another program's arguments.
[[nodiscard]] QUrl logoutUrl(const ProviderProfile &profile, const ProviderMetadata &metadata, const Secret &idToken);

} // namespace core
