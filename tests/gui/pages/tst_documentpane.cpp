// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepagesource.h"
#include "tests/support/stallwatch.h"
#include "ui/pages/documentpane.h"
#include "ui/pages/view/pageview.h"
#include "ui/widgets/elidedlabel.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

class TestDocumentPane : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_source = std::make_unique<FakePageSource>();
        m_source->add(u"/docs/invoice.pdf"_s, 5);
        m_source->add(u"/docs/other.pdf"_s, 2);
        m_source->add(u"/docs/book.pdf"_s, 10'000);
        m_source->add(u"/docs/locked.pdf"_s, 1, {595, 842}, "sesame");
        m_source->add(u"/docs/broken.pdf"_s, 1);
        m_source->documents[u"/docs/broken.pdf"_s].error = core::ErrorCode::BrokenDocument;
        m_pane = std::make_unique<ui::DocumentPane>(*m_source);
        m_pane->resize(900, 700);
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowActive(m_pane.get()));
    }

    void cleanup() { m_pane.reset(); }

    void nothingOpenSaysWhatToDo()
    {
        QVERIFY(child<QWidget>("nothingOpenPage")->isVisible());
        QVERIFY(!child<QWidget>("pageToolBar")->isVisible());
        for (const QAction *action : m_pane->commands())
            QVERIFY(!action->isEnabled() || action->objectName() == u"thumbnailsAction"_s
                    || action->objectName() == u"dimPaperAction"_s);
    }

    void aDocumentOpensAndCloses()
    {
        QSignalSpy opened(m_pane.get(), &ui::DocumentPane::opened);
        m_pane->open(u"/docs/invoice.pdf"_s);
        QVERIFY(opened.wait());
        QCOMPARE(m_pane->file(), u"/docs/invoice.pdf"_s);
        QVERIFY(view()->isVisible());
        QCOMPARE(child<QLineEdit>("pageEdit")->text(), u"1"_s);
        QCOMPARE(child<QLabel>("pageCountLabel")->text(), u"/ 5"_s);
        m_pane->clear();
        QVERIFY(child<QWidget>("nothingOpenPage")->isVisible());
        QVERIFY(m_source->openHandles.isEmpty());
        QCOMPARE(m_pane->file(), QString());
    }

    void aNarrowToolBarLeavesOutWhatIsInTheMenus()
    {
        QSignalSpy opened(m_pane.get(), &ui::DocumentPane::opened);
        m_pane->open(u"/docs/invoice.pdf"_s);
        QVERIFY(opened.wait());
        auto *bar = child<QWidget>("pageToolBar");
        QVERIFY(child<QToolButton>("rotateLeftButton")->isVisibleTo(bar));
        QVERIFY(child<QToolButton>("fitWidthButton")->isVisibleTo(bar));
        m_pane->resize(1, 700); // as narrow as it goes
        QTRY_VERIFY(bar->width() < 320);
        for (const char *name : {"rotateLeftButton", "fitWidthButton", "zoomInButton", "pageCountLabel"})
            QVERIFY2(!child<QWidget>(name)->isVisibleTo(bar), name);
        QTRY_VERIFY(!child<QWidget>("zoomButton")->geometry().intersects(child<QWidget>("pageEdit")->geometry()));
        QTRY_VERIFY(!child<QWidget>("zoomButton")->geometry().intersects(child<QWidget>("searchButton")->geometry()));
        QTRY_VERIFY(child<QWidget>("searchButton")->geometry().right() <= bar->width());
        m_pane->resize(900, 700);
        QTRY_VERIFY(child<QWidget>("pageCountLabel")->isVisibleTo(bar));
    }

    void aPasswordIsAskedUntilItIsRight()
    {
        QSignalSpy opened(m_pane.get(), &ui::DocumentPane::opened);
        QSignalSpy failed(m_pane.get(), &ui::DocumentPane::openFailed);
        QSignalSpy accepted(m_pane.get(), &ui::DocumentPane::passwordAccepted);
        m_pane->open(u"/docs/locked.pdf"_s);
        QTRY_VERIFY(child<QWidget>("passwordPrompt")->isVisible());
        auto *edit = child<QLineEdit>("passwordEdit");
        QTRY_VERIFY(edit->hasFocus());
        const QString firstHint = child<QLabel>("passwordHintLabel")->text();
        QTest::keyClicks(edit, u"wrong"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_VERIFY(child<QLabel>("passwordHintLabel")->text() != firstHint);
        QTRY_VERIFY(edit->hasFocus());
        QCOMPARE(edit->text(), QString());
        QTest::keyClicks(edit, u"sesame"_s);
        QTest::mouseClick(child<QPushButton>("openWithPasswordButton"), Qt::LeftButton);
        QTRY_COMPARE(opened.count(), 1);
        QCOMPARE(failed.count(), 0);
        QCOMPARE(accepted.count(), 1);
        QCOMPARE(accepted.at(0).at(1).value<core::Secret>().reveal(), QByteArray("sesame"));
        QVERIFY(view()->isVisible());
    }

    void aKnownPasswordIsNotAskedFor()
    {
        QSignalSpy accepted(m_pane.get(), &ui::DocumentPane::passwordAccepted);
        QSignalSpy opened(m_pane.get(), &ui::DocumentPane::opened);
        m_pane->open(u"/docs/locked.pdf"_s, core::Secret("sesame"));
        QVERIFY(opened.wait());
        QCOMPARE(accepted.count(), 0);
    }

    void givingUpThePasswordIsAnAnswer()
    {
        QSignalSpy failed(m_pane.get(), &ui::DocumentPane::openFailed);
        m_pane->open(u"/docs/locked.pdf"_s);
        QTRY_VERIFY(child<QWidget>("passwordPrompt")->isVisible());
        QTest::mouseClick(child<QPushButton>("cancelPasswordButton"), Qt::LeftButton);
        QCOMPARE(failed.count(), 1);
        QCOMPARE(failed.at(0).at(0).toString(), u"/docs/locked.pdf"_s);
        QVERIFY(child<QWidget>("nothingOpenPage")->isVisible());
    }

    void anErrorIsToldAndTriedAgain()
    {
        QSignalSpy failed(m_pane.get(), &ui::DocumentPane::openFailed);
        QSignalSpy opened(m_pane.get(), &ui::DocumentPane::opened);
        m_pane->open(u"/docs/broken.pdf"_s);
        QVERIFY(failed.wait());
        QVERIFY(child<QWidget>("openErrorPage")->isVisible());
        m_source->documents[u"/docs/broken.pdf"_s].error.reset();
        QTest::mouseClick(child<QPushButton>("retryOpenButton"), Qt::LeftButton);
        QVERIFY(opened.wait());
    }

    void onlyASlowOpeningShowsProgress()
    {
        m_source->holdOpening = true;
        m_pane->open(u"/docs/invoice.pdf"_s);
        QVERIFY(!child<QLabel>("openingLabel")->isVisible());
        QTRY_VERIFY(child<QLabel>("openingLabel")->isVisible());
        QSignalSpy opened(m_pane.get(), &ui::DocumentPane::opened);
        m_source->releaseOpening();
        QVERIFY(opened.wait());
        QVERIFY(!child<QLabel>("openingLabel")->isVisible());
    }

    void theLastFileWinsAndNoneStaysOpenBehindIt()
    {
        m_source->holdOpening = true;
        QSignalSpy opened(m_pane.get(), &ui::DocumentPane::opened);
        m_pane->open(u"/docs/invoice.pdf"_s);
        m_pane->open(u"/docs/other.pdf"_s);
        m_source->releaseOpening();
        QVERIFY(opened.wait());
        QCOMPARE(opened.count(), 1);
        QCOMPARE(m_pane->file(), u"/docs/other.pdf"_s);
        QTRY_COMPARE(m_source->openHandles.size(), 1);
    }

    void aDocumentIsReplacedWhileItIsDrawn()
    {
        openFile(u"/docs/book.pdf"_s);
        m_source->holdRenders = true;
        view()->goToPage(5000);
        QTRY_VERIFY(isAskedFor(5000));
        m_pane->open(u"/docs/other.pdf"_s);
        for (const auto &asked : m_source->renders)
            QVERIFY(asked.request.page != 5000 || asked.stop.stop_requested());
        m_source->holdRenders = false;
        QSignalSpy opened(m_pane.get(), &ui::DocumentPane::opened);
        QVERIFY(opened.wait());
        m_source->releaseRenders(); // answers of the old one, late
        QTRY_VERIFY(view()->pictures().cache().nearest(1, 96, 0));
        QVERIFY(!view()->pictures().cache().nearest(5000, 96, 0));
        QCOMPARE(view()->pages(), 2);
    }

    void thePaneMayGoAtAnyMoment()
    {
        openFile(u"/docs/invoice.pdf"_s);
        m_source->holdRenders = true;
        view()->goToPage(3);
        m_pane->findText(u"word"_s);
        m_pane.reset();
        m_source->releaseRenders();
        QVERIFY(m_source->openHandles.isEmpty());
    }

    void tenThousandPagesOpenWithoutLag()
    {
        QElapsedTimer clock;
        clock.start();
        openFile(u"/docs/book.pdf"_s);
        QTRY_VERIFY(view()->pictures().cache().nearest(1, 96, 0));
        QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
        view()->goToPage(9'999);
        QTRY_VERIFY(view()->pictures().cache().nearest(9'999, 96, 0));
        QVERIFY(m_source->renders.size() < 60); // what is near, not the book
    }

    void marksAndChoiceSetBeforeTheAnswerAreKept()
    {
        m_pane->open(u"/docs/invoice.pdf"_s);
        m_pane->setMarks({{u"total"_s, 4, {100, 700, 80, 12}, u"Total"_s, 0, ui::Tone::Doubtful}});
        m_pane->chooseMark(u"total"_s);
        QTRY_COMPARE(view()->currentPage(), 4);
        QVERIFY(view()->marks().isChosen(view()->marks().onPage(4).front()));
        const auto *strip = child<QListView>("thumbnailStrip");
        const QString name = strip->model()->index(3, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(name.contains(u"doubtful"_s), qPrintable(name));
    }

    void thePageNumberIsEdited()
    {
        openFile(u"/docs/invoice.pdf"_s);
        typePage(u"4"_s);
        QTRY_COMPARE(view()->currentPage(), 4);
        typePage(u"99x"_s);
        QCOMPARE(view()->currentPage(), 4); // no number, no move
        QCOMPARE(child<QLineEdit>("pageEdit")->text(), u"4"_s);
    }

    void keysLeadBackAndForward()
    {
        openFile(u"/docs/invoice.pdf"_s);
        typePage(u"4"_s);
        QTRY_COMPARE(view()->currentPage(), 4);
        QTest::keyClick(view(), Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(view()->currentPage(), 1);
        QTest::keyClick(view(), Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(view()->currentPage(), 4);
    }

    void zoomAndFitFollowTheirCommands()
    {
        openFile(u"/docs/invoice.pdf"_s);
        command("actualSizeAction")->trigger();
        QCOMPARE(view()->zoom(), 1.0);
        QCOMPARE(child<QToolButton>("zoomButton")->text(), u"100 %"_s);
        QTest::keyClick(view(), Qt::Key_Plus, Qt::ControlModifier);
        QVERIFY(view()->zoom() > 1.1);
        command("fitPageAction")->trigger();
        QVERIFY(command("fitPageAction")->isChecked());
        QVERIFY(view()->geometry().pageInView(1).height()
                <= view()->viewport()->height() * view()->devicePixelRatioF());
        command("rotateRightAction")->trigger();
        QCOMPARE(view()->rotation(), 90);
    }

    void keysOfTheSearchBarAreNoLettersInIt()
    {
        openFile(u"/docs/invoice.pdf"_s);
        QTest::keyClick(view(), Qt::Key_F, Qt::ControlModifier);
        auto *edit = child<QLineEdit>("searchEdit");
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, u"word"_s);
        for (const auto &[key, action] : {std::pair(Qt::Key_C, "matchCaseAction"),
                                          {Qt::Key_W, "wholeWordsAction"},
                                          {Qt::Key_L, "listHitsAction"}}) {
            const bool before = command(action)->isChecked();
            QTest::keyClick(edit, key, Qt::AltModifier);
            QCOMPARE(command(action)->isChecked(), !before);
        }
        QCOMPARE(edit->text(), u"word"_s);
    }

    void searchFindsAcrossPages()
    {
        openFile(u"/docs/invoice.pdf"_s);
        QTest::keyClick(view(), Qt::Key_F, Qt::ControlModifier);
        auto *edit = child<QLineEdit>("searchEdit");
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, u"WORD-20-1"_s);
        QTRY_COMPARE(child<ui::ElidedLabel>("searchCountLabel")->text(), u"1 of 5"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(child<ui::ElidedLabel>("searchCountLabel")->text(), u"2 of 5"_s);
        QTRY_COMPARE(view()->currentPage(), 2);
        QTest::keyClick(edit, Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(child<ui::ElidedLabel>("searchCountLabel")->text(), u"1 of 5"_s);
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!child<QWidget>("searchBar")->isVisible());
        QVERIFY(!view()->search().isActive());
        QTRY_VERIFY(view()->hasFocus());
    }

    void theSearchBarFitsTheNarrowestPane()
    {
        openFile(u"/docs/book.pdf"_s);
        m_pane->findText(u"word"_s);
        QTRY_VERIFY(child<ui::ElidedLabel>("searchCountLabel")->text().contains(u"still"_s));
        QVERIFY(child<QWidget>("searchBar")->minimumSizeHint().width() <= m_pane->minimumSizeHint().width());
    }

    void whatIsNotThereIsNotFound()
    {
        openFile(u"/docs/invoice.pdf"_s);
        m_pane->findText(u"no such words"_s);
        QTRY_COMPARE(child<ui::ElidedLabel>("searchCountLabel")->text(), u"Not found"_s);
    }

    void wordsReadElsewhereAreNotReadAgain()
    {
        openFile(u"/docs/invoice.pdf"_s);
        std::vector<core::PageText> texts;
        for (int page = 1; page <= 5; ++page)
            texts.push_back(FakePageSource::wordsOf(page, {595, 842}));
        m_pane->addText(texts);
        m_source->texts.clear();
        m_pane->findText(u"word-20-1"_s);
        QTRY_COMPARE(view()->search().count(), 5);
        QVERIFY(m_source->texts.empty());
    }

    void thumbnailsFoldAwayAndGoToPages()
    {
        openFile(u"/docs/invoice.pdf"_s);
        auto *strip = child<QListView>("thumbnailStrip");
        QVERIFY(strip->isVisible());
        QTRY_VERIFY(!strip->model()->index(2, 0).data(Qt::DecorationRole).value<QImage>().isNull());
        strip->setFocus();
        QTest::keyClick(strip, Qt::Key_Down);
        QCOMPARE(view()->currentPage(), 2);
        QTest::keyClick(m_pane.get(), Qt::Key_F7);
        QVERIFY(!strip->isVisible());
        QVERIFY(!m_pane->thumbnailsVisible());
    }

    void whatIsOnTheScreenCanBeCutOut()
    {
        openFile(u"/docs/invoice.pdf"_s);
        QTRY_VERIFY(!m_pane->picture(1, {60, 60, 84, 12}).isNull());
        const QImage cut = m_pane->picture(1, {60, 60, 84, 12});
        QVERIFY(std::abs(cut.deviceIndependentSize().width() - 84 * view()->zoom() * 96 / 72) <= 2);
        QVERIFY(m_pane->picture(4000, {0, 0, 10, 10}).isNull());
        QVERIFY(m_pane->picture(1, {5000, 5000, 10, 10}).isNull());
    }

    void filesDroppedAnywhereAreHandedOn()
    {
        openFile(u"/docs/invoice.pdf"_s);
        QSignalSpy dropped(m_pane.get(), &ui::DocumentPane::filesDropped);
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(u"/docs/new.pdf"_s), QUrl(u"https://example.org/x.pdf"_s)});
        QDragEnterEvent enter({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_pane.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop({300, 300}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_pane.get(), &drop);
        QCOMPARE(dropped.at(0).at(0).toStringList(), QStringList{u"/docs/new.pdf"_s});
        QMimeData text;
        text.setText(u"words"_s);
        QDragEnterEvent other({300, 300}, Qt::CopyAction, &text, Qt::LeftButton, {});
        other.ignore();
        QCoreApplication::sendEvent(m_pane.get(), &other);
        QVERIFY(!other.isAccepted());
    }

    void aScreenReaderHearsThePage()
    {
        openFile(u"/docs/invoice.pdf"_s);
        QTRY_COMPARE(view()->accessibleName(), u"Page 1 of 5"_s);
        view()->goToPage(3);
        QTRY_COMPARE(view()->accessibleName(), u"Page 3 of 5"_s);
        m_pane->clear();
        QCOMPARE(view()->accessibleName(), u"Pages"_s);
    }

    void everythingThatTakesTheFocusHasAName()
    {
        openFile(u"/docs/invoice.pdf"_s);
        m_pane->findText(u"x"_s);
        for (const QWidget *widget : m_pane->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || qobject_cast<const QScrollBar *>(widget)
                || widget->objectName().startsWith(u"qt_"_s))
                continue;
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        }
    }

private:
    template<typename Widget>
    [[nodiscard]] Widget *child(const char *name) const
    {
        return m_pane->findChild<Widget *>(QLatin1StringView(name));
    }

    [[nodiscard]] ui::PageView *view() const { return child<ui::PageView>("pageView"); }

    [[nodiscard]] QAction *command(const char *name) const
    {
        for (QAction *action : m_pane->commands())
            if (action->objectName() == QLatin1StringView(name))
                return action;
        return nullptr;
    }

    [[nodiscard]] bool isAskedFor(int page) const
    {
        return std::any_of(m_source->renders.begin(), m_source->renders.end(),
                           [page](const auto &asked) { return asked.request.page == page; });
    }

    void typePage(const QString &number)
    {
        command("goToPageAction")->trigger();
        auto *edit = child<QLineEdit>("pageEdit");
        QTRY_VERIFY(edit->hasFocus());
        QTest::keyClicks(edit, number);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    void openFile(const QString &file)
    {
        QSignalSpy opened(m_pane.get(), &ui::DocumentPane::opened);
        m_pane->open(file);
        QVERIFY(opened.wait());
    }

    std::unique_ptr<FakePageSource> m_source;
    std::unique_ptr<ui::DocumentPane> m_pane;
};

LECTERN_GUI_TEST_MAIN(TestDocumentPane)
#include "tst_documentpane.moc"
