// SPDX-License-Identifier: GPL-3.0-or-later
#include "printedpage.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class InvoiceRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void labelsAreReadInSixLanguages_data();
    void labelsAreReadInSixLanguages();
    void aValueBelowItsLabelIsFound();
    void anotherLabelIsNotMistakenForTheOneWanted();
    void theDateBehindTheNumberIsTheInvoices();
    void sellerAndBuyerComeFromTheAddressWindow();
    void sellerAndBuyerComeFromTheirHeadings();
    void aScannedSendersLineNamesTheSeller();
    void aCustomersNumberIsNotTheBuyer();
    void anItemsAmountIsNotTheAmountDue();
    void theBuyersVatIdIsNotTheSellers();
    void amountsThatAddUpWinOverThoseThatDoNot();
    void theSumUnderAHeadingIsMeantAndNotTheFirstAmount();
    void aNearTieIsNamed();
    void lineItemsAreReadUnderTheirHeader();
    void aRangeOfDatesAnswersStartAndEnd();
    void everyPrintedFindingHasAPlaceOnThePage();
    void genericEntriesAreEverythingLabelled();
    void nonsenseGivesNothingAndDoesNoHarm_data();
    void nonsenseGivesNothingAndDoesNoHarm();
};

namespace {

const QStringList invoice{u"   Bei Spiel GmbH | Ecke 12 | 12345 Stadthausen"_s,
                          u""_s,
                          u"   Theodor Est"_s,
                          u"   Bahnstr. 42"_s,
                          u"   88802 Spielkreis"_s,
                          u""_s,
                          u"Rechnung Nr. RE-2019/507 vom 21.01.2019"_s,
                          u"Leistungsdatum 17.01.2019"_s,
                          u""_s,
                          u"Pos   Beschreibung            Menge     Einzelpreis     Gesamtpreis"_s,
                          u"1     Luftballon bunt           400          0,79 €        316,00 €"_s,
                          u"      ca. 500 ml"_s,
                          u"2     Heiße Luft                200          0,10 €         20,00 €"_s,
                          u""_s,
                          u"                            Nettobetrag                    336,00 €"_s,
                          u"                            zzgl. USt 19%                   63,84 €"_s,
                          u"                            Gesamtbetrag                   399,84 €"_s,
                          u""_s,
                          u"USt-ID: DE136695976    IBAN DE88 2008 0000 0970 3757 00"_s};

std::vector<core::Finding> read(const QStringList &lines)
{
    return core::readLocally(printed(lines), shipped(u"invoice"_s));
}

} // namespace

void InvoiceRulesTest::labelsAreReadInSixLanguages_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("en") << QStringList{u"Invoice number: A-17"_s, u"Invoice date: March 5, 2024"_s,
                                       u"Total amount due"_s, u"Grand total      1,234.50"_s};
    QTest::newRow("de") << QStringList{u"Rechnungsnummer: A-17"_s, u"Rechnungsdatum: 5. März 2024"_s,
                                       u"Bruttobetrag     1.234,50"_s};
    QTest::newRow("fr") << QStringList{u"Numéro de facture : A-17"_s, u"Date de facture      05/03/2024"_s,
                                       u"Total TTC        1 234,50 €"_s};
    QTest::newRow("nl") << QStringList{u"Factuurnummer: A-17"_s, u"Factuurdatum: 5 maart 2024"_s,
                                       u"Totaal incl. BTW     € 1.234,50"_s};
    QTest::newRow("es") << QStringList{u"Número de factura: A-17"_s, u"Fecha de factura: 5 de marzo de 2024"_s,
                                       u"Importe total    1.234,50 €"_s};
    QTest::newRow("it") << QStringList{u"Numero fattura: A-17"_s, u"Data fattura: 5 marzo 2024"_s,
                                       u"Totale fattura   1.234,50 €"_s};
}

void InvoiceRulesTest::labelsAreReadInSixLanguages()
{
    QFETCH(QStringList, lines);
    const auto found = read(lines);
    QCOMPARE(valueOf(found, u"invoice_number"_s), u"A-17"_s);
    QCOMPARE(valueOf(found, u"issue_date"_s), u"2024-03-05"_s);
    QCOMPARE(valueOf(found, u"total_gross"_s), u"1234.50"_s);
    QVERIFY(!findingOf(found, u"invoice_number"_s).label.isEmpty());
}

void InvoiceRulesTest::aValueBelowItsLabelIsFound()
{
    const auto found = read({u"Customer      Order        Invoice date     Invoice no      Due date"_s,
                             u"C-100         O-44         8-9-2022         VF1005          22-9-2022"_s});
    QCOMPARE(valueOf(found, u"invoice_number"_s), u"VF1005"_s);
    QCOMPARE(valueOf(found, u"issue_date"_s), u"2022-09-08"_s);
    QCOMPARE(valueOf(found, u"due_date"_s), u"2022-09-22"_s);
    QCOMPARE(valueOf(found, u"order_reference"_s), u"O-44"_s);
}

void InvoiceRulesTest::anotherLabelIsNotMistakenForTheOneWanted()
{
    const auto found = read(
        {u"Order date: 01.02.2020"_s, u"Delivery date: 03.02.2020"_s, u"Date: 07.02.2020"_s, u"Customer no: 99"_s});
    QCOMPARE(valueOf(found, u"issue_date"_s), u"2020-02-07"_s);
    QVERIFY(valueOf(found, u"invoice_number"_s).isEmpty());
}

void InvoiceRulesTest::theDateBehindTheNumberIsTheInvoices()
{
    const auto found = read(invoice);
    QCOMPARE(valueOf(found, u"invoice_number"_s), u"RE-2019/507"_s);
    QCOMPARE(valueOf(found, u"issue_date"_s), u"2019-01-21"_s);
}

void InvoiceRulesTest::sellerAndBuyerComeFromTheAddressWindow()
{
    const auto found = read(invoice);
    QCOMPARE(valueOf(found, u"seller_name"_s), u"Bei Spiel GmbH"_s);
    QCOMPARE(valueOf(found, u"buyer_name"_s), u"Theodor Est"_s);
}

void InvoiceRulesTest::sellerAndBuyerComeFromTheirHeadings()
{
    const auto found = read({u"Verkäufer:"_s, u"Nummer: 549910"_s, u"Lieferant GmbH"_s, u"Lieferantenstraße 20"_s,
                             u"80333 München"_s, u""_s, u"Käufer/Leistungsempfänger:"_s, u"Kunden AG Mitte"_s,
                             u"Kundenstraße 15"_s, u"69876 Frankfurt"_s});
    QCOMPARE(valueOf(found, u"seller_name"_s), u"Lieferant GmbH"_s);
    QCOMPARE(valueOf(found, u"buyer_name"_s), u"Kunden AG Mitte"_s);
}

// A letter in an address window, as text recognition gives it: the dots between the sender's parts are read badly.
const QStringList scanned{u"   & Northgate Plumbing & Heating                   office@northgate.example"_s,
                          u"   Northgate Plumbing & Heating - 9 Millrace Lane : Cork T12 W8KX"_s,
                          u"   Acme Insurance plc                      Invoice number   24-0862"_s,
                          u"   Property Claims, PO Box 314             Customer         ACME-IE"_s,
                          u"   Dublin D02 R299                         Due date         3 December 2024"_s,
                          u""_s,
                          u"   Description            Quantity    Unit price     Amount EUR"_s,
                          u"1  Emergency call-out            1        185.00         185.00"_s,
                          u"2  Labour, following hours       3         92.50         277.50"_s,
                          u"3  Copper pipe 22 mm             6         14.80          88.80"_s,
                          u""_s,
                          u"   Net total                                           551.30"_s,
                          u"   VAT 23 % on 551.30                                  126.80"_s,
                          u"   Total                                           EUR 678.10"_s};

void InvoiceRulesTest::aScannedSendersLineNamesTheSeller()
{
    QCOMPARE(valueOf(read(scanned), u"seller_name"_s), u"Northgate Plumbing & Heating"_s);
}

void InvoiceRulesTest::aCustomersNumberIsNotTheBuyer()
{
    QCOMPARE(valueOf(read(scanned), u"buyer_name"_s), u"Acme Insurance plc"_s);
}

void InvoiceRulesTest::anItemsAmountIsNotTheAmountDue()
{
    QCOMPARE(valueOf(read(scanned), u"total_due"_s), u"678.10"_s);
}

void InvoiceRulesTest::theBuyersVatIdIsNotTheSellers()
{
    const auto found = read({u"N° TVA client      FR90343434346"_s, u"TVA : FR11999999998"_s});
    QCOMPARE(valueOf(found, u"seller_vat_id"_s), u"FR11999999998"_s);
}

void InvoiceRulesTest::amountsThatAddUpWinOverThoseThatDoNot()
{
    const auto found = read({u"Total                 500.00"_s, u""_s, u"Subtotal              100.00"_s,
                             u"Sales tax              10.00"_s, u"Total                 110.00"_s});
    QCOMPARE(valueOf(found, u"total_gross"_s), u"110.00"_s);
    const auto german = read(invoice);
    QCOMPARE(valueOf(german, u"total_net"_s), u"336.00"_s);
    QCOMPARE(valueOf(german, u"total_tax"_s), u"63.84"_s);
    QCOMPARE(valueOf(german, u"total_gross"_s), u"399.84"_s);
    QCOMPARE(findingOf(german, u"total_gross"_s).value.currency, u"EUR"_s);
}

void InvoiceRulesTest::theSumUnderAHeadingIsMeantAndNotTheFirstAmount()
{
    const auto found = read({u"Month     Gross amount"_s, u"May           4,040.00"_s, u"June            835.00"_s,
                             u"              4,875.00"_s});
    QCOMPARE(valueOf(found, u"total_gross"_s), u"4875.00"_s);
}

void InvoiceRulesTest::aNearTieIsNamed()
{
    const core::Finding date =
        findingOf(read({u"Invoice date: 01.02.2020"_s, u"Invoice date: 03.02.2020"_s}), u"issue_date"_s);
    QCOMPARE(date.value.value, u"2020-02-01"_s);
    QVERIFY(std::any_of(date.others.begin(), date.others.end(),
                        [](const core::NormalValue &other) { return other.value == u"2020-02-03"; }));
}

void InvoiceRulesTest::lineItemsAreReadUnderTheirHeader()
{
    const auto found = read(invoice);
    QCOMPARE(valueOf(found, u"line_items[0].name"_s), u"Luftballon bunt"_s);
    QCOMPARE(valueOf(found, u"line_items[0].quantity"_s), u"400"_s);
    QCOMPARE(valueOf(found, u"line_items[0].unit_price"_s), u"0.79"_s);
    QCOMPARE(valueOf(found, u"line_items[1].line_total"_s), u"20.00"_s);
    QVERIFY(valueOf(found, u"line_items[2].line_total"_s).isEmpty()); // the sums are no items
}

void InvoiceRulesTest::aRangeOfDatesAnswersStartAndEnd()
{
    const auto schema = core::parseSchema(
        R"({"properties": {"flight_from": {"type": "string", "format": "date", "title": "Flight start"},
        "flight_to": {"type": "string", "format": "date", "title": "Flight end"}}})");
    const auto found =
        core::readLocally(printed({u"Week 01/06/20 - 01/07/20"_s, u"Flight Dates   02/29/20 - 03/03/20"_s}), *schema);
    QCOMPARE(valueOf(found, u"flight_from"_s), u"2020-02-29"_s);
    QCOMPARE(valueOf(found, u"flight_to"_s), u"2020-03-03"_s);
}

void InvoiceRulesTest::everyPrintedFindingHasAPlaceOnThePage()
{
    const auto found = read(invoice);
    QVERIFY(found.size() > 10);
    for (const core::Finding &finding : found) {
        QVERIFY2(!finding.places.empty(), qPrintable(finding.path));
        QVERIFY(finding.score >= 0 && finding.score <= 1);
        for (const core::Place &place : finding.places)
            QVERIFY2(QRectF(0, 0, 600, 840).contains(place.box) && !place.box.isEmpty(), qPrintable(finding.path));
    }
    QCOMPARE(findingOf(found, u"issue_date"_s).places[0].box, QRectF(6 * 29, 74, 60, 10));
}

void InvoiceRulesTest::genericEntriesAreEverythingLabelled()
{
    const auto found =
        core::readLocally(printed({u"Colour: deep blue"_s, u"Weight        12 kg"_s}), shipped(u"generic"_s));
    QCOMPARE(valueOf(found, u"entries[0].label"_s), u"Colour"_s);
    QCOMPARE(valueOf(found, u"entries[0].value"_s), u"deep blue"_s);
    QCOMPARE(valueOf(found, u"entries[1].label"_s), u"Weight"_s);
    QCOMPARE(valueOf(found, u"entries[1].value"_s), u"12 kg"_s);
}

void InvoiceRulesTest::nonsenseGivesNothingAndDoesNoHarm_data()
{
    QTest::addColumn<QStringList>("lines");
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("marks") << QStringList{u":::: ==== #### ((( )))"_s, u": : :"_s};
    QTest::newRow("only labels") << QStringList{u"Total"_s, u"Invoice number"_s, u"Date"_s, u"IBAN"_s};
    QTest::newRow("control characters") << QStringList{QString(QChar(1)) + QChar(0xfffd) + QChar(0xd800)};
    QTest::newRow("one endless word") << QStringList{QString(20000, u'x')};
}

void InvoiceRulesTest::nonsenseGivesNothingAndDoesNoHarm()
{
    QFETCH(QStringList, lines);
    for (const QString &schema : core::shippedSchemaNames()) {
        for (const core::Finding &finding : core::readLocally(printed(lines), shipped(schema)))
            QVERIFY2(finding.path != u"total_gross" && finding.path != u"issue_date" && finding.path != u"iban",
                     qPrintable(finding.raw.left(40)));
    }
}

QTEST_GUILESS_MAIN(InvoiceRulesTest)
#include "tst_invoicerules.moc"
