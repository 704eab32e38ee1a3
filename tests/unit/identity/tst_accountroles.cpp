// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/accountclaims.h"
#include "core/identity/accountlist.h"
#include "core/identity/roles.h"
#include "tests/support/fakesettingsstore.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestAccountRoles : public QObject
{
    Q_OBJECT

private slots:
    void rolesAreMappedFromAllClaims()
    {
        core::ProviderProfile::Roles rule;
        rule.claims = {u"realm_access.roles"_s, u"scope"_s};
        rule.map = {{u"lectern-admin"_s, u"administrator"_s}, {u"docs:read"_s, u"viewer"_s}};
        const QJsonObject id{
            {u"realm_access"_s, QJsonObject{{u"roles"_s, QJsonArray{u"lectern-admin"_s, u"reviewer"_s}}}}};
        const QJsonObject access{{u"scope"_s, u"openid docs:read"_s}};
        // A word that is not in the map gives nothing, even when it is the name of a role.
        QCOMPARE(core::rolesFrom(rule, {id, {}, access}), (QStringList{u"administrator"_s, u"viewer"_s}));
        rule.map.clear();
        QCOMPARE(core::rolesFrom(rule, {id}), (QStringList{u"lectern-admin"_s, u"reviewer"_s}));
        QCOMPARE(core::rolesFrom(rule, {{{u"roles"_s, u"x"_s}}}), std::nullopt);
        core::ProviderProfile profile;
        profile.roles = rule;
        QCOMPARE(core::rolesOf(profile, {id}, access), core::rolesFrom(rule, {id, access}));
        profile.introspect = true; // it speaks of now
        QCOMPARE(core::rolesOf(profile, {id}, access), core::rolesFrom(rule, {id, access})); // of another path
        const QJsonObject less{{u"realm_access"_s, QJsonObject{{u"roles"_s, QJsonArray{u"viewer"_s}}}}};
        QCOMPARE(core::rolesOf(profile, {id}, less), QStringList{u"viewer"_s});
        QCOMPARE(core::rolesOf(profile, {id}, {}), core::rolesFrom(rule, {id}));
        QCOMPARE(core::rolesOf(profile, {}, {}), std::nullopt);
        QCOMPARE(core::rolesFrom(rule, {{{u"scope"_s, u""_s}}}), QStringList());
    }

    void whoHasNoRoleIsNotAuthorized()
    {
        core::ProviderProfile profile;
        core::Account account;
        QVERIFY(core::isAuthorized(profile, account));
        profile.roles.claims = {u"roles"_s};
        QVERIFY(!core::isAuthorized(profile, account));
        account.roles = {u"viewer"_s};
        QVERIFY(core::isAuthorized(profile, account));
        profile.roles.required = {u"reviewer"_s};
        QVERIFY(!core::isAuthorized(profile, account));
    }

    void aNameFallsBack()
    {
        core::ProviderProfile profile;
        const auto nameOf = [&](const QJsonObject &id, const QJsonObject &userinfo) {
            return core::accountFrom(profile, {id, userinfo, {}}, {})->name;
        };
        const QJsonObject id{{u"sub"_s, u"s"_s}};
        QCOMPARE(nameOf(id, {}), u"s"_s);
        QCOMPARE(nameOf(id, {{u"email"_s, u"a@b"_s}}), u"a@b"_s);
        QCOMPARE(nameOf(id, {{u"email"_s, u"a@b"_s}, {u"name"_s, u" A\n B "_s}}), u"A B"_s);
    }

    void anAccountIsItsIssuerSubjectAndOrganization()
    {
        const QString id = core::accountId(u"i"_s, u"s"_s, u"o"_s);
        QCOMPARE(id.size(), 32);
        QVERIFY(id != core::accountId(u"i"_s, u"s"_s, {}));
        QVERIFY(id != core::accountId(u"is"_s, {}, u"o"_s));
        QVERIFY(core::accountId(u"a"_s, u"b\",\"c"_s, {}) != core::accountId(u"a"_s, u"b"_s, u"c"_s));
    }

    void theListKeepsWhoWasLast()
    {
        FakeSettingsStore settings;
        core::AccountList list(settings);
        core::Account one;
        one.provider = u"p"_s;
        one.issuer = u"i"_s;
        one.subject = u"1"_s;
        one.name = u"One"_s;
        one.roles = {u"r"_s};
        one.id = core::accountId(one.issuer, one.subject, {});
        core::Account two = one;
        two.subject = u"2"_s;
        two.id = core::accountId(two.issuer, two.subject, {});
        list.put(one);
        list.put(two);
        QCOMPARE(core::AccountList(settings).last(), two);
        list.put(one);
        QCOMPARE(core::AccountList(settings).last(), one);
        QCOMPARE(list.all().size(), 2U);
        list.remove(one.id);
        QCOMPARE(list.last(), std::nullopt);
        QCOMPARE(list.all().size(), 1U);
    }

    void aBrokenListIsEmpty()
    {
        FakeSettingsStore settings;
        settings.values.insert(u"identity/accounts"_s, u"[{,"_s);
        QVERIFY(core::AccountList(settings).all().empty());
        settings.values.insert(u"identity/accounts"_s, 7);
        QVERIFY(core::AccountList(settings).all().empty());
    }

    void aNameIsOneReadableLine()
    {
        core::ProviderProfile profile;
        const auto named = [&profile](const QString &name) {
            return core::accountFrom(profile, {{{u"sub"_s, u"1"_s}, {u"name"_s, name}}, {}, {}}, {})->name;
        };
        QCOMPARE(named(u" Ana\n  María "_s), u"Ana María"_s);
        QCOMPARE(named(u"al\u202eice\u0007"_s), u"alice"_s);
        QCOMPARE(named(QString(200, u'x')).size(), 100);
        QCOMPARE(named(u"\u202e"_s), u"1"_s); // nothing is left of it
    }
};

QTEST_GUILESS_MAIN(TestAccountRoles)
#include "tst_accountroles.moc"
