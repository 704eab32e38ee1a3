// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/sampledocuments.h"
#include "tests/support/samples/facturx.h"
#include "tests/support/samples/invoice.h"

#include <QFile>
#include <QImageReader>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::Literals::StringLiterals;

// The other tests and the demonstration trust these documents, so their contents must be right.
class TestSampleDocuments : public QObject
{
    Q_OBJECT

private slots:
    void everySampleIsMade_data();
    void everySampleIsMade();
    void theSameBytesAreMadeTwice();
    void anUnknownSampleIsNotFound();
    void aFolderThatIsNotThereIsAnError();
    void accountNumbersHaveRightCheckDigits();
    void totalsAreTheSumsOfTheirLines();
    void theEmbeddedInvoiceSaysWhatIsPrinted();
};

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

int remainder97(const QString &iban)
{
    int remainder = 0;
    for (const QChar c : iban.mid(4) + iban.left(4)) {
        const int value = c.isDigit() ? c.digitValue() : c.unicode() - u'A' + 10;
        remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
    }
    return remainder;
}

std::vector<samples::Invoice> invoices()
{
    return {samples::stationeryInvoice(), samples::officeInvoice(), samples::plumbingInvoice()};
}

} // namespace

void TestSampleDocuments::everySampleIsMade_data()
{
    QTest::addColumn<QString>("name");
    for (const samples::SampleDocument &document : samples::all())
        QTest::addRow("%s", qUtf8Printable(document.name)) << document.name;
}

void TestSampleDocuments::everySampleIsMade()
{
    QFETCH(QString, name);
    const QTemporaryDir folder;
    const auto path = samples::make(name, folder.path());
    QVERIFY2(path.has_value(), path ? "" : qUtf8Printable(path.error().detail));
    const QByteArray bytes = contents(*path);
    QVERIFY(bytes.size() > 10'000);
    QVERIFY(bytes.size() < 400'000);
    const QByteArray start = name.endsWith("pdf"_L1) ? "%PDF-" : name.endsWith("jpg"_L1) ? "\xff\xd8\xff" : "II*";
    QVERIFY(bytes.startsWith(start));
}

void TestSampleDocuments::theSameBytesAreMadeTwice()
{
    const QTemporaryDir first;
    const QTemporaryDir second;
    for (const samples::SampleDocument &document : samples::all()) {
        if (document.name == "encrypted.pdf"_L1) // its key is random
            continue;
        const auto one = samples::make(document.name, first.path());
        const auto two = samples::make(document.name, second.path());
        QVERIFY(one && two);
        QVERIFY2(contents(*one) == contents(*two), qUtf8Printable(document.name));
    }
}

void TestSampleDocuments::anUnknownSampleIsNotFound()
{
    const QTemporaryDir folder;
    const auto made = samples::make(u"no-such.pdf"_s, folder.path());
    QVERIFY(!made);
    QCOMPARE(made.error().code, core::ErrorCode::NotFound);
}

void TestSampleDocuments::aFolderThatIsNotThereIsAnError()
{
    QVERIFY(!samples::make(u"invoice.pdf"_s, u"/no/such/folder"_s));
}

void TestSampleDocuments::accountNumbersHaveRightCheckDigits()
{
    for (const samples::Invoice &invoice : invoices())
        QCOMPARE(remainder97(invoice.iban), 1);
}

void TestSampleDocuments::totalsAreTheSumsOfTheirLines()
{
    for (const samples::Invoice &invoice : invoices()) {
        const QJsonObject truth = invoice.truth();
        qint64 net = 0;
        for (const QJsonValue &row : truth[u"line_items"_s].toArray())
            net += row[u"line_total"_s].toString().remove(u'.').toLongLong();
        QCOMPARE(samples::plain(net), truth[u"total_net"_s].toString());
        QCOMPARE(invoice.net() + invoice.tax(), invoice.gross());
    }
    QCOMPARE(samples::officeInvoice().truth()[u"total_gross"_s].toString(), u"6062.84"_s);
}

void TestSampleDocuments::theEmbeddedInvoiceSaysWhatIsPrinted()
{
    const samples::Invoice invoice = samples::officeInvoice();
    QXmlStreamReader xml(samples::facturX(invoice));
    QMultiHash<QString, QString> values;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        const QString name = xml.name().toString();
        if (name == "GrandTotalAmount"_L1 || name == "IBANID"_L1 || name == "LineTotalAmount"_L1)
            values.insert(name, xml.readElementText());
    }
    QVERIFY2(!xml.hasError(), qUtf8Printable(xml.errorString()));
    QCOMPARE(values.value(u"GrandTotalAmount"_s), samples::plain(invoice.gross()));
    QCOMPARE(values.value(u"IBANID"_s), invoice.iban);
    QCOMPARE(values.count(u"LineTotalAmount"_s), qsizetype(invoice.items.size()) + 1);
}

QTEST_MAIN(TestSampleDocuments)
#include "tst_sampledocuments.moc"
