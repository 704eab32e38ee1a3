// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/accountlist.h"

#include "core/identity/claims.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

constexpr QLatin1StringView accountsName{"identity/accounts"};
constexpr QLatin1StringView lastName{"identity/last"};

QJsonObject toJson(const Account &account)
{
    return {{u"id"_s, account.id},
            {u"provider"_s, account.provider},
            {u"issuer"_s, account.issuer},
            {u"subject"_s, account.subject},
            {u"name"_s, account.name},
            {u"email"_s, account.email},
            {u"organization"_s, account.organization},
            {u"roles"_s, QJsonArray::fromStringList(account.roles)},
            {u"scopes"_s, QJsonArray::fromStringList(account.scopes)},
            {u"browsed"_s, account.browsed}};
}

Account fromJson(const QJsonObject &json)
{
    Account account;
    account.provider = json.value("provider"_L1).toString();
    account.issuer = json.value("issuer"_L1).toString();
    account.subject = json.value("subject"_L1).toString();
    account.organization = json.value("organization"_L1).toString();
    account.id = accountId(account.issuer, account.subject, account.organization);
    account.name = json.value("name"_L1).toString();
    account.email = json.value("email"_L1).toString();
    account.roles = wordsOf(json.value("roles"_L1));
    account.scopes = wordsOf(json.value("scopes"_L1));
    account.browsed = json.value("browsed"_L1).toBool();
    return account;
}

} // namespace

QString accountId(const QString &issuer, const QString &subject, const QString &organization)
{
    const QByteArray key = QJsonDocument(QJsonArray{issuer, subject, organization}).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(key, QCryptographicHash::Sha256).left(16).toHex());
}

AccountList::AccountList(SettingsStore &settings)
    : m_settings(settings)
{
}

std::vector<Account> AccountList::all() const
{
    const QString stored = m_settings.get(Setting<QString>{accountsName, {}});
    std::vector<Account> accounts;
    for (const auto &value : QJsonDocument::fromJson(stored.toUtf8()).array())
        accounts.push_back(fromJson(value.toObject()));
    return accounts;
}

std::optional<Account> AccountList::find(const QString &id) const
{
    for (const Account &account : all()) {
        if (account.id == id)
            return account;
    }
    return std::nullopt;
}

std::optional<Account> AccountList::last() const
{
    return find(m_settings.get(Setting<QString>{lastName, {}}));
}

void AccountList::put(const Account &account)
{
    auto accounts = all();
    std::erase_if(accounts, [&](const Account &other) { return other.id == account.id; });
    accounts.push_back(account);
    save(accounts);
    m_settings.set(Setting<QString>{lastName, {}}, account.id);
}

void AccountList::remove(const QString &id)
{
    auto accounts = all();
    std::erase_if(accounts, [&](const Account &other) { return other.id == id; });
    save(accounts);
    if (m_settings.get(Setting<QString>{lastName, {}}) == id)
        forgetLast();
}

void AccountList::forgetLast()
{
    m_settings.set(Setting<QString>{lastName, {}}, {});
}

void AccountList::save(const std::vector<Account> &accounts)
{
    QJsonArray array;
    for (const Account &account : accounts)
        array += toJson(account);
    const QString text = QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
    m_settings.set(Setting<QString>{accountsName, {}}, text);
}

} // namespace core
