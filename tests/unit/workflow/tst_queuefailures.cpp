// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/workflow/queuebench.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace core;
using namespace std::chrono_literals;

class TestQueueFailures : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_bench = std::make_unique<QueueBench>();
        m_queue = m_bench->makeQueue();
        QSignalSpy loaded(m_queue.get(), &Queue::loaded);
        m_queue->setPartition({});
        QVERIFY(loaded.wait());
    }
    void cleanup()
    {
        m_queue.reset();
        m_bench.reset();
    }

    void anErrorIsKeptInTheRow();
    void aBusyEndpointIsTriedAgainLaterAndLater();
    void aBrokenLineIsTriedAgain();
    void retryDoesNotWaitForTheRest();
    void retryWithThePasswordRuns();
    void aPasswordGivenWhileItRunsIsTriedNext();
    void aWrongPasswordIsNotTriedForEver();
    void aWaitingDocumentIsCancelled();
    void aRunningDocumentIsStoppedAndCancelled();
    void aCancelledDocumentThatFinishedAnywayStaysCancelled();
    void aRemovedDocumentIsStoppedAndGone();
    void anUnknownConnectionIsAnError();
    void anUnknownSchemaIsAnError();
    void aFullDiskAtAddingIsSaid();
    void aFullDiskAtTheEndLosesNoResult();
    void aFullDiskAtTheStartIsNotAHotLoop();
    void aLibraryThatCannotBeReadIsTriedAgain();
    void partOfAResultKeepsItsError();

private:
    [[nodiscard]] qint64 addOne(const Queue::AddOptions &options = {})
    {
        QSignalSpy added(m_queue.get(), &Queue::added);
        m_queue->add({u"/tmp/a.pdf"_s}, options);
        return added.wait() ? added.last().first().toLongLong() : 0;
    }
    [[nodiscard]] qint64 runOne(const Queue::AddOptions &options = {})
    {
        const qint64 id = addOne(options);
        return QTest::qWaitFor([this] { return m_bench->asked.size() == 1; }) ? id : 0;
    }
    [[nodiscard]] const DocumentRow &row(qint64 id) const { return *m_queue->row(id); }

    std::unique_ptr<QueueBench> m_bench;
    std::unique_ptr<Queue> m_queue;
};

void TestQueueFailures::anErrorIsKeptInTheRow()
{
    const qint64 id = runOne();
    m_bench->answer(fail(ErrorCode::BrokenDocument, u"no trailer"_s));
    QTRY_VERIFY(row(id).state == DocumentState::Failed);
    QCOMPARE(row(id).errorCode, toString(ErrorCode::BrokenDocument));
    QCOMPARE(row(id).errorDetail, u"no trailer"_s);
    QCOMPARE(m_bench->store.kept(id)->errorDetail, u"no trailer"_s);
    QVERIFY(m_bench->rests.empty()); // another try would be of no use
}

void TestQueueFailures::aBusyEndpointIsTriedAgainLaterAndLater()
{
    const qint64 id = runOne();
    for (const auto wait : {2s, 4s, 8s, 16s}) {
        m_bench->answer(fail(ErrorCode::EndpointBusy, u"429"_s));
        QTRY_VERIFY(row(id).state == DocumentState::Waiting);
        QCOMPARE(row(id).errorCode, toString(ErrorCode::EndpointBusy));
        QCOMPARE(m_bench->rests.size(), 1);
        QVERIFY(m_bench->rests.front().delay == wait);
        QCOMPARE(m_queue->nextTry(id), std::optional(m_bench->clock.time.addMSecs(wait / 1ms)));
        QVERIFY(m_bench->asked.empty());
        m_bench->passTime();
        QTRY_COMPARE(m_bench->asked.size(), 1);
    }
    m_bench->answer(fail(ErrorCode::EndpointBusy, u"429"_s));
    QTRY_VERIFY(row(id).state == DocumentState::Failed);
    QCOMPARE(row(id).attempts, 5);
    QVERIFY(!m_queue->nextTry(id));
    QVERIFY(m_bench->rests.empty());
}

void TestQueueFailures::aBrokenLineIsTriedAgain()
{
    const qint64 id = runOne();
    m_bench->answer(fail(ErrorCode::Network, u"reset"_s));
    QTRY_VERIFY(row(id).state == DocumentState::Waiting);
    m_bench->passTime();
    QTRY_COMPARE(m_bench->asked.size(), 1);
    m_bench->answer(Extraction());
    QTRY_VERIFY(row(id).state == DocumentState::ToReview);
    QVERIFY(row(id).errorCode.isEmpty());
}

void TestQueueFailures::retryDoesNotWaitForTheRest()
{
    const qint64 id = runOne();
    m_bench->answer(fail(ErrorCode::Network, u"reset"_s));
    QTRY_VERIFY(row(id).state == DocumentState::Waiting);
    m_queue->retry(id);
    QTRY_COMPARE(m_bench->asked.size(), 1);
    m_bench->passTime(); // the old rest's end starts nothing more
    m_bench->answer(Extraction());
    QTRY_VERIFY(row(id).state == DocumentState::ToReview);
    QVERIFY(m_bench->asked.empty());
}

void TestQueueFailures::aPasswordGivenWhileItRunsIsTriedNext()
{
    const qint64 id = runOne();
    m_queue->setPassword(id, Secret("sesame"));
    m_bench->answer(fail(ErrorCode::PasswordNeeded));
    QTRY_COMPARE(m_bench->asked.size(), 1);
    QCOMPARE(m_bench->asked.front().options.password.reveal(), QByteArray("sesame"));
    QVERIFY(row(id).errorCode.isEmpty());
}

void TestQueueFailures::aWrongPasswordIsNotTriedForEver()
{
    const qint64 id = runOne();
    m_queue->setPassword(id, Secret("wrong"));
    m_bench->answer(fail(ErrorCode::PasswordNeeded));
    QTRY_COMPARE(m_bench->asked.size(), 1);
    m_bench->answer(fail(ErrorCode::PasswordNeeded));
    QTRY_VERIFY(row(id).state == DocumentState::Failed);
    QVERIFY(m_bench->asked.empty());
}

void TestQueueFailures::retryWithThePasswordRuns()
{
    const qint64 id = runOne();
    m_bench->answer(fail(ErrorCode::PasswordNeeded));
    QTRY_VERIFY(row(id).state == DocumentState::Failed);
    m_queue->setPassword(id, Secret("sesame"));
    QTRY_COMPARE(m_bench->asked.size(), 1);
    QCOMPARE(m_bench->asked.front().options.password.reveal(), QByteArray("sesame"));
    QVERIFY(row(id).errorCode.isEmpty());
}

void TestQueueFailures::aWaitingDocumentIsCancelled()
{
    m_queue->setParallel(0);
    const qint64 id = addOne();
    m_queue->cancel(id);
    QTRY_VERIFY(row(id).state == DocumentState::Cancelled);
    m_queue->setParallel(1);
    m_queue->retry(id);
    QTRY_COMPARE(m_bench->asked.size(), 1);
}

void TestQueueFailures::aRunningDocumentIsStoppedAndCancelled()
{
    const qint64 id = runOne();
    m_queue->cancel(id);
    QVERIFY(m_bench->asked.front().stop.stop_requested());
    m_bench->answer(fail(ErrorCode::Cancelled));
    QTRY_VERIFY(row(id).state == DocumentState::Cancelled);
    QVERIFY(row(id).errorCode.isEmpty());
}

void TestQueueFailures::aCancelledDocumentThatFinishedAnywayStaysCancelled()
{
    const qint64 id = runOne();
    m_queue->cancel(id);
    m_bench->answer(Extraction());
    QTRY_VERIFY(row(id).state == DocumentState::Cancelled);
}

void TestQueueFailures::aRemovedDocumentIsStoppedAndGone()
{
    const qint64 id = runOne();
    const QueueBench::Asked running = m_bench->asked.front();
    QSignalSpy removed(m_queue.get(), &Queue::removed);
    m_queue->remove(id);
    QVERIFY(running.stop.stop_requested());
    QVERIFY(removed.wait());
    QVERIFY(!m_queue->row(id));
    m_bench->answer(Extraction());
    const qint64 next = addOne(); // its place is free again
    QTRY_COMPARE(m_bench->asked.size(), 1);
    QVERIFY(next != id);
    QCOMPARE(m_bench->store.rows.size(), 1);
}

void TestQueueFailures::anUnknownConnectionIsAnError()
{
    const qint64 id = addOne({u"nowhere"_s, {}, {}});
    QTRY_VERIFY(row(id).state == DocumentState::Failed);
    QCOMPARE(row(id).errorCode, toString(ErrorCode::NotFound));
    QVERIFY(m_bench->asked.empty());
}

void TestQueueFailures::anUnknownSchemaIsAnError()
{
    const qint64 id = addOne({u"local"_s, u"poem"_s, {}});
    QTRY_VERIFY(row(id).state == DocumentState::Failed);
    QVERIFY(row(id).errorDetail.contains(u"poem"_s));
    QVERIFY(m_bench->asked.empty());
}

void TestQueueFailures::aFullDiskAtAddingIsSaid()
{
    m_bench->store.refuseWrites = Error{ErrorCode::Storage, u"disk full"_s};
    QSignalSpy failed(m_queue.get(), &Queue::storageFailed);
    m_queue->add({u"/tmp/a"_s}, {});
    QVERIFY(failed.wait());
    QVERIFY(m_queue->rows().empty());
    m_bench->store.refuseWrites.reset();
    QVERIFY(addOne() > 0); // the same file can be added now
}

void TestQueueFailures::aFullDiskAtTheEndLosesNoResult()
{
    const qint64 id = runOne();
    m_bench->store.refuseWrites = Error{ErrorCode::Storage, u"disk full"_s};
    QSignalSpy failed(m_queue.get(), &Queue::storageFailed);
    m_bench->answer(Extraction());
    QTRY_COMPARE(m_bench->rests.size(), 1);
    m_bench->passTime();
    QTRY_COMPARE(m_bench->rests.size(), 1);
    QCOMPARE(failed.size(), 1); // said once, not every five seconds
    QVERIFY(row(id).state == DocumentState::Running);
    m_bench->store.refuseWrites.reset();
    m_bench->passTime();
    QTRY_VERIFY(row(id).state == DocumentState::ToReview);
    QVERIFY(!m_bench->store.kept(id)->extraction.isEmpty());
    QVERIFY(m_bench->asked.empty()); // it was not extracted, and paid for, twice
}

void TestQueueFailures::aFullDiskAtTheStartIsNotAHotLoop()
{
    m_queue->setParallel(0);
    const qint64 id = addOne();
    m_bench->store.refuseWrites = Error{ErrorCode::Storage, u"disk full"_s};
    QSignalSpy failed(m_queue.get(), &Queue::storageFailed);
    m_queue->setParallel(1);
    QVERIFY(failed.wait());
    QVERIFY(!failed.wait(50));
    QCOMPARE(failed.size(), 1);
    QVERIFY(row(id).state == DocumentState::Waiting);
    m_bench->store.refuseWrites.reset();
    m_bench->passTime();
    QTRY_COMPARE(m_bench->asked.size(), 1);
}

void TestQueueFailures::aLibraryThatCannotBeReadIsTriedAgain()
{
    m_bench->store.refuseReads = Error{ErrorCode::Storage, u"locked"_s};
    QSignalSpy failed(m_queue.get(), &Queue::storageFailed);
    QSignalSpy loaded(m_queue.get(), &Queue::loaded);
    m_queue->setPartition({});
    QVERIFY(failed.wait());
    QVERIFY(loaded.isEmpty());
    m_bench->store.refuseReads.reset();
    m_bench->passTime();
    QVERIFY(loaded.wait());
}

void TestQueueFailures::partOfAResultKeepsItsError()
{
    const qint64 id = runOne();
    Extraction part;
    part.error = Error{ErrorCode::EndpointFailed, u"answer cut off"_s};
    m_bench->answer(part);
    QTRY_VERIFY(row(id).state == DocumentState::ToReview);
    QCOMPARE(row(id).errorCode, toString(ErrorCode::EndpointFailed));
}

QTEST_GUILESS_MAIN(TestQueueFailures)
#include "tst_queuefailures.moc"
