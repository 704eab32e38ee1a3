// SPDX-License-Identifier: GPL-3.0-or-later
#include "printedpage.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class ReceiptRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void shopAddressDateAndTotalAreRead();
    void cashAndChangeAreNotTheTotal();
    void theRoundedTotalIsWhatWasPaid();
    void slipsOfTheScannerAreMended_data();
    void slipsOfTheScannerAreMended();
    void labelsWithASlipAreStillLabels();
};

namespace {

std::vector<core::Finding> read(const QStringList &lines)
{
    return core::readLocally(printed(lines, core::TextSource::Ocr), shipped(u"receipt"_s));
}

} // namespace

void ReceiptRulesTest::shopAddressDateAndTotalAreRead()
{
    const auto found = read({u"| ._"_s, u"CORNER BOOKS SDN BHD (12345-X)"_s, u"(Formerly known as something)"_s,
                             u"NO 12, JALAN TASIK UTAMA,"_s, u"MEDAN NIAGA"_s, u"57000 KUALA LUMPUR"_s,
                             u"Tel: 03-1234567"_s, u"INVOICE 9820"_s, u"Date : 9/3/2018 20:54:50"_s, u"Pen      2.00"_s,
                             u"Book    10.00"_s, u"Total Sales     12.00"_s});
    QCOMPARE(valueOf(found, u"company"_s), u"CORNER BOOKS SDN BHD"_s);
    QCOMPARE(findingOf(found, u"company"_s).raw, u"CORNER BOOKS SDN BHD (12345-X)"_s);
    QCOMPARE(valueOf(found, u"address"_s), u"NO 12, JALAN TASIK UTAMA, MEDAN NIAGA 57000 KUALA LUMPUR"_s);
    QCOMPARE(findingOf(found, u"address"_s).places.size(), size_t(3));
    QCOMPARE(valueOf(found, u"date"_s), u"2018-03-09"_s);
    QCOMPARE(valueOf(found, u"total"_s), u"12.00"_s);
    QCOMPARE(findingOf(found, u"total"_s).source, core::TextSource::Ocr);
}

void ReceiptRulesTest::cashAndChangeAreNotTheTotal()
{
    const auto found = read({u"A SHOP"_s, u"Subtotal   15.00"_s, u"Total Excl   15.00"_s, u"Total   15.90"_s,
                             u"Cash   50.00"_s, u"Change   34.10"_s});
    QCOMPARE(valueOf(found, u"total"_s), u"15.90"_s);
}

void ReceiptRulesTest::theRoundedTotalIsWhatWasPaid()
{
    const auto found = read({u"A SHOP"_s, u"Total   48.93"_s, u"Rounding adjustment   0.02"_s,
                             u"Rounded total   48.95"_s, u"Cash   50.00"_s, u"Change   1.05"_s});
    QCOMPARE(valueOf(found, u"total"_s), u"48.95"_s);
}

void ReceiptRulesTest::slipsOfTheScannerAreMended_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("date");
    QTest::newRow("strokes as sevens") << u"DATE 3070372017"_s << u"2017-03-30"_s;
    QTest::newRow("a seven for a two") << u"Date: 05-05-7018"_s << u"2018-05-05"_s;
    QTest::newRow("a letter of the month") << u"Date: 02/Jam/2017"_s << u"2017-01-02"_s;
    QTest::newRow("glued to its neighbour") << u"[Sales]2018-01-05 22:55"_s << u"2018-01-05"_s;
}

void ReceiptRulesTest::slipsOfTheScannerAreMended()
{
    QFETCH(QString, line);
    QFETCH(QString, date);
    QCOMPARE(valueOf(read({u"A SHOP"_s, line}), u"date"_s), date);
    if (!line.startsWith(u'['))
        QVERIFY(valueOf(core::readLocally(printed({line}), shipped(u"receipt"_s)), u"date"_s)
                    .isEmpty()); // a text layer does not slip
}

void ReceiptRulesTest::labelsWithASlipAreStillLabels()
{
    QCOMPARE(valueOf(read({u"A SHOP"_s, u"Pen 3.00"_s, u"Tota! Incl. of GST   15.90"_s, u"TotalAmtRounded   15.90"_s,
                           u"Tendered 50.00"_s}),
                     u"total"_s),
             u"15.90"_s);
}

QTEST_GUILESS_MAIN(ReceiptRulesTest)
#include "tst_receiptrules.moc"
