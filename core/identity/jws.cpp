// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/jws.h"

#include "core/identity/base64url.h"
#include "core/identity/strictjson.h"

#include <QList>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qsizetype longestToken = 128 * 1024;

tl::unexpected<Error> refuse(QLatin1StringView check)
{
    return fail(ErrorCode::SignInRefused, "token: "_L1 + check);
}

std::optional<QJsonObject> decodeObject(const QByteArray &segment)
{
    const auto bytes = fromBase64Url(segment);
    return bytes ? strictJsonObject(*bytes) : std::nullopt;
}

} // namespace

bool isKnownAlgorithm(const QByteArray &algorithm)
{
    static constexpr std::array known{"RS256", "RS384", "RS512", "PS256", "PS384",   "PS512",
                                      "ES256", "ES384", "ES512", "EdDSA", "Ed25519", "Ed448"};
    return std::any_of(known.begin(), known.end(), [&](const char *name) { return algorithm == name; });
}

bool isEd448(const Jws &token)
{
    return token.algorithm.startsWith("Ed") && token.signature.size() == 114;
}

Result<Jws> parseJws(const QByteArray &compact)
{
    if (compact.size() > longestToken)
        return refuse("too long"_L1);
    const auto segments = compact.split('.');
    if (segments.size() != 3)
        return refuse("not three segments"_L1);
    const auto header = decodeObject(segments.at(0));
    if (!header)
        return refuse("header is not strict base64url JSON"_L1);

    Jws jws;
    jws.algorithm = header->value("alg"_L1).toString().toLatin1();
    if (!isKnownAlgorithm(jws.algorithm))
        return refuse("alg is not accepted"_L1);
    if (header->contains("crit"_L1))
        return refuse("crit names an unknown extension"_L1);
    if (header->contains("kid"_L1) && !header->value("kid"_L1).isString())
        return refuse("kid is not a string"_L1);
    jws.keyId = header->value("kid"_L1).toString();
    jws.type = header->value("typ"_L1).toString();
    if (header->contains("typ"_L1) && jws.type.isEmpty())
        return refuse("typ is not a media type"_L1);

    const auto payload = decodeObject(segments.at(1));
    if (!payload)
        return refuse("payload is not strict base64url JSON"_L1);
    const auto signature = fromBase64Url(segments.at(2));
    if (!signature || signature->isEmpty())
        return refuse("signature is not strict base64url"_L1);
    jws.payload = *payload;
    jws.signature = *signature;
    jws.signedBytes = segments.at(0) + '.' + segments.at(1);
    return jws;
}

} // namespace core
