// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/pkce.h"

#include "core/identity/base64url.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace core {

QByteArray randomToken(int bytes)
{
    QByteArray random(bytes, Qt::Uninitialized);
    // system(), never global(): that one is a seeded generator.
    QRandomGenerator::system()->generate(random.begin(), random.end());
    return toBase64Url(random);
}

QByteArray pkceChallenge(const QByteArray &verifier)
{
    return toBase64Url(QCryptographicHash::hash(verifier, QCryptographicHash::Sha256));
}

Pkce makePkce()
{
    const QByteArray verifier = randomToken(48);
    return {Secret(verifier), pkceChallenge(verifier)};
}

} // namespace core
