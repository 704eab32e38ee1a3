// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certainty/certainty.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::ValueType;

class CheckDigits : public QObject
{
    Q_OBJECT

private slots:
    void aGoodNumberHolds_data();
    void aGoodNumberHolds();
    void oneDigitOffIsNoticed_data() { aGoodNumberHolds_data(); }
    void oneDigitOffIsNoticed();
    void whereThereIsNoRuleNothingIsSaid();
    void nonsenseIsNoNumber_data();
    void nonsenseIsNoNumber();
};

// Numbers that companies and banks print in public, and those of the standards' own examples.
void CheckDigits::aGoodNumberHolds_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<ValueType>("type");
    QTest::newRow("IBAN DE") << u"DE89370400440532013000"_s << ValueType::Iban;
    QTest::newRow("IBAN GB") << u"GB29NWBK60161331926819"_s << ValueType::Iban;
    QTest::newRow("IBAN NL") << u"NL91ABNA0417164300"_s << ValueType::Iban;
    QTest::newRow("VAT DE") << u"DE136695976"_s << ValueType::VatId;
    QTest::newRow("VAT AT") << u"ATU13585627"_s << ValueType::VatId;
    QTest::newRow("VAT BE") << u"BE0428759497"_s << ValueType::VatId;
    QTest::newRow("VAT FR") << u"FR40303265045"_s << ValueType::VatId;
    QTest::newRow("VAT IT") << u"IT00743110157"_s << ValueType::VatId;
    QTest::newRow("VAT NL") << u"NL004495445B01"_s << ValueType::VatId;
    QTest::newRow("VAT LU") << u"LU15027442"_s << ValueType::VatId;
    QTest::newRow("VAT PL") << u"PL8567346215"_s << ValueType::VatId;
    QTest::newRow("VAT DK") << u"DK13585628"_s << ValueType::VatId;
    QTest::newRow("VAT FI") << u"FI20774740"_s << ValueType::VatId;
    QTest::newRow("VAT SE") << u"SE123456789701"_s << ValueType::VatId;
}

void CheckDigits::aGoodNumberHolds()
{
    QFETCH(QString, number);
    QFETCH(ValueType, type);
    QCOMPARE(core::checkDigitHolds(number, type), std::optional(true));
}

void CheckDigits::oneDigitOffIsNoticed()
{
    QFETCH(QString, number);
    QFETCH(ValueType, type);
    QChar &digit = number[number.size() - (number.startsWith(u"NL00"_s) || number.startsWith(u"SE"_s) ? 5 : 3)];
    digit = digit == u'9' ? u'0' : QChar(digit.unicode() + 1);
    QCOMPARE(core::checkDigitHolds(number, type), std::optional(false));
}

void CheckDigits::whereThereIsNoRuleNothingIsSaid()
{
    QCOMPARE(core::checkDigitHolds(u"XX123456789"_s, ValueType::VatId), std::nullopt);
    QCOMPARE(core::checkDigitHolds(u"DE136695976"_s, ValueType::String), std::nullopt);
}

void CheckDigits::nonsenseIsNoNumber_data()
{
    QTest::addColumn<QString>("number");
    QTest::newRow("too short") << u"DE1"_s;
    QTest::newRow("letters") << u"DEABCDEFGHI"_s;
    QTest::newRow("other digits") << u"DE١٣٦٦٩٥٩٧٦"_s;
    QTest::newRow("long") << u"DE"_s + QString(5000, u'1');
    QTest::newRow("signs") << u"NL!!!!!!!!!B01"_s;
    QTest::newRow("empty after country") << u"FR"_s;
}

void CheckDigits::nonsenseIsNoNumber()
{
    QFETCH(QString, number);
    QVERIFY(core::checkDigitHolds(number, ValueType::Iban) != std::optional(true));
    QVERIFY(core::checkDigitHolds(number, ValueType::VatId) != std::optional(true));
}

QTEST_GUILESS_MAIN(CheckDigits)
#include "tst_checkdigits.moc"
