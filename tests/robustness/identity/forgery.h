// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/robustness/identity/adversary.h"

// Tokens that no honest provider makes.
namespace forgery {

using Maker = std::function<QByteArray(FakeProvider &provider, const QJsonObject &claims)>;

[[nodiscard]] QByteArray encode(const QJsonObject &object); // base64url of its JSON
// A token with this header, signed by the provider's own key as RS256.
[[nodiscard]] QByteArray withHeader(const FakeProvider &provider, QJsonObject header, const QJsonObject &claims);
// The same of segments that are no encoded JSON of ours.
[[nodiscard]] QByteArray signedSegments(const FakeProvider &provider, const QByteArray &header,
                                        const QByteArray &payload);
[[nodiscard]] QByteArray hmac(const QByteArray &secret, const QJsonObject &header, const QJsonObject &claims);
// A character of the last segment changed.
[[nodiscard]] QByteArray broken(QByteArray token);

// Lets the provider sign with a key of this algorithm, that its key set names.
void signWith(FakeProvider &provider, const QByteArray &algorithm);

} // namespace forgery
