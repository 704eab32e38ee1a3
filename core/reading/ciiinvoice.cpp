// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/einvoice.h"

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

// ZUGFeRD 1.0 says "Specified" and "Applicable" where 2.x and Factur-X do not, and the other way round.
const XmlElement *first(const XmlElement &from, const QStringList &paths)
{
    for (const QString &path : paths) {
        if (const XmlElement *found = from.at(path))
            return found;
    }
    return nullptr;
}

QString text(const XmlElement *from, const QString &path)
{
    return from ? from->textAt(path) : QString();
}

// "20180305", format 102.
QString isoDate(const QString &digits)
{
    if (digits.size() != 8)
        return digits.left(10);
    return digits.left(4) + u'-' + digits.mid(4, 2) + u'-' + digits.mid(6);
}

QString registration(const XmlElement *party, const QString &scheme)
{
    if (!party)
        return {};
    for (const XmlElement *id : party->all(u"SpecifiedTaxRegistration/ID"_s)) {
        if (id->attributes.value(u"schemeID"_s) == scheme)
            return id->text;
    }
    return {};
}

void readHeader(const XmlElement &root, EInvoice *invoice)
{
    const XmlElement *document = first(root, {u"ExchangedDocument"_s, u"HeaderExchangedDocument"_s});
    invoice->values[u"invoice_number"_s] = text(document, u"ID"_s);
    invoice->values[u"issue_date"_s] = isoDate(text(document, u"IssueDateTime/DateTimeString"_s));
}

void readAgreement(const XmlElement &trade, EInvoice *invoice)
{
    const XmlElement *agreement =
        first(trade, {u"ApplicableHeaderTradeAgreement"_s, u"ApplicableSupplyChainTradeAgreement"_s});
    if (!agreement)
        return;
    const XmlElement *seller = agreement->at(u"SellerTradeParty"_s);
    invoice->values[u"seller_name"_s] = text(seller, u"Name"_s);
    invoice->values[u"seller_vat_id"_s] = registration(seller, u"VA"_s);
    invoice->values[u"seller_tax_number"_s] = registration(seller, u"FC"_s);
    invoice->values[u"buyer_name"_s] = agreement->textAt(u"BuyerTradeParty/Name"_s);
    const XmlElement *order =
        first(*agreement, {u"BuyerOrderReferencedDocument/IssuerAssignedID"_s, u"BuyerOrderReferencedDocument/ID"_s});
    invoice->values[u"order_reference"_s] = order ? order->text : QString();
}

void readSettlement(const XmlElement &trade, EInvoice *invoice)
{
    const XmlElement *settlement =
        first(trade, {u"ApplicableHeaderTradeSettlement"_s, u"ApplicableSupplyChainTradeSettlement"_s});
    if (!settlement)
        return;
    auto &values = invoice->values;
    values[u"currency"_s] = settlement->textAt(u"InvoiceCurrencyCode"_s);
    values[u"iban"_s] =
        settlement->textAt(u"SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/IBANID"_s);
    values[u"due_date"_s] = isoDate(settlement->textAt(u"SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString"_s));
    const XmlElement *sums =
        first(*settlement,
              {u"SpecifiedTradeSettlementHeaderMonetarySummation"_s, u"SpecifiedTradeSettlementMonetarySummation"_s});
    values[u"total_net"_s] = text(sums, u"TaxBasisTotalAmount"_s);
    values[u"total_gross"_s] = text(sums, u"GrandTotalAmount"_s);
    values[u"total_due"_s] = text(sums, u"DuePayableAmount"_s);
    if (!sums)
        return;
    // the tax may be said again in the currency that the books are kept in
    for (const XmlElement *tax : sums->all(u"TaxTotalAmount"_s)) {
        const QString currency = tax->attributes.value(u"currencyID"_s);
        if (values[u"total_tax"_s].isEmpty() || currency == values[u"currency"_s])
            values[u"total_tax"_s] = tax->text;
    }
}

void readItems(const XmlElement &trade, EInvoice *invoice)
{
    for (const XmlElement &line : trade.children) {
        if (line.name != u"IncludedSupplyChainTradeLineItem")
            continue;
        const auto value = [&](const QStringList &paths) {
            const XmlElement *found = first(line, paths);
            return found ? found->text : QString();
        };
        std::map<QString, QString> item;
        item[u"item_name"_s] = value({u"SpecifiedTradeProduct/Name"_s});
        item[u"item_quantity"_s] = value(
            {u"SpecifiedLineTradeDelivery/BilledQuantity"_s, u"SpecifiedSupplyChainTradeDelivery/BilledQuantity"_s});
        item[u"item_unit_price"_s] =
            value({u"SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount"_s,
                   u"SpecifiedSupplyChainTradeAgreement/NetPriceProductTradePrice/ChargeAmount"_s});
        item[u"item_tax_percent"_s] =
            value({u"SpecifiedLineTradeSettlement/ApplicableTradeTax/RateApplicablePercent"_s,
                   u"SpecifiedSupplyChainTradeSettlement/ApplicableTradeTax/ApplicablePercent"_s});
        item[u"item_line_total"_s] =
            value({u"SpecifiedLineTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount"_s,
                   u"SpecifiedSupplyChainTradeSettlement/SpecifiedTradeSettlementMonetarySummation/LineTotalAmount"_s});
        if (!item[u"item_name"_s].isEmpty() || !item[u"item_line_total"_s].isEmpty())
            invoice->items.push_back(std::move(item));
    }
}

} // namespace

std::optional<EInvoice> readCrossIndustryInvoice(const XmlElement &root)
{
    if (root.name != u"CrossIndustryInvoice" && root.name != u"CrossIndustryDocument")
        return std::nullopt;
    const XmlElement *trade =
        first(root, {u"SupplyChainTradeTransaction"_s, u"SpecifiedSupplyChainTradeTransaction"_s});
    if (!trade)
        return std::nullopt;
    EInvoice invoice;
    readHeader(root, &invoice);
    readAgreement(*trade, &invoice);
    readSettlement(*trade, &invoice);
    readItems(*trade, &invoice);
    return invoice;
}

} // namespace core
