// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/currencies.h"

#include <QHash>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

const QHash<QString, QString> &signs()
{
    static const QHash<QString, QString> table{
        {u"€"_s, u"EUR"_s},       {u"EURO"_s, u"EUR"_s}, {u"EUROS"_s, u"EUR"_s}, {u"$"_s, u"USD"_s},
        {u"US$"_s, u"USD"_s},     {u"USD$"_s, u"USD"_s}, {u"£"_s, u"GBP"_s},     {u"¥"_s, u"JPY"_s},
        {u"₹"_s, u"INR"_s},       {u"RS"_s, u"INR"_s},   {u"RS."_s, u"INR"_s},   {u"RM"_s, u"MYR"_s},
        {u"S$"_s, u"SGD"_s},      {u"A$"_s, u"AUD"_s},   {u"AU$"_s, u"AUD"_s},   {u"C$"_s, u"CAD"_s},
        {u"CA$"_s, u"CAD"_s},     {u"HK$"_s, u"HKD"_s},  {u"NZ$"_s, u"NZD"_s},   {u"R$"_s, u"BRL"_s},
        {u"FR."_s, u"CHF"_s},     {u"SFR"_s, u"CHF"_s},  {u"SFR."_s, u"CHF"_s},  {u"ZŁ"_s, u"PLN"_s},
        {u"KČ"_s, u"CZK"_s},      {u"FT"_s, u"HUF"_s},   {u"KR"_s, u"SEK"_s},    {u"KR."_s, u"SEK"_s},
        {u"₽"_s, u"RUB"_s},     {u"₺"_s, u"TRY"_s},    {u"₩"_s, u"KRW"_s},     {u"₪"_s, u"ILS"_s},
        {u"DOLLARS"_s, u"USD"_s}, {u"฿"_s, u"THB"_s},
    };
    return table;
}

} // namespace

QString currencyOf(const QString &printed)
{
    static const QSet<QString> codes{
        u"EUR"_s, u"USD"_s, u"GBP"_s, u"CHF"_s, u"JPY"_s, u"CNY"_s, u"INR"_s, u"MYR"_s, u"SGD"_s, u"AUD"_s, u"CAD"_s,
        u"NZD"_s, u"HKD"_s, u"SEK"_s, u"NOK"_s, u"DKK"_s, u"PLN"_s, u"CZK"_s, u"HUF"_s, u"RON"_s, u"BGN"_s, u"HRK"_s,
        u"TRY"_s, u"RUB"_s, u"UAH"_s, u"ILS"_s, u"AED"_s, u"SAR"_s, u"ZAR"_s, u"EGP"_s, u"BRL"_s, u"MXN"_s, u"ARS"_s,
        u"CLP"_s, u"COP"_s, u"PEN"_s, u"KRW"_s, u"TWD"_s, u"THB"_s, u"IDR"_s, u"PHP"_s, u"VND"_s, u"ISK"_s, u"XOF"_s,
        u"XAF"_s, u"MAD"_s, u"TND"_s, u"KES"_s, u"NGN"_s, u"PKR"_s, u"BDT"_s, u"LKR"_s};
    const QString upper = printed.trimmed().toUpper();
    return codes.contains(upper) ? upper : signs().value(upper);
}

} // namespace core
