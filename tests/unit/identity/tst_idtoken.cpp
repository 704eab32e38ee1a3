// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/base64url.h"
#include "core/identity/idtoken.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// The cases that a whole sign-in does not reach; the others are in tst_signin and tst_session.
class TestIdToken : public QObject
{
    Q_OBJECT

    static constexpr qint64 now = 1'700'000'000;

    static core::IdTokenExpectation expectation()
    {
        core::IdTokenExpectation expected;
        expected.issuer = u"https://a.example"_s;
        expected.clientId = u"c"_s;
        expected.nonce = u"n"_s;
        expected.now = QDateTime::fromSecsSinceEpoch(now, Qt::UTC);
        return expected;
    }

    static core::Jws token(const QJsonObject &more = {})
    {
        core::Jws jws;
        jws.algorithm = "RS256";
        jws.payload = {{u"iss"_s, u"https://a.example"_s},
                       {u"sub"_s, u"s"_s},
                       {u"aud"_s, u"c"_s},
                       {u"nonce"_s, u"n"_s},
                       {u"iat"_s, now},
                       {u"exp"_s, now + 60}};
        for (auto it = more.constBegin(); it != more.constEnd(); ++it)
            jws.payload.insert(it.key(), it.value());
        return jws;
    }

    static QString failure(const core::Jws &jws, const core::IdTokenExpectation &expected)
    {
        const auto checked = core::checkIdToken(jws, expected);
        return checked ? QString() : checked.error().detail.section(u':', 0, 0);
    }

private slots:
    void aClockMayBeHalfAMinuteOff()
    {
        QCOMPARE(failure(token({{u"iat"_s, now - 60}, {u"exp"_s, now - 29}}), expectation()), QString());
        QCOMPARE(failure(token({{u"iat"_s, now - 60}, {u"exp"_s, now - 30}}), expectation()), u"exp"_s);
        QCOMPARE(failure(token({{u"iat"_s, now + 30}}), expectation()), QString());
        QCOMPARE(failure(token({{u"iat"_s, now + 31}}), expectation()), u"iat"_s);
        QCOMPARE(failure(token({{u"nbf"_s, now + 31}}), expectation()), u"nbf"_s);
        QCOMPARE(failure(token({{u"exp"_s, now + 60.5}}), expectation()), QString());
    }

    // Whatever the time is here, and so no fault of a clock's.
    void aTokenThatEndsBeforeItBeginsIsRefused()
    {
        for (const qint64 expires : {now - 20, now - 10}) {
            const auto refused = core::checkIdToken(token({{u"iat"_s, now - 10}, {u"exp"_s, expires}}), expectation());
            QVERIFY(!refused && refused.error().code == core::ErrorCode::SignInRefused);
            QVERIFY2(refused.error().detail.startsWith("exp:"_L1), qPrintable(refused.error().detail));
            QVERIFY(!core::isAboutTime(refused.error()));
        }
        QCOMPARE(failure(token({{u"iat"_s, now - 10}, {u"exp"_s, now - 9}}), expectation()), QString());
    }

    void aTokenOfAnotherKindIsRefused_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("wrong");
        for (const QString &type : {u""_s, u"JWT"_s, u"jwt"_s, u"application/jwt"_s, u"Application/JWT"_s})
            QTest::addRow("good %s", qPrintable(type)) << type << QString();
        for (const QString &type :
             {u"at+jwt"_s, u"AT+JWT"_s, u"application/at+jwt"_s, u"logout+jwt"_s, u"application/Logout+JWT"_s,
              u"dpop+jwt"_s, u"token-introspection+jwt"_s, u"secevent+jwt"_s, u"application/application/jwt"_s,
              u"text/jwt"_s, u"JWT "_s, u"JOSE"_s})
            QTest::addRow("bad %s", qPrintable(type)) << type << u"typ"_s;
    }

    void aTokenOfAnotherKindIsRefused()
    {
        QFETCH(QString, type);
        QFETCH(QString, wrong);
        core::Jws jws = token();
        jws.type = type;
        QCOMPARE(failure(jws, expectation()), wrong);
    }

    void anAccessTokensHashFollowsTheAlgorithm_data()
    {
        QTest::addColumn<QByteArray>("algorithm");
        QTest::addColumn<int>("hash");
        QTest::newRow("RS256") << QByteArray("RS256") << int(QCryptographicHash::Sha256);
        QTest::newRow("ES384") << QByteArray("ES384") << int(QCryptographicHash::Sha384);
        QTest::newRow("PS512") << QByteArray("PS512") << int(QCryptographicHash::Sha512);
        QTest::newRow("EdDSA") << QByteArray("EdDSA") << int(QCryptographicHash::Sha512);
    }

    void anAccessTokensHashFollowsTheAlgorithm()
    {
        QFETCH(QByteArray, algorithm);
        QFETCH(int, hash);
        const QByteArray digest = QCryptographicHash::hash("access", static_cast<QCryptographicHash::Algorithm>(hash));
        auto jws = token({{u"at_hash"_s, QString::fromLatin1(core::toBase64Url(digest.left(digest.size() / 2)))}});
        jws.algorithm = algorithm;
        auto expected = expectation();
        expected.accessToken = core::Secret("access");
        QCOMPARE(failure(jws, expected), QString());
        expected.accessToken = core::Secret("Access");
        QCOMPARE(failure(jws, expected), u"at_hash"_s);
    }

    void maxAgeNeedsAuthTime()
    {
        auto expected = expectation();
        expected.maxAge = 60;
        QCOMPARE(failure(token(), expected), u"auth_time"_s);
        QCOMPARE(failure(token({{u"auth_time"_s, now - 60}}), expected), QString());
        QCOMPARE(failure(token({{u"auth_time"_s, now - 100}}), expected), u"auth_time"_s);
        QCOMPARE(failure(token({{u"auth_time"_s, now + 31}}), expected), u"auth_time"_s);
        QCOMPARE(failure(token({{u"auth_time"_s, u"now"_s}}), expected), u"auth_time"_s);
        expected.maxAge = 0; // "sign in anew": only the clocks may differ
        QCOMPARE(failure(token({{u"auth_time"_s, now - 30}}), expected), QString());
        QCOMPARE(failure(token({{u"auth_time"_s, now - 31}}), expected), u"auth_time"_s);
    }

    void aTenantsIssuerFitsTheTemplate()
    {
        const QString tenant = u"72f988bf-86f1-41af-91ab-2d7cd011db47"_s;
        auto expected = expectation();
        expected.issuer = u"https://login.example/{tenantid}/v2.0"_s;
        const auto of = [](const QString &iss, const QString &tid) {
            return token({{u"iss"_s, iss}, {u"tid"_s, tid}});
        };
        QCOMPARE(failure(of(u"https://login.example/%1/v2.0"_s.arg(tenant), tenant), expected), QString());
        QCOMPARE(failure(of(u"https://login.example/other/v2.0"_s, tenant), expected), u"iss"_s);
        QCOMPARE(failure(of(u"https://login.example/a/../v2.0"_s, u"a/.."_s), expected), u"iss"_s);
        QCOMPARE(failure(of(expected.issuer, u"{tenantid}"_s), expected), u"iss"_s);
    }

    void aNonceIsNeverOptionalWhenSigningIn()
    {
        auto expected = expectation();
        expected.nonce.clear();
        QCOMPARE(failure(token({{u"nonce"_s, u""_s}}), expected), u"nonce"_s);
        expected.refreshed = true; // an earlier start's nonce is not known any more
        QCOMPARE(failure(token(), expected), QString());
    }

    void audiencesAreStringsOfAnArray()
    {
        QCOMPARE(failure(token({{u"aud"_s, QJsonArray{u"c"_s}}}), expectation()), QString());
        QCOMPARE(failure(token({{u"aud"_s, QJsonArray{}}}), expectation()), u"aud"_s);
        QCOMPARE(failure(token({{u"aud"_s, QJsonArray{QJsonArray{u"c"_s}}}}), expectation()), u"aud"_s);
        QCOMPARE(failure(token({{u"azp"_s, 1}}), expectation()), u"azp"_s);
    }

    void anAudienceThatTheProfileDoesNotTrustIsRefused()
    {
        const auto both = token({{u"aud"_s, QJsonArray{u"c"_s, u"https://api.example"_s}}, {u"azp"_s, u"c"_s}});
        auto expected = expectation();
        const auto refused = core::checkIdToken(both, expected);
        QVERIFY(!refused && refused.error().code == core::ErrorCode::SignInRefused);
        QCOMPARE(refused.error().detail, QString(core::untrustedAudience) + u" https://api.example"_s);
        expected.trustedAudiences = {u"https://api.example"_s};
        QCOMPARE(failure(both, expected), QString());
        expected.trustedAudiences = {u"https://api.example/"_s};
        QCOMPARE(failure(both, expected), u"aud"_s);
        expected.trustedAudiences = {u"https://api.example"_s, u""_s};
        QCOMPARE(failure(token({{u"aud"_s, QJsonArray{u"c"_s, 5}}, {u"azp"_s, u"c"_s}}), expected), u"aud"_s);
        // Trusting others makes no client of them, and the token says whose it is all the same.
        QCOMPARE(failure(token({{u"aud"_s, u"https://api.example"_s}}), expected), u"aud"_s);
        QCOMPARE(failure(token({{u"aud"_s, QJsonArray{u"c"_s, u"https://api.example"_s}}}), expected), u"aud"_s);
    }

    void aRefusalNamesFewAudiencesInPlainText()
    {
        QJsonArray many{u"c"_s};
        for (int i = 0; i < 50; ++i)
            many += QString(u"x\n\x1b"_s + QString(5000, u'y'));
        const auto refused = core::checkIdToken(token({{u"aud"_s, many}, {u"azp"_s, u"c"_s}}), expectation());
        QVERIFY(!refused && refused.error().detail.size() < 400);
        QVERIFY(!refused.error().detail.contains(u'\n') && !refused.error().detail.contains(u'\x1b'));
    }
};

QTEST_GUILESS_MAIN(TestIdToken)
#include "tst_idtoken.moc"
