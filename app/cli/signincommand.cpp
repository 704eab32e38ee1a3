// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/deviceprompt.h"
#include "app/cli/exitcode.h"
#include "app/cli/output.h"
#include "app/cli/signin.h"
#include "app/cli/signinbrowsers.h"
#include "app/common/identity.h"
#include "app/common/translation.h"
#include "core/adapters/settings/filesettingsstore.h"
#include "core/identity/profileimport.h"
#include "ui/text/languagesetting.h"
#include "ui/text/redirectpagetext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <memory>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace app {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Cli", text);
}

Arguments declare()
{
    Arguments arguments(u"sign-in"_s, u"--profile FILE|ID"_s, tr("Signs in with an identity provider."));
    arguments.option(u"profile"_s, u"FILE|ID"_s, tr("Provider profile: a file, or the id of an installed one."));
    arguments.option(u"organization"_s, u"O"_s, tr("Organization to sign in to."));
    arguments.option(u"browser"_s, u"KIND"_s,
                     tr("system opens the desktop's browser; print writes the address on the first line; device needs "
                        "no browser here: it prints an address and a code to enter on another device."),
                     u"system"_s);
    arguments.option(u"timeout"_s, u"S"_s, tr("How long to wait for the answer, in seconds."), u"300"_s);
    arguments.detailsFlag();
    arguments.flag(u"json"_s, tr("Print the account as one line of JSON at the end."));
    return arguments;
}

// The installed profiles, and the one of a file before the installed one of its id.
std::vector<core::ProviderProfile> profilesWith(const std::optional<core::ProviderProfile> &named,
                                                QStringList *problems)
{
    std::vector<core::ProviderProfile> profiles = installedProfiles(problems);
    if (named) {
        std::erase_if(profiles, [&named](const core::ProviderProfile &each) { return each.id == named->id; });
        profiles.push_back(*named);
    }
    return profiles;
}

// Once somebody has signed in with it, so that later starts and sign-out know the provider too. Before that it is a
// file like any other, and who is refused leaves nothing behind.
int install(const QString &file)
{
    const auto installed = file.isEmpty() ? core::Result<core::ProviderProfile>() : installProfile(file);
    if (installed)
        return Done;
    warn(sentence(installed.error()));
    return InternalError;
}

// Then nobody is asked for one, and who is signed in is in none.
bool hasNoOrganizations(const std::vector<core::ProviderProfile> &profiles, const QString &id)
{
    const auto profile = std::ranges::find(profiles, id, &core::ProviderProfile::id);
    return profile != profiles.end() && profile->organization.mode == core::ProviderProfile::Organization::Mode::None;
}

// The browser's page is in the user's language, as the window's is; what stands on the terminal is English.
core::RedirectPageText pageText()
{
    const QLocale before;
    const auto translators =
        translate(*QCoreApplication::instance(), core::FileSettingsStore().get(ui::settings::language));
    const core::RedirectPageText text = ui::redirectPageText();
    QLocale::setDefault(before);
    return text;
}

int report(const core::Account &account, bool json)
{
    if (!account.renewable)
        warn(
            tr("The provider gave no refresh token: the sign-in is good until its access token expires. To stay signed "
               "in, ask your administrator to allow refresh tokens (the scope offline_access)."));
    else if (!account.kept)
        warn(tr("The keychain did not take the sign-in: it is good for this session only."));
    if (json)
        return printJson(accountJson(account)) ? Done : failOutput();
    const QString line = account.organization.isEmpty()
        ? tr("Signed in as %1.").arg(account.name)
        : tr("Signed in as %1 (%2).").arg(account.name, account.organization);
    return printLine(line) ? Done : failOutput();
}

struct Reporting {
    bool json = false;
    QString profileFile; // to be installed; empty: it is
};

void whenSignedIn(const core::Async<core::Account> &answer, core::Accounts &accounts, const Reporting &reporting,
                  const std::function<void(int)> &done)
{
    core::whenDone(answer, &accounts, [reporting, done](const core::Result<core::Account> &account) {
        if (!account)
            return done(failSignIn(account.error()));
        const int installed = install(reporting.profileFile);
        const int reported = report(*account, reporting.json);
        done(reported == Done ? installed : reported);
    });
}

int runDeviceSignIn(core::Accounts &accounts, const QString &profile, const core::Accounts::SignInOptions &options,
                    const Reporting &reporting)
{
    std::stop_source stop;
    const auto show = [json = reporting.json, &stop](const core::DevicePrompt &prompt) {
        if (!showDevicePrompt(prompt, json))
            stop.request_stop();
    };
    return runUntilDone([&](const std::function<void(int)> &done) {
        whenSignedIn(accounts.signInWithDevice(profile, options, show, stop.get_token()), accounts, reporting, done);
    });
}

int runSignIn(const QStringList &given)
{
    Arguments arguments = declare();
    if (const auto code = arguments.parse(given))
        return *code;
    const QString kind = arguments.value(u"browser"_s);
    const auto timeout = arguments.number(u"timeout"_s, 1, 86'400);
    if (!timeout)
        return arguments.wrong(timeout.error().detail);
    if (arguments.value(u"profile"_s).isEmpty() || !arguments.files().isEmpty())
        return arguments.wrong(tr("Name one provider profile with --profile."));
    if (kind != "print"_L1 && kind != "system"_L1 && kind != "device"_L1)
        return arguments.wrong(tr("--browser is system, print or device."));
    const QString named = arguments.value(u"profile"_s);
    const bool isFile = QFileInfo(named).isFile();
    std::optional<core::ProviderProfile> profile;
    if (isFile) {
        const auto read = installableProfile(named);
        if (!read && core::isProvidersOwnFile(named)) {
            warn(tr("%1 is a file of the provider's own and no profile of Lectern. Import it in the window, with "
                    "\"Connect your organization\" in its menu; after that --profile takes the id that it has there.")
                     .arg(named));
            return WrongUsage;
        }
        if (!read) {
            warn(sentence(read.error()));
            return read.error().code == core::ErrorCode::InvalidInput ? WrongUsage : InternalError;
        }
        profile = *read;
    }
    const QString id = profile ? profile->id : named;

    QStringList problems;
    const auto profiles = profilesWith(profile, &problems);
    if (!arguments.value(u"organization"_s).isEmpty() && hasNoOrganizations(profiles, id))
        return arguments.wrong(tr("--organization: the provider %1 has no organizations (organization.mode in its "
                                  "profile is none). Leave the option out, or change the profile.")
                                   .arg(id));
    Identity identity(profiles, pageText(), &problems);
    for (const QString &problem : problems)
        warn(problem);
    core::Accounts::SignInOptions options;
    options.organization = arguments.value(u"organization"_s);
    options.formPost = kind != "print"_L1; // whoever follows a printed address may have no scripts
    options.timeout = std::chrono::milliseconds(static_cast<qint64>(*timeout * 1000));
    QObject::connect(&identity.accounts(), &core::Accounts::keychainWaiting, &identity.accounts(), [](bool waiting) {
        if (waiting)
            warn(tr("Waiting for the keychain ..."));
    });
    const Reporting reporting{arguments.has(u"json"_s), isFile ? named : QString()};
    if (kind == "device"_L1) {
        if (!arguments.has(u"timeout"_s))
            options.timeout = {}; // as long as the provider's code is good
        return runDeviceSignIn(identity.accounts(), id, options, reporting);
    }
    std::unique_ptr<core::Browser> browser;
    if (kind == "print"_L1)
        browser = std::make_unique<PrintBrowser>();
    else
        browser = std::make_unique<SystemBrowser>();
    return runUntilDone([&](const std::function<void(int)> &done) {
        whenSignedIn(identity.accounts().signIn(id, options, *browser, {}), identity.accounts(), reporting, done);
    });
}

} // namespace

QJsonObject accountJson(const core::Account &account)
{
    return {{u"account"_s, account.id},
            {u"provider"_s, account.provider},
            {u"issuer"_s, account.issuer},
            {u"subject"_s, account.subject},
            {u"name"_s, account.name},
            {u"organization"_s, account.organization},
            {u"roles"_s, QJsonArray::fromStringList(account.roles)},
            {u"scopes"_s, QJsonArray::fromStringList(account.scopes)},
            {u"expires_at"_s,
             account.expiresAt.isValid() ? QJsonValue(account.expiresAt.toString(Qt::ISODate)) : QJsonValue()},
            {u"kept"_s, account.kept}};
}

int failSignIn(const core::Error &error)
{
    warn(sentence(error));
    switch (error.code) {
    case core::ErrorCode::Internal:
    case core::ErrorCode::KeychainUnavailable:
        return InternalError;
    case core::ErrorCode::InvalidInput:
    case core::ErrorCode::NotFound:
        return WrongUsage;
    default:
        return SignInProblem;
    }
}

Command signInCommand()
{
    return {
        u"sign-in"_s,
        u"--profile FILE|ID [--organization O] [--browser system|print|device] [--timeout S] [--details] [--json]"_s,
        tr("sign in with an identity provider"), runSignIn};
}

} // namespace app
