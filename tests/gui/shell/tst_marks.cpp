// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reviewdocument.h"
#include "ui/shell/marks.h"

#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

class TestMarks : public QObject
{
    Q_OBJECT

private slots:
    void everyValueThatStandsSomewhereIsMarked()
    {
        const auto marks = ui::marksOf(reviewdocument::extraction(), QString());
        QCOMPARE(marks.size(), std::size_t(3)); // the note stands nowhere
        QCOMPARE(marks[1].tone, ui::Tone::Doubtful);
        QCOMPARE(marks[1].label, u"Date"_s);
    }

    void onlyTheChosenOneShowsItsCandidates()
    {
        const auto marks = ui::marksOf(reviewdocument::extraction(), u"total"_s);
        QCOMPARE(marks.size(), std::size_t(5));
        const auto second = std::ranges::find(marks, 2, &ui::Mark::number);
        QVERIFY(second != marks.end());
        QCOMPARE(second->id, u"total"_s);
        QCOMPARE(second->box, QRectF(200, 400, 60, 12));
    }
};

QTEST_GUILESS_MAIN(TestMarks)
#include "tst_marks.moc"
