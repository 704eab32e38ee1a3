// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/certainty/certainty.h"

#include <QTest>

#include <limits>

using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(core::CheckValues)

class Checks : public QObject
{
    Q_OBJECT

private slots:
    void aRuleIsWorkedOutExactly_data();
    void aRuleIsWorkedOutExactly();
    void whatCannotBeWorkedOutSaysNothing_data();
    void whatCannotBeWorkedOutSaysNothing();
    void bothSidesAreShown();
    void theTolerancesEndAtFiveCents();
    void aRuleNamesItsPaths();
    void moreReasonsMakeSurer();
    void nonsenseEffectsCountForNothing();
};

void Checks::aRuleIsWorkedOutExactly_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<core::CheckValues>("values");
    QTest::addColumn<bool>("holds");
    const core::CheckValues totals{{u"net"_s, {u"100.00"_s}}, {u"tax"_s, {u"19.00"_s}}, {u"gross"_s, {u"119.00"_s}}};
    QTest::newRow("sum of two") << u"net + tax = gross"_s << totals << true;
    QTest::newRow("wrong") << u"net - tax = gross"_s << totals << false;
    QTest::newRow("precedence") << u"net + tax * 0 = 100"_s << totals << true;
    QTest::newRow("brackets") << u"(net + tax) * 2 = 238"_s << totals << true;
    QTest::newRow("minus sign") << u"-net + gross = tax"_s << totals << true;
    QTest::newRow("round") << u"round(net * 0.19, 2) = tax"_s << totals << true;
    QTest::newRow("three times a tenth") << u"a + a + a = 0.3"_s << core::CheckValues{{u"a"_s, {u"0.1"_s}}} << true;
    QTest::newRow("column") << u"sum(items.total) = net"_s
                            << core::CheckValues{{u"items.total"_s, {u"33.33"_s, u"66.67"_s}}, {u"net"_s, {u"100"_s}}}
                            << true;
    QTest::newRow("one cent off, one value a side")
        << u"a = b"_s << core::CheckValues{{u"a"_s, {u"1.00"_s}}, {u"b"_s, {u"1.01"_s}}} << false;
    QTest::newRow("one cent off, two roundings")
        << u"net + tax = gross"_s
        << core::CheckValues{{u"net"_s, {u"1.00"_s}}, {u"tax"_s, {u"0.19"_s}}, {u"gross"_s, {u"1.20"_s}}} << true;
    QTest::newRow("long numbers") << u"a * b = 121932631112635269"_s
                                  << core::CheckValues{{u"a"_s, {u"123456789"_s}}, {u"b"_s, {u"987654321"_s}}} << true;
}

void Checks::aRuleIsWorkedOutExactly()
{
    QFETCH(QString, rule);
    QFETCH(core::CheckValues, values);
    QFETCH(bool, holds);
    const auto outcome = core::evaluate({rule}, values);
    QVERIFY(outcome);
    QCOMPARE(outcome->holds, holds);
    QCOMPARE(outcome->rule, rule);
}

void Checks::whatCannotBeWorkedOutSaysNothing_data()
{
    QTest::addColumn<QString>("rule");
    QTest::newRow("empty") << QString();
    QTest::newRow("no sign of equality") << u"a + b"_s;
    QTest::newRow("two of them") << u"a = b = a"_s;
    QTest::newRow("missing value") << u"a = nobody"_s;
    QTest::newRow("not a number") << u"a = word"_s;
    QTest::newRow("several values where one is wanted") << u"a = many"_s;
    QTest::newRow("open bracket") << u"(a = b"_s;
    QTest::newRow("nothing after plus") << u"a + = b"_s;
    QTest::newRow("unknown function") << u"max(a) = b"_s;
    QTest::newRow("rounding to nowhere") << u"round(a, b) = b"_s;
    QTest::newRow("rounding too far") << u"round(a, 999999999) = b"_s;
    QTest::newRow("too deep") << QString(10'000, u'(') + u"a = b"_s;
    QTest::newRow("overflow") << u"big * big * big = b"_s;
    QTest::newRow("two points") << u"1.2.3 = b"_s;
}

void Checks::whatCannotBeWorkedOutSaysNothing()
{
    QFETCH(QString, rule);
    const core::CheckValues values{{u"a"_s, {u"1"_s}},
                                   {u"b"_s, {u"1"_s}},
                                   {u"word"_s, {u"one"_s}},
                                   {u"many"_s, {u"1"_s, u"2"_s}},
                                   {u"big"_s, {u"99999999999999999999"_s}}};
    QVERIFY(!core::evaluate({rule}, values));
}

void Checks::bothSidesAreShown()
{
    const auto outcome =
        core::evaluate({u"a + b = c"_s}, {{u"a"_s, {u"1.50"_s}}, {u"b"_s, {u"2"_s}}, {u"c"_s, {u"4.00"_s}}});
    QVERIFY(outcome);
    QCOMPARE(outcome->left, u"3.50"_s);
    QCOMPARE(outcome->right, u"4.00"_s);
    QVERIFY(!outcome->holds);
}

void Checks::theTolerancesEndAtFiveCents()
{
    const std::vector<QString> hundred(100, u"1.00"_s);
    QVERIFY(core::evaluate({u"sum(x) = t"_s}, {{u"x"_s, hundred}, {u"t"_s, {u"100.05"_s}}})->holds);
    QVERIFY(!core::evaluate({u"sum(x) = t"_s}, {{u"x"_s, hundred}, {u"t"_s, {u"100.06"_s}}})->holds);
}

void Checks::aRuleNamesItsPaths()
{
    QCOMPARE(core::pathsOf({u"sum(items.total) + tax = round(gross * 1, 2)"_s}),
             QStringList({u"items.total"_s, u"tax"_s, u"gross"_s}));
    QVERIFY(core::pathsOf({u"not a rule"_s}).isEmpty());
}

void Checks::moreReasonsMakeSurer()
{
    const core::Reason yes{u"match"_s, {}, {}, 1.5};
    const core::Reason no{u"check"_s, {}, {}, -3};
    QVERIFY(core::combine({}) < 0.5);
    QVERIFY(core::combine({yes}) > core::combine({}));
    QVERIFY(core::combine({yes, yes}) > core::combine({yes}));
    QVERIFY(core::combine({yes, yes, no}) < core::combine({yes}));
    QVERIFY(core::combine({yes, yes, yes, yes, yes, yes}) <= 1);
}

void Checks::nonsenseEffectsCountForNothing()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const double infinite = std::numeric_limits<double>::infinity();
    QCOMPARE(core::combine({{{}, {}, {}, nan}, {{}, {}, {}, infinite}}), core::combine({}));
}

QTEST_GUILESS_MAIN(Checks)
#include "tst_checks.moc"
