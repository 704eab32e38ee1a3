// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/authorization.h"

#include "core/identity/idtoken.h"
#include "core/identity/strictjson.h"
#include "core/identity/tokenresponse.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qsizetype longestRequestUri = 2048;

QUrl withQuery(QUrl url, const FormFields &fields)
{
    QString query = url.query(QUrl::FullyEncoded);
    if (!query.isEmpty())
        query += u'&';
    url.setQuery(query + QString::fromLatin1(encodeForm(fields)), QUrl::StrictMode);
    return url;
}

// A multi-tenant template leaves the tenant open until the ID token names it.
bool mayBeIssuer(const QString &iss, const QString &expected)
{
    if (!expected.contains("{tenantid}"_L1))
        return iss == expected;
    const QString pattern = QRegularExpression::escape(expected).replace("\\{tenantid\\}"_L1, "[0-9a-f-]{36}"_L1);
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(iss).hasMatch();
}

} // namespace

FormFields authorizationParameters(const ProviderProfile &profile, const AuthorizationAttempt &attempt)
{
    FormFields fields{{u"response_type"_s, u"code"_s},
                      {u"client_id"_s, profile.clientId},
                      {u"redirect_uri"_s, attempt.redirect.toString(QUrl::FullyEncoded)},
                      {u"scope"_s, profile.scopes.join(u' ')},
                      {u"state"_s, attempt.state},
                      {u"nonce"_s, attempt.nonce},
                      {u"code_challenge"_s, QString::fromLatin1(attempt.pkce.challenge)},
                      {u"code_challenge_method"_s, u"S256"_s}};
    if (!profile.authorizeParameters.contains(u"response_mode"_s) && asksForForm(profile, attempt))
        fields.emplace_back(u"response_mode"_s, u"form_post"_s);
    fields.emplace_back(u"audience"_s, profile.audience);
    for (const QString &resource : profile.resource)
        fields.emplace_back(u"resource"_s, resource);
    if (profile.organization.mode != ProviderProfile::Organization::Mode::None)
        fields.emplace_back(profile.organization.parameter, attempt.organization);
    fields.emplace_back(u"login_hint"_s, attempt.loginHint);
    fields.emplace_back(u"prompt"_s, attempt.prompt);
    for (auto it = profile.authorizeParameters.constBegin(); it != profile.authorizeParameters.constEnd(); ++it) {
        if (attempt.prompt.isEmpty() || it.key() != "prompt"_L1)
            fields.emplace_back(it.key(), it.value());
    }
    return fields;
}

bool asksForForm(const ProviderProfile &profile, const AuthorizationAttempt &attempt)
{
    const QString fallback = attempt.formPost ? u"form_post"_s : QString();
    return profile.authorizeParameters.value(u"response_mode"_s, fallback) == "form_post"_L1;
}

QUrl authorizationUrl(const ProviderProfile &profile, const ProviderMetadata &metadata,
                      const AuthorizationAttempt &attempt)
{
    return withQuery(metadata.authorizationEndpoint, authorizationParameters(profile, attempt));
}

QString promptForAnotherAccount(const ProviderProfile &profile, const ProviderMetadata &metadata)
{
    const QStringList &offered = metadata.prompts;
    // A provider that does not say what it knows may refuse what it does not; a page of ours knows nobody anyway.
    if (offered.isEmpty() && profile.browser == ProviderProfile::BrowserKind::Embedded)
        return {};
    QStringList prompts;
    for (const QString &prompt : {u"select_account"_s, u"login"_s}) {
        if (prompts.isEmpty() && (offered.isEmpty() || offered.contains(prompt)))
            prompts += prompt;
    }
    if (prompts.isEmpty())
        return {};
    for (const QString &own : profile.authorizeParameters.value(u"prompt"_s).split(u' ', Qt::SkipEmptyParts)) {
        if (own != "none"_L1 && !prompts.contains(own)) // none stands alone or is an error
            prompts += own;
    }
    return prompts.join(u' ');
}

bool isPushed(const ProviderProfile &profile, const ProviderMetadata &metadata)
{
    return !metadata.pushedAuthorizationEndpoint.isEmpty()
        && (metadata.requiresPushedRequests || profile.pushedAuthorizationRequests);
}

QUrl pushedAuthorizationUrl(const ProviderProfile &profile, const ProviderMetadata &metadata, const QString &requestUri)
{
    return withQuery(metadata.authorizationEndpoint,
                     {{u"client_id"_s, profile.clientId}, {u"request_uri"_s, requestUri}});
}

Result<QString> parsePushedRequest(const HttpResponse &response)
{
    if (response.status == 429)
        return fail(ErrorCode::EndpointBusy, u"pushed_authorization_request: status 429"_s);
    const auto object = strictJsonObject(response.body);
    const QString error = object ? object->value("error"_L1).toString() : QString();
    if (!error.isEmpty())
        return fail(ErrorCode::SignInRefused,
                    describeProviderError(error, object->value("error_description"_L1).toString(), response.sent));
    if (response.status != 201 || !object)
        return fail(ErrorCode::EndpointFailed, u"pushed_authorization_request: status %1"_s.arg(response.status));
    const QString uri = object->value("request_uri"_L1).toString();
    const bool isUsable = !uri.isEmpty() && uri.size() <= longestRequestUri
        && std::all_of(uri.begin(), uri.end(), [](QChar c) { return c > u' ' && c < u'\x7f'; });
    if (!isUsable || object->value("expires_in"_L1).toDouble() <= 0)
        return fail(ErrorCode::EndpointFailed, u"pushed_authorization_request: request_uri or expires_in is missing"_s);
    return uri;
}

Result<QString> codeIn(const AuthorizationResponse &response, const ProviderMetadata &metadata,
                       const AuthorizationAttempt &attempt)
{
    if (response.value(u"state"_s) != attempt.state)
        return fail(ErrorCode::SignInRefused, u"state: is not the one sent"_s);
    const bool hasIssuer = response.contains(u"iss"_s);
    if (metadata.announcesIssuer && !hasIssuer)
        return fail(ErrorCode::SignInRefused, u"iss: missing in the authorization response"_s);
    if (hasIssuer && !mayBeIssuer(response.value(u"iss"_s), metadata.issuer))
        return fail(ErrorCode::SignInRefused, u"iss: the authorization response is another provider's"_s);
    const QString error = response.value(u"error"_s);
    if (!error.isEmpty())
        return fail(ErrorCode::SignInRefused, describeProviderError(error, response.value(u"error_description"_s)));
    const QString code = response.value(u"code"_s);
    if (code.isEmpty())
        return fail(ErrorCode::SignInRefused, u"code: missing in the authorization response"_s);
    return code;
}

} // namespace core
