// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples/facturx.h"

#include <QXmlStreamWriter>

using namespace Qt::Literals::StringLiterals;

namespace samples {
namespace {

class Writer
{
public:
    explicit Writer(QByteArray *out)
        : m_xml(out)
    {
        m_xml.setAutoFormatting(true);
        m_xml.writeStartDocument();
    }

    template<typename Body>
    void element(const QString &name, Body body)
    {
        m_xml.writeStartElement(name);
        body();
        m_xml.writeEndElement();
    }

    void value(const QString &name, const QString &text, const QString &attribute = {},
               const QString &attributeValue = {})
    {
        m_xml.writeStartElement(name);
        if (!attribute.isEmpty())
            m_xml.writeAttribute(attribute, attributeValue);
        m_xml.writeCharacters(text);
        m_xml.writeEndElement();
    }

    void date(const QString &name, const QDate &day)
    {
        element(name, [&] { value(u"udt:DateTimeString"_s, day.toString(u"yyyyMMdd"_s), u"format"_s, u"102"_s); });
    }

    void declare(const QString &prefix, const QString &uri) { m_xml.writeNamespace(uri, prefix); }

private:
    QXmlStreamWriter m_xml;
};

void writeTax(Writer &xml, int percent, const qint64 *net)
{
    xml.element(u"ram:ApplicableTradeTax"_s, [&] {
        if (net)
            xml.value(u"ram:CalculatedAmount"_s, plain(Invoice::tax(*net, percent)));
        xml.value(u"ram:TypeCode"_s, u"VAT"_s);
        if (net)
            xml.value(u"ram:BasisAmount"_s, plain(*net));
        xml.value(u"ram:CategoryCode"_s, u"S"_s);
        xml.value(u"ram:RateApplicablePercent"_s, QString::number(percent));
    });
}

void writeItem(Writer &xml, const Item &item, int line)
{
    xml.element(u"ram:IncludedSupplyChainTradeLineItem"_s, [&] {
        xml.element(u"ram:AssociatedDocumentLineDocument"_s,
                    [&] { xml.value(u"ram:LineID"_s, QString::number(line)); });
        xml.element(u"ram:SpecifiedTradeProduct"_s, [&] {
            xml.value(u"ram:SellerAssignedID"_s, item.article);
            xml.value(u"ram:Name"_s, item.name);
        });
        xml.element(u"ram:SpecifiedLineTradeAgreement"_s, [&] {
            xml.element(u"ram:NetPriceProductTradePrice"_s,
                        [&] { xml.value(u"ram:ChargeAmount"_s, plain(item.unitPrice)); });
        });
        xml.element(u"ram:SpecifiedLineTradeDelivery"_s, [&] {
            xml.value(u"ram:BilledQuantity"_s, QString::number(item.quantity), u"unitCode"_s, item.unit);
        });
        xml.element(u"ram:SpecifiedLineTradeSettlement"_s, [&] {
            writeTax(xml, item.taxPercent, nullptr);
            xml.element(u"ram:SpecifiedTradeSettlementLineMonetarySummation"_s,
                        [&] { xml.value(u"ram:LineTotalAmount"_s, plain(item.total())); });
        });
    });
}

void writeParty(Writer &xml, const QString &role, const Party &party)
{
    xml.element(role, [&] {
        xml.value(u"ram:Name"_s, party.name);
        xml.element(u"ram:PostalTradeAddress"_s, [&] {
            xml.value(u"ram:PostcodeCode"_s, party.postcode);
            xml.value(u"ram:LineOne"_s, party.street);
            xml.value(u"ram:CityName"_s, party.city);
            xml.value(u"ram:CountryID"_s, party.country);
        });
        const auto registration = [&](const QString &scheme, const QString &id) {
            if (id.isEmpty())
                return;
            xml.element(u"ram:SpecifiedTaxRegistration"_s, [&] { xml.value(u"ram:ID"_s, id, u"schemeID"_s, scheme); });
        };
        registration(u"FC"_s, party.taxNumber);
        registration(u"VA"_s, party.vatId);
    });
}

void writeSettlement(Writer &xml, const Invoice &invoice)
{
    xml.value(u"ram:InvoiceCurrencyCode"_s, invoice.currency);
    xml.element(u"ram:SpecifiedTradeSettlementPaymentMeans"_s, [&] {
        xml.value(u"ram:TypeCode"_s, u"58"_s);
        xml.element(u"ram:PayeePartyCreditorFinancialAccount"_s, [&] { xml.value(u"ram:IBANID"_s, invoice.iban); });
        xml.element(u"ram:PayeeSpecifiedCreditorFinancialInstitution"_s,
                    [&] { xml.value(u"ram:BICID"_s, invoice.bic); });
    });
    for (const auto &[percent, net] : invoice.netByRate())
        writeTax(xml, percent, &net);
    xml.element(u"ram:SpecifiedTradePaymentTerms"_s, [&] { xml.date(u"ram:DueDateDateTime"_s, invoice.due); });
    xml.element(u"ram:SpecifiedTradeSettlementHeaderMonetarySummation"_s, [&] {
        xml.value(u"ram:LineTotalAmount"_s, plain(invoice.net()));
        xml.value(u"ram:TaxBasisTotalAmount"_s, plain(invoice.net()));
        xml.value(u"ram:TaxTotalAmount"_s, plain(invoice.tax()), u"currencyID"_s, invoice.currency);
        xml.value(u"ram:GrandTotalAmount"_s, plain(invoice.gross()));
        xml.value(u"ram:DuePayableAmount"_s, plain(invoice.gross()));
    });
}

void writeTransaction(Writer &xml, const Invoice &invoice)
{
    int line = 0;
    for (const Item &item : invoice.items)
        writeItem(xml, item, ++line);
    xml.element(u"ram:ApplicableHeaderTradeAgreement"_s, [&] {
        writeParty(xml, u"ram:SellerTradeParty"_s, invoice.seller);
        writeParty(xml, u"ram:BuyerTradeParty"_s, invoice.buyer);
        xml.element(u"ram:BuyerOrderReferencedDocument"_s,
                    [&] { xml.value(u"ram:IssuerAssignedID"_s, invoice.order); });
    });
    xml.element(u"ram:ApplicableHeaderTradeDelivery"_s, [&] {
        xml.element(u"ram:ActualDeliverySupplyChainEvent"_s,
                    [&] { xml.date(u"ram:OccurrenceDateTime"_s, invoice.delivered); });
    });
    xml.element(u"ram:ApplicableHeaderTradeSettlement"_s, [&] { writeSettlement(xml, invoice); });
}

} // namespace

QByteArray facturX(const Invoice &invoice)
{
    QByteArray bytes;
    Writer xml(&bytes);
    xml.element(u"rsm:CrossIndustryInvoice"_s, [&] {
        xml.declare(u"rsm"_s, u"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100"_s);
        xml.declare(u"ram"_s, u"urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100"_s);
        xml.declare(u"udt"_s, u"urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"_s);
        xml.element(u"rsm:ExchangedDocumentContext"_s, [&] {
            xml.element(u"ram:GuidelineSpecifiedDocumentContextParameter"_s,
                        [&] { xml.value(u"ram:ID"_s, u"urn:cen.eu:en16931:2017"_s); });
        });
        xml.element(u"rsm:ExchangedDocument"_s, [&] {
            xml.value(u"ram:ID"_s, invoice.number);
            xml.value(u"ram:TypeCode"_s, u"380"_s);
            xml.date(u"ram:IssueDateTime"_s, invoice.issued);
        });
        xml.element(u"rsm:SupplyChainTradeTransaction"_s, [&] { writeTransaction(xml, invoice); });
    });
    return bytes;
}

QByteArray facturXMetadata(const QString &title)
{
    static const QString text = uR"(<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" pdfaid:part="3" pdfaid:conformance="B"/>
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1</rdf:li></rdf:Alt></dc:title>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#" fx:DocumentType="INVOICE"
    fx:DocumentFileName="factur-x.xml" fx:Version="1.0" fx:ConformanceLevel="EN 16931"/>
  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>fx</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq>%2</rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>)"_s;
    QString properties;
    for (const QString &name : {u"DocumentFileName"_s, u"DocumentType"_s, u"Version"_s, u"ConformanceLevel"_s}) {
        properties +=
            u"<rdf:li rdf:parseType=\"Resource\"><pdfaProperty:name>%1</pdfaProperty:name>"
            "<pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external"
            "</pdfaProperty:category><pdfaProperty:description>%1</pdfaProperty:description></rdf:li>"_s.arg(name);
    }
    return text.arg(title.toHtmlEscaped(), properties).toUtf8();
}

} // namespace samples
