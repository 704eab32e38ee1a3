// SPDX-License-Identifier: GPL-3.0-or-later
#include "scoring.h"

#include <QHash>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace accuracy {

namespace {

QString letters(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (c.isLetterOrNumber())
            result += c.toLower();
    }
    return result;
}

} // namespace

bool agrees(const QString &read, const QString &truth, core::ValueType type)
{
    if (type == core::ValueType::Money || type == core::ValueType::Number) {
        const auto expected = core::normalise(truth, core::ValueType::Money, {u"en"_s, u'.', true});
        return expected && std::abs(read.toDouble() - expected->value.toDouble()) < 0.005;
    }
    if (type == core::ValueType::Date) {
        const auto expected = core::normalise(truth, type);
        return expected && expected->value == read;
    }
    return letters(read) == letters(truth);
}

QString trueValue(const QJsonObject &truth, const QString &field)
{
    const QJsonObject fields = truth["fields"_L1].toObject();
    if (!truth["visible"_L1].toObject()[field].toBool(true))
        return {};
    for (const QString &suffix : {u"_iso"_s, u"_num"_s, u""_s}) {
        const QJsonValue value = fields[QString(field + suffix)];
        if (value.isString())
            return value.toString();
        if (value.isDouble())
            return QString::number(value.toDouble(), 'f', 2);
    }
    return {};
}

double baselineOf(const QString &set, const QString &field)
{
    static const QHash<QString, double> measured{
        {u"zugferd invoice_number"_s, .58},
        {u"zugferd issue_date"_s, .55},
        {u"zugferd total_gross"_s, .82},
        {u"zugferd seller_name"_s, .55},
        {u"zugferd seller_vat_id"_s, 1.},
        {u"sroie company"_s, .32},
        {u"sroie date"_s, .82},
        {u"sroie address"_s, .29},
        {u"sroie total"_s, .67},
        {u"adbuy contract_num"_s, .57},
        {u"adbuy advertiser"_s, .47},
        {u"adbuy flight_from"_s, .79},
        {u"adbuy flight_to"_s, .88},
        {u"adbuy gross_amount"_s, .96},
    };
    return measured.value(set + u' ' + field, -1);
}

} // namespace accuracy
