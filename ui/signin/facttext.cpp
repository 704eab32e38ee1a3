// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/facttext.h"

#include "ui/signin/addressrules.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

struct FactText {
    Q_DECLARE_TR_FUNCTIONS(ui::FactText)

public:
    [[nodiscard]] static QString of(core::ProviderWarning warning, const core::ProviderFacts &facts);
    [[nodiscard]] static std::vector<FactLine> found(const core::ProviderProfile &profile,
                                                     const core::ProviderFacts &facts);
};

QString FactText::of(core::ProviderWarning warning, const core::ProviderFacts &facts)
{
    using enum core::ProviderWarning;
    switch (warning) {
    case PkceNotSaid:
        return tr("The provider does not say whether it supports PKCE. Lectern sends it anyway; if the provider "
                  "refuses it, signing in fails.");
    case NoUsableKey:
        return tr("Among the provider's keys is none that Lectern can use. Signing in will fail until there is one.");
    case KeysUnreachable:
        return tr("The provider does not hand out its keys. Signing in will fail until its administrator makes them "
                  "public.");
    case NoLogout:
        return tr("The provider names no address for signing out: Lectern forgets you, the provider may not.");
    case NoRefreshTokens:
        return tr("The provider does not list the scope offline_access. You may have to sign in again after a while.");
    case ScopesNotOffered:
        return tr("The provider does not list these scopes: %1.").arg(facts.missingScopes.join(u", "_s));
    case SecretNotTaken:
        return tr("The provider does not list the way in which this client would prove itself, by its secret or its "
                  "private key.");
    case ForeignEndpoints:
        return tr("Parts of the sign-in are on other hosts: %1. Check that they belong to your provider.")
            .arg(facts.foreignHosts.join(u", "_s));
    }
    Q_UNREACHABLE();
}

std::vector<FactLine> FactText::found(const core::ProviderProfile &profile, const core::ProviderFacts &facts)
{
    using enum FactLine::Kind;
    const core::ProviderMetadata &metadata = facts.metadata;
    std::vector<FactLine> lines;
    lines.push_back({Good, tr("Issuer: %1").arg(profile.issuer)});
    lines.push_back({Plain, tr("Shown as: %1").arg(profile.name)});
    if (!profile.clientId.isEmpty())
        lines.push_back({Plain, tr("Client ID: %1").arg(profile.clientId)});
    if (profile.clientAuthentication != "none"_L1)
        lines.push_back({Plain, tr("Lectern proves itself with a secret, which is kept in the keychain")});
    lines.push_back({Plain, tr("Asked for: %1").arg(profile.scopes.join(u", "_s))});
    lines.push_back({Good, tr("Sign-in page: %1").arg(originText(metadata.authorizationEndpoint))});
    lines.push_back({Good, tr("Tokens: %1").arg(originText(metadata.tokenEndpoint))});
    if (facts.pkce)
        lines.push_back({Good, tr("Every sign-in is protected with PKCE (S256)")});
    if (facts.keys > 0)
        lines.push_back({Good,
                         tr("%n key(s), signatures: %1", nullptr, facts.keys)
                             .arg(facts.algorithms.isEmpty() ? u"RS256"_s : facts.algorithms.join(u", "_s))});
    lines.push_back(facts.formPost ? FactLine{Good, tr("The answer comes as a form, not in an address (form_post)")}
                                   : FactLine{Plain, tr("The answer comes in an address (form_post is not offered)")});
    if (facts.logout)
        lines.push_back({Good, tr("Signing out ends the provider's session, too")});
    if (metadata.announcesIssuer)
        lines.push_back({Good, tr("The answer names its sender (RFC 9207)")});
    if (metadata.userinfoEndpoint.isEmpty())
        lines.push_back({Plain, tr("No address for details of the user: names come from the ID token")});
    return lines;
}

} // namespace

std::vector<FactLine> otherLines(const QStringList &others)
{
    if (others.isEmpty())
        return {};
    return {{FactLine::Kind::Warning,
             FactText::tr("The file describes other services as well: %1. This is the first; for another one, open a file "
                          "with that one alone.")
                 .arg(others.join(u", "_s))}};
}

std::vector<FactLine> factLines(const core::ProviderProfile &profile, const core::ProviderFacts &facts)
{
    std::vector<FactLine> lines;
    for (const core::ProviderWarning warning : facts.warnings)
        lines.push_back({FactLine::Kind::Warning, FactText::of(warning, facts)});
    const auto found = FactText::found(profile, facts);
    lines.insert(lines.end(), found.begin(), found.end());
    return lines;
}

QString fieldTitle(const core::ProfileTemplate::Placeholder &placeholder)
{
    if (placeholder.name == "client_id"_L1)
        return FactText::tr("Client ID");
    if (placeholder.name == "client_secret"_L1)
        return FactText::tr("Client secret (kept in the keychain)");
    if (placeholder.name == "issuer"_L1)
        return FactText::tr("Issuer");
    if (placeholder.name == "name"_L1)
        return FactText::tr("Name shown");
    return placeholder.title.isEmpty() ? placeholder.name : placeholder.title;
}

} // namespace ui
