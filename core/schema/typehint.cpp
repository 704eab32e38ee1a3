// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/typehint.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

bool speaksOf(const QString &text, const QRegularExpression &words)
{
    return words.match(text).hasMatch();
}

QRegularExpression anyWord(const QString &words)
{
    return QRegularExpression(u"(?<![\\p{L}\\d])("_s + words + u")(?![\\p{L}\\d])"_s,
                              QRegularExpression::CaseInsensitiveOption);
}

ValueType guessNumber(const QString &title, const QString &description)
{
    static const QRegularExpression money =
        anyWord(u"total|amount|price|sum|cost|fee|fees|balance|paid|due|gross|net|salary|payment|income|wages|rate "
                u"per|revenue|betrag|"
                "preis|summe|montant|prix|bedrag|prijs|importe|precio|importo|prezzo|currency|usd|eur|dollars"_s);
    static const QRegularExpression notMoney = anyWord(
        u"quantity|count|number of|how many|percent|percentage|rate|menge|anzahl|days|years|hours|pages|year|age"_s);
    if (speaksOf(title, notMoney))
        return ValueType::Number;
    return speaksOf(title, money) || (speaksOf(description, money) && !speaksOf(description, notMoney))
        ? ValueType::Money
        : ValueType::Number;
}

ValueType guessString(const QString &title, const QString &description)
{
    static const QRegularExpression iban = anyWord(u"iban"_s);
    static const QRegularExpression vat = anyWord(
        u"vat id|vat identification number|vat registration number|vat reg no|ust ?id(nr)?|umsatzsteuer id|btw (id|nummer)"_s);
    static const QRegularExpression currency = anyWord(u"currency( code)?|währung|devise|iso 4217"_s);
    static const QRegularExpression email = anyWord(u"e-?mail( address)?"_s);
    static const QRegularExpression phone = anyWord(u"(tele)?phone( number)?|telefon|fax|mobile number"_s);
    static const QRegularExpression date = anyWord(u"date|datum|fecha|data|day of birth"_s);
    static const QRegularExpression iso = anyWord(u"iso 8601|yyyy-mm-dd"_s);
    if (speaksOf(title, iban))
        return ValueType::Iban;
    if (speaksOf(title, vat))
        return ValueType::VatId;
    if (speaksOf(title, currency) || (title.size() < 16 && description.contains(u"ISO 4217"_s)))
        return ValueType::Currency;
    if (speaksOf(title, email))
        return ValueType::Email;
    if (speaksOf(title, phone))
        return ValueType::Phone;
    if (speaksOf(title, date) && speaksOf(description, iso))
        return ValueType::Date;
    return ValueType::String;
}

} // namespace

std::optional<ValueType> typeNamed(const QString &name)
{
    static const QHash<QString, ValueType> types{
        {u"string"_s, ValueType::String}, {u"number"_s, ValueType::Number},     {u"money"_s, ValueType::Money},
        {u"date"_s, ValueType::Date},     {u"boolean"_s, ValueType::Boolean},   {u"iban"_s, ValueType::Iban},
        {u"vat_id"_s, ValueType::VatId},  {u"currency"_s, ValueType::Currency}, {u"email"_s, ValueType::Email},
        {u"phone"_s, ValueType::Phone},
    };
    const auto found = types.constFind(name);
    return found == types.constEnd() ? std::nullopt : std::optional(*found);
}

ValueType guessType(const QString &jsonType, const QString &format, const SchemaField &field)
{
    const QString title = field.title + u' ' + inWords(field.name);
    if (format == u"date" || format == u"date-time")
        return ValueType::Date;
    if (format == u"email" || format == u"idn-email")
        return ValueType::Email;
    if (jsonType == u"boolean")
        return ValueType::Boolean;
    if (jsonType == u"number")
        return guessNumber(title, field.description);
    if (jsonType == u"integer")
        return ValueType::Number;
    return field.choices.isEmpty() ? guessString(title, field.description) : ValueType::String;
}

QString inWords(const QString &name)
{
    static const QRegularExpression camel(u"(?<=[a-z])(?=[A-Z])|(?<=[A-Za-z])(?=\\d)|(?<=[A-Z])(?=[A-Z][a-z])"_s);
    QString words = name;
    words.replace(camel, u" "_s);
    words.replace(u'_', u' ');
    words.replace(u'-', u' ');
    return words.simplified().toLower();
}

} // namespace core
