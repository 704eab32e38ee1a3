// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/adapters/http/networkhttptransport.h"
#include "core/identity/form.h"
#include "tests/support/identityfixture.h"
#include "tests/support/loopbackprovider.h"

#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

// A sign-in from a terminal that is going on, and what its loopback says.
struct Fixture {
    explicit Fixture(const QString &locale, const QByteArray &settings = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"CONFIG", "DATA", "CACHE", "STATE"})
            environment.insert(u"XDG_%1_HOME"_s.arg(QLatin1StringView(name)), home.filePath(QLatin1StringView(name)));
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s);
        environment.remove(u"LANGUAGE"_s);
        environment.insert(u"LC_ALL"_s, locale);
        write(u"CONFIG/lectern/settings.ini"_s, settings);
        write(u"acme.json"_s,
              QJsonDocument(QJsonObject{{u"format"_s, u"lectern.provider/1"_s},
                                        {u"id"_s, u"acme"_s},
                                        {u"client_id"_s, u"desktop"_s},
                                        {u"issuer"_s, op.provider.issuer}})
                  .toJson());
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(LECTERN_CLI),
                      {u"sign-in"_s, u"--profile"_s, home.filePath(u"acme.json"_s), u"--browser"_s, u"print"_s});
        (void)QTest::qWaitFor([&] { return process.canReadLine() || process.state() == QProcess::NotRunning; }, 20'000);
        start = QUrl(QString::fromUtf8(process.readLine().trimmed()));
    }
    ~Fixture()
    {
        process.kill();
        process.waitForFinished();
    }

    void write(const QString &name, const QByteArray &content) const
    {
        QDir(home.path()).mkpath(QFileInfo(name).path());
        QFile file(home.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
    }

    // Without the attempt's state: a page that belongs to nothing.
    QByteArray strangersPage()
    {
        const auto asked = core::decodeForm(start.query(QUrl::FullyEncoded).toLatin1())->fields;
        core::HttpRequest request;
        request.url = QUrl(asked.value(u"redirect_uri"_s));
        const auto answer = IdentityFixture::answerOf(http.send(request, {}));
        return answer ? answer->body : answer.error().detail.toUtf8();
    }

    ManualClock clock;
    LoopbackProvider op{clock};
    core::NetworkHttpTransport http;
    QTemporaryDir home;
    QProcess process;
    QUrl start;
};

} // namespace

class TestCliRedirectPage : public QObject
{
    Q_OBJECT

private slots:
    void thePageSpeaksTheUsersLanguage_data()
    {
        const QByteArray german = "Diese Seite gehört zu keiner laufenden Anmeldung.";
        const QByteArray english = "This page does not belong to a sign-in that is going on.";
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<QByteArray>("language");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("a German desktop") << u"de_DE.UTF-8"_s << QByteArray() << QByteArray("de") << german;
        QTest::newRow("none") << u"C.UTF-8"_s << QByteArray() << QByteArray("en") << english;
        QTest::newRow("a language that the program does not speak")
            << u"fr_FR.UTF-8"_s << QByteArray() << QByteArray("en") << english;
        QTest::newRow("German in the window's settings")
            << u"en_US.UTF-8"_s << QByteArray("[look]\nlanguage=de\n") << QByteArray("de") << german;
        QTest::newRow("English in the window's settings")
            << u"de_DE.UTF-8"_s << QByteArray("[look]\nlanguage=en\n") << QByteArray("en") << english;
    }

    void thePageSpeaksTheUsersLanguage()
    {
        QFETCH(QString, locale);
        QFETCH(QByteArray, settings);
        QFETCH(QByteArray, language);
        QFETCH(QByteArray, words);
        Fixture f(locale, settings);
        QVERIFY2(f.start.path() == "/auth"_L1, f.process.readAllStandardError());
        const QByteArray page = f.strangersPage();
        QVERIFY2(page.contains(words), page);
        QVERIFY2(page.contains("<html lang=\"" + language + "\">"), page);
    }

    void whatStandsOnTheTerminalStaysEnglish()
    {
        Fixture f(u"de_DE.UTF-8"_s);
        f.process.kill();
        f.process.waitForFinished();
        QProcess again;
        again.setProcessEnvironment(f.process.processEnvironment());
        again.start(QStringLiteral(LECTERN_CLI),
                    {u"sign-in"_s, u"--profile"_s, f.home.filePath(u"acme.json"_s), u"--timeout"_s, u"1"_s,
                     u"--browser"_s, u"print"_s});
        QTRY_COMPARE_WITH_TIMEOUT(again.state(), QProcess::NotRunning, 20'000);
        const QByteArray said = again.readAllStandardError();
        QVERIFY2(said.contains("Nobody finished the sign-in page in time"), said);
    }
};

QTEST_GUILESS_MAIN(TestCliRedirectPage)
#include "tst_cliredirectpage.moc"
