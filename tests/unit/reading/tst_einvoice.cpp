// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/einvoice.h"
#include "printedpage.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class EInvoiceTest : public QObject
{
    Q_OBJECT

private slots:
    void facturXIsRead();
    void theFirstZugferdIsRead();
    void ublIsRead();
    void anEmbeddedValueIsFoundOnThePageToo();
    void anItemsNumbersAreFoundInItsOwnRowOnly();
    void anEmbeddedValueThatIsNotPrintedHasNoPlace();
    void embeddedDataCanBeIgnored();
    void hostileXmlIsRefused_data();
    void hostileXmlIsRefused();
};

namespace {

const QByteArray facturX = R"(<?xml version="1.0" encoding="UTF-8"?>
<rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="r" xmlns:udt="u">
<rsm:ExchangedDocument><ram:ID>RE-17</ram:ID><ram:IssueDateTime><udt:DateTimeString format="102">20180305</udt:DateTimeString></ram:IssueDateTime></rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>
<ram:IncludedSupplyChainTradeLineItem><ram:SpecifiedTradeProduct><ram:Name>Widget</ram:Name></ram:SpecifiedTradeProduct>
<ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="C62">2.0000</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery>
<ram:SpecifiedLineTradeSettlement><ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>100.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>
<ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty><ram:Name>Ink &amp; Paper GmbH</ram:Name>
<ram:SpecifiedTaxRegistration><ram:ID schemeID="FC">201/113</ram:ID></ram:SpecifiedTaxRegistration>
<ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">DE123456789</ram:ID></ram:SpecifiedTaxRegistration></ram:SellerTradeParty>
<ram:BuyerTradeParty><ram:Name>Buyer AG</ram:Name></ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode>
<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:TaxBasisTotalAmount>100.00</ram:TaxBasisTotalAmount>
<ram:TaxTotalAmount currencyID="USD">22.00</ram:TaxTotalAmount><ram:TaxTotalAmount currencyID="EUR">19.00</ram:TaxTotalAmount>
<ram:GrandTotalAmount>119.00</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>
</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>)";

core::DocumentText withAttachment(const QByteArray &xml, const QStringList &lines)
{
    core::DocumentText document = printed(lines);
    document.attachments.push_back({u"factur-x.xml"_s, u"text/xml"_s, xml});
    return document;
}

} // namespace

void EInvoiceTest::facturXIsRead()
{
    auto invoice = core::readEInvoice(facturX);
    QVERIFY(invoice);
    QCOMPARE(invoice->values[u"invoice_number"_s], u"RE-17"_s);
    QCOMPARE(invoice->values[u"issue_date"_s], u"2018-03-05"_s);
    QCOMPARE(invoice->values[u"seller_name"_s], u"Ink & Paper GmbH"_s);
    QCOMPARE(invoice->values[u"seller_vat_id"_s], u"DE123456789"_s);
    QCOMPARE(invoice->values[u"seller_tax_number"_s], u"201/113"_s);
    QCOMPARE(invoice->values[u"total_tax"_s], u"19.00"_s); // in the invoice's own currency
    QCOMPARE(invoice->items.size(), size_t(1));
    QCOMPARE(invoice->items[0][u"item_line_total"_s], u"100.00"_s);
}

void EInvoiceTest::theFirstZugferdIsRead()
{
    auto invoice = core::readEInvoice(R"(<r:CrossIndustryDocument xmlns:r="x"><r:HeaderExchangedDocument><r:ID>9</r:ID>
        </r:HeaderExchangedDocument><r:SpecifiedSupplyChainTradeTransaction><r:ApplicableSupplyChainTradeSettlement>
        <r:SpecifiedTradeSettlementMonetarySummation><r:GrandTotalAmount currencyID="EUR">7.50</r:GrandTotalAmount>
        </r:SpecifiedTradeSettlementMonetarySummation></r:ApplicableSupplyChainTradeSettlement>
        </r:SpecifiedSupplyChainTradeTransaction></r:CrossIndustryDocument>)");
    QVERIFY(invoice);
    QCOMPARE(invoice->values[u"total_gross"_s], u"7.50"_s);
}

void EInvoiceTest::ublIsRead()
{
    auto invoice =
        core::readEInvoice(R"(<Invoice xmlns="a" xmlns:c="b"><c:ID>U1</c:ID><c:IssueDate>2020-01-02</c:IssueDate>
        <c:DocumentCurrencyCode>EUR</c:DocumentCurrencyCode><c:AccountingSupplierParty><c:Party><c:PartyTaxScheme>
        <c:CompanyID>DE987654321</c:CompanyID><c:TaxScheme><c:ID>VAT</c:ID></c:TaxScheme></c:PartyTaxScheme>
        <c:PartyLegalEntity><c:RegistrationName>Seller BV</c:RegistrationName></c:PartyLegalEntity></c:Party></c:AccountingSupplierParty>
        <c:LegalMonetaryTotal><c:TaxInclusiveAmount currencyID="EUR">12.10</c:TaxInclusiveAmount></c:LegalMonetaryTotal>
        <c:InvoiceLine><c:LineExtensionAmount>10.00</c:LineExtensionAmount><c:Item><c:Name>Tea</c:Name></c:Item></c:InvoiceLine></Invoice>)");
    QVERIFY(invoice);
    QCOMPARE(invoice->values[u"seller_name"_s], u"Seller BV"_s);
    QCOMPARE(invoice->values[u"seller_vat_id"_s], u"DE987654321"_s);
    QCOMPARE(invoice->values[u"total_gross"_s], u"12.10"_s);
    QCOMPARE(invoice->items[0][u"item_name"_s], u"Tea"_s);
}

void EInvoiceTest::anEmbeddedValueIsFoundOnThePageToo()
{
    const auto found = core::readLocally(
        withAttachment(facturX, {u"Rechnung Nr. RE-17 vom 05.03.2018"_s, u""_s, u"Bruttosumme      119,00 EUR"_s}),
        shipped(u"invoice"_s));
    const core::Finding gross = findingOf(found, u"total_gross"_s);
    QCOMPARE(gross.value.value, u"119.00"_s);
    QCOMPARE(gross.source, core::TextSource::EmbeddedXml);
    QCOMPARE(gross.places.size(), size_t(1));
    QCOMPARE(gross.places[0].page, 1);
    QVERIFY(gross.places[0].text.startsWith(u"119,00"_s));
    QCOMPARE(valueOf(found, u"line_items[0].quantity"_s), u"2.0000"_s);
}

void EInvoiceTest::anItemsNumbersAreFoundInItsOwnRowOnly()
{
    const auto found = core::readLocally(
        withAttachment(facturX, {u"Hafenallee 2"_s, u""_s, u"Widget      2      50,00"_s, u"Summe      100,00"_s}),
        shipped(u"invoice"_s));
    const core::Finding quantity = findingOf(found, u"line_items[0].quantity"_s);
    QCOMPARE(quantity.places.size(), size_t(1));
    QCOMPARE(quantity.places[0].box.top(), findingOf(found, u"line_items[0].name"_s).places[0].box.top());
}

void EInvoiceTest::anEmbeddedValueThatIsNotPrintedHasNoPlace()
{
    const auto found = core::readLocally(withAttachment(facturX, {u"Nothing of it here"_s}), shipped(u"invoice"_s));
    QCOMPARE(valueOf(found, u"seller_name"_s), u"Ink & Paper GmbH"_s);
    QVERIFY(findingOf(found, u"seller_name"_s).places.empty());
}

void EInvoiceTest::embeddedDataCanBeIgnored()
{
    const auto found =
        core::readLocally(withAttachment(facturX, {u"Nothing of it here"_s}), shipped(u"invoice"_s), {true});
    QVERIFY(valueOf(found, u"seller_name"_s) != u"Ink & Paper GmbH"_s);
    QVERIFY(valueOf(found, u"total_gross"_s).isEmpty());
}

void EInvoiceTest::hostileXmlIsRefused_data()
{
    QTest::addColumn<QByteArray>("xml");
    QTest::newRow("billion laughs") << QByteArray(
        R"(<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><Invoice><ID>&b;</ID></Invoice>)");
    QTest::newRow("external entity") << QByteArray(
        R"(<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]><Invoice><ID>&a;</ID></Invoice>)");
    QTest::newRow("external subset") << QByteArray(R"(<!DOCTYPE Invoice SYSTEM "http://127.0.0.1/x.dtd"><Invoice/>)");
    QTest::newRow("deep") << QByteArray("<a>").repeated(5000);
    QTest::newRow("broken") << QByteArray("<CrossIndustryInvoice><SupplyChain");
    QTest::newRow("not XML") << QByteArray("%PDF-1.7\0\1\2", 11);
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("another kind") << QByteArray("<html><body>Invoice</body></html>");
    QTest::newRow("too many elements") << "<Invoice>" + QByteArray("<a/>").repeated(300'000) + "</Invoice>";
}

void EInvoiceTest::hostileXmlIsRefused()
{
    QFETCH(QByteArray, xml);
    QVERIFY(!core::readEInvoice(xml));
    const auto found = core::readLocally(withAttachment(xml, {u"Total 5.00"_s}), shipped(u"invoice"_s));
    QCOMPARE(findingOf(found, u"total_gross"_s).source, core::TextSource::TextLayer); // the page is read all the same
}

QTEST_GUILESS_MAIN(EInvoiceTest)
#include "tst_einvoice.moc"
