// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/base64url.h"
#include "core/identity/form.h"
#include "tests/robustness/identity/forgery.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace {

using Change = std::function<void(Adversary &)>;

void row(const char *name, const Change &change)
{
    QTest::newRow(name) << change;
}

// The public half of a key on a curve that we do not know: a JWK set may hold any.
QJsonObject unknownCurve(const QString &type, const QString &curve)
{
    return {{u"kty"_s, type}, {u"crv"_s, curve}, {u"x"_s, QString(43, u'A')}, {u"y"_s, QString(43, u'A')}};
}

QByteArray signedUserinfo(FakeProvider &provider, const QJsonObject &extra)
{
    QJsonObject claims{{u"iss"_s, provider.issuer},
                       {u"aud"_s, provider.clientId},
                       {u"sub"_s, provider.subject},
                       {u"name"_s, u"Alice Signed"_s}};
    for (auto it = extra.constBegin(); it != extra.constEnd(); ++it)
        claims.insert(it.key(), it.value());
    return provider.key.token("RS256", claims, provider.kid);
}

WireAnswer jwt(const QByteArray &token)
{
    return {.headers = {{"Content-Type", "application/jwt"}}, .body = token};
}

} // namespace

// What is right, or allowed, is accepted: a client that refuses everything is no safe one.
class TestGoodProvider : public QObject
{
    Q_OBJECT

private slots:
    void theBasePlanSignsIn()
    {
        Adversary f;
        const auto account = f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QCOMPARE(f.op.server.asked(),
                 (QStringList{u"/.well-known/openid-configuration"_s, u"/auth"_s, u"/token"_s, u"/jwks"_s, u"/me"_s}));
        QCOMPARE(f.writes, 1);
        const auto token = f.token();
        QVERIFY(token);
        const auto &userinfo = f.provider.requests.back();
        const auto bearer = std::pair<QByteArray, QByteArray>("Authorization", "Bearer " + token->reveal());
        QVERIFY(std::find(userinfo.headers.begin(), userinfo.headers.end(), bearer) != userinfo.headers.end());
        QVERIFY(!userinfo.url.hasQuery()); // RFC 6750, 2.3
        for (const auto &request : f.provider.requests)
            QVERIFY2(!request.url.toString().contains("PLANTED"_L1), qPrintable(request.url.path()));
    }

    void whatIsAllowedIsAccepted_data()
    {
        QTest::addColumn<Change>("change");
        row("oidcc-client-test-kid-absent-single-jwks", [](Adversary &f) { f.provider.kid.clear(); });
        row("oidcc-client-test-kid-absent-multiple-jwks", [](Adversary &f) {
            const QJsonObject right = f.provider.key.jwk();
            f.provider.kid.clear();
            f.provider.keys.clear();
            for (int i = 0; i < 3; ++i) {
                f.provider.keys.push_back(unknownCurve(u"EC"_s, u"secp256k1"_s));
                f.provider.keys.push_back(unknownCurve(u"OKP"_s, u"X25519"_s));
                f.provider.keys.push_back(TestKey::make("EdDSA").jwk());
                f.provider.keys.push_back(TestKey::make("ES256").jwk());
                f.provider.keys.push_back(i == 2 ? right : TestKey::make("RS256").jwk());
            }
        });
        for (const char *algorithm : {"RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512",
                                      "EdDSA", "Ed25519", "Ed448"}) {
            row(qPrintable(u"oidcc-client-test-idtoken-sig, "_s + QLatin1StringView(algorithm)),
                [algorithm](Adversary &f) { forgery::signWith(f.provider, algorithm); });
        }
        row("EdDSA on the larger curve, and its at_hash", [](Adversary &f) {
            forgery::signWith(f.provider, "Ed448");
            f.provider.extraTokenMembers.insert(u"access_token"_s, u"a-token"_s);
            f.provider.signIdToken = [&f](QJsonObject claims) {
                const QByteArray hash = f.signatures.shake256("a-token");
                claims.insert(u"at_hash"_s, QString::fromLatin1(core::toBase64Url(hash.left(57))));
                return f.provider.key.token("EdDSA", claims, f.provider.kid);
            };
        });
        row("the same kid on a key of another kind", [](Adversary &f) {
            f.provider.keys.insert(f.provider.keys.begin(), TestKey::make("ES256").jwk(f.provider.kid));
        });
        row("fapi2-valid-aud-as-array",
            [](Adversary &f) { f.provider.extraClaims.insert(u"aud"_s, QJsonArray{u"desktop"_s}); });
        // RFC 7517, 8.5 recommends a type of its own; what it is called changes nothing in what it says.
        row("keys that are called a page", [](Adversary &f) {
            const QByteArray keys =
                QJsonDocument(QJsonObject{{u"keys"_s, QJsonArray{f.provider.keys.front()}}}).toJson();
            f.op.put(u"/jwks"_s, {.headers = {{"Content-Type", "text/html"}}, .body = keys});
        });
        row("two audiences and azp, the other one trusted", [](Adversary &f) {
            f.profile.trustedAudiences = {u"api"_s};
            f.provider.extraClaims = {{u"aud"_s, QJsonArray{u"desktop"_s, u"api"_s}}, {u"azp"_s, u"desktop"_s}};
        });
        row("fapi2-token-type-case-insensitivity",
            [](Adversary &f) { f.provider.extraTokenMembers.insert(u"token_type"_s, u"bEARER"_s); });
        row("fapi2-token-endpoint-response-without-expires_in",
            [](Adversary &f) { f.provider.missingTokenMembers = {u"expires_in"_s}; });
        row("fapi1-no-scope-in-token-endpoint-response",
            [](Adversary &f) { f.provider.missingTokenMembers = {u"scope"_s}; });
        row("expires_in as a string",
            [](Adversary &f) { f.provider.extraTokenMembers.insert(u"expires_in"_s, u"600"_s); });
        row("expires_in below zero", [](Adversary &f) { f.provider.extraTokenMembers.insert(u"expires_in"_s, -1); });
        row("expires_in without end",
            [](Adversary &f) { f.provider.extraTokenMembers.insert(u"expires_in"_s, 1e300); });
        row("exp with a fraction", [](Adversary &f) {
            f.provider.extraClaims.insert(u"exp"_s, static_cast<double>(f.clock.time.toSecsSinceEpoch()) + 600.25);
        });
        row("exp inside the allowance for clocks", [](Adversary &f) {
            const qint64 now = f.clock.time.toSecsSinceEpoch();
            f.provider.extraClaims = {{u"iat"_s, now - 60}, {u"exp"_s, now - 29}};
        });
        for (const QString &type : {u"JWT"_s, u"application/jwt"_s}) {
            row(qPrintable("typ "_L1 + type), [type](Adversary &f) {
                f.provider.signIdToken = [&f, type](const QJsonObject &claims) {
                    const QJsonObject header{{u"alg"_s, u"RS256"_s}, {u"kid"_s, f.provider.kid}, {u"typ"_s, type}};
                    const QByteArray text = forgery::encode(header) + '.' + forgery::encode(claims);
                    return compactJws(header, claims, f.provider.key.sign("RS256", text));
                };
            });
        }
        // Nothing of these is followed: an address in a claim is only text.
        row("oidcc-client-test-aggregated-claims", [](Adversary &f) {
            f.provider.userinfo.insert(u"_claim_names"_s, QJsonObject{{u"address"_s, u"src"_s}});
            f.provider.userinfo.insert(u"_claim_sources"_s,
                                       QJsonObject{{u"src"_s, QJsonObject{{u"JWT"_s, u"a.b.c"_s}}}});
        });
        row("oidcc-client-test-distributed-claims", [](Adversary &f) {
            const QJsonObject source{{u"endpoint"_s, f.provider.issuer + u"/end"_s}, {u"access_token"_s, u"x"_s}};
            f.provider.userinfo.insert(u"_claim_names"_s, QJsonObject{{u"address"_s, u"src"_s}});
            f.provider.userinfo.insert(u"_claim_sources"_s, QJsonObject{{u"src"_s, source}});
        });
        row("oidcc-client-test-userinfo-signed",
            [](Adversary &f) { f.op.put(u"/me"_s, jwt(signedUserinfo(f.provider, {}))); });
    }
    void whatIsAllowedIsAccepted()
    {
        QFETCH(Change, change);
        Adversary f;
        change(f);
        const auto account = f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QVERIFY(f.token());
        f.barrier();
        QCOMPARE(f.op.requestsTo(u"/end"_s), 0);
        QCOMPARE(f.op.requestsTo(u"/jwks"_s), 1);
    }

    // fapi2-happy-path-no-dpop-nonce and, with other letters, fapi2-rs-dpop-auth-scheme-case-insensitivity
    void tokensThatAreBoundToAKeyAreAccepted_data()
    {
        QTest::addColumn<QString>("type");
        QTest::newRow("fapi2-happy-path-no-dpop-nonce") << u"DPoP"_s;
        QTest::newRow("fapi2-rs-dpop-auth-scheme-case-insensitivity") << u"dpOp"_s;
    }
    void tokensThatAreBoundToAKeyAreAccepted()
    {
        QFETCH(QString, type);
        Adversary f;
        f.profile.dpop = true;
        f.op.announce(u"dpop_signing_alg_values_supported"_s, QJsonArray{u"ES256"_s});
        f.provider.extraTokenMembers.insert(u"token_type"_s, type);
        const auto account = f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        const auto token = f.token();
        QVERIFY(token);
        QVERIFY(f.accounts->tokens().proof(*token, "GET", QUrl(u"https://api.example/x"_s)));
        QCOMPARE(f.op.requestsTo(u"/token"_s), 1); // no nonce was asked for
    }

    void aSecretInTheHeaderIsFormEncodedFirst() // oidcc-client-test-client-secret-basic
    {
        Adversary f;
        f.profile.clientAuthentication = u"client_secret_basic"_s;
        f.profile.clientId = f.provider.clientId = u"desk top:1"_s;
        f.secrets.entries.insert(u"lectern/client/acme"_s, core::Secret("p+w/d%: \xc3\xa4"));
        QByteArray header;
        f.op.instead = [&](const core::HttpRequest &request) -> std::optional<WireAnswer> {
            for (const auto &[name, value] : request.headers) {
                if (request.url.path() == "/token"_L1 && name == "Authorization")
                    header = value;
            }
            return std::nullopt;
        };
        (void)f.signIn(); // this provider knows no secrets: what counts is what was sent
        QCOMPARE(QByteArray::fromBase64(header.mid(6)), QByteArray("desk+top%3A1:p%2Bw%2Fd%25%3A+%C3%A4"));
        QVERIFY(header.startsWith("Basic "));
    }

    void onlyWhatCameIsShown() // oidcc-client-test-scope-userinfo-claims
    {
        Adversary f;
        f.profile.scopes = {u"openid"_s, u"profile"_s, u"email"_s};
        f.provider.userinfo = {{u"sub"_s, f.provider.subject}, {u"preferred_username"_s, u"alice"_s}};
        f.provider.missingClaims = {u"email"_s};
        const auto account = f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QCOMPARE(account->name, u"alice"_s);
        QCOMPARE(account->email, QString());
    }

    void newKeysBeforeTheSecondSignInAreFetched() // oidcc-client-test-signing-key-rotation
    {
        Adversary f;
        QVERIFY(f.signIn());
        f.provider.key = TestKey::make("RS256");
        f.provider.kid = u"k2"_s;
        f.provider.keys = {f.provider.key.jwk(f.provider.kid)};
        const auto account = f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QCOMPARE(f.op.requestsTo(u"/jwks"_s), 2);
    }

    void newKeysJustBeforeSigningAreFetched() // oidcc-client-test-signing-key-rotation-just-before-signing
    {
        Adversary f;
        const QJsonObject old = f.provider.keys.front();
        f.provider.key = TestKey::make("RS256");
        f.provider.kid = u"k2"_s;
        const QJsonObject fresh = f.provider.key.jwk(f.provider.kid);
        f.op.instead = [&](const core::HttpRequest &request) -> std::optional<WireAnswer> {
            if (request.url.path() == "/jwks"_L1)
                f.provider.keys = {f.op.requestsTo(u"/jwks"_s) == 1 ? old : fresh};
            return std::nullopt;
        };
        const auto account = f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QCOMPARE(f.op.requestsTo(u"/jwks"_s), 2);
    }

    void userinfoOfAnotherIsRefused_data()
    {
        QTest::addColumn<Hostility>("hostility");
        const auto add = [](const char *name, const QString &detail, const Change &change) {
            QTest::newRow(name) << Hostility{.change = change, .detail = detail, .last = u"/me"_s};
        };
        add("oidcc-client-test-userinfo-invalid-sub", u"userinfo sub:"_s,
            [](Adversary &f) { f.provider.userinfo.insert(u"sub"_s, f.provider.subject + u"invalid"_s); });
        add("no sub", u"userinfo sub:"_s, [](Adversary &f) { f.provider.userinfo.remove(u"sub"_s); });
        const auto said = [&](const char *name, const QString &detail, const QJsonObject &claims) {
            add(name, detail, [claims](Adversary &f) { f.op.put(u"/me"_s, jwt(signedUserinfo(f.provider, claims))); });
        };
        said("signed, of another user", u"userinfo sub:"_s, {{u"sub"_s, u"user-1invalid"_s}});
        said("signed, by another issuer", u"userinfo iss:"_s, {{u"iss"_s, u"https://evil.example"_s}});
        said("signed, for another client", u"userinfo aud:"_s, {{u"aud"_s, u"desktop1"_s}});
        said("signed, long ago", u"userinfo exp:"_s, {{u"exp"_s, 2000}});
        said("signed, with no time", u"userinfo exp:"_s, {{u"exp"_s, u"soon"_s}});
        said("signed, for later", u"userinfo nbf:"_s, {{u"nbf"_s, qint64{4102444800}}});
        add("signed, and broken", u"signature:"_s,
            [](Adversary &f) { f.op.put(u"/me"_s, jwt(forgery::broken(signedUserinfo(f.provider, {})))); });
        add("signed with none", u"token: alg"_s, [](Adversary &f) {
            const QByteArray claims = forgery::encode({{u"sub"_s, f.provider.subject}});
            f.op.put(u"/me"_s, jwt(forgery::encode({{u"alg"_s, u"none"_s}}) + '.' + claims + '.'));
        });
    }
    void userinfoOfAnotherIsRefused()
    {
        QFETCH(Hostility, hostility);
        refusesCleanly(hostility);
    }
};

QTEST_GUILESS_MAIN(TestGoodProvider)
#include "tst_goodprovider.moc"
