// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/layout.h"
#include "core/reading/textkeys.h"
#include "printedpage.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class LayoutTest : public QObject
{
    Q_OBJECT

private slots:
    void wideGapsPartSegmentsOfARow();
    void aGluedLabelAndValueAreTwoTokens();
    void timesAndAddressesOfTheWebStayWhole();
    void aPlaceIsTheUnionOfItsWordsAndOneALine();
    void aTiltedLineIsOneRow();
    void allWaysToWriteNumberHaveOneKey();
    void smallSlipsAreLikeAndLargeOnesAreNot();
};

void LayoutTest::wideGapsPartSegmentsOfARow()
{
    const core::DocumentText document = printed({u"Invoice number    4711 A"_s, u"Date"_s});
    const core::Layout layout(document);
    QCOMPARE(layout.rowCount(), 2);
    QCOMPARE(layout.segments().size(), size_t(3));
    QCOMPARE(layout.segment(1).text, u"4711 A"_s);
}

void LayoutTest::aGluedLabelAndValueAreTwoTokens()
{
    const core::DocumentText document = printed({u"Date:01/02/2018"_s});
    const core::Layout layout(document);
    QCOMPARE(layout.tokenCount(), 2);
    QCOMPARE(layout.token(1).text, u"01/02/2018"_s);
    QCOMPARE(layout.token(1).box, QRectF(30, 2, 60, 10)); // the part of the word that it is
}

void LayoutTest::timesAndAddressesOfTheWebStayWhole()
{
    const core::DocumentText document = printed({u"10:35:22 http://localhost:80/x"_s});
    const core::Layout layout(document);
    QCOMPARE(layout.tokenCount(), 2);
}

void LayoutTest::aPlaceIsTheUnionOfItsWordsAndOneALine()
{
    const core::DocumentText document = printed({u"Bei Spiel"_s, u"GmbH"_s});
    const core::Layout layout(document);
    const auto places = layout.places(0, 3);
    QCOMPARE(places.size(), size_t(2));
    QCOMPARE(places[0].box, QRectF(0, 2, 54, 10));
    QCOMPARE(places[0].text, u"Bei Spiel"_s);
    QCOMPARE(places[1].box, QRectF(0, 14, 24, 10));
}

void LayoutTest::aTiltedLineIsOneRow()
{
    core::DocumentText document = printed({u"Total"_s});
    core::Word amount = document.pages[0].words[0];
    amount.text = u"12.50"_s;
    amount.box.translate(200, 4);
    amount.line = 1;
    document.pages[0].words.push_back(amount);
    QCOMPARE(core::Layout(document).rowCount(), 1);
}

void LayoutTest::allWaysToWriteNumberHaveOneKey()
{
    const QString key = core::textKey(u"Rechnungsnummer"_s);
    QCOMPARE(core::textKey(u"Rechnungs-Nr."_s), key);
    QCOMPARE(core::textKey(u"Rechnung Nr:"_s), key);
    QCOMPARE(core::textKey(u"Invoice #"_s), core::textKey(u"Invoice No."_s));
    QCOMPARE(core::textKey(u"N° TVA"_s), core::textKey(u"No TVA"_s));
    QVERIFY(core::textKey(u"Straße"_s) == core::textKey(u"STRASSE"_s));
}

void LayoutTest::smallSlipsAreLikeAndLargeOnesAreNot()
{
    QVERIFY(core::likeness(u"invoioedate"_s, u"invoicedate"_s) > 0.7);
    QCOMPARE(core::likeness(u"totl"_s, u"cash"_s), 0.0);
    QCOMPARE(core::likeness(u"tax"_s, u"fax"_s), 0.0); // too short to be sure
    QCOMPARE(core::editDistance(u"abcd"_s, u"abdc"_s, 3), 1);
}

QTEST_GUILESS_MAIN(LayoutTest)
#include "tst_layout.moc"
