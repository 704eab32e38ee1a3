// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepagesource.h"
#include "tests/support/stallwatch.h"
#include "ui/pages/documentpane.h"
#include "ui/pages/panels/hitlist.h"
#include "ui/pages/view/pageview.h"
#include "ui/widgets/elidedlabel.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestHitList : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_source = std::make_unique<FakePageSource>();
        m_source->add(u"/docs/report.pdf"_s, 40);
        m_pane = std::make_unique<ui::DocumentPane>(*m_source);
        m_pane->resize(900, 700);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        QSignalSpy opened(m_pane.get(), &ui::DocumentPane::opened);
        m_pane->open(u"/docs/report.pdf"_s);
        QVERIFY(opened.wait());
        m_tester = std::make_unique<QAbstractItemModelTester>(list()->model());
    }

    void cleanup()
    {
        m_tester.reset();
        m_pane.reset();
    }

    void hitsAreListedInTheOrderOfTheDocument()
    {
        view()->goToPage(30);
        m_pane->findText(u"word-3-1"_s);
        QTRY_COMPARE(rows(), 40);
        for (int row = 0; row < 40; ++row)
            QCOMPARE(list()->model()->index(row, 0).data(ui::HitModel::PageRole).toInt(), row + 1);
        QCOMPARE(list()->currentIndex().row(), 29); // from the page being read
        const QModelIndex first = list()->model()->index(0, 0);
        const QString text = first.data().toString();
        QVERIFY(text.contains(u"word-3-0 word-3-1 word-3-2"_s));
        QCOMPARE(text.mid(first.data(ui::HitModel::MatchStartRole).toInt(),
                          first.data(ui::HitModel::MatchLengthRole).toInt()),
                 u"word-3-1"_s);
        QVERIFY(first.data(Qt::AccessibleTextRole).toString().startsWith(u"Page 1: "_s));
    }

    void hitsTellWhatTheirPagesAreCalled()
    {
        auto &labels = m_source->told[u"/docs/named.pdf"_s].facts.pageLabels;
        m_source->add(u"/docs/named.pdf"_s, 3);
        labels = {u"i"_s, u"ii"_s, u"A-1"_s};
        QSignalSpy opened(m_pane.get(), &ui::DocumentPane::opened);
        m_pane->open(u"/docs/named.pdf"_s);
        QVERIFY(opened.wait());
        m_pane->findText(u"word-3-1"_s);
        QTRY_COMPARE(rows(), 3);
        const QModelIndex last = list()->model()->index(2, 0);
        QTRY_COMPARE(last.data(ui::HitModel::PageNameRole).toString(), u"A-1"_s);
        QVERIFY(last.data(Qt::AccessibleTextRole).toString().startsWith(u"Page A-1: "_s));
        QCOMPARE(last.data(ui::HitModel::PageRole).toInt(), 3);
    }

    void theKeyboardGoesFromHitToHitAndToThePage()
    {
        m_pane->findText(u"word-3-1"_s);
        QTRY_COMPARE(rows(), 40);
        QTRY_VERIFY(list()->isVisible());
        QTest::keyClick(edit(), Qt::Key_Down);
        QVERIFY(list()->hasFocus());
        QTest::keyClick(list(), Qt::Key_Down);
        QTest::keyClick(list(), Qt::Key_Down);
        QCOMPARE(view()->search().currentNumber(), 3);
        QCOMPARE(m_pane->findChild<ui::ElidedLabel *>(u"searchCountLabel"_s)->text(), u"3 of 40"_s);
        QTest::keyClick(list(), Qt::Key_Return);
        QVERIFY(view()->hasFocus());
        QTest::keyClick(view(), Qt::Key_F3);
        QCOMPARE(list()->currentIndex().row(), 3);
    }

    void escapeEndsTheSearchAndUpLeadsBack()
    {
        m_pane->findText(u"word-3-1"_s);
        QTRY_COMPARE(rows(), 40);
        QTRY_VERIFY(list()->isVisible());
        QTest::keyClick(edit(), Qt::Key_Down);
        QTest::keyClick(list(), Qt::Key_Up);
        QVERIFY(edit()->hasFocus());
        QTest::keyClick(edit(), Qt::Key_Down);
        QTest::keyClick(list(), Qt::Key_Escape);
        QVERIFY(!view()->search().isActive());
        QTRY_VERIFY(!list()->isVisible());
    }

    void anotherSearchBeginsAnotherList()
    {
        m_pane->findText(u"word-3-1"_s);
        QTRY_COMPARE(rows(), 40);
        edit()->setText(u"Page 7"_s);
        QTRY_COMPARE(rows(), 1);
        edit()->setText(u"nowhere"_s);
        QTRY_COMPARE(rows(), 0);
        QVERIFY(!list()->isVisible());
    }

    void aBookFullOfHitsKeepsTheWindowFree()
    {
        m_source->add(u"/docs/book.pdf"_s, 1500);
        QSignalSpy opened(m_pane.get(), &ui::DocumentPane::opened);
        m_pane->open(u"/docs/book.pdf"_s);
        QVERIFY(opened.wait());
        view()->goToPage(800);
        m_pane->findText(u"word"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!view()->search().isRunning(), 20'000); // the watch sees to the turns
        QVERIFY(view()->search().count() > 100'000);
        QTRY_VERIFY(rows() >= 20'000 && rows() < 21'000);
        QTRY_VERIFY(list()->currentIndex().isValid());
        QCOMPARE(list()->currentIndex().data(ui::HitModel::PageRole).toInt(), 800);
    }

    void itCanBeFoldedAway()
    {
        m_pane->findText(u"word-3-1"_s);
        QTRY_VERIFY(list()->isVisible());
        m_pane->findChild<QAction *>(u"listHitsAction"_s)->trigger();
        QVERIFY(!list()->isVisible());
        QTRY_COMPARE(view()->search().count(), 40); // it goes on
    }

    void wholeWordsAndCapitalsAreChosenInTheBar()
    {
        m_pane->findText(u"PAGE"_s);
        QTRY_COMPARE(rows(), 40);
        m_pane->findChild<QAction *>(u"matchCaseAction"_s)->trigger();
        QTRY_COMPARE(rows(), 0);
        m_pane->findChild<QAction *>(u"matchCaseAction"_s)->trigger();
        QTRY_COMPARE(rows(), 40);
        edit()->setText(u"pag"_s);
        QTRY_COMPARE(rows(), 40);
        m_pane->findChild<QAction *>(u"wholeWordsAction"_s)->trigger();
        QTRY_COMPARE(rows(), 0);
    }

private:
    [[nodiscard]] ui::PageView *view() const { return m_pane->findChild<ui::PageView *>(); }
    [[nodiscard]] ui::HitList *list() const { return m_pane->findChild<ui::HitList *>(); }
    [[nodiscard]] QLineEdit *edit() const { return m_pane->findChild<QLineEdit *>(u"searchEdit"_s); }
    [[nodiscard]] int rows() const { return list()->model()->rowCount(); }

    std::unique_ptr<FakePageSource> m_source;
    std::unique_ptr<ui::DocumentPane> m_pane;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

LECTERN_GUI_TEST_MAIN(TestHitList)
#include "tst_hitlist.moc"
