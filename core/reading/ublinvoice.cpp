// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/reading/einvoice.h"

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

QString firstOf(const XmlElement &from, const QStringList &paths)
{
    for (const QString &path : paths) {
        const QString text = from.textAt(path);
        if (!text.isEmpty())
            return text;
    }
    return {};
}

// "VAT" is the VAT id, anything else ("FC") the national number.
void readSellerTaxes(const XmlElement &party, EInvoice *invoice)
{
    for (const XmlElement *scheme : party.all(u"PartyTaxScheme"_s)) {
        const bool vat = scheme->textAt(u"TaxScheme/ID"_s).compare(u"VAT"_s, Qt::CaseInsensitive) == 0;
        invoice->values[vat ? u"seller_vat_id"_s : u"seller_tax_number"_s] = scheme->textAt(u"CompanyID"_s);
    }
}

void readTax(const XmlElement &root, EInvoice *invoice)
{
    for (const XmlElement *tax : root.all(u"TaxTotal/TaxAmount"_s)) {
        const QString currency = tax->attributes.value(u"currencyID"_s);
        QString &known = invoice->values[u"total_tax"_s];
        if (known.isEmpty() || currency == invoice->values[u"currency"_s])
            known = tax->text;
    }
}

void readItems(const XmlElement &root, bool credit, EInvoice *invoice)
{
    for (const XmlElement *line : root.all(credit ? u"CreditNoteLine"_s : u"InvoiceLine"_s)) {
        std::map<QString, QString> item;
        item[u"item_name"_s] = line->textAt(u"Item/Name"_s);
        item[u"item_quantity"_s] = line->textAt(credit ? u"CreditedQuantity"_s : u"InvoicedQuantity"_s);
        item[u"item_unit_price"_s] = line->textAt(u"Price/PriceAmount"_s);
        item[u"item_tax_percent"_s] = line->textAt(u"Item/ClassifiedTaxCategory/Percent"_s);
        item[u"item_line_total"_s] = line->textAt(u"LineExtensionAmount"_s);
        invoice->items.push_back(std::move(item));
    }
}

} // namespace

std::optional<EInvoice> readUblInvoice(const XmlElement &root)
{
    const bool credit = root.name == u"CreditNote";
    if ((!credit && root.name != u"Invoice") || !root.at(u"AccountingSupplierParty"_s))
        return std::nullopt;
    EInvoice invoice;
    auto &values = invoice.values;
    values[u"invoice_number"_s] = root.textAt(u"ID"_s);
    values[u"issue_date"_s] = root.textAt(u"IssueDate"_s);
    values[u"due_date"_s] = firstOf(root, {u"DueDate"_s, u"PaymentMeans/PaymentDueDate"_s});
    values[u"currency"_s] = root.textAt(u"DocumentCurrencyCode"_s);
    values[u"order_reference"_s] = root.textAt(u"OrderReference/ID"_s);
    values[u"iban"_s] = root.textAt(u"PaymentMeans/PayeeFinancialAccount/ID"_s);
    if (const XmlElement *party = root.at(u"AccountingSupplierParty/Party"_s)) {
        values[u"seller_name"_s] = firstOf(*party, {u"PartyLegalEntity/RegistrationName"_s, u"PartyName/Name"_s});
        readSellerTaxes(*party, &invoice);
    }
    if (const XmlElement *party = root.at(u"AccountingCustomerParty/Party"_s))
        values[u"buyer_name"_s] = firstOf(*party, {u"PartyLegalEntity/RegistrationName"_s, u"PartyName/Name"_s});
    if (const XmlElement *sums = root.at(u"LegalMonetaryTotal"_s)) {
        values[u"total_net"_s] = sums->textAt(u"TaxExclusiveAmount"_s);
        values[u"total_gross"_s] = sums->textAt(u"TaxInclusiveAmount"_s);
        values[u"total_due"_s] = sums->textAt(u"PayableAmount"_s);
    }
    readTax(root, &invoice);
    readItems(root, credit, &invoice);
    return invoice;
}

std::optional<EInvoice> readEInvoice(const QByteArray &xml)
{
    const auto root = parseXml(xml);
    if (!root)
        return std::nullopt;
    if (auto invoice = readCrossIndustryInvoice(*root))
        return invoice;
    return readUblInvoice(*root);
}

} // namespace core
