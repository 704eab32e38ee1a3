// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certainty/certainty.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace core {
namespace {

bool allDigits(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

int digit(QStringView text, qsizetype i)
{
    return text[i].unicode() - u'0';
}

template<size_t N>
int weighted(QStringView digits, const std::array<int, N> &weights)
{
    int sum = 0;
    for (size_t i = 0; i < N; ++i)
        sum += digit(digits, static_cast<qsizetype>(i)) * weights[i];
    return sum;
}

// Digits and letters (A = 10) as one number, modulo 97.
int mod97(QStringView text)
{
    int rest = 0;
    for (const QChar c : text) {
        const int value = c.isDigit() ? c.unicode() - u'0' : c.unicode() - u'A' + 10;
        rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest;
}

bool isLuhn(QStringView digits)
{
    int sum = 0;
    for (qsizetype i = 0; i < digits.size(); ++i) {
        const int value = digit(digits, digits.size() - 1 - i) * (i % 2 == 1 ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
}

// ISO 7064 MOD 11,10
bool germanHolds(QStringView d)
{
    int product = 10;
    for (qsizetype i = 0; i < 8; ++i) {
        const int sum = (digit(d, i) + product) % 10;
        product = (sum == 0 ? 10 : sum) * 2 % 11;
    }
    return (11 - product) % 10 == digit(d, 8);
}

bool austrianHolds(QStringView d)
{
    int sum = 0;
    for (qsizetype i = 0; i < 7; ++i) {
        const int value = digit(d, i) * (i % 2 == 1 ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return (10 - (sum + 4) % 10) % 10 == digit(d, 7);
}

// The old number checks by weights; since 2020 sole traders have one that checks modulo 97 with the country in front.
bool dutchHolds(QStringView number)
{
    if (number.size() != 12 || number[9] != u'B' || !allDigits(number.first(9)) || !allDigits(number.sliced(10)))
        return false;
    const int rest = weighted(number, std::array{9, 8, 7, 6, 5, 4, 3, 2}) % 11;
    return rest == digit(number, 8) || mod97(u"NL"_s + number.toString()) == 1;
}

bool mod11Holds(QStringView digits, int sum)
{
    const int rest = (11 - sum % 11) % 11;
    return rest < 10 && rest == digits.back().unicode() - u'0';
}

// The rule of one country for what follows its two letters; nothing where none is public or known here.
std::optional<bool> vatHolds(QStringView country, QStringView d)
{
    const auto digits = [&](qsizetype count) { return d.size() == count && allDigits(d); };
    if (country == "NL"_L1)
        return dutchHolds(d);
    if (country == "AT"_L1)
        return d.size() == 9 && d[0] == u'U' && allDigits(d.sliced(1)) && austrianHolds(d.sliced(1));
    if (country == "FR"_L1) {
        if (d.size() != 11 || !allDigits(d.sliced(2)))
            return false;
        if (!allDigits(d)) // the newer key with letters has no published rule; the SIREN inside has one
            return isLuhn(d.sliced(2));
        return d.first(2).toInt() == (12 + 3 * (d.sliced(2).toInt() % 97)) % 97;
    }
    if (country == "DE"_L1)
        return digits(9) && germanHolds(d);
    if (country == "BE"_L1)
        return digits(10) && 97 - d.first(8).toInt() % 97 == d.sliced(8).toInt();
    if (country == "IT"_L1)
        return digits(11) && isLuhn(d);
    if (country == "LU"_L1)
        return digits(8) && d.first(6).toInt() % 89 == d.sliced(6).toInt();
    if (country == "PL"_L1)
        return digits(10) && weighted(d, std::array{6, 5, 7, 2, 3, 4, 5, 6, 7}) % 11 == digit(d, 9);
    if (country == "DK"_L1)
        return digits(8) && weighted(d, std::array{2, 7, 6, 5, 4, 3, 2, 1}) % 11 == 0;
    if (country == "FI"_L1)
        return digits(8) && mod11Holds(d, weighted(d, std::array{7, 9, 10, 5, 8, 4, 2}));
    if (country == "SE"_L1)
        return digits(12) && isLuhn(d.first(10));
    return {};
}

bool ibanHolds(const QString &iban)
{
    const bool shape = iban.size() >= 15 && iban.size() <= 34 && iban[0].isUpper() && iban[1].isUpper()
        && allDigits(QStringView(iban).sliced(2, 2)) && std::all_of(iban.begin(), iban.end(), [](QChar c) {
                           return (c >= u'0' && c <= u'9') || (c >= u'A' && c <= u'Z');
                       });
    return shape && mod97(QString(iban.sliced(4) + iban.first(4))) == 1;
}

} // namespace

std::optional<bool> checkDigitHolds(const QString &value, ValueType type)
{
    if (type == ValueType::Iban)
        return ibanHolds(value);
    if (type == ValueType::VatId && value.size() > 4)
        return vatHolds(QStringView(value).first(2), QStringView(value).sliced(2));
    return {};
}

} // namespace core
