// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakepagesource.h"
#include "ui/pages/view/renderqueue.h"

#include <QSignalSpy>
#include <QTest>

namespace {

ui::RenderJob job(int page, ui::Urgency urgency = ui::Urgency::Visible)
{
    return {{page, 72, 0, {}}, urgency};
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
        m_queue = std::make_unique<ui::RenderQueue>(*m_source);
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
    std::unique_ptr<FakePageSource> m_source;
    std::unique_ptr<ui::RenderQueue> m_queue;
};

QTEST_MAIN(TestRenderQueue)
#include "tst_renderqueue.moc"
