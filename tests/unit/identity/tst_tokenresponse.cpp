// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/tokenrequest.h"
#include "core/identity/tokenresponse.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

class TestTokenResponse : public QObject
{
    Q_OBJECT

    static core::Result<core::TokenResponse> parse(int status, const QByteArray &body)
    {
        return core::parseTokenResponse({status, {}, body});
    }

private slots:
    void everythingIsRead()
    {
        const auto tokens = parse(200, R"({"access_token":"a","token_type":"bEARER","expires_in":60,"refresh_token":"r",
                                          "id_token":"i","scope":"openid x"})");
        QVERIFY(tokens);
        QCOMPARE(tokens->accessToken, core::Secret("a"));
        QCOMPARE(tokens->refreshToken, core::Secret("r"));
        QCOMPARE(tokens->idToken, core::Secret("i"));
        QCOMPARE(tokens->lifetime, std::chrono::seconds(60));
        QCOMPARE(tokens->scopes, (QStringList{u"openid"_s, u"x"_s}));
    }

    void aLifetimeMayBeUnknown()
    {
        for (const char *odd : {R"("expires_in":0)", R"("expires_in":-5)", R"("expires_in":"-5")", R"("x":1)"}) {
            const auto tokens = parse(200, QByteArray(R"({"access_token":"a","token_type":"Bearer",)") + odd + '}');
            QVERIFY(tokens && !tokens->lifetime);
        }
        QCOMPARE(parse(200, R"({"access_token":"a","token_type":"Bearer","expires_in":"90"})")->lifetime,
                 std::chrono::seconds(90));
        QVERIFY(parse(200, R"({"access_token":"a","token_type":"Bearer","expires_in":1e300})")->lifetime);
    }

    // RFC 6749, 5.1. Only a lifetime may be a string: Entra's first version writes it so.
    void aMemberOfAWrongTypeIsRefused_data()
    {
        QTest::addColumn<QByteArray>("member");
        QTest::addColumn<QByteArray>("value");
        for (const char *member : {"access_token", "token_type", "refresh_token", "id_token", "scope", "expires_in"}) {
            for (const char *value : {"{}", "[]", "true", "null", R"(["a"])", R"({"a":"b"})"})
                QTest::addRow("%s %s", member, value) << QByteArray(member) << QByteArray(value);
            if (QByteArray(member) != "expires_in")
                QTest::addRow("%s 7", member) << QByteArray(member) << QByteArray("7");
        }
        for (const char *value : {R"("")", R"("soon")", R"("nan")", R"("inf")", R"("60s")", R"("0x10")"})
            QTest::addRow("expires_in %s", value) << QByteArray("expires_in") << QByteArray(value);
    }

    void aMemberOfAWrongTypeIsRefused()
    {
        QFETCH(QByteArray, member);
        QFETCH(QByteArray, value);
        QByteArray body = "{\"" + member + "\":" + value;
        for (const auto &[name, good] : {std::pair("access_token", "a"), std::pair("token_type", "Bearer")}) {
            if (member != name)
                body += QByteArray(",\"") + name + "\":\"" + good + '"';
        }
        const auto tokens = parse(200, body + '}');
        QVERIFY(!tokens);
        QCOMPARE(tokens.error().code, ErrorCode::EndpointFailed);
        QVERIFY2(tokens.error().detail.startsWith("token_endpoint: "_L1 + QString::fromLatin1(member)),
                 qPrintable(tokens.error().detail));
    }

    void anythingElseIsAnError_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, int status, const QByteArray &body, ErrorCode code) {
            QTest::newRow(name) << status << body << static_cast<int>(code);
        };
        row("invalid_grant", 400, R"({"error":"invalid_grant"})", ErrorCode::SignInNeeded);
        row("invalid_client", 401, R"({"error":"invalid_client"})", ErrorCode::SignInRefused);
        row("an error with status 200", 200, R"({"error":"invalid_scope"})", ErrorCode::SignInRefused);
        row("429", 429, "", ErrorCode::EndpointBusy);
        row("503 with invalid_grant", 503, R"({"error":"invalid_grant"})", ErrorCode::EndpointFailed);
        row("an error that is none, with status 200", 200, R"({"error":{}})", ErrorCode::EndpointFailed);
        row("html", 200, "<html>", ErrorCode::EndpointFailed);
        row("html with 400", 400, "<html>", ErrorCode::EndpointFailed);
        row("a redirect", 302, "", ErrorCode::EndpointFailed);
        row("201", 201, R"({"access_token":"a","token_type":"Bearer"})", ErrorCode::EndpointFailed);
        row("no access token", 200, R"({"token_type":"Bearer"})", ErrorCode::EndpointFailed);
        row("access token is an object", 200, R"({"access_token":{},"token_type":"Bearer"})",
            ErrorCode::EndpointFailed);
        row("a line break in the token", 200, R"({"access_token":"a\r\nX: y","token_type":"Bearer"})",
            ErrorCode::EndpointFailed);
        row("no type", 200, R"({"access_token":"a"})", ErrorCode::EndpointFailed);
        row("DPoP", 200, R"({"access_token":"a","token_type":"DPoP"})", ErrorCode::EndpointFailed);
        row("two access tokens", 200, R"({"access_token":"a","access_token":"b","token_type":"Bearer"})",
            ErrorCode::EndpointFailed);
    }

    void anythingElseIsAnError()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(int, code);
        const auto tokens = parse(status, body);
        QVERIFY(!tokens);
        QCOMPARE(static_cast<int>(tokens.error().code), code);
    }

    void anErrorsTextIsShortAndOnOneLine()
    {
        const QString text = core::describeProviderError(u"bad"_s, u"a\r\nb\x1b[31m"_s + QString(500, u'x'));
        QVERIFY(text.startsWith("bad: \"a b"_L1));
        QVERIFY(text.size() <= 200);
        QVERIFY(!text.contains(u'\x1b') && !text.contains(u'\n'));
    }

    void theClientsOwnSecretGoesWhereTheProfileSays()
    {
        core::ProviderProfile profile;
        profile.clientId = u"my client"_s;
        const QUrl url(u"https://op.example/token"_s);
        const auto header = [](const core::HttpRequest &request) {
            for (const auto &[name, value] : request.headers) {
                if (name == "Authorization")
                    return value;
            }
            return QByteArray();
        };
        auto request = core::backChannelRequest(profile, url, {{u"a"_s, u"b"_s}}, core::Secret("s:e"));
        QCOMPARE(request.body, QByteArray("a=b&client_id=my%20client"));
        QVERIFY(header(request).isEmpty());
        profile.clientAuthentication = u"client_secret_basic"_s;
        request = core::backChannelRequest(profile, url, {{u"a"_s, u"b"_s}}, core::Secret("s:e"));
        QCOMPARE(request.body, QByteArray("a=b"));
        QCOMPARE(header(request), "Basic " + QByteArray("my+client:s%3Ae").toBase64());
        profile.clientAuthentication = u"client_secret_post"_s;
        request = core::backChannelRequest(profile, url, {}, core::Secret("s:e"));
        QCOMPARE(request.body, QByteArray("client_id=my%20client&client_secret=s%3Ae"));
    }

    void refreshingSendsWhatTheProfileSays()
    {
        core::ProviderProfile profile;
        profile.scopes = {u"openid"_s, u"x"_s};
        profile.resource = {u"https://api.example"_s};
        QCOMPARE(core::encodeForm(core::refreshGrant(profile, core::Secret("r"))),
                 QByteArray("grant_type=refresh_token&refresh_token=r&resource=https%3A%2F%2Fapi.example"));
        profile.resource.clear();
        profile.scopeOnRefresh = true;
        profile.tokenParameters = {{u"k"_s, u"v"_s}};
        QCOMPARE(core::encodeForm(core::refreshGrant(profile, core::Secret("r"))),
                 QByteArray("grant_type=refresh_token&refresh_token=r&scope=openid%20x&k=v"));
    }
};

QTEST_GUILESS_MAIN(TestTokenResponse)
#include "tst_tokenresponse.moc"
