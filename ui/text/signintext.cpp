// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/signintext.h"

#include "core/identity/idtoken.h"
#include "core/identity/redirectlistener.h"
#include "core/identity/silentendpoint.h"
#include "core/net/http.h"
#include "ui/text/errortext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

struct SignInText {
    Q_DECLARE_TR_FUNCTIONS(ui::SignInText)

public:
    [[nodiscard]] static QString ofProvider(const QString &code);
    [[nodiscard]] static QString ofCheck(const QString &detail);
    [[nodiscard]] static QString ofSetUp(const QString &detail);
    [[nodiscard]] static QString ofPorts(const QStringList &taken);
    [[nodiscard]] static QString ofKeys(const QString &detail);
    [[nodiscard]] static QString ofSpan(std::chrono::minutes span);
    [[nodiscard]] static QString ofSilence(const core::Error &error);
};

// The provider's own codes.
QString SignInText::ofProvider(const QString &code)
{
    const auto is = [&code](std::initializer_list<QLatin1StringView> codes) {
        return std::find(codes.begin(), codes.end(), code) != codes.end();
    };
    if (code == "access_denied"_L1)
        return tr("The sign-in was declined, by you or by your organization. Nothing was changed. Try again, or ask "
                  "your administrator for access.");
    if (is({"login_required"_L1, "interaction_required"_L1, "account_selection_required"_L1}))
        return tr("The provider wants to ask you something first. Sign in again, and answer on its page.");
    if (code == "consent_required"_L1)
        return tr("The provider needs your consent, or your administrator's. Sign in again and agree, or ask your "
                  "administrator to.");
    if (is({"unauthorized_client"_L1, "invalid_client"_L1}))
        return tr("The provider does not know Lectern under this client ID, or its secret is wrong. Ask your "
                  "administrator to check the client at the provider.");
    if (code == "invalid_scope"_L1)
        return tr("The provider does not grant what the profile asks for. Ask your administrator to check the scopes.");
    if (code == "invalid_target"_L1)
        return tr("The provider does not know the service that the profile names. Ask your administrator to check the "
                  "audience and the resource.");
    if (is({"invalid_request"_L1, "invalid_request_object"_L1, "unsupported_response_type"_L1,
            "unsupported_grant_type"_L1, "invalid_redirect_uri"_L1}))
        return tr("The provider does not accept how Lectern asks. Most often the redirect address is not registered. "
                  "Ask your administrator to compare it with the profile.");
    if (is({"server_error"_L1, "temporarily_unavailable"_L1}))
        return tr("The provider has a problem of its own. Your work is kept. Try again in a few minutes.");
    if (is({"invalid_grant"_L1, "expired_token"_L1}))
        return tr("The provider did not accept the answer any more: it was too old, or used before. Sign in again.");
    return {};
}

// Our own checks of what the provider sent.
QString SignInText::ofCheck(const QString &detail)
{
    const auto begins = [&detail](QLatin1StringView start) { return detail.startsWith(start); };
    if (begins("discovery: issuer"_L1))
        return tr("The provider at this address calls itself something else than the profile says. Nothing was sent. "
                  "Check the address, letter by letter, and the slash at its end.");
    if (begins("discovery: PKCE"_L1))
        return tr("This provider does not protect sign-ins of desktop programs (PKCE with S256). Lectern does not sign "
                  "in without it. Ask your administrator to turn it on.");
    if (begins("discovery:"_L1))
        return tr("The provider's description of itself names addresses that are not secure. Nothing was sent. Tell "
                  "your administrator.");
    if (detail.contains("is not the organization asked for"_L1))
        return tr("You were signed in to another organization than the one you named. Nothing was kept. Sign in again "
                  "and choose the right one.");
    if (detail.contains("an organization is required"_L1))
        return tr("The provider named no organization for you. Ask your administrator to add you to one.");
    if (begins(core::codeInAddress))
        return tr(
            "The provider sent its answer in an address, where it stays in the browser's history, although Lectern "
            "asked for it as a form. Nothing was taken from it. Tell your administrator: if the provider can't do "
            "otherwise, the profile has to say so (authorize_parameters, response_mode: query).");
    if (begins("state:"_L1) || begins("iss:"_L1) || begins("code:"_L1) || begins("response:"_L1))
        return tr("The answer does not belong to this sign-in. Nothing was taken from it. Sign in again; when it "
                  "happens twice, tell your administrator.");
    const core::Error error{core::ErrorCode::SignInRefused, detail};
    if (const auto off = core::clockError(error)) {
        const QString time = ofSpan(std::chrono::round<std::chrono::minutes>(std::chrono::abs(*off)));
        return (off->count() > 0
                    ? tr("The clock of this computer is %1 ahead of the provider's, so its confirmation is "
                         "not valid here. Set date and time right, then sign in again.")
                    : tr("The clock of this computer is %1 behind the provider's, so its confirmation is "
                         "not valid here. Set date and time right, then sign in again."))
            .arg(time);
    }
    if (core::isAboutTime(error))
        return tr("The provider's confirmation is not valid at this time. Check the date and time of this computer, "
                  "then sign in again. If they are right, the provider's are wrong: tell your administrator.");
    if (begins(core::untrustedAudience))
        return tr("The provider's confirmation is meant for others as well (%1), and the profile does not trust them. "
                  "Nothing was kept. If your administrator knows them, they belong into the profile's list "
                  "trusted_audiences.")
            .arg(detail.sliced(core::untrustedAudience.size()).trimmed());
    if (begins("roles:"_L1))
        return tr(
            "Your role lets you look at documents, not have them read. Nothing was sent. Ask your administrator for "
            "the role of a reviewer.");
    static constexpr std::array unproven{"aud:"_L1, "azp:"_L1, "nonce:"_L1,    "at_hash:"_L1,     "signature:"_L1,
                                         "alg:"_L1, "typ:"_L1, "crit:"_L1,     "sub:"_L1,         "token:"_L1,
                                         "exp:"_L1, "iat:"_L1, "id_token:"_L1, "userinfo iss"_L1, "userinfo aud"_L1};
    if (std::ranges::any_of(unproven, begins))
        return tr(
            "The provider's confirmation can't be trusted: a check of it failed. Nothing was taken from it. Sign in "
            "again; when it happens twice, give your administrator the details.");
    if (begins("userinfo sub"_L1))
        return tr("The provider gave the data of somebody else. None of it was used. Tell your administrator.");
    return {};
}

// In the largest unit of which there are two.
QString SignInText::ofSpan(std::chrono::minutes span)
{
    using namespace std::chrono_literals;
    if (span < 2h)
        return tr("%1 min").arg(span.count());
    return span > 48h ? tr("%1 days").arg(std::chrono::floor<std::chrono::days>(span).count())
                      : tr("%1 h").arg(std::chrono::floor<std::chrono::hours>(span).count());
}

QString SignInText::ofSetUp(const QString &detail)
{
    if (detail.startsWith("extra_ca:"_L1))
        return {};
    if (detail.startsWith("file:"_L1))
        return tr("This file does not describe a sign-in provider. It was not changed. App ID credentials, "
                  "VCAP_SERVICES, an IDCS config.json, a discovery document and a Lectern profile can be read.");
    if (detail.startsWith("format:"_L1))
        return tr(
            "This profile is of a version that this program does not know. Nothing was changed. Update Lectern, or "
            "ask your administrator for a profile of version 1.");
    if (detail.startsWith("issuer:"_L1))
        return tr("This is not the address of a provider. It begins with https and has no question mark in it.");
    if (detail.startsWith("id: the system"_L1))
        return tr("Your administrator has set up this provider for everybody. It can't be changed here; choose it to "
                  "sign in.");
    return tr("Something in the profile is missing or wrong. Nothing was changed. The details name it.");
}

QString SignInText::ofPorts(const QStringList &taken)
{
    if (taken.isEmpty())
        return tr("Lectern can't listen for the provider's answer on this computer. Nothing was sent. Ask your "
                  "administrator whether something forbids programs to listen at 127.0.0.1.");
    return tr("The provider's answer can't arrive: every port that the profile names for it is taken on this computer, "
              "%1. Nothing was sent. End the other program, or a sign-in that still waits there, and try again. Or "
              "have your administrator add a port to redirect.ports in the profile, and register it at the provider.")
        .arg(taken.join(u", "_s));
}

// Empty: whoever reads them without leave is not the trouble.
QString SignInText::ofKeys(const QString &detail)
{
    static const QRegularExpression closed(u"^jwks_uri: status (401|403)$"_s);
    const auto match = closed.match(detail);
    if (!match.hasMatch())
        return {};
    return tr("The provider keeps its signing keys to itself (it answered %1), so what it says of you can't be "
              "checked. "
              "Nothing was kept. Ask your administrator to let everybody read them; at Oracle this is the setting "
              "\"Access Signing Certificate\".")
        .arg(match.captured(1));
}

// Who was waited for, and what can be done about it.
QString SignInText::ofSilence(const core::Error &error)
{
    if (core::isPageSilence(error))
        return tr(
            "Nobody finished the sign-in page in time, so the sign-in was stopped. Nothing was lost. Sign in again.");
    const auto silent = core::silentEndpointOf(error);
    if (!silent)
        return tr("The sign-in took too long and was stopped. Nothing was lost. Try again.");
    if (silent->name == "discovery"_L1)
        return tr("The provider did not send its configuration: %1 did not answer in time. Nothing was sent. Compare "
                  "the "
                  "address with the profile, and check the network. If both are right, try again in a few minutes, or "
                  "ask "
                  "your administrator whether something keeps the address away.")
            .arg(silent->host);
    if (silent->name == "jwks_uri"_L1)
        return tr("The provider did not send the keys with which its confirmation is checked: %1 did not answer in "
                  "time. "
                  "Nothing was kept. Sign in again in a few minutes; when it happens again, ask your administrator "
                  "whether "
                  "something keeps the address away.")
            .arg(silent->host);
    if (silent->name == "token_endpoint"_L1)
        return tr("The provider did not finish the sign-in: its token endpoint at %1 did not answer in time. Nothing "
                  "was "
                  "kept. Sign in again in a few minutes; when it happens again, ask your administrator whether "
                  "something "
                  "keeps the address away.")
            .arg(silent->host);
    return tr("A part of the provider at %1 did not answer in time (%2), so the sign-in was stopped. Nothing was kept. "
              "Sign "
              "in again in a few minutes; when it happens again, tell your administrator.")
        .arg(silent->host, silent->name);
}

} // namespace

QString signInErrorText(const core::Error &error)
{
    using enum core::ErrorCode;
    QString text;
    if (error.code == SignInRefused || error.code == SignInNeeded) {
        text = SignInText::ofProvider(error.detail.section(u':', 0, 0).trimmed());
        if (text.isEmpty())
            text = SignInText::ofCheck(error.detail);
    } else if (error.code == InvalidInput || (error.code == AccessDenied && error.detail.startsWith("id:"_L1))) {
        text = SignInText::ofSetUp(error.detail);
    } else if (const auto taken = core::takenPortsOf(error)) {
        text = SignInText::ofPorts(*taken);
    } else if (error.code == EndpointFailed && !SignInText::ofKeys(error.detail).isEmpty()) {
        text = SignInText::ofKeys(error.detail);
    } else if (error.code == EndpointFailed && error.detail.startsWith("token_endpoint:"_L1)) {
        text = SignInText::tr(
            "The provider's token endpoint gave an answer that makes no sense. Nothing was kept. Sign in "
            "again; when it happens twice, give your administrator the details.");
    } else if (error.code == EndpointFailed) {
        text = SignInText::tr("The server answered, but not as a sign-in provider does. Nothing was sent to it. Check "
                              "the address, or try again later.");
    } else if (error.code == Network && core::untrustedHost(error).isEmpty()) {
        text = SignInText::tr("The provider can't be reached. Your work is kept. Check the address and the network, "
                              "then try again.");
    } else if (error.code == SecretMissing) {
        text =
            SignInText::tr("The provider wants a secret with which Lectern proves itself, and the keychain of this "
                           "computer holds none. Ask your administrator for it, and keep it under Settings, Secrets of "
                           "services, as %1.")
                .arg(error.detail);
    } else if (error.code == Timeout) {
        text = SignInText::ofSilence(error);
    }
    return text.isEmpty() ? errorText(error) : text;
}

QString technicalText(const core::Error &error)
{
    static const QRegularExpression query(u"\\?\\S+"_s);
    // Long unbroken words are codes and tokens; the numbers that providers print for their support desk are not.
    static const QRegularExpression secret(u"(?<!ID: )(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{24,}"_s);
    QString detail = error.detail.simplified();
    detail.replace(query, u"?…"_s);
    detail.replace(secret, u"…"_s);
    return detail;
}

} // namespace ui
