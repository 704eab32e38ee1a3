// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/accountclaims.h"

#include "core/identity/accountlist.h"
#include "core/identity/claims.h"
#include "core/identity/roles.h"

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr qsizetype longestName = 100; // letters; nobody reads more, and no window has room for it

// What a person is called, as one line: nothing in it turns the writing round (U+202E) or is a control character.
QString plainLine(const QString &text)
{
    QString line = text.simplified();
    line.removeIf([](QChar letter) {
        return letter.category() == QChar::Other_Control || letter.category() == QChar::Other_Format;
    });
    return line.size() > longestName ? line.left(longestName - 1) + u'…' : line;
}

// The ID token's word counts before userinfo's.
QString firstOf(const AccountClaims &claims, std::initializer_list<QLatin1StringView> names)
{
    for (const auto &name : names) {
        for (const QJsonObject &set : {claims.id, claims.userinfo}) {
            const QString text = plainLine(set.value(name).toString());
            if (!text.isEmpty())
                return text;
        }
    }
    return {};
}

// Auth0 tells ids and names apart by how they begin, and gives no name this beginning: what looks like an id is never
// compared with a name, which whoever makes an organization chooses. Names are compared without regard to case. An id
// that begins otherwise is another provider's, and is compared as it is.
bool isAsked(const QString &asked, const QString &id, const QString &name)
{
    if (id.isEmpty())
        return false;
    const bool isId = asked.startsWith("org_"_L1, Qt::CaseInsensitive);
    return id == asked || (!isId && name.compare(asked, Qt::CaseInsensitive) == 0);
}

Result<QString> organizationIn(const ProviderProfile::Organization &rule, const QJsonObject &idClaims,
                               const QString &asked)
{
    using Mode = ProviderProfile::Organization::Mode;
    if (rule.mode == Mode::None)
        return QString();
    const QString given = claimAt(idClaims, rule.claim).toString();
    if (!asked.isEmpty() && !isAsked(asked, given, claimAt(idClaims, rule.nameClaim).toString()))
        return fail(ErrorCode::SignInRefused, u"%1: is not the organization asked for"_s.arg(rule.claim));
    if (given.isEmpty() && rule.mode == Mode::Required)
        return fail(ErrorCode::SignInRefused, u"%1: missing, an organization is required"_s.arg(rule.claim));
    return given;
}

} // namespace

Result<> checkOrganization(const ProviderProfile &profile, const QJsonObject &idClaims, const QString &organization)
{
    const ProviderProfile::Organization &rule = profile.organization;
    if (rule.mode == ProviderProfile::Organization::Mode::None
        || claimAt(idClaims, rule.claim).toString() == organization)
        return {};
    return fail(ErrorCode::SignInRefused, u"%1: is not the account's organization"_s.arg(rule.claim));
}

Result<Account> accountFrom(const ProviderProfile &profile, const AccountClaims &claims,
                            const QString &askedOrganization)
{
    const auto organization = organizationIn(profile.organization, claims.id, askedOrganization);
    if (!organization)
        return tl::make_unexpected(organization.error());
    Account account;
    account.provider = profile.id;
    account.issuer = claims.id.value("iss"_L1).toString();
    account.subject = claims.id.value("sub"_L1).toString();
    account.organization = *organization;
    account.id = accountId(account.issuer, account.subject, account.organization);
    account.email = firstOf(claims, {"email"_L1});
    account.name = firstOf(claims, {"name"_L1, "preferred_username"_L1, "email"_L1});
    if (account.name.isEmpty())
        account.name = account.subject;
    account.roles = rolesOf(profile, {claims.id, claims.userinfo}, claims.access).value_or(QStringList());
    return account;
}

} // namespace core
