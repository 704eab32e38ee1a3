// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace core {

// A JSON Web Signature in compact form (RFC 7515), taken apart but not yet believed.
struct Jws {
    QByteArray algorithm;
    QString keyId; // empty: the header names none
    QString type;
    QJsonObject payload;
    QByteArray signedBytes;
    QByteArray signature;
};

// SignInRefused for anything but three canonical segments with unique members, a known algorithm and no critical
// extension. Keys that the header brings along (jwk, jku, x5c, x5u) are never looked at.
[[nodiscard]] Result<Jws> parseJws(const QByteArray &compact);

// RS, PS, ES with 256, 384, 512, and EdDSA, which RFC 9864 calls Ed25519 or Ed448: nothing symmetric, never "none".
[[nodiscard]] bool isKnownAlgorithm(const QByteArray &algorithm);

// EdDSA does not say on which curve: the signature's size does (RFC 8032, 5.2.6).
[[nodiscard]] bool isEd448(const Jws &token);

} // namespace core
