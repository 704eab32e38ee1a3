// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/currencies.h"
#include "core/schema/normalisers.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace core {

namespace {

std::optional<NormalValue> matched(const QString &text, const QRegularExpression &shape)
{
    return shape.match(text).hasMatch() ? std::optional(NormalValue{text, {}}) : std::nullopt;
}

std::optional<NormalValue> boolean(const QString &text)
{
    static const QStringList yes{u"true"_s,    u"yes"_s,  u"y"_s,    u"ja"_s,  u"oui"_s, u"sì"_s,
                                 u"si"_s,      u"sí"_s,   u"x"_s,    u"1"_s,   u"on"_s,  u"selected"_s,
                                 u"checked"_s, u"wahr"_s, u"vrai"_s, u"☒"_s,   u"☑"_s,   u"✓"_s,
                                 u"✔"_s,       u"✗"_s,    u"✘"_s,    u"[x]"_s, u"(x)"_s};
    static const QStringList no{u"false"_s, u"no"_s,  u"n"_s,          u"nein"_s,      u"non"_s,    u"nee"_s,
                                u"0"_s,     u"off"_s, u"unselected"_s, u"unchecked"_s, u"falsch"_s, u"faux"_s,
                                u"☐"_s,     u"□"_s,   u"[ ]"_s,        u"( )"_s,       u"[]"_s};
    const QString lower = text.toLower();
    if (yes.contains(lower))
        return NormalValue{u"true"_s, {}};
    if (no.contains(lower))
        return NormalValue{u"false"_s, {}};
    return std::nullopt;
}

std::optional<NormalValue> email(const QString &text)
{
    static const QRegularExpression shape(u"^[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]{2,}$"_s);
    return matched(text.toLower(), shape);
}

std::optional<NormalValue> phone(const QString &text)
{
    static const QRegularExpression allowed(u"^\\+?[\\d\\s()/.\\-–]+(\\s*(x|ext\\.?)\\s*\\d+)?$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    if (!allowed.match(text).hasMatch())
        return std::nullopt;
    QString digits;
    for (const QChar c : text) {
        if (c.isDigit() || (c == u'+' && digits.isEmpty()))
            digits += c;
    }
    if (digits.size() < 5 || digits.size() > 20)
        return std::nullopt;
    return NormalValue{digits, {}};
}

std::optional<NormalValue> currency(const QString &text)
{
    const QString code = currencyOf(text);
    return code.isEmpty() ? std::nullopt : std::optional(NormalValue{code, {}});
}

} // namespace

std::optional<NormalValue> normalise(const QString &text, ValueType type, const NormalContext &context)
{
    const QString folded = text.simplified();
    if (folded.isEmpty())
        return std::nullopt;
    switch (type) {
    case ValueType::String:
        return NormalValue{folded, {}};
    case ValueType::Number:
        return normaliseNumber(folded, context);
    case ValueType::Money:
        return normaliseMoney(folded, context);
    case ValueType::Date:
        return normaliseDate(folded, context);
    case ValueType::Boolean:
        return boolean(folded);
    case ValueType::Iban:
        return normaliseIban(folded);
    case ValueType::VatId:
        return normaliseVatId(folded);
    case ValueType::Currency:
        return currency(folded);
    case ValueType::Email:
        return email(folded);
    case ValueType::Phone:
        return phone(folded);
    }
    return std::nullopt;
}

} // namespace core
