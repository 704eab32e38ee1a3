// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/samples/otherpages.h"

using namespace Qt::Literals::StringLiterals;

namespace samples {
namespace {

const Type mono{8.4, false, QColor(0x26, 0x26, 0x2b), QStringLiteral("Liberation Mono")};
const Type strong{11, true, QColor(0x26, 0x26, 0x2b), QStringLiteral("Liberation Mono")};

constexpr qreal left = 16;
constexpr qreal right = 211;
constexpr qreal centre = 113.5;

} // namespace

QJsonObject receiptTruth()
{
    return {{u"company"_s, u"CAFÉ AM DOM"_s},
            {u"date"_s, u"2024-11-21"_s},
            {u"address"_s, u"Domstraße 3 20095 Hamburg"_s},
            {u"total"_s, u"27.60"_s}};
}

void drawReceipt(Sheet &sheet)
{
    sheet.textCentre(centre, 34, u"CAFÉ AM DOM"_s, {14, true, strong.colour, strong.family});
    sheet.textCentre(centre, 49, u"Domstraße 3"_s, mono);
    sheet.textCentre(centre, 60, u"20095 Hamburg"_s, mono);
    sheet.textCentre(centre, 71, u"Tel. 040 5550177"_s, mono);
    sheet.text(left, 95, u"Beleg 4471"_s, mono);
    sheet.textRight(right, 95, u"21.11.2024 12:48"_s, mono);
    sheet.text(left, 106, u"Tisch 7"_s, mono);
    sheet.rule(left, right, 113, 0.6, mono.colour);
    const std::vector<std::pair<QString, QString>> lines{
        {u"2 Cappuccino"_s, u"7,80"_s},    {u"1 Kartoffelsuppe"_s, u"6,90"_s}, {u"1 Quiche Lorraine"_s, u"8,40"_s},
        {u"1 Mineralwasser"_s, u"3,10"_s}, {u"1 Croissant"_s, u"1,40"_s},
    };
    qreal y = 129;
    for (const auto &[name, price] : lines) {
        sheet.text(left, y, name, mono);
        sheet.textRight(right, y, price, mono);
        y += 13;
    }
    sheet.rule(left, right, y - 5, 0.6, mono.colour);
    y += 13;
    sheet.text(left, y, u"SUMME EUR"_s, strong);
    sheet.textRight(right, y, u"27,60"_s, strong);
    y += 20;
    sheet.text(left, y, u"Netto 19 %  23,19"_s, mono);
    sheet.textRight(right, y, u"MwSt 4,41"_s, mono);
    y += 17;
    sheet.text(left, y, u"Kartenzahlung"_s, mono);
    sheet.textRight(right, y, u"27,60"_s, mono);
    y += 13;
    sheet.text(left, y, u"Karte **** **** **** 0417"_s, mono);
    y += 24;
    sheet.textCentre(centre, y, u"USt-IdNr. DE264173080"_s, mono);
    y += 13;
    sheet.textCentre(centre, y, u"Vielen Dank für Ihren Besuch!"_s, mono);
}

} // namespace samples
