// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/crypto/jwkkey.h"
#include "core/base/secret.h"

namespace core {

// The private key in a PEM text (never asking for a password) or a JSON Web Key: RSA of 2048 to 16384 bits, P-256,
// P-384, P-521, Ed25519, Ed448. Null for anything else.
[[nodiscard]] EvpKey privateKeyOf(const Secret &pemOrJwk);

} // namespace core
