// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepagesource.h"
#include "tests/support/stallwatch.h"
#include "ui/pages/words/documentsearch.h"

#include <QSignalSpy>

class TestDocumentSearch : public QObject
{
    Q_OBJECT

private slots:
    void init() { openPages(20); }

    void hitsAreFoundOnEveryPageWhateverTheCase()
    {
        m_search->find(QStringLiteral("WORD-3-1"), 1);
        QTRY_VERIFY(!m_search->isRunning());
        QCOMPARE(m_search->count(), 20);
        QCOMPARE(m_search->currentNumber(), 1);
        QCOMPARE(m_search->hitsOn(7)->size(), 1U);
    }

    void theFirstHitIsTheNextOneFromThePageBeingRead()
    {
        QSignalSpy current(m_search.get(), &ui::DocumentSearch::currentChanged);
        m_search->find(QStringLiteral("word-3-1"), 12);
        QTRY_VERIFY(!m_search->isRunning());
        QCOMPARE(current.count(), 1);
        QCOMPARE(m_search->current()->page, 12);
        QCOMPARE(m_search->currentNumber(), 12); // counted from the start of the document
    }

    void stepsGoRoundTheEnd()
    {
        m_search->find(QStringLiteral("word-3-1"), 20);
        QTRY_VERIFY(!m_search->isRunning());
        m_search->step(1);
        QCOMPARE(m_search->currentNumber(), 1);
        m_search->step(-1);
        QCOMPARE(m_search->currentNumber(), 20);
    }

    void aSpaceMatchesAnyGap()
    {
        m_search->find(QStringLiteral("word-1-4 word-2-0"), 1); // the end of a line and the start of the next
        QTRY_VERIFY(!m_search->isRunning());
        QCOMPARE(m_search->count(), 20);
        QCOMPARE(m_search->current()->boxes.size(), 2U);
    }

    void signsOfPatternsMeanThemselves()
    {
        m_search->find(QStringLiteral("word.3.1"), 1);
        QTRY_VERIFY(!m_search->isRunning());
        QCOMPARE(m_search->count(), 0);
        QCOMPARE(m_search->currentNumber(), 0);
        m_search->step(1);
        QVERIFY(!m_search->current());
    }

    void aSecondSearchReadsNothingAgain()
    {
        m_search->find(QStringLiteral("word-3-1"), 1);
        QTRY_VERIFY(!m_search->isRunning());
        const auto asked = m_source->texts.size();
        m_search->find(QStringLiteral("page 17"), 1);
        QTRY_VERIFY(!m_search->isRunning());
        QCOMPARE(m_search->count(), 1);
        QCOMPARE(m_search->current()->page, 17);
        QCOMPARE(m_source->texts.size(), asked);
    }

    void aNewSearchForgetsTheOldOne()
    {
        m_source->textDelay = 20;
        m_search->find(QStringLiteral("word"), 1);
        m_search->find(QString(), 1);
        QVERIFY(!m_search->isActive());
        QCOMPARE(m_search->count(), 0);
    }

    void aSecondPageIsNotWaitedForBeforeTheFirstHit()
    {
        m_source->textDelay = 5;
        QSignalSpy current(m_search.get(), &ui::DocumentSearch::currentChanged);
        m_search->find(QStringLiteral("word-3-1"), 5);
        QVERIFY(current.wait());
        QVERIFY(m_search->isRunning());
        QCOMPARE(m_search->current()->page, 5);
        QVERIFY(m_source->texts.size() <= 4); // in the background, a few at a time
    }

    void aBookIsSearchedInSmallTurns()
    {
        openPages(2000);
        m_search->find(QStringLiteral("word-3-1"), 1000);
        QTRY_VERIFY_WITH_TIMEOUT(!m_search->isRunning(), 50'000); // the watch sees to the turns
        QCOMPARE(m_search->count(), 2000);
    }

private:
    void openPages(int pages)
    {
        m_search.reset();
        m_words.reset();
        m_source = std::make_unique<FakePageSource>();
        m_source->add(QStringLiteral("a.pdf"), pages, {595, 300});
        m_source->openHandles.insert(1, QStringLiteral("a.pdf"));
        m_words = std::make_unique<ui::WordStore>(*m_source);
        m_words->setDocument(1);
        m_search = std::make_unique<ui::DocumentSearch>(*m_words);
        m_search->setDocument(pages);
    }

    std::unique_ptr<FakePageSource> m_source;
    std::unique_ptr<ui::WordStore> m_words;
    std::unique_ptr<ui::DocumentSearch> m_search;
};

LECTERN_GUI_TEST_MAIN(TestDocumentSearch)
#include "tst_documentsearch.moc"
