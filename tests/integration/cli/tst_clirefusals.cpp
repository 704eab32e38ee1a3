// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/loopbackprovider.h"
#include "tests/support/manualclock.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

// A provider that refuses a pushed authorization request with these words, and the program that asked.
struct Fixture {
    explicit Fixture(const std::function<QByteArray(const QByteArray &request)> &words)
    {
        op.announce(u"pushed_authorization_request_endpoint"_s, op.provider.issuer + u"/par"_s);
        op.instead = [this, words](const core::HttpRequest &request) -> std::optional<WireAnswer> {
            if (request.url.path() != "/par"_L1)
                return std::nullopt;
            asked = request.body;
            const QJsonObject refusal{{u"error"_s, u"invalid_request"_s},
                                      {u"error_description"_s, QString::fromUtf8(words(request.body))}};
            return WireAnswer{.status = 400,
                              .headers = {{"Content-Type", "application/json"}},
                              .body = QJsonDocument(refusal).toJson()};
        };
    }

    QByteArray signIn(const QStringList &more = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"CONFIG", "DATA", "CACHE", "STATE"})
            environment.insert(u"XDG_%1_HOME"_s.arg(QLatin1StringView(name)), home.filePath(QLatin1StringView(name)));
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s);
        const QJsonObject profile{{u"format"_s, u"lectern.provider/1"_s},
                                  {u"id"_s, u"acme"_s},
                                  {u"client_id"_s, u"desktop"_s},
                                  {u"issuer"_s, op.provider.issuer},
                                  {u"pushed_authorization_requests"_s, true}};
        QJsonObject whole = profile;
        for (auto member = extra.begin(); member != extra.end(); ++member)
            whole.insert(member.key(), member.value());
        write(u"acme.json"_s, instead.isEmpty() ? QJsonDocument(whole).toJson() : instead);
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(
            QStringLiteral(LECTERN_CLI),
            QStringList{u"sign-in"_s, u"--profile"_s, home.filePath(u"acme.json"_s), u"--browser"_s, u"print"_s}
                + more);
        (void)QTest::qWaitFor([&] { return process.state() == QProcess::NotRunning; }, 20'000);
        code = process.exitCode();
        return process.readAllStandardError();
    }

    void write(const QString &name, const QByteArray &content) const
    {
        QDir(home.path()).mkpath(QFileInfo(name).path());
        QFile file(home.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }
    [[nodiscard]] QStringList installed() const
    {
        return QDir(home.filePath(u"CONFIG/lectern/providers.d"_s)).entryList(QDir::Files);
    }

    QJsonObject extra; // members of the profile
    QByteArray instead; // of the profile
    ManualClock clock;
    LoopbackProvider op{clock};
    QTemporaryDir home;
    QByteArray asked;
    int code = -1;
};

} // namespace

class TestCliRefusals : public QObject
{
    Q_OBJECT

private slots:
    void itIsSaidInWordsAndTheProvidersOnlyWhenAsked()
    {
        Fixture f([](const QByteArray &) { return QByteArray("The redirect is not on our list"); });
        const QByteArray said = f.signIn();
        QCOMPARE(f.code, 4);
        QVERIFY2(said.contains("does not accept how Lectern asks"), said);
        QVERIFY2(said.contains("(invalid_request)") && !said.contains("our list"), said);
        const QByteArray more = f.signIn({u"--details"_s});
        QVERIFY2(more.contains("(invalid_request: \"The redirect is not on our list\")"), more);
    }

    void anOrganizationOfAProviderThatHasNoneIsWrongUsage()
    {
        Fixture f([](const QByteArray &) { return QByteArray("no"); });
        const QByteArray said = f.signIn({u"--organization"_s, u"acme-insurance"_s});
        QCOMPARE(f.code, 2);
        QVERIFY2(said.contains("--organization") && said.contains("has no organizations"), said);
        QCOMPARE(f.op.server.asked(), QStringList());
        f.extra = {{u"organization"_s, QJsonObject{{u"mode"_s, u"optional"_s}}}};
        (void)f.signIn({u"--organization"_s, u"acme-insurance"_s});
        QCOMPARE(f.code, 4); // asked, and refused for another reason
        QVERIFY2(f.asked.contains("organization=acme-insurance"), f.asked);
    }

    void aProvidersOwnFileIsToldFromABrokenProfile_data()
    {
        QTest::addColumn<QJsonObject>("file");
        QTest::addColumn<bool>("isTheirs");
        const QJsonObject appId{{u"clientId"_s, u"c"_s},
                                {u"secret"_s, u"PLANTED"_s},
                                {u"oAuthServerUrl"_s, u"https://eu-de.example/oauth/v4/t"_s}};
        const QJsonArray services{QJsonObject{{u"credentials"_s, appId}}};
        QTest::newRow("App ID") << appId << true;
        QTest::newRow("VCAP_SERVICES") << QJsonObject{{u"VCAP_SERVICES"_s, QJsonObject{{u"AppID"_s, services}}}}
                                       << true;
        QTest::newRow("IDCS") << QJsonObject{{u"ClientId"_s, u"c"_s}, {u"BaseUrl"_s, u"https://idcs-1.example"_s}}
                              << true;
        QTest::newRow("a broken profile")
            << QJsonObject{{u"format"_s, u"lectern.provider/1"_s}, {u"id"_s, u"acme"_s}} << false;
        QTest::newRow("something else") << QJsonObject{{u"name"_s, u"x"_s}} << false;
    }

    void aProvidersOwnFileIsToldFromABrokenProfile()
    {
        QFETCH(QJsonObject, file);
        QFETCH(bool, isTheirs);
        Fixture f([](const QByteArray &) { return QByteArray("no"); });
        f.instead = QJsonDocument(file).toJson();
        const QByteArray said = f.signIn();
        QCOMPARE(f.code, 2);
        QVERIFY2(said.contains("Connect your organization") == isTheirs, said);
        QVERIFY2(!said.contains("PLANTED"), said);
    }

    void whatDidNotAnswerIsNamed()
    {
        for (const auto &[path, words] : {std::pair("/.well-known/openid-configuration"_L1, "its configuration"),
                                          std::pair("/par"_L1, "pushed_authorization_request_endpoint")}) {
            Fixture f([](const QByteArray &) { return QByteArray("no"); });
            f.op.put(path, {.fault = WireAnswer::Fault::Silence});
            const QByteArray said = f.signIn({u"--timeout"_s, u"1"_s});
            QCOMPARE(f.code, 4);
            QVERIFY2(said.contains(words) && said.contains(f.op.server.origin().sliced(7).toLatin1()), said);
            QVERIFY2(said.contains("did not answer in time") && !said.contains("sign-in page"), said);
        }
    }

    void whoIsRefusedLeavesNothingBehind()
    {
        Fixture f([](const QByteArray &) { return QByteArray("no"); });
        f.extra = {{u"client_secret"_s, u"PLANTED"_s}};
        (void)f.signIn();
        QCOMPARE(f.code, 4);
        QCOMPARE(f.installed(), QStringList());
    }

    void aPrivateKeyIsNoAuthorityAndIsNotCopied()
    {
        Fixture f([](const QByteArray &) { return QByteArray("no"); });
        f.write(u"key.pem"_s, "-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n");
        f.extra = {{u"extra_ca"_s, u"key.pem"_s}};
        const QByteArray said = f.signIn();
        QCOMPARE(f.code, 2);
        QVERIFY2(said.contains("no certificate in"), said);
        QCOMPARE(f.installed(), QStringList());
    }

    void whatWasSentIsNotRepeated()
    {
        for (const QStringList &more : {QStringList(), QStringList{u"--details"_s}}) {
            Fixture f([](const QByteArray &request) { return QByteArray::fromPercentEncoding(request).right(170); });
            const QByteArray said = f.signIn(more);
            QCOMPARE(f.code, 4);
            for (const char *name : {"state=", "nonce=", "code_challenge="}) {
                const qsizetype at = f.asked.indexOf(name);
                QVERIFY(at >= 0);
                const QByteArray secret = f.asked.sliced(at + qstrlen(name)).split('&').first();
                QVERIFY2(!said.contains(secret.left(8)) && !said.contains(secret.right(8)), said);
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestCliRefusals)
#include "tst_clirefusals.moc"
