// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reviewdocument.h"
#include "ui/review/tablegrid.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

class TestTableGrid : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        auto *layout = new QVBoxLayout(m_window.get());
        m_before = new QLineEdit;
        m_grid = new ui::TableGrid;
        m_after = new QLineEdit;
        layout->addWidget(m_before);
        layout->addWidget(m_grid);
        layout->addWidget(m_after);
        m_grid->setTable(reviewdocument::extraction().tables.front());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void tabLeavesTheTableAndArrowsWalkTheCells()
    {
        m_before->setFocus();
        QTest::keyClick(m_before, Qt::Key_Tab);
        QVERIFY(m_grid->hasFocus());
        QCOMPARE(m_grid->chosen(), u"items[0].text"_s);
        QTest::keyClick(m_grid, Qt::Key_Right);
        QCOMPARE(m_grid->chosen(), u"items[0].amount"_s);
        QTest::keyClick(m_grid, Qt::Key_Down);
        QCOMPARE(m_grid->chosen(), u"items[1].amount"_s);
        QTest::keyClick(m_grid, Qt::Key_Up);
        QTest::keyClick(m_grid, Qt::Key_Tab);
        QVERIFY(m_after->hasFocus());
        QTest::keyClick(m_after, Qt::Key_Backtab);
        QVERIFY(m_grid->hasFocus());
        QCOMPARE(m_grid->chosen(), u"items[0].amount"_s); // where it was left
        QTest::keyClick(m_grid, Qt::Key_Backtab);
        QVERIFY(m_before->hasFocus());
    }

    void enterAcceptsTheCell()
    {
        QSignalSpy accepted(m_grid, &ui::TableGrid::accepted);
        QVERIFY(m_grid->choose(u"items[1].amount"_s));
        QTest::keyClick(m_grid, Qt::Key_Return);
        QCOMPARE(accepted.count(), 1);
        QCOMPARE(accepted.first().first().toString(), u"items[1].amount"_s);
    }

    void typingReplacesTheValue()
    {
        QSignalSpy typed(m_grid, &ui::TableGrid::typed);
        m_grid->choose(u"items[1].amount"_s);
        QTest::keyClicks(m_grid, u"2"_s);
        QTest::keyClicks(QApplication::focusWidget(), u"5"_s);
        auto *editor = m_grid->findChild<QLineEdit *>();
        QVERIFY(editor);
        QTest::keyClick(editor, Qt::Key_Return);
        QTRY_COMPARE(typed.count(), 1);
        QCOMPARE(typed.first().at(1).toString(), u"25"_s);
    }

    void blocksAreCopiedAndPasted()
    {
        m_grid->choose(u"items[0].text"_s);
        m_grid->selectAll();
        QTest::keyClick(m_grid, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"Paper\t10.00\nPens\t20.00"_s);
        QSignalSpy typed(m_grid, &ui::TableGrid::typed);
        QApplication::clipboard()->setText(u"Glue\t1\nInk\t2\nToo much\t3"_s);
        m_grid->choose(u"items[0].text"_s);
        QTest::keyClick(m_grid, Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(typed.count(), 4); // what does not fit is left out
    }

    void rowsComeAndGo()
    {
        QSignalSpy inserted(m_grid, &ui::TableGrid::rowInserted);
        QSignalSpy deleted(m_grid, &ui::TableGrid::rowDeleted);
        m_grid->choose(u"items[1].text"_s);
        QTest::keyClick(m_grid, Qt::Key_Insert);
        QCOMPARE(inserted.first().first().toString(), u"items[1]"_s);
        m_grid->selectAll();
        QTest::keyClick(m_grid, Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(deleted.count(), 2);
        QCOMPARE(deleted.at(0).first().toString(), u"items[1]"_s); // from the bottom
    }

    void aReadOnlyTableAsksForNothing()
    {
        m_grid->setReadOnly(true);
        QSignalSpy typed(m_grid, &ui::TableGrid::typed);
        QSignalSpy deleted(m_grid, &ui::TableGrid::rowDeleted);
        m_grid->choose(u"items[1].text"_s);
        QTest::keyClicks(m_grid, u"x"_s);
        QTest::keyClick(m_grid, Qt::Key_Delete);
        QTest::keyClick(m_grid, Qt::Key_Delete, Qt::ControlModifier);
        QVERIFY(!m_grid->findChild<QLineEdit *>());
        QCOMPARE(typed.count() + deleted.count(), 0);
    }

private:
    std::unique_ptr<QWidget> m_window;
    QLineEdit *m_before = nullptr;
    ui::TableGrid *m_grid = nullptr;
    QLineEdit *m_after = nullptr;
};

QTEST_MAIN(TestTableGrid)
#include "tst_tablegrid.moc"
