// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rowsqueue.h"
#include "ui/library/documentactions.h"
#include "ui/library/filterlist.h"
#include "ui/library/librarypane.h"

#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Show = ui::DocumentFilter::Show;

class TestLibraryPane : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyLibraryTellsWhatToDo()
    {
        RowsQueue rows;
        ui::LibraryPane pane(rows.queue);
        pane.show();
        rows.load();
        QSignalSpy opened(&pane, &ui::LibraryPane::openRequested);
        QSignalSpy sample(&pane, &ui::LibraryPane::sampleRequested);
        for (QPushButton *button : pane.findChildren<QPushButton *>()) {
            if (button->isVisible())
                button->click();
        }
        QCOMPARE(opened.count(), 1);
        QCOMPARE(sample.count(), 1);
    }

    void filtersCount()
    {
        RowsQueue rows;
        rows.keep(u"a"_s, core::DocumentState::ToReview);
        rows.keep(u"b"_s, core::DocumentState::ToReview);
        rows.keep(u"c"_s, core::DocumentState::Approved);
        rows.keep(u"d"_s, core::DocumentState::Cancelled);
        ui::LibraryPane pane(rows.queue);
        rows.load();
        const auto *filters = pane.findChild<ui::FilterList *>();
        QTRY_COMPARE(filters->count(Show::All), 4);
        QCOMPARE(filters->count(Show::ToReview), 2);
        QCOMPARE(filters->count(Show::Approved), 1);
        QCOMPARE(filters->count(Show::Failed), 1);
    }

    void theNextToReviewIsChosenRoundTheEnd()
    {
        RowsQueue rows;
        const qint64 first = rows.keep(u"a"_s, core::DocumentState::ToReview);
        rows.keep(u"b"_s, core::DocumentState::Approved);
        const qint64 last = rows.keep(u"c"_s, core::DocumentState::ToReview);
        ui::LibraryPane pane(rows.queue);
        rows.load();
        QTRY_COMPARE(pane.shown().size(), std::size_t(3));
        QSignalSpy chosen(&pane, &ui::LibraryPane::documentChosen);
        pane.choose(last);
        pane.chooseNext(Show::ToReview);
        QCOMPARE(pane.chosen(), first);
        pane.chooseNext(Show::ToReview);
        QCOMPARE(pane.chosen(), last);
        QCOMPARE(chosen.count(), 3);
    }

    void aHiddenDocumentIsShownWhenItIsChosen()
    {
        RowsQueue rows;
        const qint64 id = rows.keep(u"a"_s, core::DocumentState::Approved);
        rows.keep(u"b"_s, core::DocumentState::ToReview);
        ui::LibraryPane pane(rows.queue);
        rows.load();
        QTRY_COMPARE(pane.shown().size(), std::size_t(2));
        pane.findChild<ui::FilterList *>()->choose(Show::ToReview);
        QCOMPARE(pane.shown().size(), std::size_t(1));
        pane.choose(id);
        QCOMPARE(pane.chosen(), id);
        QCOMPARE(pane.shown().size(), std::size_t(2));
    }

    void removingTheChosenOneSaysSo()
    {
        RowsQueue rows;
        const qint64 id = rows.keep(u"a"_s, core::DocumentState::Approved);
        ui::LibraryPane pane(rows.queue);
        rows.load();
        QTRY_COMPARE(pane.shown().size(), std::size_t(1));
        pane.choose(id);
        rows.queue.remove(id);
        QTRY_COMPARE(pane.chosen(), qint64(0));
    }

    void aViewerCanDoNothingToADocument()
    {
        RowsQueue rows;
        const qint64 id = rows.keep(u"a"_s, core::DocumentState::Failed);
        ui::LibraryPane pane(rows.queue);
        rows.load();
        QTRY_COMPARE(pane.shown().size(), std::size_t(1));
        pane.choose(id);
        const QList<QAction *> actions = pane.actionsOfDocument().actions();
        QVERIFY(actions.at(0)->isEnabled()); // try again
        QVERIFY(!actions.at(1)->isEnabled()); // nothing runs that could be cancelled
        pane.actionsOfDocument().setMayEdit(false);
        QVERIFY(!actions.at(0)->isEnabled());
        QVERIFY(!actions.at(2)->isEnabled());
        QVERIFY(actions.at(3)->isEnabled()); // looking is allowed
    }
};

QTEST_MAIN(TestLibraryPane)
#include "tst_librarypane.moc"
