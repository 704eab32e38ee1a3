// SPDX-License-Identifier: GPL-3.0-or-later
// A proxy that wants a name and a password, on real sockets, between this computer and a provider behind TLS.
#include "core/adapters/crypto/opensslclientcertificates.h"
#include "core/adapters/http/networkhttptransport.h"
#include "core/engines/endpointcall.h"
#include "core/identity/proxydesk.h"
#include "tests/support/identityfixture.h"
#include "tests/support/mutualtls.h"
#include "tests/support/tunnelproxy.h"
#include "tests/support/wireserver.h"

#include <QLoggingCategory>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::ErrorCode;

namespace {

const QString proxyHost = u"127.0.0.1"_s;
const QString entry = u"proxy/127.0.0.1"_s;
const core::ProxyLogin right{u"alice"_s, core::Secret("PLANTED p@ss")};
const core::ProxyLogin wrong{u"alice"_s, core::Secret("PLANTED wrong")};
QByteArray everythingSaid;

struct Fixture {
    explicit Fixture(const QByteArray &user = {}, const QByteArray &password = {},
                     MutualTls::Asks asks = MutualTls::Asks::Invites)
        : server([this](const core::HttpRequest &request) { return handler(request); }, world.server(asks))
        , proxy("alice", "PLANTED p@ss", server.port())
        , environment(proxy.address(user, password))
    {
    }
    [[nodiscard]] core::HttpRequest request(const QString &path = u"/x"_s) const
    {
        return {.url = QUrl("https://sso.acme.test"_L1 + path), .authorities = world.authorityFile};
    }
    // A person who answers each question at once with the next of these; declines when there are none left.
    void attend(QList<core::ProxyLogin> answers, bool remember = false)
    {
        desk.attend();
        QObject::connect(&desk, &core::ProxyDesk::wanted, &desk,
                         [this, answers, remember](const QString &host) mutable {
                             if (answers.isEmpty())
                                 desk.decline(host);
                             else
                                 desk.give(host, answers.takeFirst(), remember);
                         });
    }
    core::Async<core::HttpResponse> send(const core::HttpRequest &one) { return http.send(one, {}); }
    core::Async<core::HttpResponse> send() { return send(request()); }
    core::Result<core::HttpResponse> get() { return IdentityFixture::answerOf(send()); }

    std::function<WireAnswer(const core::HttpRequest &)> handler = [](const core::HttpRequest &) {
        return WireAnswer{.body = "yes"};
    };
    MutualTls world;
    WireServer server;
    TunnelProxy proxy;
    ProxyInEnvironment environment;
    FakeSecretStore secrets;
    core::ProxyDesk desk{secrets};
    QSignalSpy asked{&desk, &core::ProxyDesk::wanted};
    core::SystemClock clock;
    core::OpenSslClientCertificates certificates{secrets, clock};
    core::NetworkHttpTransport http{&certificates, &desk};
};

} // namespace

class TestProxyLogin : public QObject
{
    Q_OBJECT

private slots:
    void theOneOfTheEnvironmentIsUsed()
    {
        Fixture f("alice", "PLANTED p@ss");
        const auto answer = f.get();
        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(answer->body, QByteArray("yes"));
        QCOMPARE(f.proxy.asked.first(), QByteArray("sso.acme.test:443"));
        QCOMPARE(f.proxy.tunnels, 1);
        QVERIFY(f.asked.isEmpty());
    }

    void withoutOneTheProxyIsNamedAndNothingGetsThrough()
    {
        Fixture f;
        const auto answer = f.get();
        QVERIFY(!answer);
        QCOMPARE(answer.error(), core::proxyError(proxyHost));
        QCOMPARE(core::proxyOf(answer.error()), proxyHost);
        QVERIFY(f.server.asked().isEmpty());
        QCOMPARE(f.proxy.tunnels, 0);
    }

    void theKeychainsIsUsed()
    {
        Fixture f;
        f.secrets.entries.insert(entry, core::Secret("alice:PLANTED p@ss"));
        QVERIFY(f.get());
        QVERIFY(f.get());
        QCOMPARE(f.secrets.reads, 1);
    }

    void theKeychainsIsUsedWhereTheEnvironmentsIsWrong()
    {
        Fixture f("alice", "PLANTED wrong");
        f.secrets.entries.insert(entry, core::Secret("alice:PLANTED p@ss"));
        QVERIFY(f.get());
    }

    void oneOfTheKeychainThatIsWrongIsNotTriedForEver()
    {
        Fixture f;
        f.secrets.entries.insert(entry, core::Secret("alice:PLANTED wrong"));
        QCOMPARE(f.get().error(), core::proxyError(proxyHost));
    }

    void anyNumberOfRequestsAskOnce()
    {
        Fixture f;
        f.attend({right});
        std::vector<core::Async<core::HttpResponse>> answers;
        for (int i = 0; i < 5; ++i)
            answers.push_back(f.send());
        for (const auto &answer : answers)
            QVERIFY(IdentityFixture::answerOf(answer));
        QVERIFY(f.get());
        QCOMPARE(f.asked.size(), 1);
        QCOMPARE(f.asked.first(), (QVariantList{proxyHost, false}));
        QVERIFY(f.secrets.entries.isEmpty()); // nobody wanted it kept
    }

    void aWrongOneIsAskedForAgain()
    {
        Fixture f;
        f.attend({wrong, wrong, right});
        QVERIFY(f.get());
        QCOMPARE(f.asked.size(), 3);
        QCOMPARE(f.asked.at(0).at(1).toBool(), false);
        QCOMPARE(f.asked.at(1).at(1).toBool(), true);
        QCOMPARE(f.asked.at(2).at(1).toBool(), true);
    }

    void decliningEndsTheRequestsAndStaysSo()
    {
        Fixture f;
        f.attend({});
        const auto first = f.send();
        const auto second = f.send();
        QCOMPARE(IdentityFixture::answerOf(first).error(), core::proxyError(proxyHost));
        QCOMPARE(IdentityFixture::answerOf(second).error(), core::proxyError(proxyHost));
        QCOMPARE(f.get().error(), core::proxyError(proxyHost));
        QCOMPARE(f.asked.size(), 1);
        f.desk.reconsider();
        QVERIFY(!f.get());
        QCOMPARE(f.asked.size(), 2);
    }

    void whatIsToBeRememberedIsInTheKeychain()
    {
        Fixture f;
        QSignalSpy remembered(&f.desk, &core::ProxyDesk::remembered);
        f.attend({right}, true);
        QVERIFY(f.get());
        QTRY_COMPARE(remembered.size(), 1);
        QCOMPARE(remembered.first().first().toString(), entry);
        QCOMPARE(f.secrets.entries.value(entry).reveal(), QByteArray("alice:PLANTED p@ss"));
        core::ProxyDesk next(f.secrets); // of a later start
        core::NetworkHttpTransport http(nullptr, &next);
        QVERIFY(IdentityFixture::answerOf(http.send(f.request(), {})));
    }

    void aKeychainThatDoesNotTakeItIsSaid()
    {
        Fixture f;
        f.secrets.isAbsent = true;
        QSignalSpy notRemembered(&f.desk, &core::ProxyDesk::notRemembered);
        f.attend({right}, true);
        QVERIFY(f.get());
        QTRY_COMPARE(notRemembered.size(), 1);
    }

    void whatIsPostedArrivesOnce()
    {
        Fixture f;
        f.attend({right});
        QByteArrayList bodies;
        f.handler = [&bodies](const core::HttpRequest &request) {
            bodies += request.body;
            return WireAnswer{.body = "yes"};
        };
        core::HttpRequest post = f.request(u"/token"_s);
        post.method = "POST";
        post.body = "code=1";
        QVERIFY(IdentityFixture::answerOf(f.send(post)));
        QCOMPARE(bodies, QByteArrayList{"code=1"});
    }

    void thisComputerIsNotReachedThroughIt()
    {
        Fixture f;
        core::HttpRequest local = f.request();
        local.url = QUrl(f.server.origin() + u"/x"_s);
        QVERIFY(IdentityFixture::answerOf(f.send(local)));
        QVERIFY(f.proxy.asked.isEmpty());
    }

    void stoppingEndsTheWaitForAPassword()
    {
        Fixture f;
        f.desk.attend(); // and nobody answers
        std::stop_source stop;
        const auto answer = f.http.send(f.request(), stop.get_token());
        QTRY_COMPARE(f.asked.size(), 1);
        stop.request_stop();
        QCOMPARE(IdentityFixture::answerOf(answer).error().code, ErrorCode::Cancelled);
    }

    // Discovery, keys, token, userinfo and an endpoint: one question, and the certificate goes through the tunnel.
    void aWholeSignInGoesThroughIt()
    {
        Fixture f({}, {}, MutualTls::Asks::Demands);
        f.attend({right});
        IdentityFixture identity;
        FakeProvider &provider = identity.provider;
        for (auto it = provider.discovery.begin(); it != provider.discovery.end(); ++it) {
            if (it->isString())
                *it = it->toString().replace(provider.issuer, u"https://sso.acme.test"_s);
        }
        provider.issuer = u"https://sso.acme.test"_s;
        identity.profile.issuer = provider.issuer;
        identity.profile.extraCa = f.world.authorityFile;
        identity.profile.certificate.certificate = f.world.write(u"client.pem"_s, f.world.certificateAndKey());
        f.handler = [&provider](const core::HttpRequest &request) {
            const auto response = provider.send(request, {}).result();
            return WireAnswer{.status = response->status, .headers = response->headers, .body = response->body};
        };
        core::Accounts accounts(
            {f.http, identity.secrets, identity.signatures, identity.listeners, identity.settings, identity.clock},
            {identity.profile});
        const auto account = IdentityFixture::answerOf(accounts.signIn(u"acme"_s, {}, identity.browser, {}));
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        for (const QString &path : {u"/.well-known/openid-configuration"_s, u"/jwks"_s, u"/token"_s, u"/me"_s})
            QVERIFY2(f.server.asked().contains(path), qPrintable(path));

        core::Connection connection;
        connection.baseUrl = QUrl(u"https://sso.acme.test/"_s);
        connection.auth = {{u"kind"_s, u"account"_s}};
        connection.certificate = identity.profile.certificate;
        connection.extraCa = identity.profile.extraCa;
        QObject parent;
        const auto called = IdentityFixture::answerOf(
            core::EndpointCall::send(f.http, &accounts.tokens(), {.url = QUrl(u"https://sso.acme.test/me"_s)},
                                     core::rulesFor(connection), {}, &parent));
        QCOMPARE(called->status, 200);
        QCOMPARE(f.asked.size(), 1);
    }

    void nothingOfItIsSaid()
    {
        QLoggingCategory::setFilterRules(u"lectern.*=true"_s);
        const auto previous = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &message) { everythingSaid += message.toUtf8(); });
        Fixture f("alice", "PLANTED wrong");
        f.secrets.entries.insert(entry, core::Secret("alice:PLANTED wrong"));
        f.attend({wrong, right});
        const auto answer = f.get();
        Fixture refused("alice", "PLANTED wrong");
        const auto error = refused.get();
        qInstallMessageHandler(previous);
        QVERIFY(answer && !error);
        QVERIFY(everythingSaid.contains("sso.acme.test"));
        QVERIFY(!everythingSaid.contains("PLANTED"));
        QVERIFY(!everythingSaid.contains(QByteArray("alice:PLANTED p@ss").toBase64()));
        QVERIFY(!error.error().detail.contains(u"PLANTED"_s));
    }
};

QTEST_GUILESS_MAIN(TestProxyLogin)
#include "tst_proxylogin.moc"
