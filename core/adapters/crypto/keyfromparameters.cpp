// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/crypto/keyfromparameters.h"

namespace core {

EvpKey keyFromParameters(const char *kind, int selection, OSSL_PARAM_BLD *builder)
{
    const std::unique_ptr<OSSL_PARAM, OpenSslFree<OSSL_PARAM_free>> parameters(OSSL_PARAM_BLD_to_param(builder));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr));
    EVP_PKEY *key = nullptr;
    if (!parameters || !context || EVP_PKEY_fromdata_init(context.get()) <= 0
        || EVP_PKEY_fromdata(context.get(), &key, selection, parameters.get()) <= 0)
        return nullptr;
    return EvpKey(key);
}

} // namespace core
