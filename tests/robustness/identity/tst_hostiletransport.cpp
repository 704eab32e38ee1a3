// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/robustness/identity/adversary.h"
#include "tests/support/testcertificate.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;
using Fault = WireAnswer::Fault;

namespace {

constexpr auto tokenEndpoint = "/token"_L1;
constexpr auto keysUrl = "/jwks"_L1;

void answers(const char *name, const QString &path, const WireAnswer &answer, ErrorCode code,
             const QString &detail = {})
{
    QTest::newRow(name) << Hostility{[=](Adversary &f) { f.op.put(path, answer); }, code, detail, path};
}

WireAnswer json(int status, const QByteArray &text)
{
    return {.status = status, .headers = {{"Content-Type", "application/json"}}, .body = text};
}

WireAnswer raw(const QByteArray &bytes)
{
    return {.raw = bytes};
}

// So much of nothing in a thousandth of it.
WireAnswer bomb(int megabytes)
{
    return {.headers = {{"Content-Encoding", "deflate"}, {"Content-Type", "application/json"}},
            .body = qCompress(QByteArray(megabytes * 1024 * 1024, ' ')).mid(4)};
}

void tokenMember(const char *name, const QString &member, const QJsonValue &value, ErrorCode code,
                 const QString &detail)
{
    QTest::newRow(name) << Hostility{[=](Adversary &f) { f.provider.extraTokenMembers.insert(member, value); }, code,
                                     detail, keysUrl};
}

} // namespace

// Answers that are none, or not what was asked for.
class TestHostileTransport : public QObject
{
    Q_OBJECT

private slots:
    void aRedirectOfTheBackChannelIsNotFollowed_data()
    {
        QTest::addColumn<Hostility>("hostility");
        for (const int status : {301, 302, 303, 307, 308}) {
            answers(qPrintable(u"token, %1"_s.arg(status)), tokenEndpoint,
                    {.status = status, .headers = {{"Location", "/end"}}}, ErrorCode::EndpointFailed,
                    u"token_endpoint: status %1"_s.arg(status));
            answers(qPrintable(u"keys, %1"_s.arg(status)), keysUrl,
                    {.status = status, .headers = {{"Location", "/end"}}}, ErrorCode::EndpointFailed,
                    u"jwks_uri: status %1"_s.arg(status));
        }
    }
    void aRedirectOfTheBackChannelIsNotFollowed()
    {
        QFETCH(Hostility, hostility);
        refusesCleanly(hostility);
    }

    void aTokenAnswerThatIsNotOneIsRefused_data()
    {
        QTest::addColumn<Hostility>("hostility");
        constexpr auto failed = ErrorCode::EndpointFailed;
        constexpr auto refused = ErrorCode::SignInRefused;
        const auto token = [](const char *name, const WireAnswer &answer, ErrorCode code, const QString &detail) {
            answers(name, tokenEndpoint, answer, code, detail);
        };
        token("a portal's page with status 200", {.body = "<html>Welcome"}, failed, u"token_endpoint:"_s);
        token("201", json(201, "{}"), failed, u"token_endpoint: status 201"_s);
        token("400 without words", {.status = 400}, failed, u"token_endpoint: status 400"_s);
        token("401 that asks for a password", {.status = 401, .headers = {{"WWW-Authenticate", "Basic realm=x"}}},
              failed, u"token_endpoint: status 401"_s);
        token("407", {.status = 407, .headers = {{"Proxy-Authenticate", "Basic realm=x"}}}, ErrorCode::Network, {});
        token("429", {.status = 429}, ErrorCode::EndpointBusy, u"token_endpoint: status 429"_s);
        token("503 with Retry-After", {.status = 503, .headers = {{"Retry-After", "1"}}}, failed,
              u"token_endpoint: status 503"_s);
        token("500 that says invalid_grant", json(500, R"({"error":"invalid_grant"})"), failed,
              u"token_endpoint: status 500"_s);
        token("invalid_grant", json(400, R"({"error":"invalid_grant"})"), refused, u"invalid_grant"_s);
        token("invalid_client", json(401, R"({"error":"invalid_client"})"), refused, u"invalid_client"_s);
        token("an error with status 200",
              json(200, R"({"error":"server_error","access_token":"a","token_type":"Bearer"})"), refused,
              u"server_error"_s);
        token("an array", json(200, "[]"), failed, u"token_endpoint:"_s);
        token("nothing", json(200, {}), failed, u"token_endpoint:"_s);
        token("no access token", json(200, R"({"token_type":"Bearer"})"), failed, u"token_endpoint: access_token"_s);
        token("a member twice", json(200, R"({"access_token":"a","access_token":"b","token_type":"Bearer"})"), failed,
              u"token_endpoint:"_s);
        token("a form, as OAuth 1 gave", {.body = "access_token=a&token_type=Bearer"}, failed, u"token_endpoint:"_s);
        token("a megabyte", {.body = QByteArray(1024 * 1024, ' ')}, ErrorCode::LimitReached, u"answer too large"_s);
        token("5 MB packed into 5 KB", bomb(5), ErrorCode::LimitReached, u"answer too large"_s);
        token("64 MB packed into 64 KB", bomb(64), ErrorCode::Network, {}); // is not even unpacked
    }
    void aTokenAnswerThatIsNotOneIsRefused()
    {
        QFETCH(Hostility, hostility);
        refusesCleanly(hostility);
    }

    void aMemberOfTheTokenAnswerIsNotWhatItShouldBe_data()
    {
        QTest::addColumn<Hostility>("hostility");
        constexpr auto failed = ErrorCode::EndpointFailed;
        const QString part = u"token_endpoint: "_s;
        tokenMember("access_token with a line break", u"access_token"_s, u"a\r\nX-Injected: 1"_s, failed,
                    part + u"access_token"_s);
        tokenMember("access_token with a space", u"access_token"_s, u"a b"_s, failed, part + u"access_token"_s);
        tokenMember("access_token in another script", u"access_token"_s, u"ключ"_s, failed, part + u"access_token"_s);
        tokenMember("access_token a number", u"access_token"_s, 1, failed, part + u"access_token"_s);
        tokenMember("access_token empty", u"access_token"_s, QString(), failed, part + u"access_token"_s);
        tokenMember("refresh_token with a NUL", u"refresh_token"_s, u"a\0b"_s, failed, part + u"refresh_token"_s);
        tokenMember("token_type null", u"token_type"_s, QJsonValue::Null, failed, part + u"token_type"_s);
        tokenMember("token_type mac", u"token_type"_s, u"mac"_s, failed, part + u"token_type"_s);
        tokenMember("token_type that begins right", u"token_type"_s, u"Bearer2"_s, failed, part + u"token_type"_s);
        tokenMember("id_token empty", u"id_token"_s, QString(), ErrorCode::SignInRefused, u"id_token:"_s);
        tokenMember("id_token null", u"id_token"_s, QJsonValue::Null, failed, part + u"id_token"_s);
        tokenMember("id_token an object", u"id_token"_s, QJsonObject(), failed, part + u"id_token"_s);
        tokenMember("refresh_token a number", u"refresh_token"_s, 7, failed, part + u"refresh_token"_s);
        tokenMember("scope an array", u"scope"_s, QJsonArray{u"openid"_s}, failed, part + u"scope"_s);
        tokenMember("expires_in an object", u"expires_in"_s, QJsonObject(), failed, part + u"expires_in"_s);
        for (const QString &member : {u"token_type"_s, u"id_token"_s}) {
            const bool isOfOAuth = member == "token_type"_L1;
            QTest::addRow("%s missing", qPrintable(member))
                << Hostility{.change = [member](Adversary &f) { f.provider.missingTokenMembers = {member}; },
                             .code = isOfOAuth ? failed : ErrorCode::SignInRefused,
                             .detail = isOfOAuth ? part + member : u"id_token:"_s,
                             .last = keysUrl};
        }
    }
    void aMemberOfTheTokenAnswerIsNotWhatItShouldBe()
    {
        QFETCH(Hostility, hostility);
        refusesCleanly(hostility);
    }

    // RFC 9449: who was promised tokens that are bound to a key takes no others.
    void aTokenThatIsBoundToNothingIsRefused_data()
    {
        QTest::addColumn<Hostility>("hostility");
        const auto row = [](const char *name, ErrorCode code, const QString &detail,
                            const std::function<void(Adversary &)> &change) {
            const auto bound = [change](Adversary &f) {
                f.profile.dpop = true;
                f.op.announce(u"dpop_signing_alg_values_supported"_s, QJsonArray{u"ES256"_s});
                f.provider.extraTokenMembers.insert(u"token_type"_s, u"DPoP"_s);
                change(f);
            };
            QTest::newRow(name) << Hostility{bound, code, detail, keysUrl};
        };
        row("a bearer's token", ErrorCode::EndpointFailed, u"token_endpoint: token_type"_s,
            [](Adversary &f) { f.provider.extraTokenMembers.insert(u"token_type"_s, u"Bearer"_s); });
        row("no refresh token for the key", ErrorCode::SignInRefused, u"refresh_token:"_s,
            [](Adversary &f) { f.provider.missingTokenMembers = {u"refresh_token"_s}; });
        row("a nonce that is never right", ErrorCode::SignInRefused, u"use_dpop_nonce"_s, [](Adversary &f) {
            f.op.put(u"/token"_s,
                     {.status = 400, .headers = {{"DPoP-Nonce", "x"}}, .body = R"({"error":"use_dpop_nonce"})"});
        });
    }
    void aTokenThatIsBoundToNothingIsRefused()
    {
        QFETCH(Hostility, hostility);
        refusesCleanly(hostility);
    }

    void aBrokenConnectionIsTheNetworks_data()
    {
        QTest::addColumn<Hostility>("hostility");
        for (const QString &path : {u"/.well-known/openid-configuration"_s, u"/token"_s, u"/jwks"_s}) {
            const auto row = [&](const char *what, const WireAnswer &answer) {
                answers(qPrintable(path + u": "_s + QLatin1StringView(what)), path, answer, ErrorCode::Network);
            };
            row("cut before the answer", {.fault = Fault::Cut});
            row("cut in the answer", {.body = "{\"keys\":[]}", .fault = Fault::CutInBody});
            row("no HTTP", raw("SSH-2.0-OpenSSH_9.2\r\n"));
            row("a head that never ends", raw("HTTP/1.1 200 OK\r\nX: " + QByteArray(300'000, 'x')));
            answers(qPrintable(path + u": chunks that are none"_s), path,
                    raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}"), ErrorCode::EndpointFailed);
        }
    }
    void aBrokenConnectionIsTheNetworks()
    {
        QFETCH(Hostility, hostility);
        refusesCleanly(hostility);
    }

    // Discovery and keys were fetched well, and then somebody else's certificate stands before the token endpoint.
    void aCertificateOfNobodyStopsTheCode()
    {
        Adversary f;
        const TestCertificate certificate = TestCertificate::make(u"127.0.0.1"_s);
        WireServer impostor([](const core::HttpRequest &) { return WireAnswer{}; }, certificate.certificate,
                            certificate.key);
        f.op.announce(u"token_endpoint"_s, impostor.origin() + u"/token"_s);
        const auto outcome = f.signIn();
        QCOMPARE(f.faultOf(outcome, ErrorCode::Network, u"127.0.0.1:"_s, u"/auth"_s), QString());
        QVERIFY(impostor.asked().isEmpty()); // not a byte of the code went there
    }

    void anAuthorityOfTheProfileIsGood()
    {
        Adversary f;
        const TestCertificate certificate = TestCertificate::make(u"127.0.0.1"_s);
        WireServer own(
            [&f](const core::HttpRequest &request) {
                const auto answer = f.provider.send(request, {}).result();
                return WireAnswer{.status = answer->status, .headers = answer->headers, .body = answer->body};
            },
            certificate.certificate, certificate.key);
        f.op.announce(u"token_endpoint"_s, own.origin() + u"/token"_s);
        f.profile.extraCa = certificate.file();
        const auto account = f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QCOMPARE(own.asked(), QStringList{u"/token"_s});
    }

    // A provider that says nothing, or stops in the middle: whoever asked can go, and the connection goes too.
    void aProviderThatHangsIsLeft_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<WireAnswer>("answer");
        for (const QString &path : {u"/.well-known/openid-configuration"_s, u"/token"_s, u"/jwks"_s, u"/me"_s}) {
            QTest::newRow(qPrintable(path + u": silence"_s)) << path << WireAnswer{.fault = Fault::Silence};
            QTest::newRow(qPrintable(path + u": silence in the body"_s))
                << path << WireAnswer{.body = "{", .fault = Fault::HangInBody};
        }
    }
    void aProviderThatHangsIsLeft()
    {
        QFETCH(QString, path);
        QFETCH(WireAnswer, answer);
        Adversary f;
        f.op.put(path, answer);
        f.start();
        std::stop_source stop;
        const auto attempt = f.accounts->signIn(f.profile.id, {}, f.browser, stop.get_token());
        QTRY_COMPARE(f.op.requestsTo(path), 1);
        f.barrier();
        QVERIFY(!attempt.isFinished());
        stop.request_stop();
        QCOMPARE(f.faultOf(f.answerOf(attempt), ErrorCode::Cancelled, {}, u"/me"_s), QString());
    }

    void timeRunsOutForAProviderThatHangs()
    {
        Adversary f;
        f.op.put(u"/.well-known/openid-configuration"_s, {.fault = Fault::Silence});
        const auto outcome = f.signIn({.timeout = std::chrono::milliseconds(1)});
        QCOMPARE(f.faultOf(outcome, ErrorCode::Timeout, {}, u"/auth"_s), QString());
    }

    // The access token goes to the userinfo endpoint and, wherever that points, no further.
    void userinfoElsewhereNeverSeesTheToken()
    {
        Adversary f;
        WireServer elsewhere([](const core::HttpRequest &) { return WireAnswer{.body = "{}"}; });
        f.op.put(u"/me"_s, {.status = 302, .headers = {{"Location", elsewhere.origin().toLatin1() + "/me"}}});
        QVERIFY(f.signIn()); // the ID token has said who it is
        f.barrier();
        QVERIFY(elsewhere.asked().isEmpty());
    }

    // Without userinfo only a nicer name is missing; a false one must not creep in.
    void userinfoThatIsNoneIsLeftOut_data()
    {
        QTest::addColumn<WireAnswer>("answer");
        QTest::newRow("401") << WireAnswer{.status = 401};
        QTest::newRow("500") << WireAnswer{.status = 500};
        QTest::newRow("a page") << WireAnswer{.headers = {{"Content-Type", "text/html"}}, .body = "<html>"};
        QTest::newRow("cut") << WireAnswer{.fault = Fault::Cut};
        QTest::newRow("packed") << bomb(64);
        QTest::newRow("a member twice") << json(200, R"({"sub":"user-1","name":"Alice","name":"Mallory"})");
    }
    void userinfoThatIsNoneIsLeftOut()
    {
        QFETCH(WireAnswer, answer);
        Adversary f;
        f.op.put(u"/me"_s, answer);
        const auto account = f.signIn();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QCOMPARE(account->name, u"alice@op.example"_s); // the ID token's word
    }
};

QTEST_GUILESS_MAIN(TestHostileTransport)
#include "tst_hostiletransport.moc"
