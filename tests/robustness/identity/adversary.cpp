// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/robustness/identity/adversary.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

namespace {

// In the order in which a sign-in goes through them.
const QStringList &endpoints()
{
    static const QStringList order{
        u"/.well-known/openid-configuration"_s, u"/auth"_s, u"/token"_s, u"/jwks"_s, u"/me"_s, u"/revoke"_s, u"/end"_s};
    return order;
}

QString askedAfter(const QStringList &asked, const QString &last)
{
    for (const QString &path : asked) {
        if (endpoints().indexOf(path) > endpoints().indexOf(last))
            return u"%1 was asked after %2"_s.arg(path, last);
    }
    return {};
}

QString wrongError(const core::Error &error, ErrorCode code, const QString &detail)
{
    if (error.code == code && error.detail.startsWith(detail))
        return {};
    return u"refused with %1, \"%2\""_s.arg(static_cast<int>(error.code)).arg(error.detail);
}

} // namespace

Adversary::Adversary()
{
    secrets.onWrite = [this](const core::Secret &) { ++writes; };
    profile.id = u"acme"_s;
    profile.issuer = provider.issuer;
    profile.clientId = provider.clientId;
    profile.scopes = {u"openid"_s, u"offline_access"_s};
}

void Adversary::start()
{
    accounts.reset();
    accounts =
        std::make_unique<core::Accounts>(core::IdentityPorts{http, keychain ? *keychain : secrets, signatures,
                                                             listeners, settings, clock, core::afterTimer, &signer},
                                         std::vector{profile});
}

core::Result<core::Account> Adversary::signIn(const core::Accounts::SignInOptions &options)
{
    if (!accounts)
        start();
    return answerOf(accounts->signIn(profile.id, options, *shown, {}));
}

core::Result<core::Secret> Adversary::token()
{
    return answerOf(accounts->tokens().accessToken({}));
}

void Adversary::barrier()
{
    const auto before = std::exchange(op.instead, [](const core::HttpRequest &request) -> std::optional<WireAnswer> {
        return request.url.path() == "/barrier"_L1 ? std::optional(WireAnswer{}) : std::nullopt;
    });
    core::HttpRequest request;
    request.url = QUrl(op.server.origin() + u"/barrier"_s);
    core::NetworkHttpTransport own; // connections of its own: nothing of the client's is reused or waited for
    (void)answerOf(own.send(request, {}));
    QCoreApplication::processEvents();
    op.instead = before;
}

QString Adversary::faultOf(const core::Result<core::Account> &outcome, ErrorCode code, const QString &detail,
                           const QString &last)
{
    if (outcome)
        return u"it was accepted"_s;
    if (const QString wrong = wrongError(outcome.error(), code, detail); !wrong.isEmpty())
        return wrong;
    barrier();
    if (const auto given = token(); given || given.error().code != ErrorCode::SignInNeeded)
        return u"a token reached the API layer"_s;
    if (accounts->current() || !accounts->known().empty() || accounts->state() != core::Accounts::State::SignedOut)
        return u"somebody is signed in"_s;
    if (writes > 0 || !secrets.entries.isEmpty())
        return u"the keychain was written to"_s;
    for (const QVariant &value : std::as_const(settings.values)) {
        if (value.toString().contains("PLANTED"_L1))
            return u"a token is in the settings"_s;
    }
    return askedAfter(op.server.asked(), last);
}

QString Adversary::faultOfRefresh(ErrorCode code, const QString &detail)
{
    const QHash<QString, core::Secret> kept = secrets.entries;
    const int writesBefore = writes;
    op.server.forget();
    const auto outcome = token();
    if (outcome)
        return u"it was accepted"_s;
    if (const QString wrong = wrongError(outcome.error(), code, detail); !wrong.isEmpty())
        return wrong;
    barrier();
    if (writes != writesBefore)
        return u"the keychain was written to"_s;
    if (accounts->current() && secrets.entries != kept)
        return u"the keychain was changed"_s;
    return askedAfter(op.server.asked(), u"/jwks"_s);
}

void refusesCleanly(const Hostility &hostility)
{
    Adversary f;
    hostility.change(f);
    const auto outcome = f.signIn();
    QCOMPARE(f.faultOf(outcome, hostility.code, hostility.detail, hostility.last), QString());
}
