// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/engines.h"
#include "app/common/keychaintoken.h"
#include "tests/support/fakehttp.h"
#include "tests/support/identityfixture.h"

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

class TestServiceConnections : public QObject
{
    Q_OBJECT

    static core::Connection connection(const QJsonObject &auth)
    {
        core::Connection connection;
        connection.id = u"acme"_s;
        connection.kind = u"gemini"_s;
        connection.baseUrl = QUrl(u"https://api.example"_s);
        connection.model = u"m"_s;
        connection.auth = auth;
        return connection;
    }

    static core::Result<std::shared_ptr<core::Engine>> make(const QJsonObject &auth)
    {
        FakeHttp http;
        FakeTokens account;
        FakeSecretStore secrets;
        app::Engines engines(http, account, secrets, {connection(auth)});
        return engines.make(u"acme"_s);
    }

private slots:
    void aPasswordIsShownAsBasicWantsIt()
    {
        FakeSecretStore secrets;
        secrets.entries.insert(u"connection/acme"_s, core::Secret("open:sesame"));
        app::KeychainToken token(secrets, u"connection/acme"_s, u"Aladdin"_s);
        QCOMPARE(IdentityFixture::answerOf(token.accessToken({}))->reveal(),
                 QByteArray("Aladdin:open:sesame").toBase64());
    }

    void aKeyIsShownAsItIs()
    {
        FakeSecretStore secrets;
        secrets.entries.insert(u"k"_s, core::Secret("key-1"));
        app::KeychainToken token(secrets, u"k"_s);
        QCOMPARE(IdentityFixture::answerOf(token.accessToken({}))->reveal(), QByteArray("key-1"));
    }

    void aSecretThatIsMissingIsNamed()
    {
        FakeSecretStore secrets;
        for (const QString &user : {QString(), u"Aladdin"_s}) {
            app::KeychainToken token(secrets, u"connection/acme"_s, user);
            const auto answer = IdentityFixture::answerOf(token.accessToken({}));
            QVERIFY(answer.error().code == ErrorCode::SecretMissing);
            QCOMPARE(answer.error().detail, u"connection/acme"_s);
        }
        secrets.isAbsent = true;
        app::KeychainToken token(secrets, u"connection/acme"_s);
        QVERIFY(IdentityFixture::answerOf(token.accessToken({})).error().code == ErrorCode::KeychainUnavailable);
    }

    void everyKindOfServiceMakesAnEngine_data()
    {
        QTest::addColumn<QJsonObject>("auth");
        QTest::addColumn<QString>("problem"); // empty: none
        QTest::newRow("key") << QJsonObject{{u"kind"_s, u"api_key"_s}} << QString();
        QTest::newRow("basic") << QJsonObject{{u"kind"_s, u"basic"_s}, {u"user"_s, u"u"_s}} << QString();
        QTest::newRow("basic, no user") << QJsonObject{{u"kind"_s, u"basic"_s}} << u"auth.user"_s;
        QTest::newRow("basic, a user with a colon")
            << QJsonObject{{u"kind"_s, u"basic"_s}, {u"user"_s, u"a:b"_s}} << u"auth.user"_s;
        QTest::newRow("client") << QJsonObject{{u"kind"_s, u"client_credentials"_s},
                                               {u"token_endpoint"_s, u"https://op.example/token"_s},
                                               {u"client_id"_s, u"robot"_s}}
                                << QString();
        QTest::newRow("client, no endpoint")
            << QJsonObject{{u"kind"_s, u"client_credentials"_s}, {u"client_id"_s, u"robot"_s}}
            << u"auth.token_endpoint"_s;
        QTest::newRow("none") << QJsonObject{{u"kind"_s, u"none"_s}} << QString();
    }

    void everyKindOfServiceMakesAnEngine()
    {
        QFETCH(QJsonObject, auth);
        QFETCH(QString, problem);
        const auto engine = make(auth);
        QCOMPARE(engine.has_value(), problem.isEmpty());
        if (!engine) {
            QVERIFY(engine.error().code == ErrorCode::InvalidInput);
            QVERIFY(engine.error().detail.startsWith(problem));
        }
    }

    void aNewSecretCountsAtOnce()
    {
        FakeHttp http;
        FakeTokens account;
        FakeSecretStore secrets;
        const auto robot = connection({{u"kind"_s, u"client_credentials"_s},
                                       {u"token_endpoint"_s, u"https://op.example/token"_s},
                                       {u"client_id"_s, u"robot"_s},
                                       {u"client_authentication"_s, u"client_secret_post"_s}});
        secrets.entries.insert(u"connection/acme"_s, core::Secret("new"));
        app::Engines engines(http, account, secrets, {robot});
        QVERIFY(engines.make(u"acme"_s));
        http.answer(200, R"({"access_token":"t","token_type":"Bearer","expires_in":3600})");
        http.answer(200, "{}");
        QVERIFY(*IdentityFixture::answerOf(engines.check(robot, {})) == core::EndpointCheck::Accepted);
        QVERIFY(http.requests.front().body.contains("client_secret=new"));
        engines.secretChanged(u"connection/acme"_s);
        secrets.entries.clear();
        QVERIFY(IdentityFixture::answerOf(engines.check(robot, {})).error().code == ErrorCode::SecretMissing);
        QVERIFY(IdentityFixture::answerOf(engines.check(connection({{u"kind"_s, u"account"_s}}), {})).error().code
                == ErrorCode::InvalidInput);
    }

    void twoConnectionsWithOneSecretAreTwoServices()
    {
        FakeHttp http;
        FakeTokens account;
        FakeSecretStore secrets;
        auto one = connection({{u"kind"_s, u"api_key"_s}, {u"keychain"_s, u"shared"_s}});
        auto two = connection({{u"kind"_s, u"basic"_s}, {u"user"_s, u"u"_s}, {u"keychain"_s, u"shared"_s}});
        two.id = u"other"_s;
        app::Engines engines(http, account, secrets, {one, two});
        QVERIFY(engines.make(u"acme"_s) && engines.make(u"other"_s));
        QCOMPARE(core::secretEntryOf(one), u"shared"_s);
        QCOMPARE(core::secretEntryOf(connection({{u"kind"_s, u"api_key"_s}})), u"connection/acme"_s);
        for (const QString &none : {u"account"_s, u"none"_s})
            QVERIFY(core::secretEntryOf(connection({{u"kind"_s, none}})).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestServiceConnections)
#include "tst_serviceconnections.moc"
