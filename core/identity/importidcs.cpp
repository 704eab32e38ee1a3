// SPDX-License-Identifier: GPL-3.0-or-later
// Oracle Identity Cloud Service: the config.json of Oracle's samples. The issuer (TokenIssuer) is not the tenant's
// address (BaseUrl): discovery is asked of the one, and the other has to be in what it says.
#include "core/identity/profileimport.h"
#include "core/identity/profilereader.h"
#include "core/net/http.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

// A redirect to this machine is taken over; any other belongs to a server and is of no use here.
void takeRedirect(QJsonObject &profile, const QUrl &url)
{
    if (url.scheme() != "http"_L1 || !isLoopback(url))
        return;
    QJsonObject redirect{{u"host"_s, url.host()}, {u"path"_s, url.path(QUrl::FullyEncoded)}};
    if (url.port() > 0)
        redirect.insert("ports"_L1, QJsonArray{url.port()});
    profile.insert("redirect"_L1, redirect);
}

QJsonArray scopesOf(const QString &text)
{
    QStringList scopes = text.split(u' ', Qt::SkipEmptyParts);
    if (!scopes.contains("openid"_L1))
        scopes += u"openid"_s;
    return QJsonArray::fromStringList(scopes);
}

} // namespace

Result<ProviderDraft> importIdcsConfig(const QJsonObject &config, const ProfileTemplates &templates)
{
    QString base = config.value("BaseUrl"_L1).toString();
    while (base.endsWith(u'/'))
        base.chop(1);
    if (!isAcceptableUrl(QUrl(base, QUrl::StrictMode)))
        return fail(ErrorCode::InvalidInput, u"BaseUrl: not an https address"_s);

    ProviderDraft draft = draftOfTemplate(templates, u"idcs"_s);
    QJsonObject &profile = draft.profile;
    const QString issuer = config.value("TokenIssuer"_L1).toString(u"https://identity.oraclecloud.com/"_s);
    profile.insert("issuer"_L1, issuer);
    profile.insert("trusted_audiences"_L1, QJsonArray{issuer}); // its ID tokens name it beside the client
    profile.insert("discovery_url"_L1, base + "/.well-known/openid-configuration"_L1);
    profile.insert("client_id"_L1, config.value("ClientId"_L1).toString());
    if (const QString scope = config.value("scope"_L1).toString(); !scope.isEmpty())
        profile.insert("scopes"_L1, scopesOf(scope));
    takeRedirect(profile, QUrl(config.value("redirectURL"_L1).toString(), QUrl::StrictMode));

    QString logout = config.value("logoutSufix"_L1).toString(); // spelt so there
    if (logout.isEmpty())
        logout = u"/oauth2/v1/userlogout"_s;
    if (!logout.startsWith(u'/'))
        logout.prepend(u'/');
    QJsonObject ending{{u"style"_s, u"idcs"_s}, {u"endpoint"_s, base + logout}};
    // A sign-out comes back to where a sign-in does, as in Oracle's samples.
    if (const QUrl back(config.value("redirectURL"_L1).toString(), QUrl::StrictMode); isAcceptableUrl(back))
        ending.insert("post_logout_redirect_uri"_L1, back.toString(QUrl::FullyEncoded));
    profile.insert("logout"_L1, ending);
    if (const QString secret = config.value("ClientSecret"_L1).toString(); !secret.isEmpty()) {
        draft.clientSecret = Secret(secret.toUtf8());
        profile.insert("client_authentication"_L1, u"client_secret_basic"_s);
    }
    return draft;
}

} // namespace core
