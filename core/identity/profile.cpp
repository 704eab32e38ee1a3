// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/profile.h"

#include "core/identity/profilereader.h"
#include "core/identity/strictjson.h"
#include "core/net/http.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qsizetype largestProfile = 1024 * 1024;

// What the flow itself decides; a profile that set one of these would undo a check.
constexpr QLatin1StringView ownParameters[] = {
    "response_type"_L1,
    "client_id"_L1,
    "redirect_uri"_L1,
    "state"_L1,
    "nonce"_L1,
    "code_challenge"_L1,
    "grant_type"_L1,
    "code_challenge_method"_L1,
    "code"_L1,
    "code_verifier"_L1,
    "scope"_L1,
    "refresh_token"_L1,
    "request"_L1,
    "request_uri"_L1,
    "device_code"_L1,
    "client_secret"_L1,
    "client_assertion"_L1,
    "client_assertion_type"_L1,
};

void readOrganization(ProfileReader &reader, ProviderProfile::Organization &organization)
{
    auto inner = reader.inside("organization"_L1);
    QString mode = u"none"_s;
    inner.read("mode"_L1, mode);
    inner.read("parameter"_L1, organization.parameter);
    inner.read("claim"_L1, organization.claim);
    inner.read("name_claim"_L1, organization.nameClaim);
    if (mode == "optional"_L1)
        organization.mode = ProviderProfile::Organization::Mode::Optional;
    else if (mode == "required"_L1)
        organization.mode = ProviderProfile::Organization::Mode::Required;
    else if (mode != "none"_L1)
        inner.fail("mode"_L1, "not none, optional or required"_L1);
    reader.absorb(inner);
}

void readRedirect(ProfileReader &reader, ProviderProfile::Redirect &redirect)
{
    auto inner = reader.inside("redirect"_L1);
    inner.read("host"_L1, redirect.host);
    inner.read("ports"_L1, redirect.ports);
    inner.read("path"_L1, redirect.path);
    if (redirect.host != "127.0.0.1"_L1 && redirect.host != "localhost"_L1 && redirect.host != "::1"_L1)
        inner.fail("host"_L1, "not 127.0.0.1, ::1 or localhost"_L1);
    static const QRegularExpression path(QRegularExpression::anchoredPattern(u"(/[A-Za-z0-9._~-]*)*"_s));
    if (!path.match(redirect.path).hasMatch())
        inner.fail("path"_L1, "not an absolute path of plain characters"_L1);
    reader.absorb(inner);
}

void readRoles(ProfileReader &reader, ProviderProfile::Roles &roles)
{
    auto inner = reader.inside("roles"_L1);
    inner.read("claims"_L1, roles.claims);
    inner.read("required"_L1, roles.required);
    inner.read("map"_L1, roles.map);
    static const QStringList known{u"viewer"_s, u"reviewer"_s, u"administrator"_s};
    const auto isUnknown = [](const QString &role) { return !known.contains(role); };
    if (std::ranges::any_of(roles.map, isUnknown))
        inner.fail("map"_L1, "not an object of viewer, reviewer or administrator"_L1);
    // Without a map the provider's words are the roles. With one nobody could ever have another role.
    if (!roles.map.isEmpty() && std::ranges::any_of(roles.required, isUnknown))
        inner.fail("required"_L1, "not viewer, reviewer or administrator"_L1);
    reader.absorb(inner);
}

void readPrivateMode(ProfileReader &reader, ProviderProfile::PrivateMode &mode)
{
    auto inner = reader.inside("private_mode"_L1);
    inner.read("errors"_L1, mode.errors);
    inner.read("warn"_L1, mode.warn);
    static const QRegularExpression code(QRegularExpression::anchoredPattern(u"[A-Za-z0-9_.-]{3,64}"_s));
    for (const QString &error : mode.errors) {
        if (!code.match(error).hasMatch())
            inner.fail("errors"_L1, "not codes of 3 to 64 plain characters"_L1);
    }
    reader.absorb(inner);
}

void readLogout(ProfileReader &reader, QJsonObject &logout)
{
    reader.read("logout"_L1, logout);
    auto inner = reader.inside("logout"_L1);
    QString style = u"oidc"_s;
    QString text;
    QUrl endpoint;
    QHash<QString, QString> parameters;
    inner.read("style"_L1, style);
    inner.read("endpoint"_L1, endpoint);
    inner.read("post_logout_redirect_uri"_L1, text);
    inner.read("hint_claim"_L1, text);
    inner.read("parameters"_L1, parameters);
    static const QStringList styles{u"oidc"_s, u"auth0"_s, u"cognito"_s, u"idcs"_s, u"none"_s};
    if (!styles.contains(style))
        inner.fail("style"_L1, "not oidc, auth0, cognito, idcs or none"_L1);
    static const QStringList ours{u"id_token_hint"_s, u"client_id"_s,   u"post_logout_redirect_uri"_s,
                                  u"state"_s,         u"logout_hint"_s, u"returnTo"_s,
                                  u"logout_uri"_s};
    for (const QString &name : ours) {
        if (parameters.contains(name))
            inner.fail("parameters"_L1, "sets a parameter that is Lectern's own"_L1);
    }
    reader.absorb(inner);
}

void readBrowser(ProfileReader &reader, ProviderProfile::BrowserKind &kind)
{
    QString text = u"embedded"_s;
    reader.read("browser"_L1, text);
    if (text == "system"_L1)
        kind = ProviderProfile::BrowserKind::System;
    else if (text == "ask"_L1)
        kind = ProviderProfile::BrowserKind::Ask;
    else if (text != "embedded"_L1)
        reader.fail("browser"_L1, "not embedded, system or ask"_L1);
}

void readParameters(ProfileReader &reader, QLatin1StringView member, QHash<QString, QString> &parameters)
{
    reader.read(member, parameters);
    for (const auto &own : ownParameters) {
        if (parameters.contains(own))
            reader.fail(member, "sets a parameter that is Lectern's own"_L1);
    }
}

// What an ID token's age is checked against (Core, 3.1.2.1): unreadable, it would be sent and not checked.
void checkMaxAge(ProfileReader &reader, const QHash<QString, QString> &parameters)
{
    static const QRegularExpression seconds(QRegularExpression::anchoredPattern(u"[0-9]{1,9}"_s));
    if (parameters.contains(u"max_age"_s) && !seconds.match(parameters.value(u"max_age"_s)).hasMatch())
        reader.fail("authorize_parameters"_L1, "max_age is not a number of seconds"_L1);
}

void readEndpoints(ProfileReader &reader, ProviderProfile &profile)
{
    reader.read("endpoints"_L1, profile.endpoints);
    auto inner = reader.inside("endpoints"_L1);
    for (const QString &name : profile.endpoints.keys()) {
        QUrl url;
        inner.read(QLatin1StringView(name.toLatin1()), url);
    }
    reader.absorb(inner);
}

// OpenID Connect Core 1.0, 2 (iss): an https address with neither query nor fragment.
bool isIssuerAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return isAcceptableUrl(url) && !url.hasQuery();
}

void readIssuer(ProfileReader &reader, ProviderProfile &profile)
{
    reader.read("issuer"_L1, profile.issuer);
    reader.read("issuer_template"_L1, profile.issuerTemplate);
    reader.read("discovery_url"_L1, profile.discoveryUrl);
    reader.demand("issuer"_L1, !profile.issuer.isEmpty());
    if (!isIssuerAddress(profile.issuer))
        reader.fail("issuer"_L1, "not an https address (http is for loopback hosts only)"_L1);
    // Any tenant shows what kind of address its issuers have.
    const QString any =
        QString(profile.issuerTemplate).replace("{tenantid}"_L1, "00000000-0000-0000-0000-000000000000"_L1);
    if (!any.isEmpty() && !isIssuerAddress(any))
        reader.fail("issuer_template"_L1, "not an https address (http is for loopback hosts only)"_L1);
}

void readClient(ProfileReader &reader, ProviderProfile &profile)
{
    reader.read("client_id"_L1, profile.clientId);
    reader.demand("client_id"_L1, !profile.clientId.isEmpty());
    reader.read("client_authentication"_L1, profile.clientAuthentication);
    static const QStringList methods{u"none"_s, u"client_secret_basic"_s, u"client_secret_post"_s,
                                     u"private_key_jwt"_s};
    if (!methods.contains(profile.clientAuthentication))
        reader.fail("client_authentication"_L1,
                    "not none, client_secret_basic, client_secret_post or private_key_jwt"_L1);
    reader.read("client_key_id"_L1, profile.clientKeyId);
    reader.read("client_assertion_audience"_L1, profile.clientAssertionAudience);
    if (profile.clientAssertionAudience != "issuer"_L1 && profile.clientAssertionAudience != "token_endpoint"_L1)
        reader.fail("client_assertion_audience"_L1, "not issuer or token_endpoint"_L1);
    reader.read("scopes"_L1, profile.scopes);
    if (!profile.scopes.contains("openid"_L1))
        reader.fail("scopes"_L1, "openid is missing"_L1);
}

void readCertificate(ProfileReader &reader, ProviderProfile &profile)
{
    CertificateFiles &files = profile.certificate;
    reader.read("client_certificate"_L1, files.certificate);
    reader.read("client_certificate_key"_L1, files.key);
    if (files.isEmpty() && !files.key.isEmpty())
        reader.fail("client_certificate_key"_L1, "there is no client_certificate to it"_L1);
    if (!files.isEmpty())
        files.passphraseEntry = "provider/"_L1 + profile.id + "/certificate"_L1;
}

} // namespace

bool isKnownProfileFormat(const QString &format)
{
    return format == "lectern.provider/1"_L1 || format.startsWith("lectern.provider/1."_L1);
}

Result<ProviderProfile> parseProfile(const QByteArray &json)
{
    const auto object = json.size() <= largestProfile ? strictJsonObject(json) : std::nullopt;
    if (!object)
        return fail(ErrorCode::InvalidInput, u"profile: not a JSON object with unique members"_s);
    ProfileReader reader(*object);
    QString format;
    reader.read("format"_L1, format);
    if (!isKnownProfileFormat(format))
        return fail(ErrorCode::InvalidInput, u"format: not lectern.provider/1"_s);

    ProviderProfile profile;
    reader.read("id"_L1, profile.id);
    static const QRegularExpression plainId(QRegularExpression::anchoredPattern(u"[A-Za-z0-9][A-Za-z0-9._-]{0,63}"_s));
    if (!plainId.match(profile.id).hasMatch())
        reader.fail("id"_L1, "missing, or not letters, digits, dots and dashes"_L1);
    reader.read("name"_L1, profile.name);
    if (profile.name.isEmpty())
        profile.name = profile.id;
    readIssuer(reader, profile);
    readClient(reader, profile);
    reader.read("audience"_L1, profile.audience);
    reader.readOneOrMore("resource"_L1, profile.resource);
    reader.read("trusted_audiences"_L1, profile.trustedAudiences);
    readOrganization(reader, profile.organization);
    readRedirect(reader, profile.redirect);
    readEndpoints(reader, profile);
    readParameters(reader, "authorize_parameters"_L1, profile.authorizeParameters);
    checkMaxAge(reader, profile.authorizeParameters);
    readParameters(reader, "token_parameters"_L1, profile.tokenParameters);
    reader.read("scope_on_refresh"_L1, profile.scopeOnRefresh);
    reader.read("pushed_authorization_requests"_L1, profile.pushedAuthorizationRequests);
    reader.read("dpop"_L1, profile.dpop);
    reader.read("introspect"_L1, profile.introspect);
    readRoles(reader, profile.roles);
    readLogout(reader, profile.logout);
    readBrowser(reader, profile.browser);
    reader.read("extra_ca"_L1, profile.extraCa);
    readCertificate(reader, profile);
    reader.read("contact"_L1, profile.contact);
    readPrivateMode(reader, profile.privateMode);
    reader.read("keep_provider_session"_L1, profile.keepSession);
    return reader.outcome().map([&] { return profile; });
}

} // namespace core
