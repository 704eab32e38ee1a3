// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>

namespace core {

using KeySet = QList<QJsonObject>; // JSON Web Keys (RFC 7517)

// EndpointFailed when it is no JWK set. Keys of unknown kinds are kept: candidates() leaves them out.
[[nodiscard]] Result<KeySet> parseKeySet(const QByteArray &json);

// The keys that may have made a signature: kind, curve, use, key_ops, alg and, when the token names one, kid fit. At
// most eight, so that a set full of keys does not become work.
[[nodiscard]] KeySet candidates(const KeySet &keys, const QByteArray &algorithm, const QString &keyId);

} // namespace core
