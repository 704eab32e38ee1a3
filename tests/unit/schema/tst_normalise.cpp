// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/schema/schema.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::ValueType;

class NormaliseTest : public QObject
{
    Q_OBJECT

private slots:
    void datesBecomeIso_data();
    void datesBecomeIso();
    void theContextDecidesWhetherDayOrMonthIsFirst();
    void moneyBecomesADecimalAndACurrency_data();
    void moneyBecomesADecimalAndACurrency();
    void numbersLoseTheirUnit();
    void aSingleSeparatorIsReadByTheContext();
    void nonsenseIsNoValue_data();
    void nonsenseIsNoValue();
    void ibansMustFitTheirCountry();
    void vatIdsLoseSpacesAndDots();
    void booleansAreReadInSeveralLanguages();
    void stringsKeepTheirLettersAndFoldWhiteSpace();
};

namespace {

QString normalised(const QString &text, ValueType type, const core::NormalContext &context = {})
{
    const auto value = core::normalise(text, type, context);
    return value ? value->value : u"nothing"_s;
}

} // namespace

void NormaliseTest::datesBecomeIso_data()
{
    QTest::addColumn<QString>("printed");
    QTest::addColumn<QString>("iso");
    const QStringList cases{
        u"2024-03-05=2024-03-05"_s,
        u"05.03.2018=2018-03-05"_s,
        u"5.3.18=2018-03-05"_s,
        u"20240305=2024-03-05"_s,
        u"8-9-2022=2022-09-08"_s,
        u"22/12/2017=2017-12-22"_s,
        u"12/22/2017=2017-12-22"_s,
        u"7. Mai 2014=2014-05-07"_s,
        u"29 maart 2014=2014-03-29"_s,
        u"Jan 1, 2022=2022-01-01"_s,
        u"1st January 2022=2022-01-01"_s,
        u"05-MAR-18=2018-03-05"_s,
        u"3 février 2019=2019-02-03"_s,
        u"5 de marzo de 2020=2020-03-05"_s,
        u"12 gennaio 2021=2021-01-12"_s,
        u"1. März 2018=2018-03-01"_s,
        u"01/01/69=2069-01-01"_s,
        u"01/01/70=1970-01-01"_s,
        u"12/01/2018 10:35:22 AM=2018-01-12"_s,
        u"Monday, 5 March 2018=2018-03-05"_s,
        u"March 17, 2024=2024-03-17"_s,
        u"May 5, 2024=2024-05-05"_s,
        u"29.02.2024=2024-02-29"_s,
        u"2017/11/18=2017-11-18"_s,
        u"16th day of May, 2011=2011-05-16"_s,
        u"31 août 2020=2020-08-31"_s,
        u"15MAR2018=2018-03-15"_s,
    };
    for (const QString &each : cases)
        QTest::newRow(qPrintable(each.section(u'=', 0, 0))) << each.section(u'=', 0, 0) << each.section(u'=', 1, 1);
}

void NormaliseTest::datesBecomeIso()
{
    QFETCH(QString, printed);
    QFETCH(QString, iso);
    QCOMPARE(normalised(printed, ValueType::Date), iso);
}

void NormaliseTest::theContextDecidesWhetherDayOrMonthIsFirst()
{
    QCOMPARE(normalised(u"01/02/2024"_s, ValueType::Date), u"2024-02-01"_s);
    QCOMPARE(normalised(u"01/02/2024"_s, ValueType::Date, {u"en"_s, {}, false}), u"2024-01-02"_s);
    QCOMPARE(normalised(u"13/02/2024"_s, ValueType::Date, {u"en"_s, {}, false}), u"2024-02-13"_s);
    QCOMPARE(normalised(u"01.02.2024"_s, ValueType::Date, {u"en"_s, {}, false}), u"2024-02-01"_s);
}

void NormaliseTest::moneyBecomesADecimalAndACurrency_data()
{
    QTest::addColumn<QString>("printed");
    QTest::addColumn<QString>("decimal");
    QTest::addColumn<QString>("currency");
    QTest::newRow("german") << u"1.234,56 €"_s << u"1234.56"_s << u"EUR"_s;
    QTest::newRow("english") << u"$1,234.56"_s << u"1234.56"_s << u"USD"_s;
    QTest::newRow("french") << u"1\u00a0234,56 €"_s << u"1234.56"_s << u"EUR"_s;
    QTest::newRow("swiss") << u"CHF 1'234.56"_s << u"1234.56"_s << u"CHF"_s;
    QTest::newRow("trailing minus") << u"12,50-"_s << u"-12.50"_s << QString();
    QTest::newRow("in brackets") << u"(1,234.00)"_s << u"-1234.00"_s << QString();
    QTest::newRow("leading minus") << u"-17808,00"_s << u"-17808.00"_s << QString();
    QTest::newRow("minus before the sign") << u"-$5.00"_s << u"-5.00"_s << u"USD"_s;
    QTest::newRow("minus zero") << u"-0,00"_s << u"0.00"_s << QString();
    QTest::newRow("ringgit") << u"RM15.90"_s << u"15.90"_s << u"MYR"_s;
    QTest::newRow("rupees") << u"Rs 1939"_s << u"1939"_s << u"INR"_s;
    QTest::newRow("code behind") << u"49,99 EUR"_s << u"49.99"_s << u"EUR"_s;
    QTest::newRow("no cents") << u"15,-"_s << u"15"_s << QString();
    QTest::newRow("millions") << u"1.234.567,00"_s << u"1234567.00"_s << QString();
    QTest::newRow("thousands only") << u"$ 2,500"_s << u"2500"_s << u"USD"_s;
    QTest::newRow("no leading digit") << u".50"_s << u"0.50"_s << QString();
    QTest::newRow("gap left by a scanner") << u"4,904 .94"_s << u"4904.94"_s << QString();
}

void NormaliseTest::moneyBecomesADecimalAndACurrency()
{
    QFETCH(QString, printed);
    const auto value = core::normalise(printed, ValueType::Money);
    QVERIFY(value);
    QTEST(value->value, "decimal");
    QTEST(value->currency, "currency");
}

void NormaliseTest::numbersLoseTheirUnit()
{
    QCOMPARE(normalised(u"19 %"_s, ValueType::Number), u"19"_s);
    QCOMPARE(normalised(u"20 Stk"_s, ValueType::Number), u"20"_s);
    QCOMPARE(normalised(u"50 Unit(s)"_s, ValueType::Number), u"50"_s);
    QCOMPARE(normalised(u"9,9000"_s, ValueType::Number), u"9.9000"_s);
    QCOMPARE(normalised(u"007"_s, ValueType::Number), u"7"_s);
}

void NormaliseTest::aSingleSeparatorIsReadByTheContext()
{
    QCOMPARE(normalised(u"1.234"_s, ValueType::Number, {u"en"_s, {}, true}), u"1.234"_s);
    QCOMPARE(normalised(u"1.234"_s, ValueType::Number, {u"de"_s, {}, true}), u"1234"_s);
    QCOMPARE(normalised(u"1,234"_s, ValueType::Number, {u"de"_s, {}, true}), u"1.234"_s);
    QCOMPARE(normalised(u"1,234"_s, ValueType::Number, {u"de"_s, u'.', true}), u"1234"_s);
    QCOMPARE(normalised(u"2.400"_s, ValueType::Money), u"2400"_s);
    QCOMPARE(normalised(u"3,5"_s, ValueType::Number, {u"en"_s, u'.', true}), u"3.5"_s);
}

void NormaliseTest::nonsenseIsNoValue_data()
{
    QTest::addColumn<QString>("printed");
    QTest::addColumn<int>("type");
    const auto row = [](const char *name, const QString &text, ValueType type) {
        QTest::newRow(name) << text << static_cast<int>(type);
    };
    row("no such day", u"31.02.2024"_s, ValueType::Date);
    row("no such month", u"13.13.2024"_s, ValueType::Date);
    row("a version", u"1.2.3"_s, ValueType::Date);
    row("a phone number as a date", u"+33 4 50 44"_s, ValueType::Date);
    row("words", u"twelve"_s, ValueType::Money);
    row("two numbers", u"12.50 13.50"_s, ValueType::Money);
    row("wrong groups", u"1.23.456,00"_s, ValueType::Money);
    row("a lonely bracket", u"(12.00"_s, ValueType::Money);
    row("empty", u"   "_s, ValueType::String);
    row("a word as IBAN", u"DEUTSCHLAND"_s, ValueType::Iban);
    row("long", QString(5000, u'9'), ValueType::Money);
    row("only separators", u".,.,"_s, ValueType::Number);
    row("a date as money", u"05.03.2018"_s, ValueType::Money);
    row("mail without domain", u"a@b"_s, ValueType::Email);
}

void NormaliseTest::nonsenseIsNoValue()
{
    QFETCH(QString, printed);
    QFETCH(int, type);
    QCOMPARE(normalised(printed, static_cast<ValueType>(type)), u"nothing"_s);
}

void NormaliseTest::ibansMustFitTheirCountry()
{
    QCOMPARE(normalised(u"IBAN DE88 2008 0000 0970 3757 00"_s, ValueType::Iban), u"DE88200800000970375700"_s);
    QCOMPARE(normalised(u"DE88 2008 0000 0970 3757"_s, ValueType::Iban), u"nothing"_s);
    QCOMPARE(normalised(u"NL50INGB0683251309"_s, ValueType::Iban), u"NL50INGB0683251309"_s);
}

void NormaliseTest::vatIdsLoseSpacesAndDots()
{
    QCOMPARE(normalised(u"DE 232 446 240"_s, ValueType::VatId), u"DE232446240"_s);
    QCOMPARE(normalised(u"NL810433941B01"_s, ValueType::VatId), u"NL810433941B01"_s);
    QCOMPARE(normalised(u"BE 0123.456.789"_s, ValueType::VatId), u"BE0123456789"_s);
    QCOMPARE(normalised(u"DE12345"_s, ValueType::VatId), u"nothing"_s);
}

void NormaliseTest::booleansAreReadInSeveralLanguages()
{
    QCOMPARE(normalised(u"Ja"_s, ValueType::Boolean), u"true"_s);
    QCOMPARE(normalised(u"unselected"_s, ValueType::Boolean), u"false"_s);
    QCOMPARE(normalised(u"☒"_s, ValueType::Boolean), u"true"_s);
    QCOMPARE(normalised(u"maybe"_s, ValueType::Boolean), u"nothing"_s);
}

void NormaliseTest::stringsKeepTheirLettersAndFoldWhiteSpace()
{
    QCOMPARE(normalised(u"  Bei \n Spiel\tGmbH "_s, ValueType::String), u"Bei Spiel GmbH"_s);
}

QTEST_GUILESS_MAIN(NormaliseTest)
#include "tst_normalise.moc"
