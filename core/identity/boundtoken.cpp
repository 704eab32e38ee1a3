// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/boundtoken.h"

#include "core/identity/base64url.h"

namespace core {
namespace {

constexpr char separator = ' '; // in no token (RFC 6749, A.17 as read here: visible characters)

} // namespace

Secret joined(const BoundToken &bound)
{
    return bound.key.isEmpty() ? bound.token
                               : Secret(bound.token.reveal() + separator + toBase64Url(bound.key.reveal()));
}

BoundToken parted(const Secret &secret)
{
    const qsizetype at = secret.reveal().indexOf(separator);
    const auto key = at < 0 ? std::nullopt : fromBase64Url(secret.reveal().mid(at + 1));
    return key && !key->isEmpty() ? BoundToken{Secret(secret.reveal().left(at)), Secret(*key)} : BoundToken{secret, {}};
}

} // namespace core
