// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepagesource.h"
#include "tests/support/stallwatch.h"
#include "ui/pages/view/pageview.h"

#include <QClipboard>
#include <QScrollBar>
#include <QSignalSpy>

class TestPagePointer : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_source = std::make_unique<FakePageSource>();
        m_source->add(QStringLiteral("a.pdf"), 3, {595, 300});
        m_source->openHandles.insert(1, QStringLiteral("a.pdf"));
        m_view = std::make_unique<ui::PageView>(*m_source);
        m_view->resize(700, 900);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        core::OpenedDocument document;
        document.handle = 1;
        document.info.pageSizes.assign(3, QSizeF(595, 300));
        m_view->setDocument(document);
        QTRY_VERIFY(m_view->words().words(1) && m_view->words().words(2));
    }

    void cleanup() { m_view.reset(); }

    void draggingSelectsWordsAcrossLines()
    {
        drag(wordAt(1, "word-1-3"), wordAt(1, "word-2-1"));
        QCOMPARE(m_view->selectedText(), QStringLiteral("word-1-3 word-1-4\nword-2-0 word-2-1"));
        m_view->copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("word-1-3 word-1-4\nword-2-0 word-2-1"));
    }

    void draggingBackwardsIsTheSame()
    {
        drag(wordAt(1, "word-2-1"), wordAt(1, "word-1-3"));
        QCOMPARE(m_view->selectedText(), QStringLiteral("word-1-3 word-1-4\nword-2-0 word-2-1"));
    }

    void aSelectionGoesOnOverPages()
    {
        const core::PageText text = FakePageSource::wordsOf(1, {595, 300});
        drag(wordAt(1, qPrintable(text.words.back().text)), wordAt(2, "2"));
        QCOMPARE(m_view->selectedText(), text.words.back().text + QStringLiteral("\nPage 2"));
    }

    void aTurnedPageSelectsTheSameWords()
    {
        m_view->rotate(90);
        drag(wordAt(1, "word-1-0"), wordAt(1, "word-1-2"));
        QCOMPARE(m_view->selectedText(), QStringLiteral("word-1-0 word-1-1 word-1-2"));
    }

    void twoClicksTakeAWordAndThreeTheLine()
    {
        const QPoint place = wordAt(1, "word-2-2");
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(m_view->selectedText(), QStringLiteral("word-2-2"));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(m_view->selectedText(), QStringLiteral("word-2-0 word-2-1 word-2-2 word-2-3 word-2-4"));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, wordAt(1, "word-4-2"), 1000);
        QCOMPARE(m_view->selectedText(), QString());
    }

    void fourClicksTakeTheParagraph()
    {
        const QPoint place = wordAt(1, "word-2-2");
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, place, 1000);
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, place);
        QVERIFY(m_view->selectedText().startsWith(QStringLiteral("Page 1\nword-1-0")));
        QVERIFY(m_view->selectedText().endsWith(QStringLiteral("-4")));
    }

    void aRectangleSelectsColumns()
    {
        drag(at(1, {150, 80}), at(1, {330, 150}), Qt::LeftButton, Qt::AltModifier);
        QCOMPARE(m_view->selectedText(), QStringLiteral("word-1-1 word-1-2\nword-2-1 word-2-2\nword-3-1 word-3-2"));
        QCOMPARE(m_view->selectedText(ui::PageView::CopyAs::Table),
                 QStringLiteral("word-1-1 word-1-2\nword-2-1 word-2-2\nword-3-1 word-3-2")); // gaps like blanks
        drag(at(1, {500, 260}), at(1, {580, 290}), Qt::LeftButton, Qt::AltModifier);
        QVERIFY(m_view->selection().isEmpty());
    }

    void theKeyboardExtendsTheSelection()
    {
        const auto press = [this](Qt::Key key, Qt::KeyboardModifiers more = {}) {
            QTest::keyClick(m_view.get(), key, Qt::ShiftModifier | more);
            return m_view->selectedText();
        };
        QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, wordAt(1, "word-2-2"));
        QCOMPARE(press(Qt::Key_Right), QStringLiteral("word-2-2 word-2-3"));
        QCOMPARE(press(Qt::Key_Left), QStringLiteral("word-2-2"));
        QCOMPARE(press(Qt::Key_Left), QStringLiteral("word-2-1 word-2-2"));
        QCOMPARE(press(Qt::Key_Up), QStringLiteral("word-1-1 word-1-2 word-1-3 word-1-4\nword-2-0 word-2-1 word-2-2"));
        QCOMPARE(press(Qt::Key_End), QStringLiteral("word-1-4\nword-2-0 word-2-1 word-2-2"));
        press(Qt::Key_End, Qt::ControlModifier);
        QVERIFY(press(Qt::Key_Right).endsWith(QStringLiteral("\nPage"))); // of the next page
        QCOMPARE(m_view->selection().last().page, 2);
        m_view->setSelection({});
        QCOMPARE(press(Qt::Key_Right), QStringLiteral("Page")); // the first in sight
    }

    void whatIsCopiedFromPagesThatAreNotHereComesWhenTheyAre()
    {
        m_view->words().setDocument(1, 3);
        m_source->textDelay = 20;
        ui::TextSelection selection;
        selection.begin({1, 0}, {3, 1});
        m_view->setSelection(selection);
        QGuiApplication::clipboard()->clear();
        m_view->copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), QString());
        QTRY_VERIFY(QGuiApplication::clipboard()->text().endsWith(QStringLiteral("\nPage 3")));
    }

    void aBookIsCopiedInSmallTurns()
    {
        constexpr int pages = 1500;
        m_source->add(QStringLiteral("a.pdf"), pages, {595, 300});
        core::OpenedDocument document;
        document.handle = 1;
        document.info.pageSizes.assign(pages, QSizeF(595, 300));
        m_view->setDocument(document);
        ui::TextSelection selection;
        selection.begin({1, 0}, {pages, 1});
        m_view->setSelection(selection);
        QGuiApplication::clipboard()->clear();
        m_view->copy();
        QTRY_VERIFY_WITH_TIMEOUT(QGuiApplication::clipboard()->text().endsWith(QStringLiteral("\nPage 1500")), 20'000);
        QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("\nPage 750\nword-1-0")));
    }

    void escapeEndsTheSelection()
    {
        drag(wordAt(1, "word-1-0"), wordAt(1, "word-1-2"));
        QTest::keyClick(m_view.get(), Qt::Key_Escape);
        QVERIFY(m_view->selection().isEmpty());
    }

    void aClickChoosesTheMarkUnderIt()
    {
        m_view->setMarks({{QStringLiteral("outer"), 1, {50, 50, 400, 100}, {}, 0, ui::Tone::Sure},
                          {QStringLiteral("inner"), 1, {60, 84, 84, 12}, {}, 0, ui::Tone::Doubtful}});
        QSignalSpy chosen(m_view.get(), &ui::PageView::markChosen);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(1, {70, 90}));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(1, {300, 120}));
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(1, {300, 250}));
        QCOMPARE(chosen.count(), 2);
        QCOMPARE(chosen.at(0).at(0).toString(), QStringLiteral("inner"));
        QCOMPARE(chosen.at(1).at(0).toString(), QStringLiteral("outer"));
        m_view->setMarksVisible(false);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(1, {70, 90}));
        QCOMPARE(chosen.count(), 2);
    }

    void aRubberBandTellsItsWords_data()
    {
        QTest::addColumn<int>("rotation");
        for (const int rotation : {0, 90, 180, 270})
            QTest::addRow("%d degrees", rotation) << rotation;
    }

    void aRubberBandTellsItsWords()
    {
        QFETCH(int, rotation);
        m_view->rotate(rotation);
        m_view->setFit(ui::Fit::Page);
        m_view->setDrawing(true);
        QSignalSpy drawn(m_view.get(), &ui::PageView::regionDrawn);
        drag(at(1, {58, 80}), at(1, {240, 125}));
        QCOMPARE(drawn.count(), 1);
        QCOMPARE(drawn.at(0).at(0).toInt(), 1);
        const QRectF box = drawn.at(0).at(1).toRectF();
        QVERIFY(std::abs(box.left() - 58) < 2 && std::abs(box.bottom() - 125) < 2);
        QCOMPARE(drawn.at(0).at(2).toString(), QStringLiteral("word-1-0 word-1-1\nword-2-0 word-2-1"));
        QVERIFY(m_view->selection().isEmpty());
    }

    void aRubberBandWaitsForWordsThatComeLate()
    {
        m_view->words().setDocument(1, 3); // forgotten, to be read again
        m_source->textDelay = 30;
        m_view->setDrawing(true);
        QSignalSpy drawn(m_view.get(), &ui::PageView::regionDrawn);
        drag(at(1, {58, 80}), at(1, {150, 100}));
        QCOMPARE(drawn.count(), 0);
        QVERIFY(drawn.wait());
        QCOMPARE(drawn.at(0).at(2).toString(), QStringLiteral("word-1-0"));
    }

    void aTinyBandIsNone()
    {
        m_view->setDrawing(true);
        QSignalSpy drawn(m_view.get(), &ui::PageView::regionDrawn);
        QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, at(1, {70, 90}));
        QCOMPARE(drawn.count(), 0);
    }

    void theMiddleButtonAndSpaceDragThePage()
    {
        m_view->setZoom(3);
        m_view->goToPage(2);
        const int before = m_view->verticalScrollBar()->value();
        drag({300, 300}, {300, 260}, Qt::MiddleButton);
        const int after = m_view->verticalScrollBar()->value();
        QCOMPARE(after - before, qRound(40 * m_view->devicePixelRatioF()));
        QTest::keyPress(m_view.get(), Qt::Key_Space);
        drag({300, 260}, {300, 300});
        QTest::keyRelease(m_view.get(), Qt::Key_Space);
        QCOMPARE(m_view->verticalScrollBar()->value(), before); // and no page was turned
        QVERIFY(m_view->selection().isEmpty());
    }

    void draggingTurnsNoPage()
    {
        m_view->setFlow({.continuous = false});
        m_view->setFit(ui::Fit::Page);
        m_view->goToPage(2);
        drag({300, 300}, {300, 200}, Qt::MiddleButton);
        QCOMPARE(m_view->currentPage(), 2);
    }

    void theCursorSaysWhatAClickWouldDo()
    {
        m_view->setMarks({{QStringLiteral("a"), 1, {60, 84, 84, 12}, {}, 0, ui::Tone::Sure}});
        const auto shapeAt = [this](const QPoint &place) {
            QTest::mouseMove(m_view->viewport(), place);
            return m_view->viewport()->cursor().shape();
        };
        QCOMPARE(shapeAt(at(1, {70, 90})), Qt::PointingHandCursor);
        QCOMPARE(shapeAt(wordAt(1, "word-2-2")), Qt::IBeamCursor);
        QCOMPARE(shapeAt(at(1, {590, 295})), Qt::ArrowCursor);
        m_view->setDrawing(true);
        QCOMPARE(shapeAt(at(1, {70, 90})), Qt::CrossCursor);
    }

private:
    [[nodiscard]] QPoint at(int page, const QPointF &point) const
    {
        return m_view->geometry().toView(ui::PagePoint{page, point}).toPoint();
    }

    [[nodiscard]] QPoint wordAt(int page, const char *text) const
    {
        for (const core::Word &word : FakePageSource::wordsOf(page, {595, 300}).words)
            if (word.text == QLatin1StringView(text))
                return at(page, word.box.center());
        return {};
    }

    void drag(const QPoint &from, const QPoint &to, Qt::MouseButton button = Qt::LeftButton,
              Qt::KeyboardModifiers keys = {})
    {
        QWidget *area = m_view->viewport();
        QTest::mousePress(area, button, keys, from, 1000); // far from the last click
        for (int step = 1; step <= 4; ++step) {
            const QPointF place = from + QPointF(to - from) * step / 4;
            QMouseEvent move(QEvent::MouseMove, place, area->mapToGlobal(place), Qt::NoButton, button, keys);
            QCoreApplication::sendEvent(area, &move);
        }
        QTest::mouseRelease(area, button, keys, to);
    }

    std::unique_ptr<FakePageSource> m_source;
    std::unique_ptr<ui::PageView> m_view;
};

LECTERN_GUI_TEST_MAIN(TestPagePointer)
#include "tst_pagepointer.moc"
