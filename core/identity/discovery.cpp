// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/discovery.h"

#include "core/identity/claims.h"
#include "core/identity/profilereader.h"
#include "core/identity/strictjson.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// Reads addresses; relative ones count from the document's own address, as Oracle's do.
class EndpointReader
{
public:
    EndpointReader(const QJsonObject &document, const QJsonObject &overrides, QUrl base)
        : m_document(document)
        , m_overrides(overrides)
        , m_base(std::move(base))
    {
    }

    QUrl read(QLatin1StringView name, bool required)
    {
        const QJsonValue value = m_overrides.contains(name) ? m_overrides.value(name) : m_document.value(name);
        const QString text = value.toString();
        if (text.isEmpty()) {
            if (required)
                note(ErrorCode::EndpointFailed, "discovery: "_L1 + name + " is missing"_L1);
            return {};
        }
        const QUrl named(text, QUrl::StrictMode);
        const QUrl url = named.isValid() ? m_base.resolved(named) : QUrl();
        // A provider elsewhere has no business with the programs of this computer, unless the profile says so.
        const bool isIntruding =
            url.scheme() == "http"_L1 && m_base.scheme() != "http"_L1 && !m_overrides.contains(name);
        if (!isAcceptableUrl(url) || isIntruding)
            note(ErrorCode::SignInRefused, "discovery: "_L1 + name + " is not an https address"_L1);
        return url;
    }

    [[nodiscard]] const std::optional<Error> &problem() const { return m_problem; }

private:
    void note(ErrorCode code, const QString &detail)
    {
        if (!m_problem)
            m_problem = Error{code, detail};
    }

    QJsonObject m_document;
    QJsonObject m_overrides;
    QUrl m_base;
    std::optional<Error> m_problem;
};

// What a client with a certificate has to use instead (RFC 8705, 5). The browser's endpoints are not among them.
constexpr std::array aliased{
    "token_endpoint"_L1,
    "userinfo_endpoint"_L1,
    "revocation_endpoint"_L1,
    "introspection_endpoint"_L1,
    "device_authorization_endpoint"_L1,
    "pushed_authorization_request_endpoint"_L1,
};

QJsonObject withAliases(QJsonObject document)
{
    const QJsonObject aliases = document.value("mtls_endpoint_aliases"_L1).toObject();
    for (const auto name : aliased) {
        if (aliases.contains(name))
            document.insert(name, aliases.value(name));
    }
    return document;
}

QJsonObject documentIn(const QJsonObject &object)
{
    // Oracle's /.well-known/idcs-configuration wraps it.
    const QJsonValue wrapped = object.value("openid-configuration"_L1);
    return wrapped.isObject() ? wrapped.toObject() : object;
}

} // namespace

QUrl discoveryUrl(const ProviderProfile &profile)
{
    if (!profile.discoveryUrl.isEmpty())
        return profile.discoveryUrl;
    QString base = profile.issuer;
    if (base.endsWith(u'/'))
        base.chop(1);
    return QUrl(base + "/.well-known/openid-configuration"_L1, QUrl::StrictMode);
}

QStringList hostsOf(const ProviderProfile &profile)
{
    QStringList hosts{QUrl(profile.issuer).host(), discoveryUrl(profile).host()};
    for (const auto &endpoint : profile.endpoints)
        hosts += QUrl(endpoint.toString()).host();
    hosts.removeDuplicates();
    return hosts;
}

Result<ProviderMetadata> parseDiscovery(const ProviderProfile &profile, const QByteArray &json)
{
    const auto parsed = strictJsonObject(json);
    if (!parsed)
        return fail(ErrorCode::EndpointFailed, u"discovery: not a JSON object with unique members"_s);
    const QJsonObject document = documentIn(*parsed);

    ProviderMetadata metadata;
    metadata.issuer = profile.issuerTemplate.isEmpty() ? profile.issuer : profile.issuerTemplate;
    if (document.value("issuer"_L1).toString() != metadata.issuer)
        return fail(ErrorCode::SignInRefused, u"discovery: issuer is not the profile's"_s);
    const QJsonValue challenges = document.value("code_challenge_methods_supported"_L1);
    if (!challenges.isUndefined() && !wordsOf(challenges).contains("S256"_L1))
        return fail(ErrorCode::SignInRefused, u"discovery: PKCE with S256 is not supported"_s);

    EndpointReader endpoints(profile.certificate.isEmpty() ? document : withAliases(document), profile.endpoints,
                             discoveryUrl(profile));
    metadata.authorizationEndpoint = endpoints.read("authorization_endpoint"_L1, true);
    metadata.tokenEndpoint = endpoints.read("token_endpoint"_L1, true);
    metadata.keysUrl = endpoints.read("jwks_uri"_L1, true);
    metadata.userinfoEndpoint = endpoints.read("userinfo_endpoint"_L1, false);
    metadata.revocationEndpoint = endpoints.read("revocation_endpoint"_L1, false);
    metadata.introspectionEndpoint = endpoints.read("introspection_endpoint"_L1, false);
    metadata.endSessionEndpoint = endpoints.read("end_session_endpoint"_L1, false);
    metadata.deviceAuthorizationEndpoint = endpoints.read("device_authorization_endpoint"_L1, false);
    metadata.pushedAuthorizationEndpoint = endpoints.read("pushed_authorization_request_endpoint"_L1, false);
    if (endpoints.problem())
        return tl::make_unexpected(*endpoints.problem());
    metadata.responseModes = wordsOf(document.value("response_modes_supported"_L1));
    metadata.prompts = wordsOf(document.value("prompt_values_supported"_L1));
    metadata.signingAlgorithms = wordsOf(document.value("id_token_signing_alg_values_supported"_L1));
    metadata.proofAlgorithms = wordsOf(document.value("dpop_signing_alg_values_supported"_L1));
    metadata.assertionAlgorithms = wordsOf(document.value("token_endpoint_auth_signing_alg_values_supported"_L1));
    metadata.requiresPushedRequests = document.value("require_pushed_authorization_requests"_L1).toBool();
    metadata.announcesIssuer = document.value("authorization_response_iss_parameter_supported"_L1).toBool();
    return metadata;
}

} // namespace core
