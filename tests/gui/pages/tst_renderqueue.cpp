// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepagesource.h"
#include "tests/support/manualclock.h"
#include "ui/pages/view/renderqueue.h"

#include <QSignalSpy>
#include <QTest>

namespace {

ui::RenderJob job(int page, ui::Urgency urgency = ui::Urgency::Visible)
{
    return {{page, 72, 0, {}}, urgency};
}

ui::RenderJob small(int page, ui::Urgency urgency = ui::Urgency::Skim)
{
    return {{page, 20, 0, {}}, urgency, true};
}

std::vector<ui::RenderJob> skim(int first, int end)
{
    std::vector<ui::RenderJob> jobs;
    for (int page = first; page < end; ++page)
        jobs.push_back(small(page));
    return jobs;
}

std::vector<ui::RenderJob> before(const std::vector<ui::RenderJob> &others, std::vector<ui::RenderJob> first)
{
    first.insert(first.end(), others.begin(), others.end());
    return first;
}

std::vector<int> askedPages(const FakePageSource &source)
{
    std::vector<int> pages;
    for (const auto &asked : source.renders)
        pages.push_back(asked.request.page);
    return pages;
}

} // namespace

class TestRenderQueue : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_source = std::make_unique<FakePageSource>();
        m_source->add(QStringLiteral("a.pdf"), 100, {50, 50});
        m_source->openHandles.insert(1, QStringLiteral("a.pdf"));
        m_queue = std::make_unique<ui::RenderQueue>(*m_source, m_clock);
        m_queue->setDocument(1);
    }

    void everythingWantedIsDrawnInOrder()
    {
        QSignalSpy drawn(m_queue.get(), &ui::RenderQueue::drawn);
        m_queue->replace({job(3), job(1), job(2)});
        QTRY_COMPARE(drawn.count(), 3);
        QCOMPARE(askedPages(*m_source), (std::vector<int>{3, 1, 2}));
        QVERIFY(m_queue->isIdle());
    }

    void onlyAFewAreAskedForAtOnce()
    {
        m_source->holdRenders = true;
        m_queue->replace({job(1), job(2), job(3), job(4), job(5), job(6), job(7)});
        QVERIFY(m_source->renders.size() <= 4);
    }

    void whatIsNoLongerWantedIsStopped()
    {
        m_source->holdRenders = true;
        m_queue->replace({job(1), job(2)});
        m_queue->replace({job(2), job(50)});
        QVERIFY(m_source->renders.at(0).stop.stop_requested());
        QVERIFY(!m_source->renders.at(1).stop.stop_requested());
        QCOMPARE(askedPages(*m_source), (std::vector<int>{1, 2, 50})); // 2 runs on and is not asked for again
        QSignalSpy drawn(m_queue.get(), &ui::RenderQueue::drawn);
        QSignalSpy failed(m_queue.get(), &ui::RenderQueue::failed);
        m_source->releaseRenders();
        QTRY_COMPARE(drawn.count(), 2);
        QCOMPARE(failed.count(), 0);
    }

    void aPageInSightNeverWaitsBehindOnesAhead()
    {
        m_source->holdRenders = true;
        std::vector<ui::RenderJob> ahead;
        for (int page = 10; page < 20; ++page)
            ahead.push_back(job(page, ui::Urgency::Ahead));
        m_queue->replace(ahead);
        const auto running = m_source->renders.size();
        std::vector<ui::RenderJob> wanted{job(1)};
        wanted.insert(wanted.end(), ahead.begin(), ahead.end());
        m_queue->replace(wanted);
        QCOMPARE(askedPages(*m_source).back(), 1);
        QCOMPARE(m_source->renders.size(), running + 1);
        QVERIFY(m_source->renders.at(running - 1).stop.stop_requested());
        m_source->holdRenders = false;
        QSignalSpy drawn(m_queue.get(), &ui::RenderQueue::drawn);
        m_source->releaseRenders();
        QTRY_COMPARE(drawn.count(), 11); // the one that made room was drawn after all
    }

    void skimmingLeavesAPlaceFreeWhereItMayTakeLong()
    {
        m_source->holdRenders = true;
        m_queue->replace(skim(10, 20));
        const auto asked = m_source->renders.size();
        QVERIFY(asked > 0);
        m_queue->replace(before(skim(10, 20), {job(1)}));
        QCOMPARE(m_source->renders.size(), asked + 1);
        for (std::size_t i = 0; i < asked; ++i)
            QVERIFY(!m_source->renders.at(i).stop.stop_requested());
    }

    void quickSkimmingKeepsTheWorkersBusy()
    {
        m_source->holdRenders = true;
        m_queue->replace(skim(10, 20));
        const auto atFirst = m_source->renders.size();
        QSignalSpy drawn(m_queue.get(), &ui::RenderQueue::drawn);
        m_source->releaseRenders(); // no time has passed
        QTRY_VERIFY(drawn.count() > 0);
        QVERIFY(m_source->renders.size() - static_cast<std::size_t>(drawn.count()) > atFirst + 1);
    }

    void aPageInSightStopsTheSmallPictureThatIsBeingDrawn()
    {
        m_source->holdRenders = true;
        const auto small = skim(10, 30);
        m_queue->replace(small);
        QSignalSpy drawn(m_queue.get(), &ui::RenderQueue::drawn);
        m_source->releaseRenders();
        QTRY_VERIFY(drawn.count() > 0);
        const auto asked = m_source->renders.size();
        m_queue->replace(before({small.begin() + drawn.count(), small.end()}, {job(1)}));
        QCOMPARE(m_source->renders.size(), asked + 1);
        QCOMPARE(m_source->renders.back().request.page, 1);
        const auto stopped = std::count_if(m_source->renders.begin(), m_source->renders.end(),
                                           [](const auto &one) { return one.stop.stop_requested(); });
        QCOMPARE(stopped, 1); // the others wait at the source, which draws what is more urgent first
        QVERIFY(m_source->renders.at(static_cast<std::size_t>(drawn.count())).stop.stop_requested());
    }

    void whatIsMoreWantedThanAPageInSightIsNotStoppedForIt()
    {
        m_source->holdRenders = true;
        std::vector<ui::RenderJob> wanted;
        for (int page = 10; page < 20; ++page)
            wanted.push_back(small(page, ui::Urgency::Ahead));
        m_queue->replace(wanted);
        wanted.push_back(job(1));
        m_queue->replace(wanted);
        for (const auto &asked : m_source->renders)
            QVERIFY(asked.request.page >= 10 && !asked.stop.stop_requested());
        QSignalSpy drawn(m_queue.get(), &ui::RenderQueue::drawn);
        m_source->holdRenders = false;
        m_source->releaseRenders();
        QTRY_COMPARE(drawn.count(), 11);
    }

    void theTimeForSkimmingIsCounted()
    {
        m_source->holdRenders = true;
        m_queue->replace(skim(10, 12));
        m_clock.time = m_clock.time.addMSecs(500);
        m_source->holdRenders = false;
        m_source->releaseRenders();
        QSignalSpy drawn(m_queue.get(), &ui::RenderQueue::drawn);
        QTRY_COMPARE(drawn.count(), 2);
        QCOMPARE(m_queue->skimmed().count(), 500);
        m_queue->setDocument(2);
        QCOMPARE(m_queue->skimmed().count(), 0);
    }

    void anErrorIsToldWithItsPage()
    {
        m_source->brokenPages.insert(2, core::ErrorCode::WorkerLost);
        QSignalSpy failed(m_queue.get(), &ui::RenderQueue::failed);
        m_queue->replace({job(2)});
        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(failed.at(0).at(0).value<ui::RenderJob>(), job(2));
    }

    void anotherDocumentStopsEverything()
    {
        m_source->holdRenders = true;
        m_queue->replace({job(1), job(2)});
        QSignalSpy drawn(m_queue.get(), &ui::RenderQueue::drawn);
        m_queue->setDocument(2);
        m_source->releaseRenders();
        for (const auto &asked : m_source->renders)
            QVERIFY(asked.stop.stop_requested());
        QVERIFY(m_queue->isIdle());
        QCOMPARE(drawn.count(), 0);
    }

    void aQueueMayGoWhileSomethingIsDrawn()
    {
        m_source->holdRenders = true;
        m_queue->replace({job(1)});
        m_queue.reset();
        QVERIFY(m_source->renders.at(0).stop.stop_requested());
        m_source->releaseRenders();
    }

private:
    ManualClock m_clock;
    std::unique_ptr<FakePageSource> m_source;
    std::unique_ptr<ui::RenderQueue> m_queue;
};

QTEST_MAIN(TestRenderQueue)
#include "tst_renderqueue.moc"
