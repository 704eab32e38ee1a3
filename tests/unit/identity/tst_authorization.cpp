// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/authorization.h"
#include "core/identity/form.h"

#include <QTest>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

class TestAuthorization : public QObject
{
    Q_OBJECT

private slots:
    void theEndpointsOwnQueryStays()
    {
        core::ProviderProfile profile;
        profile.clientId = u"a b&c"_s;
        profile.authorizeParameters = {{u"access_type"_s, u"offline"_s}, {u"response_mode"_s, u"query"_s}};
        profile.resource = {u"https://x.example"_s, u"https://y.example"_s};
        core::ProviderMetadata metadata;
        metadata.authorizationEndpoint = QUrl(u"https://op.example/auth?p=b2c%2Fx"_s);
        core::AuthorizationAttempt attempt;
        attempt.state = u"s"_s;
        attempt.formPost = true; // the profile's response_mode wins
        attempt.organization = u"not sent, the profile has none"_s;
        const QByteArray url = core::authorizationUrl(profile, metadata, attempt).toEncoded();
        QVERIFY(url.startsWith("https://op.example/auth?p=b2c%2Fx&response_type=code&client_id=a%20b%26c&"));
        QVERIFY(url.contains("&access_type=offline"));
        QCOMPARE(url.count("response_mode="), 1);
        QCOMPARE(url.count("resource="), 2);
        QVERIFY(!url.contains("organization"));
    }

    void anotherAccountIsAskedForAsTheProviderCan_data()
    {
        QTest::addColumn<QStringList>("offered");
        QTest::addColumn<QString>("own"); // the profile's
        QTest::addColumn<QString>("sent"); // empty: no prompt at all
        const QString none;
        QTest::newRow("not said") << QStringList{} << none << u"select_account"_s;
        QTest::newRow("offered") << QStringList{u"none"_s, u"login"_s, u"select_account"_s} << none
                                 << u"select_account"_s;
        QTest::newRow("only login") << QStringList{u"none"_s, u"login"_s} << none << u"login"_s;
        QTest::newRow("neither") << QStringList{u"none"_s, u"consent"_s} << none << none;
        QTest::newRow("with the profile's") << QStringList{} << u"consent"_s << u"select_account consent"_s;
        QTest::newRow("the profile's already") << QStringList{} << u"select_account"_s << u"select_account"_s;
        QTest::newRow("none stands alone") << QStringList{} << u"none"_s << u"select_account"_s;
        QTest::newRow("neither, the profile's stays") << QStringList{u"consent"_s} << u"consent"_s << u"consent"_s;
    }

    void anotherAccountIsAskedForAsTheProviderCan()
    {
        QFETCH(QStringList, offered);
        QFETCH(QString, own);
        QFETCH(QString, sent);
        core::ProviderProfile profile;
        profile.browser = core::ProviderProfile::BrowserKind::System;
        if (!own.isEmpty())
            profile.authorizeParameters.insert(u"prompt"_s, own);
        core::ProviderMetadata metadata;
        metadata.authorizationEndpoint = QUrl(u"https://op.example/auth"_s);
        metadata.prompts = offered;
        core::AuthorizationAttempt attempt;
        attempt.prompt = core::promptForAnotherAccount(profile, metadata);
        const QUrlQuery query(core::authorizationUrl(profile, metadata, attempt));
        QCOMPARE(query.allQueryItemValues(u"prompt"_s, QUrl::FullyDecoded),
                 sent.isEmpty() ? QStringList() : QStringList{sent});
    }

    void aPageThatKnowsNobodyNeedsNoPromptThatMayBeRefused()
    {
        const core::ProviderProfile embedded;
        core::ProviderMetadata metadata;
        QVERIFY(core::promptForAnotherAccount(embedded, metadata).isEmpty());
        metadata.prompts = QStringList{u"select_account"_s};
        QCOMPARE(core::promptForAnotherAccount(embedded, metadata), u"select_account"_s);
    }

    void anIssuerOfATemplateIsJudgedByItsShape()
    {
        core::ProviderMetadata metadata;
        metadata.issuer = u"https://login.example/{tenantid}/v2.0"_s;
        core::AuthorizationAttempt attempt;
        attempt.state = u"s"_s;
        core::AuthorizationResponse response{{u"state"_s, u"s"_s}, {u"code"_s, u"c"_s}};
        response[u"iss"_s] = u"https://login.example/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0"_s;
        QVERIFY(core::codeIn(response, metadata, attempt));
        response[u"iss"_s] = u"https://login.example.evil/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0"_s;
        QVERIFY(!core::codeIn(response, metadata, attempt));
    }
};

QTEST_GUILESS_MAIN(TestAuthorization)
#include "tst_authorization.moc"
