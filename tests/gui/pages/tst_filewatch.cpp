// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepagesource.h"
#include "tests/support/stalledfile.h"
#include "tests/support/stallwatch.h"
#include "ui/pages/documentpane.h"
#include "ui/pages/filewatch.h"
#include "ui/pages/view/pageview.h"
#include "ui/widgets/messagebar.h"

#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

// A file that is changed, or taken away, while its pages are on the screen.
class TestFileWatch : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"letter.pdf"_s);
        write("first");
        m_source = std::make_unique<FakePageSource>();
        m_source->add(m_file, 9);
        m_source->add(u"/nowhere/at/all.pdf"_s, 3);
        m_pane = std::make_unique<ui::DocumentPane>(*m_source);
        m_pane->resize(700, 600);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
        m_pane->open(m_file);
        QTRY_COMPARE(view().pages(), 9);
        QTRY_VERIFY(view().pictures().isIdle());
        lookWell();
    }

    void cleanup() { m_pane.reset(); }

    void nothingIsSaidOfAFileThatStaysAsItIs()
    {
        lookWell();
        QVERIFY(!bar().isVisible());
    }

    void aChangedFileIsOfferedAndReadOnWhereItWas()
    {
        view().setZoom(1.4);
        view().rotate(90);
        view().goToPage(6);
        const int place = view().verticalScrollBar()->value();
        m_source->add(m_file, 7); // two pages less
        write("and now something longer");
        look();
        QTRY_VERIFY(bar().isVisible());
        QCOMPARE(view().pages(), 9); // until somebody wants it
        press();
        QTRY_COMPARE(view().pages(), 7);
        QVERIFY(!bar().isVisible());
        QCOMPARE(view().currentPage(), 6);
        QCOMPARE(view().rotation(), 90);
        QCOMPARE(view().zoom(), 1.4);
        QCOMPARE(view().verticalScrollBar()->value(), place);
        QCOMPARE(m_source->openHandles.size(), 1); // the former is closed
        lookWell();
        QVERIFY(!bar().isVisible());
    }

    void ofAFileThatLostPagesTheLastIsShown()
    {
        view().goToPage(9);
        m_source->add(m_file, 2);
        write("short");
        look();
        QTRY_VERIFY(bar().isVisible());
        press();
        QTRY_COMPARE(view().pages(), 2);
        QCOMPARE(view().currentPage(), 2);
    }

    void aFileThatVanishesLeavesItsPages()
    {
        QVERIFY(QFile::remove(m_file));
        look();
        QTRY_VERIFY(bar().isVisible());
        QVERIFY(!action()->isVisible());
        QCOMPARE(view().pages(), 9);
        write("somebody else's"); // an editor that removes it before it writes anew
        look();
        QTRY_VERIFY(action()->isVisible());
    }

    void aFileThatIsBackAsItWasIsNotSpokenOf()
    {
        QVERIFY(QFile::rename(m_file, m_file + ".away"_L1));
        look();
        QTRY_VERIFY(bar().isVisible());
        QVERIFY(QFile::rename(m_file + ".away"_L1, m_file));
        look();
        QTRY_VERIFY(!bar().isVisible());
    }

    void whatCannotBeLoadedAgainStaysOnTheScreen()
    {
        m_source->documents[m_file].error = core::ErrorCode::BrokenDocument;
        write("%P");
        look();
        QTRY_VERIFY(bar().isVisible());
        const QString before = bar().text();
        press();
        QTRY_VERIFY(bar().isVisible() && bar().text() != before);
        QCOMPARE(view().pages(), 9);
        QVERIFY(view().isVisible());
        m_source->documents[m_file].error.reset();
        press();
        QTRY_VERIFY(!bar().isVisible());
        QCOMPARE(view().pages(), 9);
    }

    void anotherDocumentIsNotBlamed()
    {
        write("changed");
        look();
        QTRY_VERIFY(bar().isVisible());
        m_pane->open(u"/nowhere/at/all.pdf"_s);
        QVERIFY(!bar().isVisible());
        QTRY_COMPARE(view().pages(), 3);
        look(); // what never had a file is not missed
        QVERIFY(!bar().isVisible());
    }

    void turningToTheWindowIsAReasonToLook()
    {
        write("changed elsewhere");
        QEvent activated(QEvent::WindowActivate);
        QCoreApplication::sendEvent(m_pane.get(), &activated);
        QTRY_VERIFY(bar().isVisible());
    }

    void aDiskThatDoesNotAnswerHoldsNothingUp()
    {
        StalledFile stalled(m_file);
        if (!stalled.stalls())
            QSKIP("no leases here");
        look();
        m_pane->open(m_file);
        QTRY_COMPARE(view().pages(), 9);
    }

private:
    void write(const QByteArray &bytes) const
    {
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes + QByteArray(++m_written, ' ')); // another length each time: clocks of file systems are coarse
    }
    [[nodiscard]] ui::PageView &view() const { return *m_pane->findChild<ui::PageView *>(); }
    [[nodiscard]] ui::MessageBar &bar() const { return *m_pane->findChild<ui::MessageBar *>(u"fileMessages"_s); }
    [[nodiscard]] QPushButton *action() const
    {
        const auto buttons = bar().findChildren<QPushButton *>();
        const auto shown = std::ranges::find_if(buttons, [](const QPushButton *one) { return one->isVisible(); });
        return shown == buttons.end() ? buttons.first() : *shown;
    }
    void press() const { QTest::mouseClick(action(), Qt::LeftButton); }
    void look() const { m_pane->findChild<ui::FileWatch *>()->look(); }
    void lookWell() const
    {
        QSignalSpy looked(m_pane->findChild<ui::FileWatch *>(), &ui::FileWatch::looked);
        look();
        QVERIFY(looked.wait());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
    mutable int m_written = 0;
    std::unique_ptr<FakePageSource> m_source;
    std::unique_ptr<ui::DocumentPane> m_pane;
};

LECTERN_GUI_TEST_MAIN(TestFileWatch)
#include "tst_filewatch.moc"
