// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/base/secret.h"

namespace core {

// The operating system's keychain as what it is: an unreliable device that may take a minute, say no, or be absent.
// Errors: NotFound (no such entry), KeychainUnavailable (absent, locked, denied; detail says which), Timeout (nobody
// answered in the time that the way there allows, which is no answer: the same question may be asked again).
class SecretStore
{
public:
    SecretStore() = default;
    SecretStore(const SecretStore &) = delete;
    SecretStore &operator=(const SecretStore &) = delete;
    virtual ~SecretStore() = default;

    [[nodiscard]] virtual Async<Secret> read(const QString &key) = 0;
    [[nodiscard]] virtual Async<> write(const QString &key, const Secret &secret) = 0;
    [[nodiscard]] virtual Async<> remove(const QString &key) = 0; // a missing entry is no error
};

} // namespace core
