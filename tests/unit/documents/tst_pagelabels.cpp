// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/documents/pagelabels.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using core::PageLabels;

class PageLabelsTest : public QObject
{
    Q_OBJECT

private slots:
    void pagesThatAreCalledNothingHaveTheirNumbers()
    {
        const PageLabels labels({}, 12);
        QVERIFY(labels.isEmpty());
        QCOMPARE(labels.label(7), u"7"_s);
        QCOMPARE(labels.pageOf(u"7"_s), 7);
        QCOMPARE(labels.pageOf(u" 99 "_s), 12);
        QCOMPARE(labels.pageOf(u"-3"_s), 1);
        QVERIFY(!labels.pageOf(u"vii"_s));
        QVERIFY(!labels.pageOf({}));
        QVERIFY(!PageLabels().pageOf(u"1"_s));
    }

    void labelsThatAreTheNumbersSayNothing()
    {
        QVERIFY(PageLabels({u"1"_s, u"2"_s}, 2).isEmpty());
        QVERIFY(PageLabels({u"i"_s, u"ii"_s}, 3).isEmpty()); // of another document
    }

    void aLabelIsMeantBeforeANumber()
    {
        const PageLabels labels({u"i"_s, u"ii"_s, u"1"_s, u"2"_s, u""_s}, 5);
        QCOMPARE(labels.pageOf(u"ii"_s), 2);
        QCOMPARE(labels.pageOf(u"II"_s), 2);
        QCOMPARE(labels.pageOf(u"2"_s), 4); // the one called so
        QCOMPARE(labels.pageOf(u"4"_s), 4); // none is called so
        QCOMPARE(labels.label(5), u"5"_s);
        QVERIFY(!labels.pageOf(u"xi"_s));
    }
};

QTEST_GUILESS_MAIN(PageLabelsTest)
#include "tst_pagelabels.moc"
