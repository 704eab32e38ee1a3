// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/base64url.h"
#include "core/identity/clientassertion.h"
#include "core/identity/form.h"
#include "core/identity/jws.h"
#include "core/identity/tokenrequest.h"
#include "tests/support/identityfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;
using core::Secret;

namespace {

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject headerOf(const QByteArray &token)
{
    return QJsonDocument::fromJson(*core::fromBase64Url(token.split('.').front())).object();
}

} // namespace

// A client that proves itself by its private key: the signer, the assertion, and where it goes.
class TestClientAssertion : public QObject
{
    Q_OBJECT

    core::OpenSslJwtSigner m_signer;
    core::OpenSslSignatureVerifier m_verifier;
    core::ProviderProfile m_profile;
    core::ProviderMetadata m_metadata;
    TestKey m_key = TestKey::make("ES256");

    core::Result<QByteArray> assertion(const Secret &key) const
    {
        return core::clientAssertion(m_profile, m_metadata, m_signer, key, ManualClock().now())
            .map([](const core::FormFields &fields) { return fields.back().second.toLatin1(); });
    }

    static QString algorithmIn(const core::Result<QByteArray> &token)
    {
        return token ? headerOf(*token).value(u"alg"_s).toString() : token.error().detail;
    }

private slots:
    void init()
    {
        m_profile = {};
        m_profile.clientId = u"desktop"_s;
        m_profile.clientAuthentication = u"private_key_jwt"_s;
        m_metadata = {};
        m_metadata.issuer = u"https://op.example"_s;
        m_metadata.tokenEndpoint = QUrl(u"https://op.example/token"_s);
    }

    void everyKindOfKeySigns_data()
    {
        QTest::addColumn<QByteArray>("algorithm");
        for (const char *name :
             {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"})
            QTest::newRow(name) << QByteArray(name);
    }

    void everyKindOfKeySigns()
    {
        QFETCH(QByteArray, algorithm);
        const TestKey key = TestKey::make(algorithm);
        for (const Secret &secret : {Secret(key.pem()), Secret(json(key.privateJwk()))}) {
            const auto facts = m_signer.describe(secret);
            QVERIFY(facts);
            QVERIFY(facts->algorithms.contains(QString::fromLatin1(algorithm)));
            const auto signature = m_signer.sign(algorithm, secret, "header.payload");
            QVERIFY(signature);
            QVERIFY(m_verifier.verify(algorithm, key.jwk(), "header.payload", *signature));
            QVERIFY(!m_verifier.verify(algorithm, key.jwk(), "header.payloads", *signature));
        }
    }

    void aKeySignsOnlyWithItsOwnAlgorithms()
    {
        QCOMPARE(m_signer.sign("ES384", Secret(m_key.pem()), "x").error().code, ErrorCode::InvalidInput);
        QCOMPARE(m_signer.sign("RS256", Secret(m_key.pem()), "x").error().code, ErrorCode::InvalidInput);
        QCOMPARE(m_signer.sign("none", Secret(m_key.pem()), "x").error().code, ErrorCode::InvalidInput);
        QCOMPARE(m_signer.sign("HS256", Secret(m_key.pem()), "x").error().code, ErrorCode::InvalidInput);
    }

    void anRsaKeyMayBeItsThreeNumbers()
    {
        const TestKey key = TestKey::make("RS256");
        QJsonObject jwk = key.privateJwk();
        for (const QString &member : {u"p"_s, u"q"_s, u"dp"_s, u"dq"_s, u"qi"_s})
            jwk.remove(member);
        const auto signature = m_signer.sign("RS256", Secret(json(jwk)), "text");
        QVERIFY(signature);
        QVERIFY(m_verifier.verify("RS256", key.jwk(), "text", *signature));
    }

    void whatIsNoPrivateKeyIsRefused_data()
    {
        QTest::addColumn<QByteArray>("key");
        const auto row = [](const char *name, const QByteArray &key) { QTest::newRow(name) << key; };
        QJsonObject shortened = m_key.privateJwk();
        shortened.insert(u"d"_s, u"AQAB"_s);
        row("nothing", "");
        row("a password", "hunter2");
        row("half a PEM", m_key.pem().left(60));
        row("with a password", m_key.pem("secret"));
        row("a small RSA key", TestKey::make("RS256", 1024).pem());
        row("a small RSA JWK", json(TestKey::make("RS256", 1024).privateJwk()));
        row("another curve", TestKey::onCurve("secp256k1").pem());
        row("the public half", json(m_key.jwk()));
        row("a short number", json(shortened));
        row("a shared secret", R"({"kty":"oct","k":"AAAA"})");
        row("named twice", R"({"kty":"OKP","kty":"OKP"})");
        row("too much", QByteArray(100'000, ' ') + m_key.pem());
    }

    void whatIsNoPrivateKeyIsRefused()
    {
        QFETCH(QByteArray, key);
        const auto token = assertion(Secret(key));
        QVERIFY(!token);
        QCOMPARE(token.error().code, ErrorCode::InvalidInput);
        QVERIFY(token.error().detail.startsWith("private key:"_L1));
        QVERIFY(!m_signer.describe(Secret(key)));
    }

    void itSaysWhoToWhomAndForHowLong()
    {
        const auto token = assertion(Secret(m_key.pem()));
        QVERIFY(token);
        const auto parsed = core::parseJws(*token);
        QVERIFY(parsed);
        QVERIFY(m_verifier.verify("ES256", m_key.jwk(), parsed->signedBytes, parsed->signature));
        QCOMPARE(headerOf(*token), (QJsonObject{{u"alg"_s, u"ES256"_s}, {u"typ"_s, u"JWT"_s}}));
        const QJsonObject &claims = parsed->payload;
        QCOMPARE(claims.value(u"iss"_s).toString(), u"desktop"_s);
        QCOMPARE(claims.value(u"sub"_s).toString(), u"desktop"_s);
        QCOMPARE(claims.value(u"aud"_s).toString(), u"https://op.example"_s);
        QCOMPARE(claims.value(u"iat"_s).toInteger(), ManualClock().now().toSecsSinceEpoch());
        QCOMPARE(claims.value(u"exp"_s).toInteger() - claims.value(u"iat"_s).toInteger(), 120);
        QVERIFY(claims.value(u"jti"_s).toString().size() >= 43);
        QVERIFY(core::parseJws(*assertion(Secret(m_key.pem())))->payload.value(u"jti"_s) != claims.value(u"jti"_s));
    }

    void theAudienceIsTheEndpointWhereTheProfileSaysSo()
    {
        m_profile.clientAssertionAudience = u"token_endpoint"_s;
        const QString endpoint = u"https://op.example/token"_s;
        QCOMPARE(core::parseJws(*assertion(Secret(m_key.pem())))->payload.value(u"aud"_s).toString(), endpoint);
        m_profile.clientAssertionAudience = u"issuer"_s;
        m_metadata.issuer = u"https://op.example/{tenantid}/v2.0"_s; // nobody's name
        QCOMPARE(core::parseJws(*assertion(Secret(m_key.pem())))->payload.value(u"aud"_s).toString(), endpoint);
    }

    void theKeysNameIsTheProfilesOrItsOwn()
    {
        const Secret named(json(m_key.privateJwk(u"key-1"_s)));
        QCOMPARE(headerOf(*assertion(named)).value(u"kid"_s).toString(), u"key-1"_s);
        m_profile.clientKeyId = u"key-2"_s;
        QCOMPARE(headerOf(*assertion(named)).value(u"kid"_s).toString(), u"key-2"_s);
        QCOMPARE(headerOf(*assertion(Secret(m_key.pem()))).value(u"kid"_s).toString(), u"key-2"_s);
    }

    void theAlgorithmIsOneThatTheProviderLists()
    {
        const TestKey rsa = TestKey::make("RS256");
        QCOMPARE(algorithmIn(assertion(Secret(rsa.pem()))), u"RS256"_s);
        m_metadata.assertionAlgorithms = {u"ES256"_s, u"PS384"_s, u"PS256"_s};
        QCOMPARE(algorithmIn(assertion(Secret(rsa.pem()))), u"PS256"_s);
        QJsonObject bound = rsa.privateJwk();
        bound.insert(u"alg"_s, u"PS384"_s);
        QCOMPARE(algorithmIn(assertion(Secret(json(bound)))), u"PS384"_s);
        m_metadata.assertionAlgorithms = {u"HS256"_s, u"none"_s};
        QCOMPARE(assertion(Secret(rsa.pem())).error().code, ErrorCode::SignInRefused);
    }

    void everyRequestOfASessionHasOneOfItsOwn()
    {
        IdentityFixture f;
        f.profile.clientAuthentication = u"private_key_jwt"_s;
        f.profile.introspect = true;
        f.secrets.entries.insert(core::clientSecretKey(f.profile), Secret(m_key.pem()));
        const auto account = f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        f.clock.time = f.clock.time.addSecs(590);
        QVERIFY(f.token());
        QVERIFY(f.answerOf(f.accounts->signOut(account->id)));

        QSet<QString> seen;
        int posts = 0;
        for (const core::HttpRequest &request : f.provider.requests) {
            QVERIFY(!request.body.contains("PRIVATE") && !request.body.contains("client_secret"));
            if (request.method != "POST")
                continue;
            ++posts;
            const auto fields = core::decodeForm(request.body)->fields;
            QCOMPARE(fields.value(u"client_id"_s), u"desktop"_s);
            QCOMPARE(fields.value(u"client_assertion_type"_s),
                     u"urn:ietf:params:oauth:client-assertion-type:jwt-bearer"_s);
            const auto token = core::parseJws(fields.value(u"client_assertion"_s).toLatin1());
            QVERIFY(token);
            QVERIFY(m_verifier.verify("ES256", m_key.jwk(), token->signedBytes, token->signature));
            seen += token->payload.value(u"jti"_s).toString();
        }
        QCOMPARE(posts, 5); // code, introspection; refresh, introspection; revocation
        QCOMPARE(seen.size(), posts);
    }

    void withoutItsKeyNobodySignsIn()
    {
        IdentityFixture f;
        f.profile.clientAuthentication = u"private_key_jwt"_s;
        const core::Error missing = f.signIn().error();
        QCOMPARE(missing.code, ErrorCode::SecretMissing);
        QCOMPARE(missing.detail, core::clientSecretKey(f.profile));
        f.secrets.entries.insert(core::clientSecretKey(f.profile), Secret("not a key"));
        QCOMPARE(f.signIn().error().code, ErrorCode::InvalidInput);
        QCOMPARE(f.provider.requestsTo(u"/token"_s), 0);
    }
};

QTEST_GUILESS_MAIN(TestClientAssertion)
#include "tst_clientassertion.moc"
