// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/robustness/identity/forgery.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

namespace {

constexpr auto endpoint = "/jwks"_L1;

void add(const char *name, const QString &detail, const std::function<void(Adversary &)> &change,
         ErrorCode code = ErrorCode::SignInRefused)
{
    QTest::newRow(name) << Hostility{change, code, detail, endpoint};
}

void forge(const char *name, const QString &detail, const forgery::Maker &maker)
{
    add(name, detail, [maker](Adversary &f) {
        f.provider.signIdToken = [&f, maker](const QJsonObject &claims) { return maker(f.provider, claims); };
    });
}

void header(const char *name, const QString &detail, const QJsonObject &members)
{
    forge(name, detail,
          [members](FakeProvider &p, const QJsonObject &claims) { return forgery::withHeader(p, members, claims); });
}

// A key set that differs from the right one in one member of its key.
void keySays(const char *name, const QString &member, const QJsonValue &value)
{
    add(name, u"signature:"_s, [=](Adversary &f) { f.provider.keys.front().insert(member, value); });
}

void keysAre(const char *name, const QString &detail, const WireAnswer &answer,
             ErrorCode code = ErrorCode::EndpointFailed)
{
    add(
        name, detail, [answer](Adversary &f) { f.op.put(u"/jwks"_s, answer); }, code);
}

} // namespace

// Who signed the ID token, how, and with what.
class TestHostileKeys : public QObject
{
    Q_OBJECT

private slots:
    void aRowOfThePlansIsRefused_data()
    {
        QTest::addColumn<Hostility>("hostility");
        forge("oidcc-client-test-idtoken-sig-none", u"token: alg"_s, [](FakeProvider &, const QJsonObject &claims) {
            return forgery::encode({{u"alg"_s, u"none"_s}}) + '.' + forgery::encode(claims) + '.';
        });
        forge("oidcc-client-test-invalid-sig-rs256", u"signature:"_s, [](FakeProvider &p, const QJsonObject &claims) {
            return forgery::broken(p.key.token("RS256", claims, p.kid));
        });
        add("oidcc-client-test-invalid-sig-es256", u"signature:"_s, [](Adversary &f) {
            forgery::signWith(f.provider, "ES256");
            f.provider.signIdToken = [&f](const QJsonObject &claims) {
                return forgery::broken(f.provider.key.token("ES256", claims, f.provider.kid));
            };
        });
        add("oidcc-client-test-invalid-sig-hs256", u"token: alg"_s, [](Adversary &f) {
            f.provider.signIdToken = [](const QJsonObject &claims) {
                return forgery::broken(forgery::hmac("client-secret", {{u"alg"_s, u"HS256"_s}}, claims));
            };
        });
        forge("fapi2-invalid-null-alg", u"token: alg"_s, [](FakeProvider &p, const QJsonObject &claims) {
            return forgery::withHeader(p, {{u"alg"_s, QJsonValue::Null}}, claims);
        });
        add("fapi2-invalid-alternate-alg", u"alg:"_s,
            [](Adversary &f) { f.op.announce(u"id_token_signing_alg_values_supported"_s, QJsonArray{u"PS256"_s}); });
    }
    void aRowOfThePlansIsRefused()
    {
        QFETCH(Hostility, hostility);
        refusesCleanly(hostility);
    }

    void aForgedTokenIsRefused_data()
    {
        QTest::addColumn<Hostility>("hostility");
        forge("the public key as an HS256 secret", u"token: alg"_s, [](FakeProvider &p, const QJsonObject &claims) {
            const QByteArray key = QJsonDocument(p.keys.front()).toJson(QJsonDocument::Compact);
            return forgery::hmac(key, {{u"alg"_s, u"HS256"_s}, {u"kid"_s, p.kid}}, claims);
        });
        forge("a good HS256 with the client's secret", u"token: alg"_s, [](FakeProvider &, const QJsonObject &claims) {
            return forgery::hmac("client-secret", {{u"alg"_s, u"HS256"_s}}, claims);
        });
        forge("alg None, in other letters", u"token: alg"_s, [](FakeProvider &, const QJsonObject &claims) {
            return forgery::encode({{u"alg"_s, u"nOnE"_s}}) + '.' + forgery::encode(claims) + ".AAAA";
        });
        header("alg an array", u"token: alg"_s, {{u"alg"_s, QJsonArray{u"RS256"_s}}});
        header("alg in small letters", u"token: alg"_s, {{u"alg"_s, u"rs256"_s}});
        header("an unknown crit", u"token: crit"_s, {{u"crit"_s, QJsonArray{u"x"_s}}});
        header("crit empty", u"token: crit"_s, {{u"crit"_s, QJsonArray()}});
        header("b64 false under crit", u"token: crit"_s, {{u"crit"_s, QJsonArray{u"b64"_s}}, {u"b64"_s, false}});
        header("kid a number", u"token: kid"_s, {{u"kid"_s, 1}});
        header("kid unknown", u"signature:"_s, {{u"kid"_s, u"k2"_s}});
        header("the type of an access token", u"typ:"_s, {{u"typ"_s, u"at+JWT"_s}});
        header("the type of a logout token", u"typ:"_s, {{u"typ"_s, u"logout+jwt"_s}});
        header("the type of a logout token, in full", u"typ:"_s, {{u"typ"_s, u"application/logout+jwt"_s}});
        header("typ a number", u"token: typ"_s, {{u"typ"_s, 1}});
        header("typ empty", u"token: typ"_s, {{u"typ"_s, u""_s}});
        for (const char *name : {"jwk", "jku", "x5u", "x5c"}) {
            forge(name, u"signature:"_s, [name](FakeProvider &p, const QJsonObject &claims) {
                const TestKey own = TestKey::make("RS256");
                const QString member = QString::fromLatin1(name);
                const QJsonValue value = member == "jwk"_L1 ? QJsonValue(own.jwk()) : QJsonValue(p.issuer + u"/end"_s);
                const QJsonObject header{{u"alg"_s, u"RS256"_s}, {u"kid"_s, p.kid}, {member, value}};
                const QByteArray text = forgery::encode(header) + '.' + forgery::encode(claims);
                return compactJws(header, claims, own.sign("RS256", text));
            });
        }
        forge("signed by a stranger under the right kid", u"signature:"_s,
              [](FakeProvider &p, const QJsonObject &claims) {
                  return TestKey::make("RS256").token("RS256", claims, p.kid);
              });
        forge("the claims of another token", u"signature:"_s, [](FakeProvider &p, const QJsonObject &claims) {
            QJsonObject other = claims;
            other.insert(u"email"_s, u"root@op.example"_s);
            const auto parts = p.key.token("RS256", claims, p.kid).split('.');
            return parts.at(0) + '.' + forgery::encode(other) + '.' + parts.at(2);
        });
    }
    void aForgedTokenIsRefused()
    {
        QFETCH(Hostility, hostility);
        refusesCleanly(hostility);
    }

    void aTokenThatIsNotOneIsRefused_data()
    {
        QTest::addColumn<Hostility>("hostility");
        const auto good = [](FakeProvider &p, const QJsonObject &claims) {
            return p.key.token("RS256", claims, p.kid);
        };
        const auto alter = [&](const char *name, const std::function<QByteArray(QByteArray)> &change) {
            forge(name, u"token:"_s,
                  [=](FakeProvider &p, const QJsonObject &claims) { return change(good(p, claims)); });
        };
        alter("a segment too many", [](const QByteArray &token) { return QByteArray(token + ".AAAA"); });
        alter("a segment too few", [](const QByteArray &token) { return token.left(token.lastIndexOf('.')); });
        alter("no signature", [](const QByteArray &token) { return token.left(token.lastIndexOf('.') + 1); });
        alter("padding", [](const QByteArray &token) { return QByteArray(token + "=="); });
        alter("a line break", [](const QByteArray &token) { return QByteArray(token + "\n"); });
        alter("the other alphabet of base64",
              [](QByteArray token) { return token.replace('-', '+').replace('_', '/') + "+/"; });
        alter("longer than 128 KB",
              [](const QByteArray &token) { return QByteArray(token + QByteArray(200'000, 'A')); });
        alter("text", [](const QByteArray &) { return QByteArray("not.a.token"); });
        forge("bits behind the last byte", u"token:"_s, [](FakeProvider &p, const QJsonObject &claims) {
            // 256 bytes end on four spare bits, which a decoder may ignore and this one must not.
            p.key = TestKey::make("RS256", 2048);
            p.keys = {p.key.jwk(p.kid)};
            QByteArray token = p.key.token("RS256", claims, p.kid);
            token.back() = token.back() == 'A' ? 'B' : static_cast<char>(token.back() + 1);
            return token;
        });
        const auto payload = [](const char *name, const std::function<QByteArray(QByteArray json)> &change) {
            forge(name, u"token: payload"_s, [=](FakeProvider &p, const QJsonObject &claims) {
                const QByteArray json = change(QJsonDocument(claims).toJson(QJsonDocument::Compact));
                const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
                return forgery::signedSegments(p, forgery::encode({{u"alg"_s, u"RS256"_s}, {u"kid"_s, p.kid}}),
                                               json.toBase64(options));
            });
        };
        payload("a member twice", [](const QByteArray &json) { return json.chopped(1) + R"(,"sub":"root"})"; });
        payload("a member twice, once escaped",
                [](const QByteArray &json) { return json.chopped(1) + R"(,"\u0073ub":"root"})"; });
        payload("an array for claims", [](const QByteArray &json) { return '[' + json + ']'; });
        payload("claims that end early", [](const QByteArray &json) { return json.chopped(1); });
        payload("more behind the claims", [](const QByteArray &json) { return json + "{}"; });
        payload("broken UTF-8", [](const QByteArray &json) { return json.chopped(1) + ",\"x\":\"\xff\xfe\"}"; });
        payload("a thousand levels", [](const QByteArray &json) {
            return json.chopped(1) + ",\"x\":" + QByteArray(2000, '[') + QByteArray(2000, ']') + '}';
        });
        forge("a header twice", u"token: header"_s, [](FakeProvider &p, const QJsonObject &claims) {
            const QByteArray json = R"({"alg":"none","kid":"k1","alg":"RS256"})";
            const auto options = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
            return forgery::signedSegments(p, json.toBase64(options), forgery::encode(claims));
        });
    }
    void aTokenThatIsNotOneIsRefused()
    {
        QFETCH(Hostility, hostility);
        refusesCleanly(hostility);
    }

    void anEllipticSignatureOfTheWrongFormIsRefused_data()
    {
        QTest::addColumn<Hostility>("hostility");
        const auto signature = [](const char *name, const std::function<QByteArray(QByteArray raw)> &change) {
            add(name, u"signature:"_s, [change](Adversary &f) {
                forgery::signWith(f.provider, "ES256");
                f.provider.signIdToken = [&f, change](const QJsonObject &claims) {
                    const QJsonObject header{{u"alg"_s, u"ES256"_s}, {u"kid"_s, f.provider.kid}};
                    const QByteArray text = forgery::encode(header) + '.' + forgery::encode(claims);
                    return compactJws(header, claims, change(f.provider.key.sign("ES256", text)));
                };
            });
        };
        // The same two numbers as ASN.1: the padding keeps numbers positive.
        signature("DER instead of raw", [](const QByteArray &raw) {
            const auto number = [](const QByteArray &part) { return QByteArray("\x02\x21", 2) + '\0' + part; };
            return QByteArray("\x30\x46", 2) + number(raw.left(32)) + number(raw.mid(32));
        });
        signature("a byte short", [](const QByteArray &raw) { return raw.chopped(1); });
        signature("a byte long", [](const QByteArray &raw) { return QByteArray(raw + '\0'); });
        signature("all zeros", [](const QByteArray &raw) { return QByteArray(raw.size(), '\0'); });
        signature("all ones", [](const QByteArray &raw) { return QByteArray(raw.size(), '\xff'); });
        signature("the two halves changed over",
                  [](const QByteArray &raw) { return QByteArray(raw.mid(32) + raw.left(32)); });
    }
    void anEllipticSignatureOfTheWrongFormIsRefused()
    {
        QFETCH(Hostility, hostility);
        refusesCleanly(hostility);
    }

    void aKeyThatMayNotSignIsRefused_data()
    {
        QTest::addColumn<Hostility>("hostility");
        keySays("use enc", u"use"_s, u"enc"_s);
        keySays("key_ops without verify", u"key_ops"_s, QJsonArray{u"sign"_s});
        keySays("alg of another kind", u"alg"_s, u"RS512"_s);
        keySays("kty EC under an RSA key", u"kty"_s, u"EC"_s);
        keySays("an exponent of one", u"e"_s, u"AQ"_s);
        keySays("an even exponent", u"e"_s, u"Ag"_s);
        keySays("a modulus of zero", u"n"_s, u"AA"_s);
        keySays("a modulus that is a number", u"n"_s, 12345);
        keySays("a modulus of 64 KB", u"n"_s, QString(87'380, u'A'));
        add("RSA of 1024 bits", u"signature:"_s, [](Adversary &f) {
            f.provider.key = TestKey::make("RS256", 1024);
            f.provider.keys = {f.provider.key.jwk(f.provider.kid)};
        });
        add("the same kid, another kind only", u"signature:"_s,
            [](Adversary &f) { f.provider.keys = {TestKey::make("ES256").jwk(f.provider.kid)}; });
        add("a point that is not on the curve", u"signature:"_s, [](Adversary &f) {
            forgery::signWith(f.provider, "ES256");
            f.provider.keys.front().insert(u"y"_s, QString(43, u'A'));
        });
        add("a curve of another size", u"signature:"_s, [](Adversary &f) {
            forgery::signWith(f.provider, "ES256");
            f.provider.keys.front().insert(u"crv"_s, u"P-384"_s);
        });
        add("Ed25519 with a key of 31 bytes", u"signature:"_s, [](Adversary &f) {
            forgery::signWith(f.provider, "EdDSA");
            f.provider.keys.front().insert(u"x"_s, QString(42, u'A'));
        });
        add("no keys at all", u"signature:"_s, [](Adversary &f) { f.provider.keys.clear(); });
        add("a hundred keys before the right one, and no kid", u"signature:"_s, [](Adversary &f) {
            const QJsonObject right = f.provider.keys.front();
            f.provider.keys = std::vector<QJsonObject>(100, TestKey::make("RS256").jwk());
            f.provider.keys.push_back(right);
            f.provider.kid.clear();
        });
    }
    void aKeyThatMayNotSignIsRefused()
    {
        QFETCH(Hostility, hostility);
        refusesCleanly(hostility);
    }

    void aKeySetThatIsNotOneIsRefused_data()
    {
        QTest::addColumn<Hostility>("hostility");
        const core::HttpHeaders html{{"Content-Type", "text/html"}};
        keysAre("401, as Oracle's until it is public", u"jwks_uri: status 401"_s, {.status = 401});
        keysAre("a page", u"jwks_uri:"_s, {.headers = html, .body = "<html>Sign in to our network"});
        keysAre("ten megabytes", u"answer too large"_s, {.body = QByteArray(10 * 1024 * 1024, ' ')},
                ErrorCode::LimitReached);
        keysAre("an array", u"jwks_uri:"_s, {.body = "[]"});
        keysAre("keys that are an object", u"jwks_uri:"_s, {.body = R"({"keys":{}})"});
        keysAre("keys twice", u"jwks_uri:"_s, {.body = R"({"keys":[],"keys":[]})"});
        keysAre("keys that are no objects", u"signature:"_s, {.body = R"({"keys":[1,"a",null,[]]})"},
                ErrorCode::SignInRefused);
        keysAre("a redirect", u"jwks_uri: status 302"_s, {.status = 302, .headers = {{"Location", "/me"}}});
    }
    void aKeySetThatIsNotOneIsRefused()
    {
        QFETCH(Hostility, hostility);
        refusesCleanly(hostility);
    }

    // However many tokens with invented keys come, the provider's keys are not fetched again and again.
    void inventedKeysCostTheProviderOneRequestMore()
    {
        Adversary f;
        for (int i = 0; i < 5; ++i) {
            f.provider.kid = u"invented-%1"_s.arg(i);
            QCOMPARE(f.faultOf(f.signIn(), ErrorCode::SignInRefused, u"signature:"_s, endpoint), QString());
        }
        QCOMPARE(f.op.requestsTo(u"/jwks"_s), 2);
    }
};

QTEST_GUILESS_MAIN(TestHostileKeys)
#include "tst_hostilekeys.moc"
