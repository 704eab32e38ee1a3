// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/crypto/opensslsignatureverifier.h"
#include "tests/support/testkey.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestSignatureVerifier : public QObject
{
    Q_OBJECT

    core::OpenSslSignatureVerifier m_verifier;

    static QStringList algorithms()
    {
        return {u"RS256"_s, u"RS384"_s, u"RS512"_s, u"PS256"_s, u"PS384"_s,
                u"PS512"_s, u"ES256"_s, u"ES384"_s, u"ES512"_s, u"EdDSA"_s};
    }

private slots:
    void aSignatureFitsItsAlgorithmAndNoOther()
    {
        const QByteArray text = "header.payload";
        for (const QString &name : algorithms()) {
            const QByteArray algorithm = name.toLatin1();
            const TestKey key = TestKey::make(algorithm);
            const QByteArray signature = key.sign(algorithm, text);
            for (const QString &other : algorithms()) {
                const bool good = m_verifier.verify(other.toLatin1(), key.jwk(), text, signature);
                QVERIFY2(good == (other == name), qPrintable(name + u" read as "_s + other));
            }
            QVERIFY(!m_verifier.verify(algorithm, key.jwk(), text + ' ', signature));
            QVERIFY(!m_verifier.verify(algorithm, TestKey::make(algorithm).jwk(), text, signature));
            QVERIFY(!m_verifier.verify(algorithm, key.jwk(), text, signature.chopped(1)));
            QVERIFY(!m_verifier.verify(algorithm, key.jwk(), text, signature + '\0'));
            QVERIFY(!m_verifier.verify(algorithm, key.jwk(), text, {}));
        }
    }

    void edwardsSignaturesHaveTwoNames()
    {
        const TestKey key = TestKey::make("EdDSA");
        const QByteArray signature = key.sign("EdDSA", "text");
        QVERIFY(m_verifier.verify("Ed25519", key.jwk(), "text", signature));
        QVERIFY(!m_verifier.verify("Ed25519", key.jwk(), "texts", signature));
        QVERIFY(!m_verifier.verify("Ed25519", TestKey::make("ES256").jwk(), "text", signature));
        QVERIFY(!m_verifier.verify("Ed448", key.jwk(), "text", signature));
    }

    // RFC 8037: EdDSA is on either curve; the newer names (RFC 9864) are on theirs alone.
    void edwardsSignaturesAreOnTwoCurves()
    {
        const TestKey key = TestKey::make("Ed448");
        const QByteArray signature = key.sign("EdDSA", "text");
        QCOMPARE(signature.size(), 114);
        QVERIFY(m_verifier.verify("EdDSA", key.jwk(), "text", signature));
        QVERIFY(m_verifier.verify("Ed448", key.jwk(), "text", signature));
        QVERIFY(!m_verifier.verify("Ed448", key.jwk(), "texts", signature));
        QVERIFY(!m_verifier.verify("Ed25519", key.jwk(), "text", signature));
        QVERIFY(!m_verifier.verify("EdDSA", TestKey::make("Ed448").jwk(), "text", signature));
        QVERIFY(!m_verifier.verify("EdDSA", key.jwk(), "text", signature.left(64)));
        QJsonObject mistaken = key.jwk();
        mistaken.insert(u"crv"_s, u"Ed25519"_s);
        QVERIFY(!m_verifier.verify("EdDSA", mistaken, "text", signature));
    }

    void theHashOfEd448IsThatOfTheStandard() // FIPS 202: SHAKE256 of nothing
    {
        const QByteArray hash = m_verifier.shake256({});
        QCOMPARE(hash.size(), 114);
        QVERIFY(
            hash.startsWith(QByteArray::fromHex("46b9dd2b0ba88d13233b3feb743eeb243fcd52ea62b81b82b50c27646ed5762f")));
    }

    void unknownAlgorithmsAreRefused()
    {
        const TestKey key = TestKey::make("RS256");
        const QByteArray signature = key.sign("RS256", "text");
        for (const char *name : {"none", "HS256", "RS1", "rs256", "", "ES256K", "256"})
            QVERIFY(!m_verifier.verify(name, key.jwk(), "text", signature));
    }

    void aSmallRsaKeyIsRefused()
    {
        const TestKey key = TestKey::make("RS256", 1024);
        QVERIFY(!m_verifier.verify("RS256", key.jwk(), "text", key.sign("RS256", "text")));
    }

    void aDerSignatureIsNoJoseSignature()
    {
        const TestKey key = TestKey::make("ES256");
        QByteArray der = QByteArray::fromHex("3044022079BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798"
                                             "022079BE667EF9DCBBAC55A06295CE870B07029BFCDB2DCE28D959F2815B16F81798");
        QVERIFY(!m_verifier.verify("ES256", key.jwk(), "text", der));
        QVERIFY(!m_verifier.verify("ES256", key.jwk(), "text", QByteArray(64, '\0')));
    }

    void brokenKeysAreRefused()
    {
        const TestKey key = TestKey::make("ES256");
        const QByteArray signature = key.sign("ES256", "text");
        QJsonObject offCurve = key.jwk();
        offCurve.insert(u"y"_s, offCurve.value(u"x"_s));
        QVERIFY(!m_verifier.verify("ES256", offCurve, "text", signature));
        QJsonObject padded = key.jwk();
        padded.insert(u"x"_s, padded.value(u"x"_s).toString() + u'=');
        QVERIFY(!m_verifier.verify("ES256", padded, "text", signature));
        QVERIFY(!m_verifier.verify("ES256", {}, "text", signature));
        QVERIFY(!m_verifier.verify("ES256", {{u"kty"_s, u"EC"_s}, {u"crv"_s, u"secp256k1"_s}}, "text", signature));
        QVERIFY(!m_verifier.verify("EdDSA", {{u"kty"_s, u"OKP"_s}, {u"crv"_s, u"X25519"_s}, {u"x"_s, u"AA"_s}}, "text",
                                   signature));
        QJsonObject even = TestKey::make("RS256").jwk();
        even.insert(u"e"_s, u"Ag"_s);
        QVERIFY(!m_verifier.verify("RS256", even, "text", QByteArray(256, 'x')));
    }
};

QTEST_GUILESS_MAIN(TestSignatureVerifier)
#include "tst_signatureverifier.moc"
