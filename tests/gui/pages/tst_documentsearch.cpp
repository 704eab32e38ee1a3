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
        const auto asked = m_source->indexed.size();
        m_search->find(QStringLiteral("page 17"), 1);
        QTRY_VERIFY(!m_search->isRunning());
        QCOMPARE(m_search->count(), 1);
        QCOMPARE(m_search->current()->page, 17);
        QCOMPARE(m_source->indexed.size(), asked);
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
        QCOMPARE(m_source->indexed.front().first, 5);
        QCOMPARE(m_source->indexed.front().pages, 1); // what comes first comes soon
    }

    // Pages that somebody else has read, and a page being read that takes its time.
    void theFirstHitThatIsKnownIsGoneToAndStayedAt()
    {
        std::map<int, core::CompactPage> known;
        for (const int page : {3, 8, 14})
            known.emplace(page, readPage(page));
        m_source->textDelay = 600'000;
        m_words->index().add(known.at(3));
        m_words->index().add(known.at(14));
        QSignalSpy current(m_search.get(), &ui::DocumentSearch::currentChanged);
        m_search->find(QStringLiteral("word-3-1"), 8);
        QTRY_COMPARE(current.count(), 1);
        QVERIFY(m_search->isRunning());
        QCOMPARE(m_search->current()->page, 14); // onwards from the page being read
        QCOMPARE(m_search->count(), 2);
        QCOMPARE(m_search->currentNumber(), 2);
        m_words->index().add(known.at(8));
        QTRY_COMPARE(m_search->count(), 3);
        QCOMPARE(m_search->current()->page, 14);
        QCOMPARE(current.count(), 1);
    }

    void whereNoneIsKnownFartherOnTheFirstBeforeItIs()
    {
        const core::CompactPage third = readPage(3);
        m_source->textDelay = 600'000;
        QSignalSpy current(m_search.get(), &ui::DocumentSearch::currentChanged);
        m_search->find(QStringLiteral("word-3-1"), 8);
        m_words->index().add(third);
        QTRY_COMPARE(current.count(), 1);
        QCOMPARE(m_search->current()->page, 3);
    }

    void whoTypesOnIsStillWhereTheFirstLetterWasTyped()
    {
        m_search->find(QStringLiteral("page 17"), 5);
        QTRY_VERIFY(!m_search->isRunning());
        QCOMPARE(m_search->current()->page, 17);
        QCOMPARE(m_search->startPage(17), 5); // it was gone to
        QCOMPARE(m_search->startPage(9), 9); // somebody went on by hand
        m_search->find(QStringLiteral("word-3-1"), 5);
        QTRY_VERIFY(!m_search->isRunning());
        m_search->step(1);
        QCOMPARE(m_search->startPage(6), 6); // and this is where somebody wanted to be
    }

    void accentsAndWholeWordsMakeADifferenceWhenTheyAreWanted()
    {
        const auto count = [this](const QString &text, core::TextQuery::Options options) {
            m_search->find(text, 1, options);
            [this] { QTRY_VERIFY(!m_search->isRunning()); }();
            return m_search->count();
        };
        QCOMPARE(count(QStringLiteral("Wörd-3-1"), {}), 20);
        QCOMPARE(count(QStringLiteral("Wörd-3-1"), {.matchCase = true}), 0);
        QCOMPARE(count(QStringLiteral("word-3-1"), {.wholeWords = true, .matchCase = true}), 20);
        QCOMPARE(count(QStringLiteral("ord-3-1"), {.wholeWords = true}), 0);
    }

    void pagesThatOnlyOcrCanReadAreReadOneByOne()
    {
        m_source->scans = {4, 5, 6};
        m_search->find(QStringLiteral("word-3-1"), 4);
        QTRY_VERIFY(!m_search->isRunning());
        QCOMPARE(m_search->count(), 20);
        QCOMPARE(m_source->texts, (std::vector<int>{4, 5, 6}));
        QVERIFY(m_search->hitsOn(5));
    }

    void aPageThatNobodyCanReadIsSaidAndSkipped()
    {
        m_source->indexError = core::ErrorCode::WorkerLost; // of more than one page: each is tried by itself
        m_source->brokenText = {3};
        m_search->find(QStringLiteral("word-3-1"), 1);
        QTRY_VERIFY(!m_search->isRunning());
        QCOMPARE(m_search->count(), 19);
        QCOMPARE(m_search->unreadablePages(), 1);
    }

    void aWorkerMayAnswerWithLessThanItWasAskedFor()
    {
        m_source->pagesATurn = 1;
        m_search->find(QStringLiteral("word-3-1"), 7);
        QTRY_VERIFY(!m_search->isRunning());
        QCOMPARE(m_search->count(), 20);
    }

    void aBookThatDoesNotFitIsSearchedToItsEnd()
    {
        openPages(300);
        m_words->index().setBudget(20'000); // a few pages
        m_search->find(QStringLiteral("word-3-1"), 100);
        QTRY_VERIFY(!m_search->isRunning());
        QCOMPARE(m_search->count(), 300);
        QVERIFY(m_words->index().bytes() <= 20'000);
        const auto asked = m_source->indexed.size();
        QVERIFY(!QTest::qWaitFor([&] { return m_source->indexed.size() != asked; }, 20)); // and then there is peace
    }

    void aHitIsShownWithTheWordsAroundIt()
    {
        m_search->find(QStringLiteral("word-3-1"), 2);
        QTRY_VERIFY(!m_search->isRunning());
        const core::Snippet snippet = m_search->snippet({2, 0}, 14);
        QCOMPARE(snippet.text, QStringLiteral("\u2026-2-4 word-3-0 word-3-1 word-3-2 word\u2026"));
        QCOMPARE(snippet.text.mid(snippet.match.start, snippet.match.length), QStringLiteral("word-3-1"));
    }

    void aHitIsChosenByItsPlace()
    {
        m_search->find(QStringLiteral("word-3"), 2);
        QTRY_VERIFY(!m_search->isRunning());
        QCOMPARE(m_search->count(), 100);
        m_search->choose({3, 2});
        QCOMPARE(m_search->currentNumber(), 13);
        QCOMPARE(m_search->current()->page, 3);
        m_search->choose({3, 5});
        QCOMPARE(m_search->currentNumber(), 13);
    }

    void aBookIsSearchedInSmallTurns()
    {
        openPages(2000);
        m_search->find(QStringLiteral("word-3-1"), 1000);
        QTRY_VERIFY_WITH_TIMEOUT(!m_search->isRunning(), 50'000); // the watch sees to the turns
        QCOMPARE(m_search->count(), 2000);
    }

private:
    [[nodiscard]] core::CompactPage readPage(int page) const
    {
        const auto text = m_source->text(1, page, {}, {});
        if (!QTest::qWaitFor([&text] { return text.isFinished(); }))
            return {};
        return core::compacted(text.result().value());
    }

    void openPages(int pages)
    {
        m_search.reset();
        m_words.reset();
        m_source = std::make_unique<FakePageSource>();
        m_source->add(QStringLiteral("a.pdf"), pages, {595, 300});
        m_source->openHandles.insert(1, QStringLiteral("a.pdf"));
        m_words = std::make_unique<ui::WordStore>(*m_source);
        m_words->setDocument(1, pages);
        m_search = std::make_unique<ui::DocumentSearch>(*m_words);
        m_search->setDocument(pages);
    }

    std::unique_ptr<FakePageSource> m_source;
    std::unique_ptr<ui::WordStore> m_words;
    std::unique_ptr<ui::DocumentSearch> m_search;
};

LECTERN_GUI_TEST_MAIN(TestDocumentSearch)
#include "tst_documentsearch.moc"
