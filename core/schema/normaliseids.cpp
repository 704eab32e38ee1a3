// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/normalisers.h"

#include <QHash>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

QString letters(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            result += c.toUpper();
    }
    return result;
}

// Characters of an IBAN by country (SWIFT's registry).
int ibanLength(const QString &country)
{
    static const QHash<QString, int> lengths{
        {u"AD"_s, 24}, {u"AE"_s, 23}, {u"AL"_s, 28}, {u"AT"_s, 20}, {u"BA"_s, 20}, {u"BE"_s, 16}, {u"BG"_s, 22},
        {u"BR"_s, 29}, {u"CH"_s, 21}, {u"CY"_s, 28}, {u"CZ"_s, 24}, {u"DE"_s, 22}, {u"DK"_s, 18}, {u"EE"_s, 20},
        {u"ES"_s, 24}, {u"FI"_s, 18}, {u"FO"_s, 18}, {u"FR"_s, 27}, {u"GB"_s, 22}, {u"GI"_s, 23}, {u"GL"_s, 18},
        {u"GR"_s, 27}, {u"HR"_s, 21}, {u"HU"_s, 28}, {u"IE"_s, 22}, {u"IL"_s, 23}, {u"IS"_s, 26}, {u"IT"_s, 27},
        {u"LI"_s, 21}, {u"LT"_s, 20}, {u"LU"_s, 20}, {u"LV"_s, 21}, {u"MC"_s, 27}, {u"ME"_s, 22}, {u"MK"_s, 19},
        {u"MT"_s, 31}, {u"NL"_s, 18}, {u"NO"_s, 15}, {u"PL"_s, 28}, {u"PT"_s, 25}, {u"RO"_s, 24}, {u"RS"_s, 22},
        {u"SA"_s, 24}, {u"SE"_s, 24}, {u"SI"_s, 19}, {u"SK"_s, 24}, {u"SM"_s, 27}, {u"TR"_s, 26}, {u"UA"_s, 29},
    };
    return lengths.value(country, 0);
}

bool checkDigitsHold(const QString &iban)
{
    const QString turned = iban.mid(4) + iban.left(4);
    int rest = 0;
    for (const QChar c : turned) {
        const int value = c.isDigit() ? c.digitValue() : c.unicode() - u'A' + 10;
        if (value < 0 || value > 35)
            return false;
        rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
}

} // namespace

// A right length for its country is enough: made-up accounts are printed too, and the check digits are weighed with the
// certainty. Where no length is known the check digits must hold.
std::optional<NormalValue> normaliseIban(const QString &text)
{
    static const QRegularExpression prefix(u"^\\s*IBAN[\\s.:-]*"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression shape(u"^[A-Z]{2}\\d{2}[A-Z0-9]{11,30}$"_s);
    QString bare = text;
    bare.remove(prefix);
    const QString iban = letters(bare);
    if (!shape.match(iban).hasMatch())
        return std::nullopt;
    const int length = ibanLength(iban.left(2));
    if (length ? length != iban.size() : !checkDigitsHold(iban))
        return std::nullopt;
    return NormalValue{iban, {}};
}

std::optional<NormalValue> normaliseVatId(const QString &text)
{
    static const QRegularExpression shapes(
        u"^(ATU\\d{8}|BE[01]\\d{9}|BG\\d{9,10}|CHE\\d{9}(MWST|TVA|IVA)?|CY\\d{8}[A-Z]|CZ\\d{8,10}|DE\\d{9}|DK\\d{8}|"
        "EE\\d{9}|(EL|GR)\\d{9}|ES[A-Z0-9]\\d{7}[A-Z0-9]|FI\\d{8}|FR[A-Z0-9]{2}\\d{9}|(GB|XI)(\\d{9}|\\d{12}|GD\\d{3}|"
        "HA\\d{3})|"
        "HR\\d{11}|HU\\d{8}|IE(\\d{7}[A-Z]{1,2}|\\d[A-Z]\\d{5}[A-Z])|IT\\d{11}|LT(\\d{9}|\\d{12})|LU\\d{8}|LV\\d{11}|"
        "MT\\d{8}|NL\\d{9}B\\d{2}|NO\\d{9}(MVA)?|PL\\d{10}|PT\\d{9}|RO\\d{2,10}|SE\\d{12}|SI\\d{8}|SK\\d{10}|"
        "\\d{2}[A-Z]{5}\\d{4}[A-Z]\\dZ[A-Z0-9])$"_s);
    const QString id = letters(text);
    if (!shapes.match(id).hasMatch())
        return std::nullopt;
    return NormalValue{id, {}};
}

} // namespace core
