// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/cli/clirunner.h"

#include <QDir>
#include <QImage>
#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// The commands beside extract, as scripts meet them.
class CliCommands : public QObject
{
    Q_OBJECT

private slots:
    void helpListsTheCommands();
    void everyCommandHasHelp_data();
    void everyCommandHasHelp();
    void anUnknownCommandIsWrongUsage();
    void wordsHaveBoxes();
    void aPageBecomesAPicture();
    void aPageThatIsNotThereIsSaid();
    void givenValuesAreFound();
    void valuesThatAreNoneAreWrongUsage();
    void schemasAndEnginesAreListed();
    void aBrokenConnectionIsReportedAndLeftOut();
    void theDoctorDrawsAPage();
    void anAccountThatIsNotThereIsNamed();
    void aNumberOutOfItsRangeNamesTheRange();

private:
    CliRunner m_cli;
};

void CliCommands::helpListsTheCommands()
{
    const auto outcome = m_cli.run({u"--help"_s});
    QCOMPARE(outcome.code, 0);
    for (const char *name :
         {"extract", "text", "ground", "render", "sign-in", "secret", "schemas", "engines", "doctor"})
        QVERIFY2(outcome.output.contains(name), name);
    QCOMPARE(m_cli.run({}).code, 2);
    QVERIFY(m_cli.run({u"--version"_s}).output.startsWith("lectern-cli "));
}

void CliCommands::everyCommandHasHelp_data()
{
    QTest::addColumn<QString>("command");
    for (const QString &name :
         {u"extract"_s, u"text"_s, u"ground"_s, u"render"_s, u"schemas"_s, u"engines"_s, u"secret"_s, u"doctor"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void CliCommands::everyCommandHasHelp()
{
    QFETCH(QString, command);
    const auto outcome = m_cli.run({command, u"--help"_s});
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.output.startsWith("Usage: lectern-cli " + command.toUtf8()));
    QVERIFY(outcome.messages.isEmpty());
}

void CliCommands::anUnknownCommandIsWrongUsage()
{
    const auto outcome = m_cli.run({u"dance"_s});
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.messages.contains("dance"));
}

void CliCommands::wordsHaveBoxes()
{
    const QString file = m_cli.draw(u"words.pdf"_s, {u"Hello world"_s});
    const auto outcome = m_cli.run({u"text"_s, file, u"--json"_s});
    QCOMPARE(outcome.code, 0);
    const QJsonObject json = outcome.records().value(0);
    QCOMPARE(json[u"format"].toString(), u"lectern.text/1"_s);
    const QJsonArray words = json[u"pages"][0][u"words"].toArray();
    QCOMPARE(words.size(), 2);
    QCOMPARE(words[0][u"text"].toString(), u"Hello"_s);
    QCOMPARE(words[0][u"box"].toArray().size(), 4);
    QVERIFY(m_cli.run({u"text"_s, file}).output.contains("Hello world"));
    QCOMPARE(m_cli.run({u"text"_s, file, u"--ocr"_s, u"maybe"_s}).code, 2);
    QCOMPARE(m_cli.run({u"text"_s, m_cli.path(u"nobody.pdf"_s)}).code, 3);
}

void CliCommands::aPageBecomesAPicture()
{
    const QString file = m_cli.draw(u"picture.pdf"_s, {u"Hello"_s});
    const QString png = m_cli.path(u"page.png"_s);
    QCOMPARE(m_cli.run({u"render"_s, file, u"--page"_s, u"1"_s, u"--dpi"_s, u"72"_s, u"--out"_s, png}).code, 0);
    const QImage image(png);
    QVERIFY(qAbs(image.width() - 595) <= 1 && qAbs(image.height() - 842) <= 1); // A4
}

void CliCommands::aPageThatIsNotThereIsSaid()
{
    const QString file = m_cli.draw(u"short.pdf"_s, {u"Hello"_s});
    const QString png = m_cli.path(u"none.png"_s);
    QVERIFY(m_cli.run({u"render"_s, file, u"--page"_s, u"2"_s, u"--out"_s, png}).code > 0);
    QVERIFY(!QFile::exists(png));
    QCOMPARE(m_cli.run({u"render"_s, file}).code, 2);
    QCOMPARE(m_cli.run({u"render"_s, file, u"--page"_s, u"0"_s, u"--out"_s, png}).code, 2);
}

void CliCommands::givenValuesAreFound()
{
    const QString file = m_cli.draw(u"ground.pdf"_s, {u"Total 1.240,50 EUR"_s, u"on 17.03.2024"_s});
    const QString values = m_cli.write(
        u"values.json"_s, R"({"total": 1240.5, "gross": "1240.50", "day": "2024-03-17", "buyer": "Nobody"})");
    const auto outcome = m_cli.run({u"ground"_s, file, u"--values"_s, values, u"--json"_s});
    QCOMPARE(outcome.code, 0);
    const QJsonArray fields = outcome.records().value(0)[u"fields"].toArray();
    QCOMPARE(fields.size(), 4);
    for (const QJsonValue &field : fields) {
        const bool invented = field[u"path"].toString() == "buyer"_L1;
        QCOMPARE(field[u"evidence"].toArray().isEmpty(), invented);
        QCOMPARE(field[u"status"].toString() == "not_on_page"_L1, invented);
    }
}

void CliCommands::valuesThatAreNoneAreWrongUsage()
{
    const QString file = m_cli.draw(u"ground2.pdf"_s, {u"x"_s});
    const QString list = m_cli.write(u"list.json"_s, "[1,2]");
    const auto array = m_cli.run({u"ground"_s, file, u"--values"_s, list});
    QCOMPARE(array.code, 2);
    QVERIFY2(array.messages.contains("not an object") && !array.messages.contains("no error"),
             array.messages.constData());
    const auto missing = m_cli.run({u"ground"_s, file, u"--values"_s, m_cli.path(u"nobody.json"_s)});
    QCOMPARE(missing.code, 2);
    QVERIFY2(missing.messages.contains("no such file"), missing.messages.constData());
    QCOMPARE(m_cli.run({u"ground"_s, file}).code, 2);
}

void CliCommands::schemasAndEnginesAreListed()
{
    QStringList ids;
    for (const QJsonValue &schema : m_cli.run({u"schemas"_s, u"--json"_s}).records().value(0)[u"schemas"].toArray())
        ids += schema[u"id"].toString();
    QVERIFY(ids.contains(u"invoice"_s) && ids.contains(u"receipt"_s) && ids.contains(u"generic"_s));
    const auto engines = m_cli.run({u"engines"_s, u"--json"_s}).records().value(0)[u"engines"].toArray();
    QCOMPARE(engines[0][u"id"].toString(), u"local"_s);
}

void CliCommands::aBrokenConnectionIsReportedAndLeftOut()
{
    QVERIFY(QDir().mkpath(m_cli.path(u"CONFIG/lectern/connections.d"_s)));
    m_cli.write(u"CONFIG/lectern/connections.d/bad.json"_s, "{\"format\":");
    m_cli.write(u"CONFIG/lectern/connections.d/good.json"_s,
                R"({"format":"lectern.connection/1","id":"acme","kind":"gemini","model":"m",
                    "base_url":"https://endpoint.example","auth":{"kind":"none"}})");
    const auto outcome = m_cli.run({u"engines"_s, u"--json"_s});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.records().value(0)[u"engines"].toArray().size(), 2);
    QVERIFY(outcome.messages.contains("bad.json"));
}

void CliCommands::theDoctorDrawsAPage()
{
    QVERIFY(QDir().mkpath(m_cli.path(u"CONFIG/lectern/connections.d"_s)));
    const QString secured = m_cli.write(u"CONFIG/lectern/connections.d/secured.json"_s,
                                        R"({"format":"lectern.connection/1","id":"secured","kind":"gemini","model":"m",
                    "base_url":"https://endpoint.example","auth":{"kind":"none"},"client_certificate":"gone.p12",
                    "extra_ca":"gone.pem"})");
    const auto outcome = m_cli.run({u"doctor"_s, u"--json"_s});
    QVERIFY(QFile::remove(secured));
    QCOMPARE(outcome.code, 0);
    QStringList working;
    QStringList all;
    for (const QJsonValue &check : outcome.records().value(0)[u"checks"].toArray()) {
        all += check[u"name"].toString();
        if (check[u"name"].toString() == "client_certificates"_L1)
            QVERIFY(check[u"detail"].toString().contains(m_cli.path(u"CONFIG/lectern/connections.d/gone.p12"_s)));
        if (check[u"name"].toString() == "extra_authorities"_L1)
            QVERIFY(check[u"detail"].toString().contains(m_cli.path(u"CONFIG/lectern/connections.d/gone.pem"_s)));
        if (check[u"name"].toString() == "fonts"_L1)
            QVERIFY(!check[u"detail"].toString().isEmpty());
        if (check[u"works"].toBool())
            working += check[u"name"].toString();
    }
    QVERIFY(working.contains(u"page_worker"_s));
    QVERIFY(working.contains(u"folder"_s));
    QVERIFY(all.contains(u"client_certificates"_s) && !working.contains(u"client_certificates"_s));
    QVERIFY(all.contains(u"extra_authorities"_s) && !working.contains(u"extra_authorities"_s));
    QVERIFY(all.contains(u"keychain"_s) && !working.contains(u"keychain"_s)); // there is none in this test
}

void CliCommands::anAccountThatIsNotThereIsNamed()
{
    const auto outcome = m_cli.run({u"sign-out"_s, u"--account"_s, u"nobody"_s});
    QCOMPARE(outcome.code, 4);
    QVERIFY2(outcome.messages.contains("'nobody'") && !outcome.messages.contains("file"), outcome.messages.constData());
}

void CliCommands::aNumberOutOfItsRangeNamesTheRange()
{
    const QString file = m_cli.draw(u"range.pdf"_s, {u"x"_s});
    const auto outcome = m_cli.run({u"render"_s, file, u"--page"_s, u"0"_s, u"--out"_s, m_cli.path(u"range.png"_s)});
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.messages.contains("from 1 to 1000000"), outcome.messages.constData());
    QVERIFY2(!outcome.messages.contains("lectern-cli: \n"), outcome.messages.constData());
}

QTEST_MAIN(CliCommands)
#include "tst_clicommands.moc"
