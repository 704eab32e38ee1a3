// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/currencies.h"
#include "core/schema/normalisers.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

bool commaIsDecimalIn(const QString &language)
{
    return !language.isEmpty() && language != u"en" && language != u"zh" && language != u"ja";
}

// Digits in groups of three behind the first separator: "1.234.567".
bool isGrouped(const QString &digits, QChar separator)
{
    const QStringList groups = digits.split(separator);
    if (groups.size() < 2 || groups.first().isEmpty() || groups.first().size() > 3)
        return false;
    return std::all_of(groups.begin() + 1, groups.end(), [](const QString &group) { return group.size() == 3; });
}

// Whether the one separator that a number has ("1.234") parts decimals.
bool isDecimal(const QString &digits, QChar separator, bool money, const NormalContext &context)
{
    const auto at = digits.indexOf(separator);
    if (digits.count(separator) > 1)
        return false;
    if (digits.size() - at - 1 != 3 || at == 0 || at > 3 || digits.startsWith(u'0'))
        return true;
    if (!context.decimal.isNull())
        return separator == context.decimal;
    if (separator == u',')
        return commaIsDecimalIn(context.language) && !money;
    return !money && !commaIsDecimalIn(context.language);
}

// Unsigned digits with separators into digits with at most one '.'; empty when they make no number.
QString plainDecimal(QString digits, bool money, const NormalContext &context)
{
    static const QRegularExpression spaces(u"[\\s'’`´]"_s);
    static const QRegularExpression spacedGroups(u"^\\d{1,3}(?:[\\s'’`´]\\d{3})+(?:[.,]\\d+)?$"_s);
    static const QRegularExpression looseDecimals(u"\\s*([.,])\\s+|\\s+([.,])\\s*"_s);
    digits.replace(looseDecimals, u"\\1\\2"_s);
    if (digits.contains(spaces) && !spacedGroups.match(digits).hasMatch())
        return {};
    digits.remove(spaces);
    const bool comma = digits.contains(u',');
    const bool point = digits.contains(u'.');
    if (comma && point) {
        const QChar decimal = digits.lastIndexOf(u',') > digits.lastIndexOf(u'.') ? u',' : u'.';
        const QChar group = decimal == u',' ? u'.' : u',';
        const QString whole = digits.left(digits.indexOf(decimal));
        if (digits.count(decimal) > 1 || !isGrouped(whole, group))
            return {};
        digits.remove(group);
        digits.replace(decimal, u'.');
    } else if (comma || point) {
        const QChar separator = comma ? u',' : u'.';
        if (isDecimal(digits, separator, money, context))
            digits.replace(separator, u'.');
        else if (isGrouped(digits, separator))
            digits.remove(separator);
        else
            return {};
    }
    return digits;
}

QString tidied(QString digits)
{
    while (digits.size() > 1 && digits.startsWith(u'0') && digits.at(1).isDigit())
        digits.remove(0, 1);
    if (digits.startsWith(u'.'))
        digits.prepend(u'0');
    if (digits.endsWith(u'.'))
        digits.chop(1);
    return digits;
}

std::optional<QString> signedDecimal(const QString &text, bool money, const NormalContext &context)
{
    static const QRegularExpression shape(
        u"^(\\()?\\s*([-−–+])?\\s*((?:\\d|[.,](?=\\s?\\d))(?:[\\d\\s.,'’`´]*\\d)?[.,]?)(?:,?[-–—]{1,2}(?=$))?\\s*([-−–])?\\s*(\\))?$"_s);
    const auto match = shape.match(text);
    if (!match.hasMatch() || match.captured(1).isEmpty() != match.captured(5).isEmpty())
        return std::nullopt;
    static const QRegularExpression noCents(u"\\d[.,](?:-{1,2}|–|—)$"_s); // "15,-" is fifteen, "15-" is minus fifteen
    const bool trailingMinus =
        (text.endsWith(u'-') || text.endsWith(u'−') || text.endsWith(u'–')) && !text.contains(noCents);
    const bool minus =
        !match.captured(1).isEmpty() || trailingMinus || (!match.captured(2).isEmpty() && match.captured(2) != u"+");
    QString digits = match.captured(3).simplified();
    if (digits.endsWith(u',') || digits.endsWith(u'.'))
        digits.chop(1);
    const QString plain = plainDecimal(digits, money, context);
    if (plain.isEmpty())
        return std::nullopt;
    const QString value = tidied(plain);
    const bool zero = std::all_of(value.begin(), value.end(), [](QChar c) { return c == u'0' || c == u'.'; });
    return minus && !zero ? u'-' + value : value;
}

// Takes currency signs and codes off both ends.
QString withoutCurrency(const QString &text, QString *currency)
{
    static const QRegularExpression before(
        u"^([-−–+(]?)\\s*([\\p{L}]{0,3}[\\p{Sc}]|[\\p{L}]{2,5}\\.?)\\s*(?=[-−–+(]?\\s*[\\d.,])"_s);
    static const QRegularExpression after(u"(?<=[\\d\\-−–.,)])\\s*(\\p{Sc}|[\\p{L}]{2,7}\\.?)(\\s*\\)?)$"_s);
    QString rest = text;
    if (const auto match = before.match(rest); match.hasMatch()) {
        const QString code = currencyOf(match.captured(2));
        if (!code.isEmpty()) {
            *currency = code;
            rest = match.captured(1) + rest.mid(match.capturedLength());
        }
    }
    if (const auto match = after.match(rest); match.hasMatch()) {
        const QString code = currencyOf(match.captured(1));
        if (!code.isEmpty()) {
            if (currency->isEmpty())
                *currency = code;
            rest = rest.left(match.capturedStart()) + match.captured(2).trimmed();
        }
    }
    return rest.trimmed();
}

} // namespace

std::optional<NormalValue> normaliseMoney(const QString &text, const NormalContext &context)
{
    if (text.size() > 60)
        return std::nullopt;
    NormalValue result;
    const QString digits = withoutCurrency(text.simplified(), &result.currency);
    const auto value = signedDecimal(digits, true, context);
    if (!value)
        return std::nullopt;
    result.value = *value;
    return result;
}

std::optional<NormalValue> normaliseNumber(const QString &text, const NormalContext &context)
{
    static const QRegularExpression unit(u"(?<=[\\d)])\\s*(%|\\p{L}{1,6}\\.?|\\p{L}{1,10}\\(s\\)|m²|m³)$"_s);
    if (text.size() > 60)
        return std::nullopt;
    QString currency;
    QString digits = withoutCurrency(text.simplified(), &currency);
    digits.remove(unit);
    const auto value = signedDecimal(digits, false, context);
    if (!value)
        return std::nullopt;
    return NormalValue{*value, {}};
}

} // namespace core
