// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples/invoice.h"
#include "tests/support/samples/otherpages.h"

using namespace Qt::Literals::StringLiterals;

namespace samples {

void drawDeliveryNote(Sheet &sheet, int page)
{
    const Invoice order = stationeryInvoice();
    const Type body{11};
    sheet.text(56, 60, order.seller.name, {16, true, Qt::black});
    sheet.rule(56, 539, 72, 1, Qt::black);
    sheet.text(56, 110, u"Delivery note"_s, {20, true, Qt::black});
    sheet.textRight(539, 104, u"DN-60882"_s, {13, true, Qt::black});
    sheet.textRight(539, 122, u"Page %1 of 2"_s.arg(page + 1), body);
    sheet.text(56, 150,
               u"Deliver to: %1, %2, %3 %4"_s.arg(order.buyer.name, order.buyer.street, order.buyer.city,
                                                  order.buyer.postcode),
               body);
    sheet.text(56, 168, u"Order number: %1"_s.arg(order.order), body);
    sheet.text(300, 168, u"Date: 3 May 2024"_s, body);
    sheet.rule(56, 539, 182, 1, Qt::black);
    qreal y = 204;
    const size_t half = order.items.size() / 2;
    const size_t end = page == 0 ? half : order.items.size() - 1;
    for (size_t index = page == 0 ? 0 : half; index < end; ++index) {
        const Item &item = order.items[index];
        sheet.text(56, y, item.article, body);
        sheet.text(130, y, item.name, body);
        sheet.textRight(539, y, QString::number(item.quantity), body);
        y += 26;
    }
    if (page == 1) {
        sheet.text(56, 700, u"Received in good order"_s, body);
        sheet.rule(56, 300, 740, 0.8, Qt::black);
        sheet.text(56, 756, u"Name and signature"_s, {9});
    }
}

} // namespace samples
