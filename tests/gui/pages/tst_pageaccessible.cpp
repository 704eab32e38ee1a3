// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepagesource.h"
#include "tests/support/stallwatch.h"
#include "ui/pages/view/pageview.h"

#include <QAccessible>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

QList<QAccessible::Event> heard;

void hear(QAccessibleEvent *event)
{
    heard.append(event->type());
}

} // namespace

class TestPageAccessible : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_source = std::make_unique<FakePageSource>();
        m_source->add(u"a.pdf"_s, 3, {595, 300});
        m_source->openHandles.insert(1, u"a.pdf"_s);
        m_view = std::make_unique<ui::PageView>(*m_source);
        m_view->resize(700, 300);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_view.get()));
        core::OpenedDocument document;
        document.handle = 1;
        document.info.pageSizes.assign(3, QSizeF(595, 300));
        m_view->setDocument(document);
        QTRY_VERIFY(m_view->words().words(1));
    }

    void cleanup() { m_view.reset(); }

    void theNameSaysWhichPageItIs()
    {
        QCOMPARE(interface()->role(), QAccessible::Document);
        QCOMPARE(interface()->text(QAccessible::Name), u"Page 1 of 3"_s);
        QVERIFY(interface()->state().readOnly && interface()->state().focusable);
    }

    void theTextIsThatOfThePageInReadingOrder()
    {
        QVERIFY(text()->text(0, 15).startsWith(u"Page 1\nword-1-0"_s));
        QCOMPARE(text()->characterCount(), m_view->words().words(1)->text().size());
        m_view->goToPage(2);
        QTRY_VERIFY(text()->text(0, 6) == u"Page 2"_s);
    }

    void itIsReadByLettersWordsLinesAndParagraphs()
    {
        int start = 0;
        int end = 0;
        QCOMPARE(text()->textAtOffset(1, QAccessible::CharBoundary, &start, &end), u"a"_s);
        QCOMPARE(text()->textAtOffset(1, QAccessible::WordBoundary, &start, &end), u"Page"_s);
        QCOMPARE(std::pair(start, end), std::pair(0, 4));
        const QString line = text()->textAtOffset(10, QAccessible::LineBoundary, &start, &end);
        QCOMPARE(line, u"word-1-0 word-1-1 word-1-2 word-1-3 word-1-4\n"_s);
        QCOMPARE(start, 7);
        QCOMPARE(text()->textBeforeOffset(10, QAccessible::LineBoundary, &start, &end), u"Page 1\n"_s);
        QVERIFY(text()->textAfterOffset(10, QAccessible::LineBoundary, &start, &end).startsWith(u"word-2-0"_s));
        QVERIFY(text()->textBeforeOffset(2, QAccessible::LineBoundary, &start, &end).isEmpty());
        QCOMPARE(text()->textAtOffset(10, QAccessible::ParagraphBoundary, &start, &end).size(),
                 text()->characterCount());
    }

    void lettersHaveTheirPlacesOnTheScreen()
    {
        const QRect first = text()->characterRect(0);
        const QRect second = text()->characterRect(1);
        QVERIFY(first.isValid() && second.left() > first.left());
        const QRectF page = m_view->geometry().toView(1, QRectF(0, 0, 595, 300));
        QVERIFY(QRectF(m_view->viewport()->mapToGlobal(page.topLeft()), page.size()).contains(first));
        for (const int offset : {0, 3, 20, 44})
            QCOMPARE(text()->offsetAtPoint(text()->characterRect(offset).center()), offset);
        QCOMPARE(text()->offsetAtPoint(m_view->mapToGlobal(QPoint(-100, -100))), -1);
        QVERIFY(!text()->characterRect(100'000).isValid());
    }

    void aSelectionIsHeardAndCanBeMade()
    {
        QCOMPARE(text()->selectionCount(), 0);
        text()->setSelection(0, 7, 24);
        QCOMPARE(m_view->selectedText(), u"word-1-0 word-1-1"_s);
        int start = 0;
        int end = 0;
        QCOMPARE(text()->selectionCount(), 1);
        text()->selection(0, &start, &end);
        QCOMPARE(std::pair(start, end), std::pair(7, 24));
        QCOMPARE(text()->cursorPosition(), 24);
        text()->removeSelection(0);
        QVERIFY(m_view->selection().isEmpty());
        text()->setCursorPosition(9);
        QCOMPARE(text()->cursorPosition(), 9);
    }

    void anotherPageIsAnnounced()
    {
        if (!qEnvironmentVariableIsSet("QT_LINUX_ACCESSIBILITY_ALWAYS_ON"))
            QSKIP("nobody listens: needs a screen reader's bus");
        QTRY_VERIFY(QAccessible::isActive());
        const auto before = QAccessible::installUpdateHandler(&hear);
        heard.clear();
        m_view->goToPage(2);
        QTRY_VERIFY(heard.contains(QAccessible::NameChanged));
        QTRY_VERIFY(heard.contains(QAccessible::TextUpdated));
        heard.clear();
        text()->setSelection(0, 0, 4);
        QVERIFY(heard.contains(QAccessible::TextSelectionChanged));
        QAccessible::installUpdateHandler(before);
    }

    void pagesSideBySideAreReadOneAfterTheOther()
    {
        m_view->setFlow({true, true, false});
        QTRY_VERIFY(m_view->words().words(2));
        const QString all = text()->text(0, text()->characterCount());
        QVERIFY(all.startsWith(u"Page 1\n"_s));
        QVERIFY(all.contains(u"\nPage 2\n"_s));
        const auto second = static_cast<int>(all.indexOf(u"Page 2"_s));
        QCOMPARE(text()->offsetAtPoint(text()->characterRect(second).center()), second);
    }

private:
    [[nodiscard]] QAccessibleInterface *interface() const
    {
        return QAccessible::queryAccessibleInterface(m_view.get());
    }
    [[nodiscard]] QAccessibleTextInterface *text() const { return interface()->textInterface(); }

    std::unique_ptr<FakePageSource> m_source;
    std::unique_ptr<ui::PageView> m_view;
};

LECTERN_GUI_TEST_MAIN(TestPageAccessible)
#include "tst_pageaccessible.moc"
