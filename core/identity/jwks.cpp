// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/jwks.h"

#include "core/identity/strictjson.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qsizetype mostCandidates = 8;

struct KeyKind {
    QLatin1StringView type;
    QLatin1StringView curve;
};

KeyKind kindFor(const QByteArray &algorithm)
{
    if (algorithm.startsWith("RS") || algorithm.startsWith("PS"))
        return {"RSA"_L1, {}};
    if (algorithm == "ES256")
        return {"EC"_L1, "P-256"_L1};
    if (algorithm == "ES384")
        return {"EC"_L1, "P-384"_L1};
    if (algorithm == "ES512")
        return {"EC"_L1, "P-521"_L1};
    if (algorithm == "Ed25519" || algorithm == "Ed448")
        return {"OKP"_L1, QLatin1StringView(algorithm)};
    if (algorithm == "EdDSA")
        return {"OKP"_L1, {}};
    return {"none"_L1, {}};
}

bool absentOr(const QJsonObject &key, QLatin1StringView member, const QString &expected)
{
    return !key.contains(member) || key.value(member).toString() == expected;
}

// Two names for one algorithm (RFC 9864, 2.2): that of the curve and the older one, which leaves the curve open.
bool isForAlgorithm(const QJsonObject &key, const QByteArray &algorithm)
{
    const QString curve = key.value("crv"_L1).toString();
    const bool isEdwards = curve == "Ed25519"_L1 || curve == "Ed448"_L1;
    if (!algorithm.startsWith("Ed"))
        return absentOr(key, "alg"_L1, QString::fromLatin1(algorithm));
    return isEdwards && (absentOr(key, "alg"_L1, u"EdDSA"_s) || absentOr(key, "alg"_L1, curve));
}

bool mayVerify(const QJsonObject &key)
{
    return !key.contains("key_ops"_L1) || key.value("key_ops"_L1).toArray().contains("verify"_L1);
}

bool fits(const QJsonObject &key, const QByteArray &algorithm)
{
    const KeyKind kind = kindFor(algorithm);
    return key.value("kty"_L1).toString() == kind.type
        && (kind.curve.isEmpty() || key.value("crv"_L1).toString() == kind.curve) && absentOr(key, "use"_L1, u"sig"_s)
        && isForAlgorithm(key, algorithm) && mayVerify(key);
}

} // namespace

Result<KeySet> parseKeySet(const QByteArray &json)
{
    const auto set = strictJsonObject(json);
    if (!set || !set->value("keys"_L1).isArray())
        return fail(ErrorCode::EndpointFailed, u"jwks_uri: not a JSON Web Key set"_s);
    KeySet keys;
    for (const auto &value : set->value("keys"_L1).toArray()) {
        if (value.isObject())
            keys += value.toObject();
    }
    return keys;
}

KeySet candidates(const KeySet &keys, const QByteArray &algorithm, const QString &keyId)
{
    KeySet fitting;
    for (const QJsonObject &key : keys) {
        const bool named = keyId.isEmpty() || key.value("kid"_L1).toString() == keyId;
        if (named && fits(key, algorithm))
            fitting += key;
        if (fitting.size() == mostCandidates)
            break;
    }
    return fitting;
}

} // namespace core
