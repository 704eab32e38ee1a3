// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::Decimal;

class DecimalNumbers : public QObject
{
    Q_OBJECT

private slots:
    void aNumberKeepsItsPlaces_data();
    void aNumberKeepsItsPlaces();
    void whatIsNoNumberIsRefused_data();
    void whatIsNoNumberIsRefused();
    void halvesAreRoundedAway();
    void zerosDoNotMakeANumberAnother();
    void whatDoesNotFitIsNoAnswer();
};

void DecimalNumbers::aNumberKeepsItsPlaces_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u"0"_s, u"0.05"_s, u"-0.50"_s, u"1240.50"_s, u"123456789012345678901234567890"_s})
        QTest::newRow(qPrintable(text)) << text;
}

void DecimalNumbers::aNumberKeepsItsPlaces()
{
    QFETCH(QString, text);
    const auto number = Decimal::parse(text);
    QVERIFY(number);
    QCOMPARE(number->toString(), text);
}

void DecimalNumbers::whatIsNoNumberIsRefused_data()
{
    QTest::addColumn<QString>("text");
    for (const QString &text : {u""_s, u"-"_s, u"."_s, u"1e5"_s, u"1,5"_s, u"1.2.3"_s, u" 1"_s, u"NaN"_s, u"١"_s})
        QTest::addRow("'%s'", qPrintable(text)) << text;
    QTest::newRow("too long") << QString(60, u'9');
}

void DecimalNumbers::whatIsNoNumberIsRefused()
{
    QFETCH(QString, text);
    QVERIFY(!Decimal::parse(text));
}

void DecimalNumbers::halvesAreRoundedAway()
{
    QCOMPARE(Decimal::parse(u"2.345"_s)->rounded(2).toString(), u"2.35"_s);
    QCOMPARE(Decimal::parse(u"-2.345"_s)->rounded(2).toString(), u"-2.35"_s);
    QCOMPARE(Decimal::parse(u"2.3449"_s)->rounded(2).toString(), u"2.34"_s);
    QCOMPARE(Decimal::parse(u"2.5"_s)->rounded(0).toString(), u"3"_s);
}

void DecimalNumbers::zerosDoNotMakeANumberAnother()
{
    QVERIFY(core::sameNumber(u"12", u"12.00"));
    QVERIFY(!core::sameNumber(u"12", u"12.01"));
    QVERIFY(!core::sameNumber(u"twelve", u"twelve"));
    QCOMPARE(Decimal::parse(u"12.500"_s)->toShortString(), u"12.5"_s);
    QCOMPARE(Decimal::parse(u"100"_s)->toShortString(), u"100"_s);
}

void DecimalNumbers::whatDoesNotFitIsNoAnswer()
{
    const auto big = Decimal::parse(QString(36, u'9'));
    QVERIFY(big);
    QVERIFY(!big->times(*big));
    QVERIFY(!big->plus(*Decimal::parse(u"0.00001"_s)));
    QVERIFY(!big->compare(*Decimal::parse(u"0.00001"_s)));
}

QTEST_GUILESS_MAIN(DecimalNumbers)
#include "tst_decimal.moc"
