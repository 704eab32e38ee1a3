// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/jwtsigner.h"

namespace core {

class OpenSslJwtSigner final : public JwtSigner
{
public:
    [[nodiscard]] Result<KeyFacts> describe(const Secret &privateKey) const override;
    [[nodiscard]] Result<Secret> makeKey() const override;
    [[nodiscard]] Result<QByteArray> sign(const QByteArray &algorithm, const Secret &privateKey,
                                          const QByteArray &bytes) const override;
};

} // namespace core
