// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/commandmatch.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestCommandMatch : public QObject
{
    Q_OBJECT

private slots:
    void lettersMustComeInOrder()
    {
        QVERIFY(ui::commandMatch(u"fw"_s, u"Fit width"_s) > 0);
        QCOMPARE(ui::commandMatch(u"wf"_s, u"Fit width"_s), 0);
        QCOMPARE(ui::commandMatch(u"fitx"_s, u"Fit width"_s), 0);
    }

    void nothingTypedMatchesEverything() { QVERIFY(ui::commandMatch(u"  "_s, u"Undo"_s) > 0); }

    void aWordCountsMoreThanScatteredLetters()
    {
        QVERIFY(ui::commandMatch(u"page"_s, u"Fit page"_s) > ui::commandMatch(u"page"_s, u"Print a good edition"_s));
        QVERIFY(ui::commandMatch(u"exp"_s, u"Export"_s) > ui::commandMatch(u"exp"_s, u"Re-export"_s));
        QVERIFY(ui::commandMatch(u"fp"_s, u"Fit page"_s) > ui::commandMatch(u"fp"_s, u"Safe place"_s));
    }

    void caseDoesNotMatter() { QVERIFY(ui::commandMatch(u"UNDO"_s, u"undo"_s) > 0); }
};

QTEST_GUILESS_MAIN(TestCommandMatch)
#include "tst_commandmatch.moc"
