// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/signature.h"

namespace core {

class OpenSslSignatureVerifier final : public SignatureVerifier
{
public:
    [[nodiscard]] bool verify(const QByteArray &algorithm, const QJsonObject &jwk, const QByteArray &signedBytes,
                              const QByteArray &signature) const override;
    [[nodiscard]] QByteArray shake256(const QByteArray &bytes) const override;
};

} // namespace core
