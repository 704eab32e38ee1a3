// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples/invoice.h"

#include <QJsonArray>

#include <numeric>

namespace samples {

QString plain(qint64 cents)
{
    return QString::number(cents / 100) + u'.' + QString::number(cents % 100).rightJustified(2, u'0');
}

qint64 Invoice::net() const
{
    return std::accumulate(items.begin(), items.end(), qint64(0),
                           [](qint64 sum, const Item &item) { return sum + item.total(); });
}

std::map<int, qint64> Invoice::netByRate() const
{
    std::map<int, qint64> sums;
    for (const Item &item : items)
        sums[item.taxPercent] += item.total();
    return sums;
}

qint64 Invoice::tax(qint64 net, int percent)
{
    return (net * percent + 50) / 100;
}

qint64 Invoice::tax() const
{
    qint64 sum = 0;
    for (const auto &[percent, net] : netByRate())
        sum += tax(net, percent);
    return sum;
}

QString Invoice::amount(qint64 cents) const
{
    return locale.toString(double(cents) / 100, 'f', 2);
}

QJsonObject Invoice::truth() const
{
    QJsonArray rows;
    for (const Item &item : items) {
        rows += QJsonObject{{QStringLiteral("name"), item.name},
                            {QStringLiteral("quantity"), QString::number(item.quantity)},
                            {QStringLiteral("unit_price"), plain(item.unitPrice)},
                            {QStringLiteral("tax_percent"), QString::number(item.taxPercent)},
                            {QStringLiteral("line_total"), plain(item.total())}};
    }
    QJsonObject truth{{QStringLiteral("invoice_number"), number},
                      {QStringLiteral("issue_date"), issued.toString(Qt::ISODate)},
                      {QStringLiteral("due_date"), due.toString(Qt::ISODate)},
                      {QStringLiteral("seller_name"), seller.name},
                      {QStringLiteral("buyer_name"), buyer.name},
                      {QStringLiteral("currency"), currency},
                      {QStringLiteral("order_reference"), order},
                      {QStringLiteral("iban"), iban},
                      {QStringLiteral("total_net"), plain(net())},
                      {QStringLiteral("total_tax"), plain(tax())},
                      {QStringLiteral("total_gross"), plain(gross())},
                      {QStringLiteral("line_items"), rows}};
    if (!seller.vatId.isEmpty())
        truth.insert(QStringLiteral("seller_vat_id"), seller.vatId);
    if (!seller.taxNumber.isEmpty())
        truth.insert(QStringLiteral("seller_tax_number"), seller.taxNumber);
    return truth;
}

} // namespace samples
