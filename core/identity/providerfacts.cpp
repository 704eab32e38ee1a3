// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/providerfacts.h"

#include "core/identity/claims.h"
#include "core/identity/strictjson.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

const QStringList &takenAlgorithms()
{
    static const QStringList taken{u"RS256"_s, u"RS384"_s, u"RS512"_s, u"PS256"_s, u"PS384"_s,
                                   u"PS512"_s, u"ES256"_s, u"ES384"_s, u"ES512"_s, u"EdDSA"_s};
    return taken;
}

QJsonObject documentIn(const QByteArray &discovery)
{
    const QJsonObject object = strictJsonObject(discovery).value_or(QJsonObject());
    const QJsonValue wrapped = object.value("openid-configuration"_L1); // Oracle
    return wrapped.isObject() ? wrapped.toObject() : object;
}

int usable(const KeySet &keys, const QStringList &algorithms)
{
    QList<QJsonObject> found;
    for (const QString &algorithm : algorithms) {
        for (const QJsonObject &key : candidates(keys, algorithm.toLatin1(), {})) {
            if (!found.contains(key))
                found += key;
        }
    }
    return static_cast<int>(found.size());
}

QStringList foreignHosts(const ProviderMetadata &metadata, const ProviderProfile &profile)
{
    const QStringList own{QUrl(profile.issuer).host(), discoveryUrl(profile).host()};
    QStringList foreign;
    for (const QUrl &url : {metadata.authorizationEndpoint, metadata.tokenEndpoint, metadata.keysUrl,
                            metadata.userinfoEndpoint, metadata.endSessionEndpoint}) {
        if (!url.isEmpty() && !own.contains(url.host()) && !foreign.contains(url.host()))
            foreign += url.host();
    }
    return foreign;
}

QStringList scopesNotOffered(const ProviderProfile &profile, const QJsonObject &document)
{
    const QJsonValue offered = document.value("scopes_supported"_L1);
    QStringList missing;
    for (const QString &scope : profile.scopes) {
        if (!offered.isUndefined() && !wordsOf(offered).contains(scope))
            missing += scope;
    }
    return missing;
}

bool takesAuthentication(const ProviderProfile &profile, const QJsonObject &document)
{
    // Absent means client_secret_basic (Discovery, 3), but many public clients work where `none` is not listed.
    const QJsonValue methods = document.value("token_endpoint_auth_methods_supported"_L1);
    return profile.clientAuthentication == "none"_L1 || methods.isUndefined()
        || wordsOf(methods).contains(profile.clientAuthentication);
}

} // namespace

Result<ProviderFacts> providerFacts(const ProviderProfile &profile, const QByteArray &discovery,
                                    const Result<KeySet> &keys)
{
    const auto metadata = parseDiscovery(profile, discovery);
    if (!metadata)
        return tl::make_unexpected(metadata.error());
    const QJsonObject document = documentIn(discovery);
    ProviderFacts facts;
    facts.metadata = *metadata;
    facts.pkce = wordsOf(document.value("code_challenge_methods_supported"_L1)).contains("S256"_L1);
    facts.formPost = metadata->responseModes.contains("form_post"_L1);
    const QString style = profile.logout.value("style"_L1).toString();
    facts.logout =
        style != "none"_L1 && (!metadata->endSessionEndpoint.isEmpty() || profile.logout.contains("endpoint"_L1));
    for (const QString &algorithm : metadata->signingAlgorithms) {
        if (takenAlgorithms().contains(algorithm))
            facts.algorithms += algorithm;
    }
    facts.keys = keys ? usable(*keys, facts.algorithms.isEmpty() ? QStringList{u"RS256"_s} : facts.algorithms) : 0;
    facts.foreignHosts = foreignHosts(*metadata, profile);
    facts.missingScopes = scopesNotOffered(profile, document);

    using enum ProviderWarning;
    const auto warn = [&facts](bool holds, ProviderWarning warning) {
        if (holds)
            facts.warnings.push_back(warning);
    };
    const bool noOffline = facts.missingScopes.removeAll(u"offline_access"_s) > 0;
    warn(!keys, KeysUnreachable);
    warn(keys && facts.keys == 0, NoUsableKey);
    warn(!takesAuthentication(profile, document), SecretNotTaken);
    warn(!facts.pkce, PkceNotSaid);
    warn(!facts.missingScopes.isEmpty(), ScopesNotOffered);
    warn(noOffline, NoRefreshTokens);
    warn(!facts.foreignHosts.isEmpty(), ForeignEndpoints);
    warn(!facts.logout && style != "none"_L1, NoLogout);
    return facts;
}

std::optional<QString> issuerLike(const QString &typed, const QByteArray &discovery)
{
    const QString issuer = documentIn(discovery).value("issuer"_L1).toString();
    const auto bare = [](QString text) {
        if (text.endsWith(u'/'))
            text.chop(1);
        return text;
    };
    if (issuer.isEmpty() || bare(issuer) != bare(typed))
        return std::nullopt;
    return issuer;
}

} // namespace core
