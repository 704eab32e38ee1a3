// SPDX-License-Identifier: GPL-3.0-or-later
// The command line where a provider wants a certificate of this computer, or a proxy a password.
#include "tests/support/fakeprovider.h"
#include "tests/support/manualclock.h"
#include "tests/support/mutualtls.h"
#include "tests/support/tunnelproxy.h"
#include "tests/support/wireserver.h"

#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString ours = u"Lectern at Acme"_s;

// A provider that demands certificates, and the program with configuration folders of its own.
struct Fixture {
    explicit Fixture(const QString &issuer = {}, MutualTls::Asks asks = MutualTls::Asks::Demands)
        : server([this](const core::HttpRequest &request) { return answer(request); }, world.server(asks))
    {
        const QString old = std::exchange(provider.issuer, issuer.isEmpty() ? server.origin() : issuer);
        for (auto it = provider.discovery.begin(); it != provider.discovery.end(); ++it) {
            if (it->isString())
                *it = it->toString().replace(old, provider.issuer);
        }
        profile = {{u"format"_s, u"lectern.provider/1"_s},
                   {u"id"_s, u"acme"_s},
                   {u"client_id"_s, u"desktop"_s},
                   {u"issuer"_s, provider.issuer},
                   {u"extra_ca"_s, u"ca.pem"_s}};
        world.write(u"client.pem"_s, world.certificateAndKey());
    }
    ~Fixture()
    {
        process.kill();
        process.waitForFinished();
    }

    WireAnswer answer(const core::HttpRequest &request)
    {
        const auto response = provider.send(request, {}).result();
        return {.status = response->status, .headers = response->headers, .body = response->body};
    }

    void signIn(const QByteArray &proxy = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"CONFIG", "DATA", "CACHE", "STATE"})
            environment.insert(u"XDG_%1_HOME"_s.arg(QLatin1StringView(name)), world.path(QLatin1StringView(name)));
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s); // a server has no keychain
        if (!proxy.isEmpty())
            environment.insert(u"https_proxy"_s, QString::fromLatin1(proxy));
        process.setProcessEnvironment(environment);
        const QString file = world.write(u"acme.json"_s, QJsonDocument(profile).toJson());
        process.start(QStringLiteral(LECTERN_CLI), {u"sign-in"_s, u"--profile"_s, file, u"--browser"_s, u"print"_s});
    }
    QByteArray firstLine()
    {
        (void)QTest::qWaitFor([&] { return process.canReadLine() || process.state() == QProcess::NotRunning; }, 20'000);
        return process.readLine();
    }
    // What it says at its end on standard error.
    QByteArray complaint()
    {
        (void)QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 20'000);
        return process.readAllStandardError();
    }

    ManualClock clock;
    MutualTls world;
    FakeProvider provider{clock};
    WireServer server;
    QJsonObject profile;
    QProcess process;
};

} // namespace

class TestCliNetwork : public QObject
{
    Q_OBJECT

private slots:
    void theProfilesCertificateIsShown()
    {
        Fixture f;
        f.profile.insert(u"client_certificate"_s, u"client.pem"_s);
        f.signIn();
        const QByteArray line = f.firstLine();
        QVERIFY2(line.startsWith(f.server.origin().toLatin1() + "/auth?"), line + f.process.readAllStandardError());
        QCOMPARE(f.server.shown().count(ours), f.server.shown().size());
    }

    void withoutOneItIsSaidWhatToDo()
    {
        Fixture f;
        f.signIn();
        const QByteArray said = f.complaint();
        QCOMPARE(f.process.exitCode(), 4);
        QVERIFY2(said.contains("client_certificate") && said.contains("127.0.0.1"), said);
    }

    void aFileThatIsNotThereIsNamed()
    {
        Fixture f;
        f.profile.insert(u"client_certificate"_s, u"elsewhere.pem"_s);
        f.signIn();
        const QByteArray said = f.complaint();
        QCOMPARE(f.process.exitCode(), 4);
        QVERIFY2(said.contains("elsewhere.pem"), said);
        QVERIFY(f.server.shown().isEmpty());
    }

    void oneProfilesAuthorityIsNotAnothers()
    {
        Fixture f(QString(), MutualTls::Asks::Invites);
        QJsonObject other = f.profile;
        other.insert(u"id"_s, u"other"_s);
        other.insert(u"extra_ca"_s, f.world.authorityFile);
        [&] { QVERIFY(QDir().mkpath(f.world.path(u"CONFIG/lectern/providers.d"_s))); }();
        f.world.write(u"CONFIG/lectern/providers.d/other.json"_s, QJsonDocument(other).toJson());
        f.profile.remove(u"extra_ca"_s);
        f.signIn();
        const QByteArray said = f.complaint();
        QCOMPARE(f.process.exitCode(), 4);
        QVERIFY2(said.contains("The certificate of 127.0.0.1 is not trusted on this computer"), said);
        QVERIFY(f.server.asked().isEmpty());
    }

    void aProxyWithoutAPasswordIsNamedWithBothWaysToGiveOne()
    {
        Fixture f(u"https://sso.acme.test"_s, MutualTls::Asks::Invites);
        TunnelProxy proxy("alice", "PLANTED p@ss", f.server.port());
        f.signIn(proxy.address());
        const QByteArray said = f.complaint();
        QCOMPARE(f.process.exitCode(), 4);
        QVERIFY2(said.contains("https_proxy") && said.contains("lectern-cli secret set proxy/127.0.0.1"), said);
        QCOMPARE(proxy.tunnels, 0);
    }

    void aWrongPasswordIsTheSameAndIsNotRepeated()
    {
        Fixture f(u"https://sso.acme.test"_s, MutualTls::Asks::Invites);
        TunnelProxy proxy("alice", "PLANTED p@ss", f.server.port());
        f.signIn(proxy.address("alice", "PLANTED wrong"));
        const QByteArray said = f.complaint();
        QCOMPARE(f.process.exitCode(), 4);
        QVERIFY2(said.contains("secret set proxy/127.0.0.1") && !said.contains("PLANTED"), said);
    }

    void aProxyWithItsPasswordIsGoneThrough()
    {
        Fixture f(u"https://sso.acme.test"_s);
        f.profile.insert(u"client_certificate"_s, u"client.pem"_s);
        TunnelProxy proxy("alice", "PLANTED p@ss", f.server.port());
        f.signIn(proxy.address("alice", "PLANTED p@ss"));
        const QByteArray line = f.firstLine();
        QVERIFY2(line.startsWith("https://sso.acme.test/auth?"), line + f.process.readAllStandardError());
        QVERIFY(proxy.tunnels > 0);
        QCOMPARE(f.server.shown().count(ours), f.server.shown().size());
    }
};

QTEST_GUILESS_MAIN(TestCliNetwork)
#include "tst_clinetwork.moc"
