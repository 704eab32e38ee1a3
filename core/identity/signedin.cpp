// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/signedin.h"

#include "core/base/answer.h"
#include "core/base/logging.h"
#include "core/identity/accountclaims.h"
#include "core/identity/claims.h"

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

Async<QJsonObject> userinfoOf(Provider &provider, const TokenResponse &tokens, const QString &subject,
                              const std::stop_token &stop)
{
    const Answer<QJsonObject> answer;
    whenDone(provider.userinfo(tokens, subject, stop), &provider, [answer](const Result<QJsonObject> &userinfo) {
        if (userinfo || userinfo.error().code == ErrorCode::SignInRefused)
            return answer.give(userinfo);
        // The ID token has said who it is; only a nicer name may be missing.
        if (userinfo.error().code != ErrorCode::NotFound)
            qCWarning(lcIdentity) << "no userinfo:" << userinfo.error().detail;
        answer.give(QJsonObject());
    });
    return answer.future();
}

// Not asked for where nobody needs it: a token for somebody else's service may be signed with a key that is not public.
Async<QJsonObject> accessClaimsOf(Provider &provider, const TokenResponse &tokens, const QString &subject,
                                  const Secret &clientSecret, const std::stop_token &stop)
{
    if (provider.profile().roles.claims.isEmpty() && !provider.profile().introspect)
        return ready<QJsonObject>(QJsonObject());
    return provider.accessClaims(tokens, subject, clientSecret, stop);
}

QStringList scopesOf(const ProviderProfile &profile, const TokenResponse &tokens, const QJsonObject &accessClaims)
{
    if (accessClaims.contains("scope"_L1)) // the token response's own where nothing says more
        return wordsOf(accessClaims.value("scope"_L1));
    return tokens.scopes.value_or(profile.scopes); // RFC 6749, 5.1: not named, so as asked for
}

} // namespace

Async<SignedIn> concludeSignIn(Provider &provider, const Provider::Redeemed &redeemed, const QString &askedOrganization,
                               const Secret &clientSecret, const std::stop_token &stop)
{
    const QString subject = redeemed.idClaims.value("sub"_L1).toString();
    const auto withClaims = [=, &provider](const QJsonObject &userinfo, const QJsonObject &access) {
        const ProviderProfile &profile = provider.profile();
        auto account = accountFrom(profile, {redeemed.idClaims, userinfo, access}, askedOrganization);
        if (!account)
            return ready<SignedIn>(tl::make_unexpected(account.error()));
        account->scopes = scopesOf(profile, redeemed.tokens, access);
        return ready<SignedIn>(SignedIn{*account, redeemed.tokens, {}});
    };
    return andThen(
        userinfoOf(provider, redeemed.tokens, subject, stop), &provider, [=, &provider](const QJsonObject &userinfo) {
            return andThen(accessClaimsOf(provider, redeemed.tokens, subject, clientSecret, stop), &provider,
                           [withClaims, userinfo](const QJsonObject &access) { return withClaims(userinfo, access); });
        });
}

} // namespace core
