// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakereadingplaces.h"
#include "tests/support/stallwatch.h"
#include "tests/support/windowfixture.h"
#include "ui/library/librarypane.h"
#include "ui/pages/documentpane.h"
#include "ui/pages/view/pageview.h"
#include "ui/review/reviewpane.h"
#include "ui/settings/settingkeys.h"
#include "ui/settings/settingssheet.h"
#include "ui/shell/commandpalette.h"
#include "ui/shell/exportsheet.h"
#include "ui/shell/statusline.h"
#include "ui/text/formats.h"
#include "ui/widgets/messagebar.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(QTest::qWaitForWindowActive(&m_fixture->open()));
    }
    void cleanup() { m_fixture.reset(); }

    void anEmptyLibraryIsAWelcome()
    {
        QVERIFY(window().findChild<QWidget *>(u"welcomePage"_s)->isVisible());
        m_fixture->addDocument(u"/a.pdf"_s);
        QTRY_VERIFY(window().library().isVisible());
        QVERIFY(!window().findChild<QWidget *>(u"welcomePage"_s)->isVisible());
    }

    void aFileIsShownWhileItIsOnItsWayIntoTheLibrary()
    {
        m_fixture->pages.add(u"/a.pdf"_s, 3);
        window().preview(u"/a.pdf"_s);
        auto *view = window().pages().findChild<QWidget *>(u"pageView"_s);
        QTRY_VERIFY(view->isVisible());
        QVERIFY(!window().findChild<QWidget *>(u"welcomePage"_s)->isVisible());
        QTRY_VERIFY(view->hasFocus()); // Page Down turns pages at once
        QSignalSpy opened(&window().pages(), &ui::DocumentPane::opened);
        m_fixture->addDocument(u"/a.pdf"_s);
        QTRY_COMPARE(window().review().chosen(), u"date"_s);
        QCOMPARE(window().pages().file(), u"/a.pdf"_s);
        QCOMPARE(opened.count(), 0); // it lay there all the time
        QVERIFY(view->hasFocus());
        m_fixture->addDocument(u"/b.pdf"_s);
        QTRY_COMPARE(window().pages().file(), u"/b.pdf"_s);
    }

    void messagesAreSeenWhateverCoversTheLibrary()
    {
        ui::MessageBar &messages = window().library().messages();
        window().tell(u"Something happened"_s);
        QVERIFY(!window().library().isVisible()); // the welcome page
        QVERIFY(messages.isVisible());
        m_fixture->addDocument(u"/a.pdf"_s);
        QTRY_VERIFY(window().library().isVisible());
        QVERIFY(messages.isVisible());
        QVERIFY(window().library().isAncestorOf(&messages)); // at the top of the pane it concerns
        QTest::keyClick(&window(), Qt::Key_B, Qt::ControlModifier); // folds the library away
        QVERIFY(!window().library().isVisible());
        QVERIFY(messages.isVisible());
        QTest::keyClick(&window(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(window().library().isAncestorOf(&messages) && messages.isVisible());
        messages.dismiss();
        QTest::keyClick(&window(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(!messages.isVisible()); // and what was read does not come back
    }

    void escapeClosesAMessageWhereverTheFocusIs()
    {
        m_fixture->addDocument(u"/a.pdf"_s);
        QTRY_COMPARE(window().review().chosen(), u"date"_s);
        ui::MessageBar &messages = window().library().messages();
        for (const QString &name : {u"documentList"_s, u"pageView"_s, u"approveButton"_s}) {
            window().tell(u"Something happened"_s);
            auto *place = window().findChild<QWidget *>(name);
            QVERIFY2(place, qPrintable(name));
            place->setFocus();
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
            QVERIFY2(!messages.isVisible(), qPrintable(name));
        }
    }

    void escapeClosesTheNearestMessageFirst()
    {
        m_fixture->addDocument(u"/a.pdf"_s);
        QTRY_COMPARE(window().review().chosen(), u"date"_s);
        window().review().messages().tell(ui::MessageBar::Kind::Information, u"Here"_s);
        window().tell(u"There"_s);
        window().findChild<QWidget *>(u"approveButton"_s)->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!window().review().messages().isVisible());
        QVERIFY(window().library().messages().isVisible());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!window().library().messages().isVisible());
    }

    void anAddedDocumentIsShownWithItsValues()
    {
        m_fixture->addDocument(u"/a.pdf"_s);
        QTRY_COMPARE(window().pages().file(), u"/a.pdf"_s);
        QTRY_COMPARE(window().review().chosen(), u"date"_s);
        QVERIFY(window().review().doubtsText().contains(u'3'));
    }

    void aFailedDocumentSaysWhyAndCanBeTriedAgain()
    {
        m_fixture->failure = core::Error{core::ErrorCode::BrokenDocument, u"xref"_s};
        m_fixture->addDocument(u"/a.pdf"_s);
        QTRY_COMPARE(m_fixture->queue.rows().size(), std::size_t(1));
        QTRY_COMPARE(m_fixture->queue.rows().front().state, core::DocumentState::Failed);
        QPushButton *again = visibleButton(window().review());
        QVERIFY(again);
        m_fixture->failure.reset();
        again->click();
        QTRY_COMPARE(window().review().chosen(), u"date"_s);
    }

    void aBusyServiceIsSaidWithTheTimeOfTheNextTry()
    {
        m_fixture->failure = core::Error{core::ErrorCode::EndpointBusy, u"HTTP 429"_s};
        m_fixture->addDocument(u"/a.pdf"_s);
        QTRY_VERIFY(shownText(window().review()).contains(u"Service is busy"_s));
        const QString text = shownText(window().review());
        QVERIFY2(text.contains(ui::clockText(m_fixture->clock.time.addSecs(2))), qPrintable(text));
        QVERIFY(!text.contains(u"Waiting for its turn"_s));
        m_fixture->failure.reset();
        QPushButton *now = visibleButton(window().review());
        QVERIFY(now);
        QCOMPARE(now->text(), u"Try now"_s);
        now->click();
        QTRY_COMPARE(window().review().chosen(), u"date"_s);
    }

    void anAccountThatTheServiceRefusesCanSignInAgainOrTryAgain()
    {
        m_fixture->failure = core::Error{core::ErrorCode::SignInNeeded, u"HTTP 401"_s};
        m_fixture->addDocument(u"/a.pdf"_s);
        QTRY_VERIFY(shownText(window().review()).contains(u"service refused your account"_s));
        QStringList ways;
        for (const QPushButton *button : window().review().findChildren<QPushButton *>()) {
            if (button->isVisible())
                ways += button->text();
        }
        ways.sort();
        QCOMPARE(ways, (QStringList{u"Sign in again"_s, u"Try again"_s}));
    }

    void aFileThatNeverWasThereIsNotCalledGone()
    {
        m_fixture->failure = core::Error{core::ErrorCode::NotFound, u"/a.pdf"_s};
        m_fixture->addDocument(u"/a.pdf"_s);
        QTRY_VERIFY(shownText(window().review()).contains(u"no file of this name"_s));
        QVERIFY(!shownText(window().review()).contains(u"is kept"_s));
    }

    void aDocumentThatCannotBeKeptIsNamed()
    {
        m_fixture->store.refuseWrites = core::Error{core::ErrorCode::Storage, u"disk full"_s};
        m_fixture->addDocument(u"/a.pdf"_s);
        QTRY_VERIFY(window().library().messages().text().contains(u"a.pdf"_s));
    }

    void anAddressAmongPastedFilesIsSaid()
    {
        auto *data = new QMimeData;
        data->setUrls({QUrl::fromLocalFile(u"/pasted.pdf"_s), QUrl(u"https://example.org/b.pdf"_s)});
        m_fixture->pages.add(u"/pasted.pdf"_s, 1);
        QGuiApplication::clipboard()->setMimeData(data);
        QTest::keyClick(&window(), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(m_fixture->queue.rows().size(), std::size_t(1));
        QVERIFY(window().library().messages().text().contains(u"left out"_s));
    }

    void theListOfCommandsAndKeysOpensByF1()
    {
        QTest::keyClick(&window(), Qt::Key_F1);
        const auto *palette = window().findChild<ui::CommandPalette *>();
        QVERIFY(palette);
        QVERIFY(palette->shown().contains(u"Commands and keys"_s));
        for (const QAction *command : window().commands()) {
            if (command->text().startsWith(u"Commands"_s))
                QVERIFY2(ui::keysOf(*command).contains(u"F1"_s), qPrintable(ui::keysOf(*command)));
        }
    }

    void thePaletteFindsAndRunsACommand()
    {
        m_fixture->addDocument(u"/a.pdf"_s);
        QTRY_COMPARE(window().review().chosen(), u"date"_s);
        QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
        auto *palette = window().findChild<ui::CommandPalette *>();
        QVERIFY(palette);
        QVERIFY(palette->shown().size() > 20);
        QTest::keyClicks(palette->input(), u"lib"_s);
        QCOMPARE(palette->shown().first(), u"Library"_s);
        QTest::keyClick(palette->input(), Qt::Key_Return);
        QTRY_VERIFY(!window().library().isVisible());
    }

    void everyKeyIsGivenOnce()
    {
        QHash<QKeySequence, QString> taken;
        for (const QAction *command : window().commands()) {
            for (const QKeySequence &keys : command->shortcuts()) {
                if (command->shortcutContext() != Qt::WindowShortcut)
                    continue;
                QVERIFY2(!taken.contains(keys), qPrintable(keys.toString() + u' ' + taken.value(keys)));
                taken.insert(keys, command->text());
            }
        }
        QVERIFY(taken.size() > 15);
    }

    void focusModeLeavesPageAndFields()
    {
        m_fixture->addDocument(u"/a.pdf"_s);
        QTRY_VERIFY(window().library().isVisible());
        QTest::keyClick(&window(), Qt::Key_F11);
        QVERIFY(!window().library().isVisible());
        QVERIFY(!window().findChild<QWidget *>(u"topBar"_s)->isVisible());
        QVERIFY(window().pages().isVisible());
        QTest::keyClick(&window(), Qt::Key_F11);
        QVERIFY(window().library().isVisible());
    }

    void pastedFilesAreAdded()
    {
        auto *data = new QMimeData;
        data->setUrls({QUrl::fromLocalFile(u"/pasted.pdf"_s)});
        m_fixture->pages.add(u"/pasted.pdf"_s, 1);
        QGuiApplication::clipboard()->setMimeData(data);
        QTest::keyClick(&window(), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(m_fixture->queue.rows().size(), std::size_t(1));
    }

    void aPastedPictureBecomesADocument()
    {
        QImage picture(20, 20, QImage::Format_RGB32);
        picture.fill(Qt::white);
        QGuiApplication::clipboard()->setImage(picture);
        QTest::keyClick(&window(), Qt::Key_V, Qt::ControlModifier);
        QTRY_COMPARE(m_fixture->queue.rows().size(), std::size_t(1));
        const QString file = m_fixture->queue.rows().front().file;
        QVERIFY(file.endsWith(".png"_L1));
        QCOMPARE(QImage(file).size(), picture.size());
    }

    void anEmptyClipboardIsSaid()
    {
        QGuiApplication::clipboard()->setText(u"just words"_s);
        QTest::keyClick(&window(), Qt::Key_V, Qt::ControlModifier);
        QVERIFY(!window().library().messages().text().isEmpty());
    }

    void theSearchNarrowsTheLibrary()
    {
        m_fixture->addDocument(u"/first.pdf"_s);
        m_fixture->addDocument(u"/second.pdf"_s);
        QTRY_COMPARE(window().library().shown().size(), std::size_t(2));
        QTest::keyClick(&window(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClicks(QApplication::focusWidget(), u"sec"_s);
        QCOMPARE(window().library().shown().size(), std::size_t(1));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QCOMPARE(window().library().shown().size(), std::size_t(2));
    }

    void settingsCountAtOnce()
    {
        QSignalSpy changed(&window(), &ui::MainWindow::appearanceChanged);
        QTest::keyClick(&window(), Qt::Key_Comma, Qt::ControlModifier);
        auto *sheet = window().findChild<ui::SettingsSheet *>();
        QVERIFY(sheet);
        auto *appearance = sheet->findChildren<QComboBox *>().first();
        appearance->setCurrentIndex(2);
        emit appearance->activated(2);
        QCOMPARE(m_fixture->settings.get(ui::settings::appearance), 2);
        QCOMPARE(changed.count(), 1);
    }

    void anExportHoldsWhatWasCorrected()
    {
        m_fixture->addDocument(u"/a.pdf"_s);
        QTRY_COMPARE(window().review().chosen(), u"date"_s);
        window().review().choose(u"number"_s);
        for (const QChar letter : u"RE-99"_s)
            QTest::keyClicks(QApplication::focusWidget(), letter);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_COMPARE(m_fixture->store.appended.size(), std::size_t(1));

        QTemporaryDir folder;
        QTest::keyClick(&window(), Qt::Key_E, Qt::ControlModifier);
        auto *sheet = window().findChild<ui::ExportSheet *>();
        QVERIFY(sheet);
        sheet->findChild<QLineEdit *>(u"exportFolder"_s)->setText(folder.path());
        for (QPushButton *button : sheet->findChildren<QPushButton *>()) {
            if (button->property("primary").toBool())
                button->click();
        }
        QTRY_VERIFY(window().review().messages().text().contains(u"exported"_s));
        QFile file(folder.filePath(u"a.json"_s));
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(QDir(folder.path()).entryList().join(u' ')));
        QVERIFY(file.readAll().contains("RE-99"));
    }

    void anExportThatCannotBeWrittenSaysSo()
    {
        m_fixture->addDocument(u"/a.pdf"_s);
        QTRY_COMPARE(window().review().chosen(), u"date"_s);
        QTest::keyClick(&window(), Qt::Key_E, Qt::ControlModifier);
        auto *sheet = window().findChild<ui::ExportSheet *>();
        sheet->findChild<QLineEdit *>(u"exportFolder"_s)->setText(u"/proc/no/such/folder"_s);
        for (QPushButton *button : sheet->findChildren<QPushButton *>()) {
            if (button->property("primary").toBool())
                button->click();
        }
        QTRY_VERIFY(!window().review().messages().text().isEmpty());
        QVERIFY(!window().review().messages().text().contains(u"exported"_s));
    }

    void aNarrowWindowFoldsTheLibraryAndLosesNothing()
    {
        m_fixture->addDocument(u"/a.pdf"_s);
        QTRY_VERIFY(window().library().isVisible());
        window().resize(640, 330); // 1280 x 720 at 200 %, with the window's own frame
        QTRY_COMPARE(window().size(), QSize(640, 330));
        QVERIFY(!window().library().isVisible());
        QTRY_VERIFY(window().findChild<QWidget *>(u"pageView"_s)->width() > 200);
        for (const QString &name :
             {u"librarySearch"_s, u"addDocumentsButton"_s, u"enginePicker"_s, u"menuButton"_s, u"approveButton"_s}) {
            const auto *part = window().findChild<QWidget *>(name);
            QTRY_VERIFY2(part->visibleRegion().boundingRect() == part->rect(), qPrintable(name));
        }
        window().resize(1300, 800);
        QTRY_VERIFY(window().library().isVisible());
    }

    void whoeverOpensTheLibraryInANarrowWindowHasIt()
    {
        m_fixture->addDocument(u"/a.pdf"_s);
        QTRY_VERIFY(window().library().isVisible());
        window().resize(640, 330);
        QTRY_VERIFY(!window().library().isVisible());
        window().close(); // the next start has it again, with the room for it
        m_fixture->window.reset();
        m_fixture->open();
        window().resize(1300, 800);
        QTRY_VERIFY(window().library().isVisible());
    }

    void widthsAreRemembered()
    {
        m_fixture->addDocument(u"/a.pdf"_s);
        QTRY_VERIFY(window().library().isVisible());
        auto *splitter = window().findChild<QSplitter *>();
        splitter->setSizes({300, 600, 400});
        const QList<int> sizes = splitter->sizes();
        window().close();
        m_fixture->window.reset();
        ui::MainWindow &again = m_fixture->open();
        QTRY_COMPARE(again.findChild<QSplitter *>()->sizes(), sizes);
    }

    void howPagesAreSeenIsRemembered()
    {
        auto *pages = window().findChild<ui::DocumentPane *>();
        QVERIFY(!pages->isPaperDimmed());
        pages->setPaperDimmed(true);
        pages->setSide({1, 333});
        window().close();
        m_fixture->window.reset();
        pages = m_fixture->open().findChild<ui::DocumentPane *>();
        QVERIFY(pages->isPaperDimmed());
        QCOMPARE(pages->side().tab, 1);
        QCOMPARE(pages->side().width, 333);
    }

    void whereADocumentWasLeftIsKeptForItsLibraryAlone()
    {
        FakeReadingPlaces places;
        m_fixture->window.reset();
        m_fixture->places = &places;
        m_fixture->open();
        QSignalSpy loaded(&m_fixture->queue, &core::Queue::loaded);
        m_fixture->queue.setPartition({});
        QTRY_COMPARE(loaded.count(), 1);
        m_fixture->addDocument(u"/a.pdf"_s);
        auto *view = window().findChild<ui::PageView *>();
        QTRY_COMPARE(view->pages(), 1);
        view->rotate(90);
        window().close();
        QCOMPARE(places.places.keys(), QStringList{u"\n|/a.pdf"_s}); // of nobody's organization
        QCOMPARE(places.places.value(u"\n|/a.pdf"_s).rotation, 90);
        m_fixture->window.reset();
    }

    void theStatusLineSaysThatNothingLeaves() { QVERIFY(!window().findChild<ui::StatusLine *>()->text().isEmpty()); }

private:
    [[nodiscard]] ui::MainWindow &window() const { return *m_fixture->window; }
    [[nodiscard]] static QPushButton *visibleButton(const QWidget &pane)
    {
        for (QPushButton *button : pane.findChildren<QPushButton *>()) {
            if (button->isVisible() && button->isEnabled())
                return button;
        }
        return nullptr;
    }

    [[nodiscard]] static QString shownText(const QWidget &pane)
    {
        QStringList texts;
        for (const QLabel *label : pane.findChildren<QLabel *>()) {
            if (label->isVisible())
                texts += label->text();
        }
        return texts.join(u'\n');
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

LECTERN_GUI_TEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
