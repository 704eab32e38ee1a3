// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/secret.h"

namespace core {

// A refresh token and the private key it is bound to (RFC 9449, 5). Everybody but the provider's back channel handles
// the two as one Secret: whoever keeps, rotates or wipes the token does so with its key, all or nothing.
struct BoundToken {
    Secret token;
    Secret key; // a private JSON Web Key; empty: bound to none, and joined it is the token itself
};

[[nodiscard]] Secret joined(const BoundToken &bound);
// Whatever is no joined token is a token without a key.
[[nodiscard]] BoundToken parted(const Secret &secret);

} // namespace core
