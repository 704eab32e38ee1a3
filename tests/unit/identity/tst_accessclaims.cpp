// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/identityfixture.h"

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto tenant = "11111111-2222-3333-4444-555555555555"_L1;

void askFor(IdentityFixture &f)
{
    f.profile.roles.claims = {u"groups"_s};
    f.profile.roles.map = {{u"admins"_s, u"administrator"_s}};
}

// An access token that the provider's own key signed, with these claims beside a role.
void give(IdentityFixture &f, QJsonObject claims)
{
    claims.insert(u"groups"_s, u"admins"_s);
    f.provider.extraTokenMembers.insert(u"access_token"_s,
                                        QString::fromLatin1(f.provider.key.token("RS256", claims, f.provider.kid)));
}

} // namespace

// What is believed of an access token that is a JWT (RFC 9068, 4).
class TestAccessClaims : public QObject
{
    Q_OBJECT

private slots:
    void rolesComeFromTheProvidersOwnToken()
    {
        IdentityFixture f;
        askFor(f);
        give(f, {{u"iss"_s, f.provider.issuer}, {u"exp"_s, f.clock.time.toSecsSinceEpoch() + 600}});
        QCOMPARE(f.signIn()->roles, QStringList{u"administrator"_s});
    }

    void aTokenOfAnotherTimeOrIssuerGivesNoRole_data()
    {
        QTest::addColumn<QString>("issuer");
        QTest::addColumn<int>("expires"); // seconds from now
        QTest::newRow("another issuer, the same key") << u"https://other.example"_s << 600;
        QTest::newRow("almost the issuer") << u"https://op.example/"_s << 600;
        QTest::newRow("no issuer") << QString() << 600;
        QTest::newRow("over") << QString(u"own"_s) << -31;
    }

    void aTokenOfAnotherTimeOrIssuerGivesNoRole()
    {
        QFETCH(QString, issuer);
        QFETCH(int, expires);
        IdentityFixture f;
        askFor(f);
        QJsonObject claims{{u"exp"_s, f.clock.time.toSecsSinceEpoch() + expires}};
        if (!issuer.isEmpty())
            claims.insert(u"iss"_s, issuer == "own"_L1 ? f.provider.issuer : issuer);
        give(f, claims);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"no roles .* access token.*(iss|exp):"_s));
        const auto account = f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QVERIFY2(account->roles.isEmpty(), qPrintable(account->roles.join(u' ')));
    }

    void anIssuerByTemplateIsTheTokensOwnTenants_data()
    {
        QTest::addColumn<QString>("issuer");
        QTest::addColumn<bool>("isBelieved");
        QTest::newRow("its own") << u"https://op.example/"_s + tenant << true;
        QTest::newRow("another's") << u"https://op.example/99999999-2222-3333-4444-555555555555"_s << false;
    }

    void anIssuerByTemplateIsTheTokensOwnTenants()
    {
        QFETCH(QString, issuer);
        QFETCH(bool, isBelieved);
        IdentityFixture f;
        askFor(f);
        f.profile.issuerTemplate = u"https://op.example/{tenantid}"_s;
        f.provider.discovery.insert(u"issuer"_s, f.profile.issuerTemplate);
        f.browser.onOpen = [&f](const QUrl &start) {
            auto answer = f.provider.authorize(start);
            answer[u"iss"_s] = u"https://op.example/"_s + tenant;
            f.listeners.deliver(answer);
        };
        f.provider.extraClaims = {{u"iss"_s, u"https://op.example/"_s + tenant}, {u"tid"_s, QString(tenant)}};
        give(f, {{u"iss"_s, issuer}, {u"tid"_s, QString(tenant)}});
        if (!isBelieved)
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"no roles .* access token.*iss:"_s));
        const auto account = f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QCOMPARE(!account->roles.isEmpty(), isBelieved);
    }

    void aTokenThatIsNoneOfOursToReadIsNoReasonToRefuse()
    {
        IdentityFixture f;
        askFor(f);
        f.provider.extraTokenMembers.insert(u"access_token"_s, u"opaque"_s);
        f.provider.extraClaims.insert(u"groups"_s, u"admins"_s);
        QCOMPARE(f.signIn()->roles, QStringList{u"administrator"_s});
    }
};

QTEST_GUILESS_MAIN(TestAccessClaims)
#include "tst_accessclaims.moc"
