// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/csv.h"
#include "core/export/export.h"
#include "core/export/filename.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

core::Extraction invoice(const QString &file, const QString &number)
{
    core::Extraction extraction;
    extraction.file = u"/somewhere/"_s + file;
    extraction.pages = 1;
    core::ExtractedField field;
    field.path = u"number"_s;
    field.value = number;
    core::ExtractedField total;
    total.path = u"total"_s;
    total.type = core::ValueType::Money;
    total.value = u"-12.50"_s;
    total.currency = u"EUR"_s;
    extraction.fields = {field, total};
    core::SchemaField column;
    column.name = u"what"_s;
    core::ExtractedRow row;
    row.cells[u"what"_s].value = u"Paper, white"_s;
    extraction.tables = {{u"rows"_s, u"Rows"_s, {column}, {row}}};
    return extraction;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

} // namespace

class Export : public QObject
{
    Q_OBJECT

private slots:
    void cellsAreQuotedByTheStandard_data();
    void cellsAreQuotedByTheStandard();
    void formulasAreDefusedAndNumbersAreNot_data();
    void formulasAreDefusedAndNumbersAreNot();
    void aRowADocument();
    void documentsOfDifferentSchemasShareTheColumns();
    void aFailedDocumentHasItsRow();
    void oneDocumentIsOneValueInJson();
    void severalDocumentsAreAListInJson();
    void namesAreSafe_data();
    void namesAreSafe();
    void filesAreWrittenWhole();
    void aFullDiskLeavesWhatWasThere();
    void whatIsNoPlainFileIsNotReplaced();
    void aFolderThatMayNotBeWrittenIsSaid();
    void aFileInPlaceOfTheFolderIsSaid();
};

void Export::cellsAreQuotedByTheStandard_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("plain") << u"Acme"_s << QByteArray("Acme\r\n");
    QTest::newRow("comma") << u"a,b"_s << QByteArray("\"a,b\"\r\n");
    QTest::newRow("quote") << u"a\"b"_s << QByteArray("\"a\"\"b\"\r\n");
    QTest::newRow("line feed") << u"a\nb"_s << QByteArray("\"a\nb\"\r\n");
    QTest::newRow("semicolon") << u"a;b"_s << QByteArray("\"a;b\"\r\n");
    QTest::newRow("outer space") << u" a"_s << QByteArray("\" a\"\r\n");
    QTest::newRow("umlaut") << u"ä"_s << QByteArray("\xC3\xA4\r\n");
    QTest::newRow("empty") << QString() << QByteArray("\r\n");
}

void Export::cellsAreQuotedByTheStandard()
{
    QFETCH(QString, cell);
    QFETCH(QByteArray, line);
    QCOMPARE(core::csvLine({cell}), line);
}

void Export::formulasAreDefusedAndNumbersAreNot_data()
{
    QTest::addColumn<QString>("cell");
    QTest::addColumn<bool>("defused");
    QTest::newRow("formula") << u"=HYPERLINK(\"http://x\")"_s << true;
    QTest::newRow("plus") << u"+1+cmd|' /C calc'!A0"_s << true;
    QTest::newRow("minus") << u"-1+1"_s << true;
    QTest::newRow("at") << u"@SUM(A1)"_s << true;
    QTest::newRow("tab first") << u"\t=1"_s << true;
    QTest::newRow("space first") << u" =1"_s << true;
    QTest::newRow("wide sign") << u"\uFF1D1"_s << true;
    QTest::newRow("phone") << u"+49 30 123"_s << true;
    QTest::newRow("negative number") << u"-12.50"_s << false;
    QTest::newRow("number with a plus") << u"+12"_s << false;
    QTest::newRow("mail") << u"a@b.example"_s << false;
}

void Export::formulasAreDefusedAndNumbersAreNot()
{
    QFETCH(QString, cell);
    QFETCH(bool, defused);
    QByteArray line = core::csvLine({cell});
    if (line.startsWith('"'))
        line.remove(0, 1);
    QCOMPARE(line.startsWith('\''), defused);
}

void Export::aRowADocument()
{
    const auto files = core::exportFiles({invoice(u"a.pdf"_s, u"A"_s), invoice(u"b.pdf"_s, u"B"_s)},
                                         core::ExportFormat::Csv, u"batch"_s);
    QCOMPARE(files.size(), 2u);
    QCOMPARE(files[0].name, u"batch.csv"_s);
    QCOMPARE(files[0].bytes,
             QByteArray("\xEF\xBB\xBF"
                        "file,error,number,total,total.currency\r\n"
                        "a.pdf,,A,-12.50,EUR\r\n"
                        "b.pdf,,B,-12.50,EUR\r\n"));
    QCOMPARE(files[1].name, u"batch.rows.csv"_s);
    QCOMPARE(files[1].bytes,
             QByteArray("\xEF\xBB\xBF"
                        "file,row,what\r\n"
                        "a.pdf,1,\"Paper, white\"\r\n"
                        "b.pdf,1,\"Paper, white\"\r\n"));
}

void Export::documentsOfDifferentSchemasShareTheColumns()
{
    core::Extraction other = invoice(u"b.pdf"_s, u"B"_s);
    other.tables.clear();
    other.fields.resize(1);
    other.fields[0].path = u"name"_s;
    core::Extraction first = invoice(u"a.pdf"_s, u"A"_s);
    first.tables.clear();
    const auto files = core::exportFiles({first, other}, core::ExportFormat::Csv, u"x"_s);
    QCOMPARE(files.size(), 1u);
    QVERIFY(files[0].bytes.contains("number,total,total.currency,name\r\n"));
    QVERIFY(files[0].bytes.contains("b.pdf,,,,,B\r\n"));
}

void Export::aFailedDocumentHasItsRow()
{
    core::Extraction failed;
    failed.file = u"bad.pdf"_s;
    failed.error = core::Error{core::ErrorCode::BrokenDocument, {}};
    const auto files = core::exportFiles({failed}, core::ExportFormat::Csv, u"x"_s);
    QVERIFY(files[0].bytes.contains("bad.pdf,broken_document\r\n"));
}

void Export::oneDocumentIsOneValueInJson()
{
    const auto files = core::exportFiles({invoice(u"a.pdf"_s, u"A"_s)}, core::ExportFormat::Json, u"a"_s);
    QCOMPARE(files.size(), 1u);
    QCOMPARE(files[0].name, u"a.json"_s);
    QCOMPARE(QJsonDocument::fromJson(files[0].bytes)[u"format"].toString(), u"lectern.extraction/1"_s);
}

void Export::severalDocumentsAreAListInJson()
{
    const auto files = core::exportFiles({invoice(u"a.pdf"_s, u"A"_s), invoice(u"b.pdf"_s, u"B"_s)},
                                         core::ExportFormat::Json, u"all"_s);
    QCOMPARE(QJsonDocument::fromJson(files[0].bytes).array().size(), 2);
}

void Export::namesAreSafe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("safe");
    QTest::newRow("plain") << u"Rechnung März"_s << u"Rechnung März"_s;
    QTest::newRow("path") << u"../../etc/passwd"_s << u"_.._.._etc_passwd"_s;
    QTest::newRow("hidden") << u".bashrc"_s << u"_.bashrc"_s;
    QTest::newRow("device") << u"NUL"_s << u"_NUL"_s;
    QTest::newRow("control") << u"a\nb"_s << u"a_b"_s;
    QTest::newRow("only dots") << u"..."_s << u"document"_s;
    QTest::newRow("empty") << QString() << u"document"_s;
    QTest::newRow("long") << QString(500, u'x') << QString(120, u'x');
}

void Export::namesAreSafe()
{
    QFETCH(QString, name);
    QFETCH(QString, safe);
    QCOMPARE(core::safeFileName(name), safe);
}

void Export::filesAreWrittenWhole()
{
    QTemporaryDir folder;
    const QString below = folder.filePath(u"new/folder"_s);
    const auto written = core::writeFiles({{u"a.txt"_s, "one"}, {u"b.txt"_s, "two"}}, below);
    QVERIFY(written);
    QCOMPARE(written->size(), 2);
    QCOMPARE(contents(below + u"/b.txt"_s), "two");
    QCOMPARE(QDir(below).entryList(QDir::Files).size(), 2); // no temporary file is left
}

// A limit on the size of files stands for the end of the disk: what was there stays, and nothing is left beside it.
void Export::aFullDiskLeavesWhatWasThere()
{
    QTemporaryDir folder;
    QVERIFY(core::writeFiles({{u"a.txt"_s, "before"}}, folder.path()));
    rlimit usual{};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &usual), 0);
    const rlimit small{4096, usual.rlim_max};
    std::signal(SIGXFSZ, SIG_IGN);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto written = core::writeFiles({{u"a.txt"_s, QByteArray(1'000'000, 'x')}}, folder.path());
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &usual), 0);
    QVERIFY(!written);
    QVERIFY(written.error().code == core::ErrorCode::Storage);
    QVERIFY(written.error().detail.contains(u"a.txt"_s));
    QCOMPARE(contents(folder.filePath(u"a.txt"_s)), "before");
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 1);
}

// Saving goes by a rename, which would put a file in place of what a link leads to: a pipe, a device.
void Export::whatIsNoPlainFileIsNotReplaced()
{
    QTemporaryDir folder;
    const QString pipe = folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(qPrintable(pipe), 0600), 0);
    QVERIFY(QFile::link(pipe, folder.filePath(u"a.txt"_s)));
    const auto written = core::writeFiles({{u"a.txt"_s, "x"}}, folder.path());
    QVERIFY(!written);
    QVERIFY(written.error().code == core::ErrorCode::Storage);
    struct stat now {
    };
    QCOMPARE(stat(qPrintable(pipe), &now), 0);
    QVERIFY(S_ISFIFO(now.st_mode));
}

void Export::aFolderThatMayNotBeWrittenIsSaid()
{
    if (geteuid() == 0)
        QSKIP("root may write everywhere");
    QTemporaryDir folder;
    QVERIFY(QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::ExeOwner));
    const auto written = core::writeFiles({{u"a.txt"_s, "x"}}, folder.path());
    QFile::setPermissions(folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(!written);
    QVERIFY(written.error().code == core::ErrorCode::AccessDenied);
}

void Export::aFileInPlaceOfTheFolderIsSaid()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto written = core::writeFiles({{u"a.txt"_s, "x"}}, file.fileName());
    QVERIFY(!written);
    QVERIFY(written.error().code == core::ErrorCode::Storage);
}

QTEST_GUILESS_MAIN(Export)
#include "tst_export.moc"
