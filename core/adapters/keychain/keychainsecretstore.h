// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/secretstore.h"

#include <QString>

namespace core {

class KeychainSecretStore final : public SecretStore
{
public:
    explicit KeychainSecretStore(QString service = QStringLiteral("Lectern"));

    [[nodiscard]] Async<Secret> read(const QString &key) override;
    [[nodiscard]] Async<> write(const QString &key, const Secret &secret) override;
    [[nodiscard]] Async<> remove(const QString &key) override;

private:
    QString m_service;
};

} // namespace core
