// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/desktopopener.h"
#include "app/cli/exitcode.h"
#include "app/cli/output.h"
#include "app/cli/signin.h"
#include "app/common/identity.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

constexpr std::chrono::seconds browserPatience{5};
constexpr std::chrono::seconds returnPatience{15}; // a provider may ask whether it is meant

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

int printArray(const QJsonArray &array)
{
    const QByteArray line = QJsonDocument(array).toJson(QJsonDocument::Compact);
    return printLine(QString::fromUtf8(line)) ? Done : failOutput();
}

// Ends the session that the user's own browser has at the provider. The address names it by the ID token: it goes to
// the browser, as that of a sign-in does, and on the terminal only where no browser starts. Where the browser comes
// back to this computer, that is waited for: somebody has to answer it.
void endBrowsersSession(const QString &address, const core::Async<> &comesBack, QObject *context,
                        const std::function<void()> &then)
{
    auto *opener = new DesktopOpener(context);
    auto *enough = new QTimer(opener); // what was started may be the browser itself, which stays
    enough->setSingleShot(true);
    const auto end = [opener, then](const QString &said) {
        opener->disconnect();
        opener->deleteLater();
        if (!said.isEmpty())
            warn(said);
        then();
    };
    const auto opened = [opener, enough, comesBack, end] {
        enough->start(returnPatience);
        core::whenDone(comesBack, opener, [end](const core::Result<> &) { end({}); });
    };
    QObject::connect(enough, &QTimer::timeout, opener, [end] { end({}); });
    QObject::connect(opener, &DesktopOpener::opened, opener, opened);
    QObject::connect(opener, &DesktopOpener::failed, opener, [end, address] {
        end(tr("Your browser may still be signed in at the provider. This address ends that, too: %1").arg(address));
    });
    enough->start(browserPatience);
    opener->open(address);
}

int leave(Identity &identity, const QString &account, bool json)
{
    const auto known = identity.accounts().known();
    const auto leaving = std::ranges::find(known, account, &core::Account::id);
    const bool browsed = leaving != known.end() && leaving->browsed;
    const QString provider = leaving == known.end() ? QString() : leaving->provider;
    core::Accounts &accounts = identity.accounts();
    QObject::connect(&accounts, &core::Accounts::revocationFailed, &accounts, [] {
        warn(tr("Your provider could not be told. The session there ends by itself; your administrator can end it at "
                "once."));
    });
    return runUntilDone([&](const std::function<void(int)> &done) {
        core::whenDone(accounts.signOut(account), &accounts,
                       [&accounts, account, provider, json, browsed, done](const core::Result<QUrl> &page) {
                           if (!page && page.error().code == core::ErrorCode::KeychainUnavailable)
                               warn(tr("The sign-in is still in the keychain. Unlock it and sign out again."));
                           if (!page)
                               return done(failSignIn(page.error()));
                           const QString address = page->toString(QUrl::FullyEncoded);
                           const bool printed = json ? printJson({{u"account"_s, account}, {u"logout_url"_s, address}})
                                                     : printLine(tr("Signed out."));
                           const int code = printed ? Done : failOutput();
                           if (json || !browsed || address.isEmpty())
                               return done(code);
                           endBrowsersSession(address, accounts.browserComesBack(provider), &accounts,
                                              [done, code] { done(code); });
                       });
    });
}

int runSignOut(const QStringList &given)
{
    Arguments arguments(u"sign-out"_s, {}, tr("Revokes and forgets a sign-in."));
    arguments.option(u"account"_s, u"A"_s, tr("Account as listed by `accounts`; the one used last by default."));
    arguments.detailsFlag();
    arguments.flag(
        u"json"_s,
        tr("Print one line of JSON. The address that ends the provider's session is in it, and in it who was "
           "signed in; no browser is opened."));
    if (const auto code = arguments.parse(given))
        return *code;
    if (!arguments.files().isEmpty())
        return arguments.wrong(tr("Name the account with --account."));
    QStringList problems;
    Identity identity(installedProfiles(&problems), {}, &problems);
    for (const QString &problem : problems)
        warn(problem);
    const auto known = identity.accounts().known();
    QString account = arguments.value(u"account"_s);
    if (account.isEmpty() && known.empty()) {
        warn(tr("Nobody is signed in."));
        return SignInProblem;
    }
    if (account.isEmpty())
        account = known.back().id;
    if (std::ranges::find(known, account, &core::Account::id) == known.end()) {
        warn(tr("Nobody is signed in as '%1'; `lectern-cli accounts` lists who is.").arg(account));
        return SignInProblem;
    }
    return leave(identity, account, arguments.has(u"json"_s));
}

int runAccounts(const QStringList &given)
{
    Arguments arguments(u"accounts"_s, {}, tr("Lists who has signed in on this computer."));
    arguments.flag(u"json"_s, tr("Print one JSON array."));
    if (const auto code = arguments.parse(given))
        return *code;
    if (!arguments.files().isEmpty())
        return arguments.wrong(tr("`accounts` takes no arguments."));
    Identity identity(installedProfiles());
    QJsonArray array;
    for (const core::Account &account : identity.accounts().known()) {
        array += accountJson(account);
        const QStringList parts{account.id, account.provider, account.organization, account.name};
        if (!arguments.has(u"json"_s) && !printLine(parts.join(u'\t')))
            return failOutput();
    }
    return arguments.has(u"json"_s) ? printArray(array) : Done;
}

int runProfiles(const QStringList &given)
{
    Arguments arguments(u"profiles"_s, {}, tr("Lists the identity providers that can be signed in to."));
    arguments.flag(u"json"_s, tr("Print one JSON array."));
    if (const auto code = arguments.parse(given))
        return *code;
    if (!arguments.files().isEmpty())
        return arguments.wrong(tr("`profiles` takes no arguments."));
    QStringList problems;
    QJsonArray array;
    for (const core::ProviderProfile &profile : installedProfiles(&problems)) {
        array += QJsonObject{{u"id"_s, profile.id},
                             {u"name"_s, profile.name},
                             {u"issuer"_s, profile.issuer},
                             {u"client_id"_s, profile.clientId}};
        if (!arguments.has(u"json"_s) && !printLine(QStringList{profile.id, profile.name, profile.issuer}.join(u'\t')))
            return failOutput();
    }
    for (const QString &problem : problems)
        warn(problem);
    return arguments.has(u"json"_s) ? printArray(array) : Done;
}

} // namespace

Command signOutCommand()
{
    return {u"sign-out"_s, u"[--account A] [--details] [--json]"_s, tr("revoke and forget a sign-in"), runSignOut};
}

Command accountsCommand()
{
    return {u"accounts"_s, u"[--json]"_s, tr("list who has signed in here"), runAccounts};
}

Command profilesCommand()
{
    return {u"profiles"_s, u"[--json]"_s, tr("list the identity providers"), runProfiles};
}

} // namespace app
