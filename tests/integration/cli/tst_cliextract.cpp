// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/cli/clirunner.h"

#include <QDir>
#include <QJsonArray>
#include <QTest>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList invoiceLines{u"Invoice"_s, u"Invoice number: RE-2024-17"_s, u"Invoice date: 2024-03-17"_s,
                               u"Total: 119.00 EUR"_s};

QJsonObject field(const QJsonObject &extraction, const QString &path)
{
    for (const QJsonValue &each : extraction[u"fields"].toArray()) {
        if (each[u"path"].toString() == path)
            return each.toObject();
    }
    return {};
}

QString errorOf(const QJsonObject &extraction)
{
    return extraction[u"error"][u"code"].toString();
}

} // namespace

// Extraction as scripts meet it: exit codes and what is on standard output.
class CliExtract : public QObject
{
    Q_OBJECT

private slots:
    void aDocumentGivesOneJsonValue();
    void everyValueHasItsPlace();
    void withoutJsonAPersonCanReadIt();
    void severalDocumentsComeInTheirOrder();
    void whatIsNoDocumentIsCodeThree_data();
    void whatIsNoDocumentIsCodeThree();
    void aFileThatMayNotBeReadIsCodeThree();
    void anEncryptedDocumentAsksForItsPassword();
    void aBadFileDoesNotStopTheOthers();
    void overTimeIsCodeSix();
    void anUnsureValueIsCodeTen();
    void wrongUsageIsCodeTwo_data();
    void wrongUsageIsCodeTwo();
    void anUnknownEngineIsNamed();
    void withoutAnAccountSigningInIsNeeded();
    void filesAreWrittenWhereAsked();
    void equalNamesDoNotOverwriteEachOther();
    void aPlainJsonSchemaIsTaken();
    void aFullDiskUnderTheOutputIsSaid();
    void theOriginalIsUntouched();

private:
    CliRunner m_cli;
};

void CliExtract::aDocumentGivesOneJsonValue()
{
    const QString file = m_cli.draw(u"invoice.pdf"_s, invoiceLines);
    const auto outcome = m_cli.run({u"extract"_s, file, u"--json"_s, u"--schema"_s, u"invoice"_s});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(outcome.records().size(), 1);
    QCOMPARE(outcome.output.count('\n'), 1);
    const QJsonObject extraction = outcome.records().constFirst();
    QCOMPARE(extraction[u"format"].toString(), u"lectern.extraction/1"_s);
    QCOMPARE(extraction[u"document"][u"file"].toString(), file);
    QCOMPARE(extraction[u"document"][u"kind"].toString(), u"native"_s);
    QCOMPARE(extraction[u"document"][u"sha256"].toString().size(), 64);
    QCOMPARE(extraction[u"engine"][u"id"].toString(), u"local"_s);
    QVERIFY(extraction[u"error"].isNull());
    QCOMPARE(field(extraction, u"invoice_number"_s)[u"value"].toString(), u"RE-2024-17"_s);
    QVERIFY(!outcome.messages.contains("\x1b[")); // no progress unless on a terminal
}

void CliExtract::everyValueHasItsPlace()
{
    const QString file = m_cli.draw(u"places.pdf"_s, invoiceLines);
    const auto outcome = m_cli.run({u"extract"_s, file, u"--json"_s, u"--schema"_s, u"invoice"_s});
    const QJsonObject number = field(outcome.records().value(0), u"invoice_number"_s);
    const QJsonValue evidence = number[u"evidence"][0];
    QCOMPARE(evidence[u"page"].toInt(), 1);
    QCOMPARE(evidence[u"source"].toString(), u"text-layer"_s);
    const QJsonArray box = evidence[u"box"].toArray();
    QCOMPARE(box.size(), 4);
    QVERIFY(box[0].toDouble() < box[2].toDouble() && box[1].toDouble() < box[3].toDouble());
    QVERIFY(box[3].toDouble() < 200); // near the top of the page
    QVERIFY(!number[u"because"].toArray().isEmpty());
}

void CliExtract::withoutJsonAPersonCanReadIt()
{
    const QString file = m_cli.draw(u"readable.pdf"_s, invoiceLines);
    const auto outcome = m_cli.run({u"extract"_s, file, u"--schema"_s, u"invoice"_s});
    QCOMPARE(outcome.code, 0);
    QVERIFY(outcome.output.contains("RE-2024-17"));
    QVERIFY(!outcome.output.contains("{"));
}

void CliExtract::severalDocumentsComeInTheirOrder()
{
    QStringList arguments{u"extract"_s, u"--json"_s, u"--schema"_s, u"invoice"_s};
    QStringList files;
    for (int i = 0; i < 5; ++i)
        files += m_cli.draw(u"order%1.pdf"_s.arg(i), {u"Invoice number: N-%1"_s.arg(i)});
    const auto outcome = m_cli.run(arguments + files);
    QCOMPARE(outcome.code, 0);
    const auto records = outcome.records();
    QCOMPARE(records.size(), 5);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(records[i][u"document"][u"file"].toString(), files[i]);
}

void CliExtract::whatIsNoDocumentIsCodeThree_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("error");
    QTest::newRow("nothing in it") << m_cli.write(u"empty.pdf"_s, {}) << u"not_a_document"_s;
    QTest::newRow("text named .pdf") << m_cli.write(u"text.pdf"_s, "Dear Sir or Madam") << u"not_a_document"_s;
    QTest::newRow("folder") << m_cli.folder.path() << u"not_a_document"_s;
    QTest::newRow("missing") << m_cli.path(u"nobody.pdf"_s) << u"not_found"_s;
    QTest::newRow("cut off") << m_cli.write(u"cut.pdf"_s, "%PDF-1.7\n1 0 obj\n<<") << u"broken_document"_s;
}

void CliExtract::whatIsNoDocumentIsCodeThree()
{
    QFETCH(QString, file);
    QFETCH(QString, error);
    const auto outcome = m_cli.run({u"extract"_s, file, u"--json"_s});
    QCOMPARE(outcome.code, 3);
    QCOMPARE(outcome.records().size(), 1);
    QCOMPARE(errorOf(outcome.records().constFirst()), error);
    QVERIFY(!outcome.messages.isEmpty());
}

void CliExtract::aFileThatMayNotBeReadIsCodeThree()
{
    if (geteuid() == 0)
        QSKIP("root may read everything");
    const QString file = m_cli.draw(u"private.pdf"_s, invoiceLines);
    QVERIFY(QFile::setPermissions(file, QFile::WriteOwner));
    const auto outcome = m_cli.run({u"extract"_s, file, u"--json"_s});
    QCOMPARE(outcome.code, 3);
    QCOMPARE(errorOf(outcome.records().value(0)), u"access_denied"_s);
}

void CliExtract::anEncryptedDocumentAsksForItsPassword()
{
    const QString plain = m_cli.draw(u"plain.pdf"_s, invoiceLines);
    const QString locked = m_cli.path(u"locked.pdf"_s);
    QCOMPARE(QProcess::execute(u"qpdf"_s, {u"--encrypt"_s, u"s3cret"_s, u"owner"_s, u"256"_s, u"--"_s, plain, locked}),
             0);
    const auto without = m_cli.run({u"extract"_s, locked, u"--json"_s});
    QCOMPARE(without.code, 3);
    QCOMPARE(errorOf(without.records().value(0)), u"password_needed"_s);
    QVERIFY(!without.records().value(0)[u"error"][u"message"].toString().isEmpty());
    const QString wrong = m_cli.write(u"wrong.txt"_s, "guess\n");
    QCOMPARE(m_cli.run({u"extract"_s, locked, u"--json"_s, u"--password-file"_s, wrong}).code, 3);
    const QString right = m_cli.write(u"right.txt"_s, "s3cret\n");
    const auto with =
        m_cli.run({u"extract"_s, locked, u"--json"_s, u"--schema"_s, u"invoice"_s, u"--password-file"_s, right});
    QCOMPARE(with.code, 0);
    QVERIFY(!with.output.contains("s3cret") && !with.messages.contains("s3cret"));
}

void CliExtract::aBadFileDoesNotStopTheOthers()
{
    const QString good = m_cli.draw(u"good.pdf"_s, invoiceLines);
    const auto outcome = m_cli.run({u"extract"_s, u"--json"_s, m_cli.path(u"nobody.pdf"_s), good});
    QCOMPARE(outcome.code, 3);
    const auto records = outcome.records();
    QCOMPARE(records.size(), 2);
    QCOMPARE(errorOf(records[0]), u"not_found"_s);
    QVERIFY(records[1][u"error"].isNull());
}

void CliExtract::overTimeIsCodeSix()
{
    const QString file = m_cli.draw(u"slow.pdf"_s, invoiceLines);
    const auto outcome = m_cli.run({u"extract"_s, u"--json"_s, u"--timeout"_s, u"0.001"_s, file});
    QCOMPARE(outcome.code, 6);
    QCOMPARE(errorOf(outcome.records().value(0)), u"timeout"_s);
}

void CliExtract::anUnsureValueIsCodeTen()
{
    const QString file = m_cli.draw(u"unsure.pdf"_s, invoiceLines);
    const QStringList arguments{u"extract"_s, u"--json"_s, u"--schema"_s, u"invoice"_s, file, u"--fail-below"_s};
    QCOMPARE(m_cli.run(arguments + QStringList{u"1"_s}).code, 10);
    QCOMPARE(m_cli.run(arguments + QStringList{u"0"_s}).code, 0);
}

void CliExtract::wrongUsageIsCodeTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString file = m_cli.draw(u"usage.pdf"_s, invoiceLines);
    QTest::newRow("no file") << QStringList{u"extract"_s};
    QTest::newRow("unknown option") << QStringList{u"extract"_s, file, u"--frobnicate"_s};
    QTest::newRow("unknown format") << QStringList{u"extract"_s, file, u"--format"_s, u"docx"_s};
    QTest::newRow("unknown schema") << QStringList{u"extract"_s, file, u"--schema"_s, u"unheard-of"_s};
    QTest::newRow("broken schema") << QStringList{u"extract"_s, file, u"--schema"_s, m_cli.write(u"bad.json"_s, "{")};
    QTest::newRow("certainty over one") << QStringList{u"extract"_s, file, u"--fail-below"_s, u"90"_s};
    QTest::newRow("certainty NaN") << QStringList{u"extract"_s, file, u"--fail-below"_s, u"nan"_s};
    QTest::newRow("no time at all") << QStringList{u"extract"_s, file, u"--timeout"_s, u"0"_s};
    QTest::newRow("no password file") << QStringList{u"extract"_s, file, u"--password-file"_s,
                                                     m_cli.path(u"nobody.txt"_s)};
}

void CliExtract::wrongUsageIsCodeTwo()
{
    QFETCH(QStringList, arguments);
    const auto outcome = m_cli.run(arguments);
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.output.isEmpty());
    QVERIFY(outcome.messages.contains("lectern-cli extract --help") || outcome.messages.contains("wants"));
    QVERIFY2(!outcome.messages.contains("lectern-cli: \n") && !outcome.messages.contains("e+"),
             outcome.messages.constData());
}

void CliExtract::anUnknownEngineIsNamed()
{
    const QString file = m_cli.draw(u"engine.pdf"_s, invoiceLines);
    const auto outcome = m_cli.run({u"extract"_s, u"--json"_s, file, u"--engine"_s, u"oracle-of-delphi"_s});
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.messages.contains("oracle-of-delphi"));
    QCOMPARE(outcome.records().value(0)[u"engine"][u"id"].toString(), u"oracle-of-delphi"_s);
}

void CliExtract::withoutAnAccountSigningInIsNeeded()
{
    QVERIFY(QDir().mkpath(m_cli.path(u"CONFIG/lectern/connections.d"_s)));
    m_cli.write(u"CONFIG/lectern/connections.d/acme.json"_s,
                R"({"format":"lectern.connection/1","id":"acme","kind":"gemini","model":"m",
                    "base_url":"http://127.0.0.1:9","auth":{"kind":"account"}})");
    const QString file = m_cli.draw(u"account.pdf"_s, invoiceLines);
    const auto outcome = m_cli.run({u"extract"_s, u"--json"_s, file, u"--engine"_s, u"acme"_s});
    QCOMPARE(outcome.code, 4);
    const QJsonObject record = outcome.records().value(0);
    QCOMPARE(errorOf(record), u"sign_in_needed"_s);
    QCOMPARE(record[u"engine"][u"id"].toString(), u"acme"_s);
    QCOMPARE(record[u"engine"][u"endpoint"].toString(), u"http://127.0.0.1:9"_s);
    QVERIFY(!record[u"error"][u"message"].toString().isEmpty());
}

void CliExtract::filesAreWrittenWhereAsked()
{
    const QString file = m_cli.draw(u"written.pdf"_s, invoiceLines);
    const QString json = m_cli.path(u"json"_s);
    QCOMPARE(m_cli.run({u"extract"_s, file, u"--out"_s, json}).code, 0);
    QVERIFY(QFile::exists(json + u"/written.json"_s));
    const QString csv = m_cli.path(u"csv"_s);
    QCOMPARE(
        m_cli.run({u"extract"_s, file, u"--schema"_s, u"invoice"_s, u"--out"_s, csv, u"--format"_s, u"csv"_s}).code, 0);
    QFile table(csv + u"/written.csv"_s);
    QVERIFY(table.open(QIODevice::ReadOnly));
    QVERIFY(table.readAll().contains("RE-2024-17"));
}

void CliExtract::equalNamesDoNotOverwriteEachOther()
{
    QVERIFY(QDir(m_cli.folder.path()).mkpath(u"one"_s) && QDir(m_cli.folder.path()).mkpath(u"two"_s));
    const QString first = m_cli.draw(u"one/same.pdf"_s, invoiceLines);
    const QString second = m_cli.draw(u"two/same.pdf"_s, invoiceLines);
    const QString out = m_cli.path(u"same"_s);
    QCOMPARE(m_cli.run({u"extract"_s, first, second, u"--out"_s, out}).code, 0);
    QCOMPARE(QDir(out).entryList(QDir::Files), QStringList({u"same-2.json"_s, u"same.json"_s}));
}

void CliExtract::aPlainJsonSchemaIsTaken()
{
    const QString file = m_cli.draw(u"own.pdf"_s, {u"Shelf mark: QA 76"_s});
    const QString schema = m_cli.write(
        u"shelf.json"_s, R"({"type":"object","properties":{"shelf":{"type":"string","title":"Shelf mark"}}})");
    const auto outcome = m_cli.run({u"extract"_s, u"--json"_s, file, u"--schema"_s, schema});
    QCOMPARE(outcome.code, 0);
    const QJsonObject extraction = outcome.records().value(0);
    QCOMPARE(extraction[u"schema"][u"id"].toString(), u"shelf"_s);
    QCOMPARE(field(extraction, u"shelf"_s)[u"value"].toString(), u"QA 76"_s);
}

void CliExtract::aFullDiskUnderTheOutputIsSaid()
{
    const QString full = u"/dev/full"_s;
    if (!QFile::exists(full))
        QSKIP("no /dev/full here");
    const QString file = m_cli.draw(u"full.pdf"_s, invoiceLines);
    const auto outcome = m_cli.run({u"extract"_s, u"--json"_s, file}, full);
    QCOMPARE(outcome.code, 1);
    QVERIFY(outcome.messages.contains("could not be written"));
}

void CliExtract::theOriginalIsUntouched()
{
    const QString file = m_cli.draw(u"original.pdf"_s, invoiceLines);
    const auto contents = [&] {
        QFile original(file);
        return original.open(QIODevice::ReadOnly) ? original.readAll() : QByteArray();
    };
    const QByteArray before = contents();
    QCOMPARE(m_cli.run({u"extract"_s, file, u"--out"_s, m_cli.folder.path()}).code, 0);
    QVERIFY(!before.isEmpty());
    QCOMPARE(contents(), before);
}

QTEST_MAIN(CliExtract)
#include "tst_cliextract.moc"
