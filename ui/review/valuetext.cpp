// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/valuetext.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace ui {
namespace {

struct ValueText {
    Q_DECLARE_TR_FUNCTIONS(ui::ValueText)
};

// On the digits themselves: a floating point number would not hold every decimal string.
QString grouped(const QString &number, const QLocale &locale)
{
    static const QRegularExpression shape(u"^(-?)(\\d+)(?:\\.(\\d+))?$"_s);
    const auto match = shape.match(number);
    if (!match.hasMatch())
        return number;
    QString whole = match.captured(2);
    if (whole.size() > 3) {
        for (qsizetype at = whole.size() - 3; at > 0; at -= 3)
            whole.insert(at, locale.groupSeparator());
    }
    const QString fraction = match.captured(3);
    return match.captured(1) + whole + (fraction.isEmpty() ? QString() : locale.decimalPoint() + fraction);
}

} // namespace

QString valueText(const QString &value, core::ValueType type, const QString &currency, const QLocale &locale)
{
    switch (type) {
    case core::ValueType::Number:
        return grouped(value, locale);
    case core::ValueType::Money:
        return currency.isEmpty() ? grouped(value, locale) : grouped(value, locale) + u' ' + currency;
    case core::ValueType::Boolean:
        return value == "true"_L1 ? ValueText::tr("yes") : ValueText::tr("no");
    case core::ValueType::String:
    case core::ValueType::Date:
    case core::ValueType::Iban:
    case core::ValueType::VatId:
    case core::ValueType::Currency:
    case core::ValueType::Email:
    case core::ValueType::Phone:
        return value;
    }
    Q_UNREACHABLE();
}

QString valueText(const core::ExtractedField &field)
{
    return field.value ? valueText(*field.value, field.type, field.currency) : QString();
}

QString editingText(const core::ExtractedField &field)
{
    return field.raw.isEmpty() ? field.value.value_or(QString()) : field.raw.simplified();
}

QString editingText(const core::ExtractedCell &cell)
{
    return cell.raw.isEmpty() ? cell.value.value_or(QString()) : cell.raw.simplified();
}

QString typeHint(core::ValueType type)
{
    switch (type) {
    case core::ValueType::String:
        return ValueText::tr("This can't be the value here.");
    case core::ValueType::Number:
        return ValueText::tr("This is not a number. Type it like 12.5.");
    case core::ValueType::Money:
        return ValueText::tr("This is not an amount. Type it like 1240.50 EUR.");
    case core::ValueType::Date:
        return ValueText::tr("This is not a date. Type it like 2024-05-07.");
    case core::ValueType::Boolean:
        return ValueText::tr("Type yes or no.");
    case core::ValueType::Iban:
        return ValueText::tr("This is not an IBAN.");
    case core::ValueType::VatId:
        return ValueText::tr("This is not a VAT number. It begins with two letters for the country.");
    case core::ValueType::Currency:
        return ValueText::tr("This is not a currency. Type three letters like EUR.");
    case core::ValueType::Email:
        return ValueText::tr("This is not an e-mail address.");
    case core::ValueType::Phone:
        return ValueText::tr("This is not a phone number.");
    }
    Q_UNREACHABLE();
}

} // namespace ui
