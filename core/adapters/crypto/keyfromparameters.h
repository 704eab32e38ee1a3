// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/adapters/crypto/jwkkey.h"

#include <openssl/param_build.h>

namespace core {

using ParameterBuilder = std::unique_ptr<OSSL_PARAM_BLD, OpenSslFree<OSSL_PARAM_BLD_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, OpenSslFree<EVP_PKEY_CTX_free>>;

// kind: "RSA" or "EC"; selection: EVP_PKEY_PUBLIC_KEY or EVP_PKEY_KEYPAIR. Null when they make no key.
[[nodiscard]] EvpKey keyFromParameters(const char *kind, int selection, OSSL_PARAM_BLD *builder);

} // namespace core
