// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/clientcredentials.h"
#include "core/identity/form.h"
#include "core/identity/jws.h"
#include "tests/support/fakehttp.h"
#include "tests/support/identityfixture.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

namespace {

const QByteArray goodAnswer = "{\"access_token\":\"service-1\",\"token_type\":\"Bearer\",\"expires_in\":600}";
const QByteArray nextAnswer = "{\"access_token\":\"service-2\",\"token_type\":\"Bearer\",\"expires_in\":600}";

QJsonObject auth()
{
    return {{u"kind"_s, u"client_credentials"_s},
            {u"token_endpoint"_s, u"https://op.example/token"_s},
            {u"client_id"_s, u"robot:1"_s},
            {u"scopes"_s, QJsonArray{u"extract"_s, u"read"_s}},
            {u"audience"_s, u"https://api.example"_s}};
}

struct Service {
    explicit Service(const QJsonObject &json = auth())
        : source(http, secrets, clock, &signer, *core::parseClientCredentials(json, u"connection/acme"_s))
    {
        secrets.entries.insert(u"connection/acme"_s, core::Secret("PLANTED&secret"));
    }

    auto token() { return IdentityFixture::answerOf(source.accessToken({})); }
    auto form(std::size_t number) const { return core::decodeForm(http.requests.at(number).body)->fields; }

    FakeHttp http;
    FakeSecretStore secrets;
    ManualClock clock;
    core::OpenSslJwtSigner signer;
    core::ClientCredentials source;
};

} // namespace

class TestClientCredentials : public QObject
{
    Q_OBJECT

private slots:
    void aTokenIsAskedForWithTheSecretOfTheKeychain()
    {
        Service service;
        service.http.answer(200, goodAnswer);
        QCOMPARE(service.token()->reveal(), QByteArray("service-1"));
        const auto &request = service.http.requests.front();
        QCOMPARE(request.url, QUrl(u"https://op.example/token"_s));
        // RFC 6749, 2.3.1: form-encoded before they are joined
        QCOMPARE(FakeHttp::header(request, "Authorization"),
                 "Basic " + QByteArray("robot%3A1:PLANTED%26secret").toBase64());
        QCOMPARE(service.form(0).value(u"grant_type"_s), u"client_credentials"_s);
        QCOMPARE(service.form(0).value(u"scope"_s), u"extract read"_s);
        QCOMPARE(service.form(0).value(u"audience"_s), u"https://api.example"_s);
        QVERIFY(!request.body.contains("PLANTED"));
    }

    void theSecretGoesIntoTheBodyWhereTheEndpointWantsIt()
    {
        QJsonObject json = auth();
        json.insert(u"client_authentication"_s, u"client_secret_post"_s);
        Service service(json);
        service.http.answer(200, goodAnswer);
        QVERIFY(service.token());
        QCOMPARE(service.form(0).value(u"client_secret"_s), u"PLANTED&secret"_s);
        QVERIFY(FakeHttp::header(service.http.requests.front(), "Authorization").isEmpty());
    }

    void whatTheEndpointRepeatsOfItIsNotSaid()
    {
        for (const QString &way : {u"client_secret_basic"_s, u"client_secret_post"_s}) {
            QJsonObject json = auth();
            json.insert(u"client_authentication"_s, way);
            Service service(json);
            service.http.answer(401,
                                R"({"error":"invalid_client","error_description":"not PLANTED&secret, nor )"
                                R"(PLANTED%26secret, nor Basic cm9ib3QlM0ExOlBMQU5URUQlMjZzZWNyZXQ="})");
            const auto token = service.token();
            QCOMPARE(token.error().code, ErrorCode::SignInRefused);
            QVERIFY2(token.error().detail.startsWith(u"invalid_client: \"not …, nor …, nor "_s),
                     qPrintable(token.error().detail));
            QVERIFY2(!token.error().detail.contains("QU5URUQlMjZzZW"_L1), qPrintable(token.error().detail));
        }
    }

    void aKeySignsForTheTokenEndpointAndStaysHere()
    {
        QJsonObject json = auth();
        json.insert(u"client_authentication"_s, u"private_key_jwt"_s);
        json.insert(u"client_key_id"_s, u"k7"_s);
        Service service(json);
        const TestKey key = TestKey::make("ES256");
        service.secrets.entries.insert(u"connection/acme"_s, core::Secret(key.pem()));
        service.http.answer(200, goodAnswer);
        QVERIFY(service.token());
        const auto jws = core::parseJws(service.form(0).value(u"client_assertion"_s).toLatin1());
        QVERIFY(jws);
        QCOMPARE(jws->keyId, u"k7"_s);
        QCOMPARE(jws->payload.value("aud"_L1).toString(), u"https://op.example/token"_s);
        QCOMPARE(jws->payload.value("iss"_L1).toString(), u"robot:1"_s);
        QVERIFY(core::OpenSslSignatureVerifier().verify(jws->algorithm, key.jwk(u"k7"_s), jws->signedBytes,
                                                        jws->signature));
        QVERIFY(!service.http.requests.front().body.contains("PRIVATE"));
    }

    void aTokenIsKeptUntilAMinuteBeforeItsEnd()
    {
        Service service;
        service.http.answer(200, goodAnswer);
        service.http.answer(200, nextAnswer);
        QVERIFY(service.token());
        service.clock.time = service.clock.time.addSecs(539);
        QCOMPARE(service.token()->reveal(), QByteArray("service-1"));
        service.clock.time = service.clock.time.addSecs(2);
        QCOMPARE(service.token()->reveal(), QByteArray("service-2"));
        QCOMPARE(service.http.requests.size(), 2U);
    }

    void twoCallersMakeOneRequest()
    {
        Service service;
        service.http.answer(200, goodAnswer);
        const auto one = service.source.accessToken({});
        const auto two = service.source.accessToken({});
        QVERIFY(IdentityFixture::answerOf(one) && IdentityFixture::answerOf(two));
        QCOMPARE(service.http.requests.size(), 1U);
    }

    void aRefusedTokenIsFetchedAnew()
    {
        Service service;
        service.http.answer(200, goodAnswer);
        service.http.answer(200, nextAnswer);
        const auto first = service.token();
        service.source.rejected(core::Secret("an older one"));
        QCOMPARE(service.token()->reveal(), first->reveal());
        service.source.rejected(*first);
        QCOMPARE(service.token()->reveal(), QByteArray("service-2"));
    }

    void aMissingSecretIsNamed()
    {
        Service service;
        service.secrets.entries.clear();
        const auto token = service.token();
        QCOMPARE(token.error().code, ErrorCode::SecretMissing);
        QCOMPARE(token.error().detail, u"connection/acme"_s);
        QVERIFY(service.http.requests.empty());
    }

    void troubleIsSaid_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QTest::newRow("wrong secret") << 401 << QByteArray("{\"error\":\"invalid_client\"}")
                                      << int(ErrorCode::SignInRefused);
        QTest::newRow("not for this client")
            << 400 << QByteArray("{\"error\":\"invalid_grant\"}") << int(ErrorCode::SignInRefused);
        QTest::newRow("busy") << 429 << QByteArray() << int(ErrorCode::EndpointBusy);
        QTest::newRow("broken") << 503 << QByteArray() << int(ErrorCode::EndpointFailed);
        QTest::newRow("elsewhere") << 307 << QByteArray() << int(ErrorCode::EndpointFailed);
        QTest::newRow("no token") << 200 << QByteArray("{}") << int(ErrorCode::EndpointFailed);
    }

    void troubleIsSaid()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, code);
        Service service;
        service.http.answer(status, body);
        const auto token = service.token();
        QCOMPARE(int(token.error().code), code);
        QVERIFY(!token.error().detail.contains("PLANTED"_L1));
        service.http.answer(200, goodAnswer);
        QVERIFY(service.token()); // and the next call tries again
    }

    void aConnectionThatCannotWorkIsSaid_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QString>("value");
        QTest::newRow("cleartext") << u"token_endpoint"_s << u"http://op.example/token"_s;
        QTest::newRow("no address") << u"token_endpoint"_s << QString();
        QTest::newRow("a user in the address") << u"token_endpoint"_s << u"https://u:p@op.example/token"_s;
        QTest::newRow("no client") << u"client_id"_s << QString();
        QTest::newRow("unknown way") << u"client_authentication"_s << u"tls_client_auth"_s;
    }

    void aConnectionThatCannotWorkIsSaid()
    {
        QFETCH(QString, member);
        QFETCH(QString, value);
        QJsonObject json = auth();
        json.insert(member, value);
        const auto client = core::parseClientCredentials(json, u"k"_s);
        QCOMPARE(client.error().code, ErrorCode::InvalidInput);
        QVERIFY(client.error().detail.startsWith("auth."_L1 + member));
    }
};

QTEST_GUILESS_MAIN(TestClientCredentials)
#include "tst_clientcredentials.moc"
