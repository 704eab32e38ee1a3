// SPDX-License-Identifier: GPL-3.0-or-later
// Signing in where every server of the provider demands a certificate (RFC 8705), and an endpoint that does.
#include "core/adapters/crypto/opensslclientcertificates.h"
#include "core/adapters/http/networkhttptransport.h"
#include "core/engines/endpointcall.h"
#include "tests/support/identityfixture.h"
#include "tests/support/mutualtls.h"
#include "tests/support/wireserver.h"

using namespace Qt::Literals::StringLiterals;
using core::CertificateTrouble;
using core::ErrorCode;

namespace {

const QString ours = u"Lectern at Acme"_s;

// The fixture's provider behind TLS, and accounts that speak to it over the real network.
struct Fixture : IdentityFixture {
    explicit Fixture(MutualTls::Asks asks = MutualTls::Asks::Demands)
        : op([this](const core::HttpRequest &request) { return answer(request); }, world.server(asks))
    {
        const QString old = std::exchange(provider.issuer, op.origin());
        for (auto it = provider.discovery.begin(); it != provider.discovery.end(); ++it) {
            if (it->isString())
                *it = it->toString().replace(old, op.origin());
        }
        profile.issuer = op.origin();
        profile.introspect = true;
        profile.certificate = {world.write(u"client.pem"_s, world.client.pem()),
                               world.write(u"client.key"_s, encryptedKeyPem(world.client, "PLANTED-passphrase")),
                               u"provider/acme/certificate"_s};
        secrets.entries.insert(profile.certificate.passphraseEntry, core::Secret("PLANTED-passphrase"));
        secrets.onWrite = [this](const core::Secret &) { ++writes; };
        profile.extraCa = world.authorityFile;
    }

    WireAnswer answer(const core::HttpRequest &request)
    {
        const auto response = provider.send(request, {}).result();
        return {.status = response->status, .headers = response->headers, .body = response->body};
    }

    void begin()
    {
        accounts = std::make_unique<core::Accounts>(
            core::IdentityPorts{http, secrets, signatures, listeners, settings, clock, after, &signer},
            std::vector{profile});
    }

    core::Result<core::Account> signInOverTls()
    {
        begin();
        return answerOf(accounts->signIn(profile.id, {}, browser, {}));
    }

    MutualTls world;
    WireServer op;
    core::SystemClock today; // certificates are made now, whatever the fixture's clock says
    core::OpenSslClientCertificates certificates{secrets, today};
    core::NetworkHttpTransport http{&certificates};
    int writes = 0;
};

} // namespace

class TestMutualTls : public QObject
{
    Q_OBJECT

private slots:
    void everyEndpointOfTheProviderIsShownIt()
    {
        Fixture f;
        f.provider.discovery.insert(u"pushed_authorization_request_endpoint"_s, f.op.origin() + u"/par"_s);
        f.provider.demandsPushedRequests = true;
        f.provider.discovery.insert(u"require_pushed_authorization_requests"_s, true);
        const auto account = f.signInOverTls();
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        f.clock.time = f.clock.time.addSecs(590);
        QVERIFY(f.token()); // refreshed
        QVERIFY(IdentityFixture::answerOf(f.accounts->signOut(account->id)));
        QTRY_VERIFY(f.op.asked().contains(u"/revoke"_s));
        for (const QString &path :
             {u"/.well-known/openid-configuration"_s, u"/jwks"_s, u"/par"_s, u"/token"_s, u"/me"_s, u"/introspect"_s})
            QVERIFY2(f.op.asked().contains(path), qPrintable(path));
        QCOMPARE(f.op.asked().count(u"/token"_s), 2);
        QCOMPARE(f.op.shown().count(ours), f.op.shown().size());
    }

    void aCodeForAnotherDeviceIsAskedForWithIt()
    {
        Fixture f;
        f.after = [](std::chrono::milliseconds, QObject *context, const std::function<void()> &handler) {
            QMetaObject::invokeMethod(context, handler, Qt::QueuedConnection);
        };
        f.begin();
        const auto account = IdentityFixture::answerOf(
            f.accounts->signInWithDevice(f.profile.id, {}, [](const core::DevicePrompt &) {}, {}));
        QVERIFY2(account, account ? "" : qPrintable(account.error().detail));
        QVERIFY(f.op.asked().contains(u"/device"_s));
    }

    void theAliasesAreUsedInstead()
    {
        Fixture f(MutualTls::Asks::Invites);
        WireServer strict([&f](const core::HttpRequest &request) { return f.answer(request); }, f.world.server());
        const QJsonObject aliases{{u"token_endpoint"_s, strict.origin() + u"/token"_s}};
        f.provider.discovery.insert(u"mtls_endpoint_aliases"_s, aliases);
        QVERIFY(f.signInOverTls());
        QCOMPARE(strict.asked(), QStringList{u"/token"_s});
        QCOMPARE(strict.shown(), QStringList{ours});
        QVERIFY(!f.op.asked().contains(u"/token"_s));
    }

    void withoutOneTheRefusalIsClear()
    {
        Fixture f;
        f.profile.certificate = {};
        const auto account = f.signInOverTls();
        QVERIFY(!account);
        QCOMPARE(core::certificateProblem(account.error())->trouble, CertificateTrouble::Demanded);
        QVERIFY(f.op.asked().isEmpty());
        QCOMPARE(f.writes, 0);
        QVERIFY(!f.browser.isOpen);
    }

    void aPassphraseThatIsWrongEndsTheAttemptBeforeAnythingIsSent()
    {
        Fixture f;
        f.secrets.entries.insert(f.profile.certificate.passphraseEntry, core::Secret("PLANTED-other"));
        const auto account = f.signInOverTls();
        QVERIFY(!account);
        QCOMPARE(core::certificateProblem(account.error())->trouble, CertificateTrouble::WrongPassphrase);
        QVERIFY(!account.error().detail.contains(u"PLANTED"_s));
        QVERIFY(f.op.shown().isEmpty());
    }

    void anEndpointIsShownTheConnectionsOwn()
    {
        Fixture f;
        core::Connection connection;
        connection.baseUrl = QUrl(f.op.origin() + u"/base"_s);
        connection.auth = {{u"kind"_s, u"none"_s}};
        connection.certificate = f.profile.certificate;
        connection.extraCa = f.world.authorityFile;
        QObject parent;
        const auto call = [&](const core::CallRules &rules) {
            return IdentityFixture::answerOf(
                core::EndpointCall::send(f.http, nullptr, {.url = QUrl(f.op.origin() + u"/me"_s)}, rules, {}, &parent));
        };
        QCOMPARE(call(core::rulesFor(connection))->status, 200);
        QCOMPARE(f.op.shown(), QStringList{ours});
        connection.certificate = {};
        QCOMPARE(core::certificateProblem(call(core::rulesFor(connection)).error())->trouble,
                 CertificateTrouble::Demanded);
    }

    void anotherHostThanTheConnectionsIsNeitherShownItNorBelieved()
    {
        Fixture f(MutualTls::Asks::Invites);
        core::Connection connection;
        connection.baseUrl = QUrl(u"https://api.example/"_s);
        connection.auth = {{u"kind"_s, u"none"_s}};
        connection.certificate = f.profile.certificate;
        connection.extraCa = f.world.authorityFile;
        core::CallRules rules = core::rulesFor(connection);
        rules.networkAttempts = 1;
        QObject parent;
        core::HttpRequest request{.url = QUrl(f.op.origin() + u"/me"_s)};
        const auto call = [&] {
            return IdentityFixture::answerOf(core::EndpointCall::send(f.http, nullptr, request, rules, {}, &parent));
        };
        QCOMPARE(core::untrustedHost(call().error()), u"127.0.0.1"_s);
        QVERIFY(f.op.asked().isEmpty());
        request.authorities = f.world.authorityFile;
        QCOMPARE(call()->status, 200);
        QCOMPARE(f.op.shown(), QStringList{QString()});
    }

    void anEndpointOfAnUnknownAuthoritySaysSo()
    {
        Fixture f(MutualTls::Asks::Invites);
        core::Connection connection;
        connection.baseUrl = QUrl(f.op.origin() + u"/base"_s);
        connection.auth = {{u"kind"_s, u"none"_s}};
        core::CallRules rules = core::rulesFor(connection);
        rules.networkAttempts = 1;
        QObject parent;
        const auto answer = IdentityFixture::answerOf(
            core::EndpointCall::send(f.http, nullptr, {.url = QUrl(f.op.origin() + u"/me"_s)}, rules, {}, &parent));
        QCOMPARE(core::untrustedHost(answer.error()), u"127.0.0.1"_s);
        QVERIFY(f.op.asked().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestMutualTls)
#include "tst_mutualtls.moc"
