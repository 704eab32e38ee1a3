// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/http.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestSentSecrets : public QObject
{
    Q_OBJECT

    static core::SentSecrets of(const QByteArray &secret)
    {
        core::SentSecrets sent;
        sent.add(core::Secret(secret));
        return sent;
    }

private slots:
    void aSecretGoesInEveryShape_data()
    {
        QTest::addColumn<QByteArray>("shape");
        const QByteArray secret("S3cr\"t /+&ü~42");
        QTest::newRow("itself") << secret;
        QTest::newRow("percent-encoded") << secret.toPercentEncoding();
        QTest::newRow("in small letters") << secret.toPercentEncoding().toLower();
        QTest::newRow("form-encoded") << secret.toPercentEncoding().replace("%20", "+");
        QTest::newRow("twice") << secret.toPercentEncoding().toPercentEncoding();
        QTest::newRow("base64") << secret.toBase64(QByteArray::OmitTrailingEquals);
        QTest::newRow("base64url") << secret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
        QTest::newRow("base64 of percent-encoded") << secret.toPercentEncoding().toBase64();
        QTest::newRow("hex") << secret.toHex();
        QTest::newRow("for JSON") << QByteArray("S3cr\\\"t /+&ü~42");
        QTest::newRow("for JSON, with its slash") << QByteArray("S3cr\\\"t \\/+&ü~42");
        QTest::newRow("for HTML") << QByteArray("S3cr&quot;t /+&amp;ü~42");
    }

    void aSecretGoesInEveryShape()
    {
        QFETCH(QByteArray, shape);
        const auto sent = of("S3cr\"t /+&ü~42");
        const QString said = sent.takenOutOf("you sent '"_L1 + QString::fromUtf8(shape) + "', didn't you?"_L1);
        QVERIFY2(!said.contains(QString::fromUtf8(shape).sliced(4, 6)), qPrintable(said));
        QVERIFY(said.startsWith("you sent '"_L1) && said.endsWith("', didn't you?"_L1));
    }

    void itIsFoundInsideOfLongerBase64()
    {
        const QByteArray secret("CLIENTSECRET42");
        for (const char *before : {"desktop:", "desktop1:", "desktop22:"}) {
            const QByteArray run = (before + secret + "!tail").toBase64();
            const QString said = of(secret).takenOutOf(QString::fromLatin1(run));
            const qsizetype gap = said.indexOf(u'…');
            QVERIFY(gap > 0);
            QVERIFY(!QByteArray::fromBase64(run.left(gap)).contains("CL"));
            QVERIFY(said.size() < run.size() - secret.size());
        }
    }

    void everySecretOfARequestIsKnown()
    {
        core::HttpRequest request;
        request.url = QUrl(u"https://op.example/token?key=QUERYKEY1"_s);
        request.headers = {{"Content-Type", "application/x-www-form-urlencoded"},
                           {"Accept", "application/json"},
                           {"Authorization", "Basic " + QByteArray("my+app:p%3Ass%2Fw0rd").toBase64()},
                           {"DPoP", "eyJproof.x.y"},
                           {"X-Own", "APIKEY-77"}};
        request.body =
            "grant_type=authorization_code&code=c%2Fode-1&code_verifier=verifier-1&client_secret=CLIENTSECRET42"
            "&client_id=desktop&redirect_uri=http%3A%2F%2F127.0.0.1%2Fcb&client_assertion=as.ser.tion"
            "&client_assertion_type=urn%3Atype&token_type_hint=refresh_token&scope=openid";
        core::SentSecrets sent;
        sent.add(request);
        const QByteArray basic = QByteArray("my+app:p%3Ass%2Fw0rd").toBase64();
        for (const QByteArray &secret :
             {QByteArray("QUERYKEY1"), QByteArray("p:ss/w0rd"), QByteArray("p%3Ass%2Fw0rd"), basic,
              QByteArray("eyJproof.x.y"), QByteArray("APIKEY-77"), QByteArray("c/ode-1"), QByteArray("c%2Fode-1"),
              QByteArray("verifier-1"), QByteArray("CLIENTSECRET42"), QByteArray("as.ser.tion")})
            QCOMPARE(sent.takenOutOf("a "_L1 + QString::fromLatin1(secret) + " b"_L1), u"a … b"_s);
        const QString harmless =
            u"authorization_code desktop http://127.0.0.1/cb urn:type refresh_token openid application/json"_s;
        QCOMPARE(sent.takenOutOf(harmless), harmless);
    }

    void aFileThatWasSentIsNoSecret()
    {
        core::HttpRequest request;
        request.headers = {{"Content-Type", "application/json"}, {"X-API-Key", "k-123456"}};
        request.body = R"({"code=":1,"a":"b&token=INVALID_ARGUMENT"})";
        core::SentSecrets sent;
        sent.add(request);
        QCOMPARE(sent.takenOutOf(u"HTTP 400 INVALID_ARGUMENT k-123456"_s), u"HTTP 400 INVALID_ARGUMENT …"_s);
    }

    void aShortOneIsAWordOfItsOwn()
    {
        const auto sent = of("no");
        QCOMPARE(sent.takenOutOf(u"not now: no, 'no'"_s), u"not now: …, '…'"_s);
    }

    void theBeginningOfOneThatWasCutOffGoes()
    {
        const auto sent = of("CLIENTSECRET42");
        QCOMPARE(sent.takenOutOf(u"client_secret=CLIENTSEC…"_s), u"client_secret=…"_s);
        QCOMPARE(sent.takenOutOf(u"client_secret=CLIENTSEC"_s), u"client_secret=CLIENTSEC"_s);
    }

    void nothingSentTakesNothingOut()
    {
        core::SentSecrets sent = of({});
        sent.add(core::Secret("  "));
        QCOMPARE(sent.takenOutOf(u"as it  is"_s), u"as it  is"_s);
    }
};

QTEST_GUILESS_MAIN(TestSentSecrets)
#include "tst_sentsecrets.moc"
