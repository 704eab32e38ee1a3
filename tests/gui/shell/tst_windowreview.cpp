// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/stallwatch.h"
#include "tests/support/windowfixture.h"
#include "ui/library/librarypane.h"
#include "ui/pages/documentpane.h"
#include "ui/review/reviewpane.h"
#include "ui/widgets/messagebar.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// Two documents from the first doubt to the last approval, with the keyboard alone, in the real window.
class TestWindowReview : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(QTest::qWaitForWindowActive(&m_fixture->open()));
        m_fixture->addDocument(u"/first.pdf"_s);
        QTRY_COMPARE(window().review().chosen(), u"date"_s);
    }
    void cleanup() { m_fixture.reset(); }

    void approvingOpensTheNextDocumentWithItsFirstDoubt()
    {
        m_fixture->pages.add(u"/second.pdf"_s, 1);
        m_fixture->queue.add({u"/second.pdf"_s}, {});
        QTRY_COMPARE(stateOf(1), core::DocumentState::ToReview);
        reviewAll();
        QTRY_COMPARE(stateOf(0), core::DocumentState::Approved);
        QTRY_COMPARE(window().pages().file(), u"/second.pdf"_s);
        QTRY_COMPARE(window().review().chosen(), u"date"_s);
        QVERIFY(window().review().isAncestorOf(QApplication::focusWidget()));
        reviewAll();
        QTRY_COMPARE(stateOf(1), core::DocumentState::Approved);
        QCOMPARE(m_fixture->store.appended.size(), std::size_t(8));
    }

    void theLibraryCountsDoubtsDown()
    {
        window().review().choose(u"date"_s);
        press(Qt::Key_Return);
        QTRY_COMPARE(m_fixture->queue.rows().front().doubts, 2);
    }

    void choosingOnThePageChoosesTheField()
    {
        emit window().pages().markChosen(u"total"_s);
        QCOMPARE(window().review().chosen(), u"total"_s);
        emit window().pages().markChosen(u"items[0].amount"_s);
        QCOMPARE(window().review().chosen(), u"items[0].amount"_s);
    }

    void anEditOnItsWayIsNotLostByChoosingAnotherDocument()
    {
        const qint64 first = m_fixture->queue.rows().front().id;
        m_fixture->addDocument(u"/second.pdf"_s);
        QTRY_COMPARE(stateOf(1), core::DocumentState::ToReview);
        window().library().choose(first);
        QTRY_COMPARE(window().pages().file(), u"/first.pdf"_s);
        QTRY_COMPARE(window().review().chosen(), u"date"_s);
        window().review().choose(u"date"_s);
        m_fixture->store.held = true; // a slow disk
        press(Qt::Key_Return);
        press(Qt::Key_1);
        window().library().choose(m_fixture->queue.rows().back().id);
        m_fixture->store.held = false;
        m_fixture->store.release();
        QTRY_COMPARE(m_fixture->store.appended.size(), std::size_t(2));
        QTRY_COMPARE(m_fixture->queue.rows().front().doubts, 1);
    }

    void anEditTheDiskRefusesAfterAnotherDocumentWasChosenIsOfferedAgain()
    {
        const qint64 first = m_fixture->queue.rows().front().id;
        m_fixture->addDocument(u"/second.pdf"_s);
        QTRY_COMPARE(stateOf(1), core::DocumentState::ToReview);
        window().library().choose(first);
        QTRY_COMPARE(window().pages().file(), u"/first.pdf"_s);
        QTRY_COMPARE(window().review().chosen(), u"date"_s);
        window().review().choose(u"date"_s);
        m_fixture->store.held = true; // a slow disk
        press(Qt::Key_Return);
        window().library().choose(m_fixture->queue.rows().back().id);
        m_fixture->store.refuseWrites = core::Error{core::ErrorCode::Storage, u"disk full"_s};
        m_fixture->store.held = false;
        m_fixture->store.release();
        ui::MessageBar &messages = window().library().messages();
        QTRY_VERIFY(messages.text().contains(u"first.pdf"_s));
        m_fixture->store.refuseWrites.reset();
        messages.findChild<QPushButton *>()->click();
        QTRY_COMPARE(m_fixture->store.appended.size(), std::size_t(1));
        QTRY_COMPARE(m_fixture->queue.rows().front().doubts, 2);
    }

    void thePictureOfAPlaceIsTurnedWithThePages()
    {
        const auto shown = [this] {
            for (const QLabel *label : window().review().findChildren<QLabel *>(u"placePicture"_s)) {
                if (label->isVisible())
                    return label->pixmap().toImage();
            }
            return QImage();
        };
        QTRY_VERIFY(!shown().isNull());
        const QSize upright = shown().size();
        QVERIFY(upright.width() > upright.height());
        for (QAction *action : window().pages().commands()) {
            if (action->objectName() == u"rotateRightAction"_s)
                action->trigger();
        }
        QTRY_VERIFY(shown().height() > shown().width());
    }

    void anApprovedDocumentCanBeOpenedAgain()
    {
        window().review().choose(u"date"_s);
        reviewAll();
        QTRY_COMPARE(stateOf(0), core::DocumentState::Approved);
        window().review().actions().reopen->trigger();
        QTRY_COMPARE(stateOf(0), core::DocumentState::ToReview);
    }

private:
    [[nodiscard]] ui::MainWindow &window() const { return *m_fixture->window; }
    [[nodiscard]] core::DocumentState stateOf(std::size_t row) const
    {
        const auto &rows = m_fixture->queue.rows();
        return row < rows.size() ? rows[row].state : core::DocumentState::Waiting;
    }
    static void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void reviewAll()
    {
        window().review().choose(u"date"_s);
        press(Qt::Key_Return); // the date is right
        press(Qt::Key_1); // the first candidate for the total
        press(Qt::Key_Return); // the doubtful cell is right
        press(Qt::Key_Return, Qt::ControlModifier);
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

LECTERN_GUI_TEST_MAIN(TestWindowReview)
#include "tst_windowreview.moc"
