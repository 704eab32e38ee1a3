// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/base64url.h"
#include "core/identity/claims.h"
#include "core/identity/form.h"
#include "core/identity/jwks.h"
#include "core/identity/jws.h"
#include "core/identity/pkce.h"
#include "core/identity/strictjson.h"
#include "tests/support/testkey.h"

#include <QJsonArray>
#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

// moc loses its way in raw strings: apostrophes stand for quotation marks.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

} // namespace

class TestStrictParsing : public QObject
{
    Q_OBJECT

private slots:
    void base64UrlHasOneSpelling()
    {
        QCOMPARE(core::fromBase64Url("-_8").value_or("?"), QByteArray("\xfb\xff"));
        QCOMPARE(core::fromBase64Url("").value_or("?"), QByteArray());
        for (const char *wrong : {"-_9", "+/8", "-_8=", "a", "YQ\n", "Y Q", "YQ.."})
            QVERIFY2(!core::fromBase64Url(wrong), wrong);
    }

    void aMemberNamedTwiceIsNoJson()
    {
        const QByteArray good =
            json("{'a':1,'b':{'a':2},'c':[{'a':1},{'a':2}],'d':'a\\',\\'a'}"); // moc stumbles over it in a macro
        QVERIFY(core::strictJsonObject(good));
        const QList<QByteArray> wrongOnes{json("{'a':1,'a':1}"),
                                          json("{'a':1,'\\u0061':2}"),
                                          json("{'x':[{'a':1,'a':2}]}"),
                                          json("[]"),
                                          json("7"),
                                          QByteArray(),
                                          json("{'a':1} x"),
                                          json("{'a':1")};
        for (const QByteArray &wrong : wrongOnes)
            QVERIFY2(!core::strictJsonObject(wrong), wrong.constData());
    }

    void aFormIsSplitBeforeItIsDecoded()
    {
        const auto form = core::decodeForm("code=a%26state%3Dzz&state=s&name=J%C3%B6rg+K%2B&empty=&flag");
        QVERIFY(form && form->twice.isEmpty());
        QCOMPARE(form->fields.value(u"code"_s), u"a&state=zz"_s);
        QCOMPARE(form->fields.value(u"state"_s), u"s"_s);
        QCOMPARE(form->fields.value(u"name"_s), u"Jörg K+"_s);
        QVERIFY(form->fields.contains(u"flag"_s));
        QCOMPARE(core::decodeForm("code=1&c%6Fde=2")->twice, QStringList{u"code"_s});
        QVERIFY(!core::decodeForm("a=%GG"));
        QVERIFY(!core::decodeForm("a=%4"));
        QVERIFY(!core::decodeForm("a=%FF%FE"));
    }

    void whatIsEncodedIsDecoded()
    {
        const QString value = u"a&b=c+d %/ü?#"_s;
        QCOMPARE(core::decodeForm(core::encodeForm({{u"k"_s, value}}))->fields.value(u"k"_s), value);
    }

    void aTokenWithAnyOddityIsRefused_data()
    {
        QTest::addColumn<QByteArray>("token");
        static const TestKey key = TestKey::make("ES256");
        const QByteArray good = key.token("ES256", {{u"sub"_s, u"x"_s}});
        const auto parts = good.split('.');
        const auto header = [&](const QByteArray &json) {
            return core::toBase64Url(json) + '.' + parts.at(1) + '.' + parts.at(2);
        };
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("two segments") << parts.at(0) + '.' + parts.at(1);
        QTest::newRow("four segments") << good + ".x";
        QTest::newRow("five segments, encrypted") << good + ".x.y";
        QTest::newRow("no signature") << parts.at(0) + '.' + parts.at(1) + '.';
        QTest::newRow("white space") << good + '\n';
        QTest::newRow("padding") << parts.at(0) + "=." + parts.at(1) + '.' + parts.at(2);
        QTest::newRow("alg missing") << header("{}");
        QTest::newRow("alg none") << header(json("{'alg':'none'}"));
        QTest::newRow("alg NonE") << header(json("{'alg':'NonE'}"));
        QTest::newRow("alg HS256") << header(json("{'alg':'HS256'}"));
        QTest::newRow("alg null") << header(json("{'alg':null}"));
        QTest::newRow("alg in lower case") << header(json("{'alg':'es256'}"));
        QTest::newRow("alg twice") << header(json("{'alg':'ES256','alg':'ES256'}"));
        QTest::newRow("crit") << header(json("{'alg':'ES256','crit':['b64'],'b64':false}"));
        QTest::newRow("empty crit") << header(json("{'alg':'ES256','crit':[]}"));
        QTest::newRow("kid is a number") << header(json("{'alg':'ES256','kid':1}"));
        QTest::newRow("claims are an array") << parts.at(0) + '.' + core::toBase64Url("[]") + '.' + parts.at(2);
        QTest::newRow("huge") << good + QByteArray(200'000, 'A');
    }

    void aTokenWithAnyOddityIsRefused()
    {
        QFETCH(QByteArray, token);
        const auto parsed = core::parseJws(token);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().code, core::ErrorCode::SignInRefused);
    }

    void onlyFittingKeysAreTried()
    {
        const core::KeySet keys{{{u"kty"_s, u"RSA"_s}, {u"kid"_s, u"a"_s}},
                                {{u"kty"_s, u"EC"_s}, {u"crv"_s, u"P-256"_s}, {u"kid"_s, u"a"_s}},
                                {{u"kty"_s, u"EC"_s}, {u"crv"_s, u"P-384"_s}, {u"kid"_s, u"a"_s}},
                                {{u"kty"_s, u"RSA"_s}, {u"kid"_s, u"b"_s}, {u"use"_s, u"enc"_s}},
                                {{u"kty"_s, u"RSA"_s}, {u"kid"_s, u"c"_s}, {u"alg"_s, u"PS256"_s}},
                                {{u"kty"_s, u"RSA"_s}, {u"kid"_s, u"d"_s}, {u"key_ops"_s, QJsonArray{u"sign"_s}}},
                                {{u"kty"_s, u"oct"_s}, {u"kid"_s, u"a"_s}}};
        QCOMPARE(core::candidates(keys, "RS256", u"a"_s).size(), 1);
        QCOMPARE(core::candidates(keys, "ES256", u"a"_s).size(), 1);
        QCOMPARE(core::candidates(keys, "RS256", {}).size(), 1);
        QCOMPARE(core::candidates(keys, "PS256", {}).size(), 2);
        QVERIFY(core::candidates(keys, "RS256", u"b"_s).isEmpty());
        QVERIFY(core::candidates(keys, "HS256", u"a"_s).isEmpty());
        core::KeySet many;
        for (int i = 0; i < 1000; ++i)
            many += QJsonObject{{u"kty"_s, u"RSA"_s}};
        QCOMPARE(core::candidates(many, "RS256", {}).size(), 8);
    }

    void keysAreASet()
    {
        const QByteArray good = json("{'keys':[{'kty':'RSA'},7]}");
        QVERIFY(core::parseKeySet(good));
        for (const QByteArray &wrong :
             {QByteArray(), json("<html>"), json("[]"), json("{'keys':{}}"), json("{'keys':[],'keys':[]}")})
            QCOMPARE(core::parseKeySet(wrong).error().code, core::ErrorCode::EndpointFailed);
    }

    void theChallengeIsThatOfTheStandard() // RFC 7636, appendix B
    {
        QCOMPARE(core::pkceChallenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
                 QByteArray("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
        QSet<QByteArray> verifiers;
        for (int i = 0; i < 200; ++i) {
            const auto pkce = core::makePkce();
            const auto size = pkce.verifier.reveal().size();
            QVERIFY(size >= 43 && size <= 128 && pkce.challenge == core::pkceChallenge(pkce.verifier.reveal()));
            verifiers += pkce.verifier.reveal();
        }
        QCOMPARE(verifiers.size(), 200);
    }

    void aPathFindsNamesWithDots()
    {
        const QJsonObject claims{
            {u"https://acme.example/roles"_s, QJsonArray{u"a"_s}},
            {u"realm_access"_s, QJsonObject{{u"roles"_s, QJsonArray{u"b"_s, 7, u"c"_s}}}},
            {u"resource_access"_s, QJsonObject{{u"my.client"_s, QJsonObject{{u"roles"_s, QJsonArray{u"d"_s}}}}}},
            {u"scope"_s, u"e  f"_s}};
        QCOMPARE(core::wordsOf(core::claimAt(claims, u"https://acme.example/roles"_s)), QStringList{u"a"_s});
        QCOMPARE(core::wordsOf(core::claimAt(claims, u"realm_access.roles"_s)), (QStringList{u"b"_s, u"c"_s}));
        QCOMPARE(core::wordsOf(core::claimAt(claims, u"resource_access.my.client.roles"_s)), QStringList{u"d"_s});
        QCOMPARE(core::wordsOf(core::claimAt(claims, u"scope"_s)), (QStringList{u"e"_s, u"f"_s}));
        QVERIFY(core::claimAt(claims, u"realm_access.groups"_s).isUndefined());
        const QJsonObject shapes{{u"groups"_s, QJsonArray{QJsonObject{{u"name"_s, u"g"_s}}, u"h"_s, QJsonObject(),
                                                          QJsonObject{{u"name"_s, u"i"_s}}}},
                                 {u"roles"_s, QJsonObject{{u"reviewer"_s, QJsonObject()}}}};
        QCOMPARE(core::wordsOf(core::claimAt(shapes, u"groups.name"_s)), (QStringList{u"g"_s, u"i"_s}));
        QVERIFY(core::claimAt(shapes, u"groups.id"_s).isUndefined());
        QCOMPARE(core::wordsOf(core::claimAt(shapes, u"roles"_s)), QStringList{u"reviewer"_s});
        QVERIFY(core::claimAt(claims, u""_s).isUndefined());
        QVERIFY(core::claimAt(claims, u"."_s).isUndefined());
    }
};

QTEST_GUILESS_MAIN(TestStrictParsing)
#include "tst_strictparsing.moc"
