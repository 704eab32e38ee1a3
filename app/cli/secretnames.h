// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace app {

// What to tell somebody who keeps a secret under a name at which nothing of this computer looks: no connection, no
// provider's profile, no proxy. With the names that are looked at. Empty: something looks there.
[[nodiscard]] QString unusedSecretText(const QString &name);

// Whether a connection or a provider's profile looks there for the private key of a client (private_key_jwt).
[[nodiscard]] bool isPrivateKeyName(const QString &name);

} // namespace app
