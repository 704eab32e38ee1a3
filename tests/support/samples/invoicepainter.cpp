// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples/invoicepainter.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace samples {
namespace {

constexpr qreal left = 56;
constexpr qreal right = 539;
constexpr qreal rowHeight = 22;
constexpr qreal bottomOfTable = 742;
constexpr size_t rowsOnFirst = 17;
constexpr size_t rowsOnNext = 24;

struct Columns {
    qreal position = left + 4;
    qreal name = left + 26;
    qreal quantity = 352;
    qreal price = 418;
    qreal tax = 463;
    qreal total = right - 4;
};
constexpr Columns columns;

const QColor soft(0x5b, 0x64, 0x75);
const QColor hair(0xc8, 0xce, 0xd8);

} // namespace

struct InvoicePainter::Words {
    QString title, number, date, delivered, order, customer, due, vat, taxNumber;
    QString position, name, quantity, price, tax, total, net, taxLine, gross, page, pay, thanks, carried;
    QString dateFormat;
};

InvoicePainter::InvoicePainter(const Invoice &invoice)
    : m_invoice(invoice)
{
}

const InvoicePainter::Words &InvoicePainter::words() const
{
    static const Words english{u"Invoice"_s,
                               u"Invoice number"_s,
                               u"Invoice date"_s,
                               u"Delivered"_s,
                               u"Order number"_s,
                               u"Customer"_s,
                               u"Due date"_s,
                               u"VAT reg. no."_s,
                               u"Tax no."_s,
                               u"No."_s,
                               u"Description"_s,
                               u"Quantity"_s,
                               u"Unit price"_s,
                               u"VAT"_s,
                               u"Amount"_s,
                               u"Net total"_s,
                               u"VAT %1 % on %2"_s,
                               u"Total"_s,
                               u"Page %1 of %2"_s,
                               u"Please pay by %1 to the account below, quoting the invoice number."_s,
                               u"Thank you for your order."_s,
                               u"continued on the next page"_s,
                               u"d MMMM yyyy"_s};
    static const Words german{u"Rechnung"_s,
                              u"Rechnungsnummer"_s,
                              u"Rechnungsdatum"_s,
                              u"Lieferdatum"_s,
                              u"Bestellnummer"_s,
                              u"Kundennummer"_s,
                              u"Fällig am"_s,
                              u"USt-IdNr."_s,
                              u"Steuernummer"_s,
                              u"Pos."_s,
                              u"Bezeichnung"_s,
                              u"Menge"_s,
                              u"Einzelpreis"_s,
                              u"USt"_s,
                              u"Betrag"_s,
                              u"Summe netto"_s,
                              u"USt %1 % auf %2"_s,
                              u"Gesamtbetrag"_s,
                              u"Seite %1 von %2"_s,
                              u"Bitte überweisen Sie den Betrag bis zum %1 unter Angabe der Rechnungsnummer."_s,
                              u"Vielen Dank für Ihren Auftrag."_s,
                              u"weiter auf der nächsten Seite"_s,
                              u"dd.MM.yyyy"_s};
    return m_invoice.locale.language() == QLocale::German ? german : english;
}

std::pair<size_t, size_t> InvoicePainter::rows(int page) const
{
    const size_t first = page == 0 ? 0 : rowsOnFirst + size_t(page - 1) * rowsOnNext;
    return {first, std::min(first + (page == 0 ? rowsOnFirst : rowsOnNext), m_invoice.items.size())};
}

int InvoicePainter::pages() const
{
    int page = 0;
    while (rows(page).second < m_invoice.items.size())
        ++page;
    return page + 1;
}

void InvoicePainter::draw(Sheet &sheet, int page) const
{
    letterhead(sheet);
    if (page == 0) {
        addresses(sheet);
        facts(sheet);
    }
    const qreal end = table(sheet, page);
    if (page + 1 == pages())
        totals(sheet, end);
    else
        sheet.textRight(right, end + 18, words().carried, {8.5, false, soft});
    footer(sheet, page);
}

void InvoicePainter::letterhead(Sheet &sheet) const
{
    const QColor accent = m_invoice.accent;
    sheet.disc({left + 13, 55}, 13, accent);
    sheet.disc({left + 19, 50}, 6.5, accent.lighter(175));
    sheet.text(left + 36, 60, m_invoice.seller.name, {15, true, accent});
    sheet.textRight(right, 50, m_invoice.seller.phone, {8.5, false, soft});
    sheet.textRight(right, 62, m_invoice.seller.email, {8.5, false, soft});
    sheet.rule(left, right, 80, 1.2, accent);
}

void InvoicePainter::addresses(Sheet &sheet) const
{
    const Party &seller = m_invoice.seller;
    const Party &buyer = m_invoice.buyer;
    const bool german = m_invoice.locale.language() == QLocale::German;
    const auto place = [german](const Party &party) {
        return german ? party.postcode + u' ' + party.city : party.city + u' ' + party.postcode;
    };
    sheet.text(left, 118, seller.name + u" · "_s + seller.street + u" · "_s + place(seller), {7.5, false, soft});
    sheet.lines(left, 138, {buyer.name, buyer.street, place(buyer)}, {10.5});
    sheet.text(left, 226, words().title, {22, true, m_invoice.accent});
}

void InvoicePainter::facts(Sheet &sheet) const
{
    const QString format = words().dateFormat;
    const auto date = [&](const QDate &day) { return m_invoice.locale.toString(day, format); };
    std::vector<std::pair<QString, QString>> facts{
        {words().number, m_invoice.number},
        {words().date, date(m_invoice.issued)},
        {words().delivered, date(m_invoice.delivered)},
        {words().order, m_invoice.order},
        {words().customer, m_invoice.customer},
        {words().due, date(m_invoice.due)},
    };
    if (!m_invoice.seller.vatId.isEmpty())
        facts.emplace_back(words().vat, m_invoice.seller.vatId);
    if (!m_invoice.seller.taxNumber.isEmpty())
        facts.emplace_back(words().taxNumber, m_invoice.seller.taxNumber);
    qreal y = 118;
    for (const auto &[label, value] : facts) {
        sheet.text(350, y, label, {9, false, soft});
        sheet.textRight(right, y, value, {9.5, true});
        y += 15;
    }
}

qreal InvoicePainter::table(Sheet &sheet, int page) const
{
    qreal y = page == 0 ? 262 : 122;
    const Type head{8.5, true, Qt::white};
    sheet.box({left, y - 14, right - left, 20}, m_invoice.accent);
    sheet.text(columns.position, y, words().position, head);
    sheet.text(columns.name, y, words().name, head);
    sheet.textRight(columns.quantity, y, words().quantity, head);
    sheet.textRight(columns.price, y, words().price, head);
    sheet.textRight(columns.tax, y, words().tax, head);
    sheet.textRight(columns.total, y, words().total + u' ' + m_invoice.currency, head);
    y += 21;
    const auto [first, end] = rows(page);
    for (size_t index = first; index < end; ++index) {
        row(sheet, m_invoice.items[index], int(index) + 1, y);
        y += rowHeight;
    }
    return y - rowHeight + 7;
}

void InvoicePainter::row(Sheet &sheet, const Item &item, int position, qreal y) const
{
    sheet.text(columns.position, y, QString::number(position), {9, false, soft});
    sheet.text(columns.name, y, item.name, {9});
    sheet.textRight(columns.quantity, y, m_invoice.locale.toString(item.quantity), {9});
    sheet.textRight(columns.price, y, m_invoice.amount(item.unitPrice), {9});
    sheet.textRight(columns.tax, y, QString::number(item.taxPercent) + u" %"_s, {9});
    sheet.textRight(columns.total, y, m_invoice.amount(item.total()), {9});
    sheet.rule(left, right, y + 7, 0.4, hair);
}

void InvoicePainter::totals(Sheet &sheet, qreal y) const
{
    const qreal label = 330;
    y += 20;
    sheet.text(label, y, words().net, {9.5});
    sheet.textRight(columns.total, y, m_invoice.amount(m_invoice.net()), {9.5});
    for (const auto &[percent, net] : m_invoice.netByRate()) {
        y += 16;
        sheet.text(label, y, words().taxLine.arg(percent).arg(m_invoice.amount(net)), {9.5});
        sheet.textRight(columns.total, y, m_invoice.amount(Invoice::tax(net, percent)), {9.5});
    }
    y += 9;
    sheet.rule(label, right, y, 0.8, m_invoice.accent);
    y += 17;
    sheet.text(label, y, words().gross, {11.5, true, m_invoice.accent});
    sheet.textRight(columns.total, y, m_invoice.currency + u' ' + m_invoice.amount(m_invoice.gross()),
                    {11.5, true, m_invoice.accent});
    y += 38;
    sheet.text(left, y, words().pay.arg(m_invoice.locale.toString(m_invoice.due, words().dateFormat)), {9.5});
    sheet.text(left, y + 15, words().thanks, {9.5});
}

void InvoicePainter::footer(Sheet &sheet, int page) const
{
    QString iban = m_invoice.iban;
    for (qsizetype at = 4; at < iban.size(); at += 5)
        iban.insert(at, u' ');
    const Type small{7.5, false, soft};
    sheet.rule(left, right, bottomOfTable + 42, 0.5, hair);
    sheet.text(left, bottomOfTable + 56, m_invoice.bank + u"   IBAN "_s + iban + u"   BIC "_s + m_invoice.bic, small);
    sheet.text(left, bottomOfTable + 67, m_invoice.register_, small);
    sheet.textRight(right, bottomOfTable + 56, words().page.arg(page + 1).arg(pages()), small);
}

} // namespace samples
